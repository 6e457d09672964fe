/** What an indicator counts. Persons are no choice: figures about persons come out of the confidential side, by its own door. */
export const countsKinds = ['events', 'money', 'share', 'things'] as const
export type Counts = (typeof countsKinds)[number]
/** Which way is better; `hold`: it should stay as it is. */
export const directions = ['up', 'down', 'hold'] as const
export type Direction = (typeof directions)[number]
export const certainties = ['counted', 'sampled', 'estimated', 'unknown'] as const
export type Certainty = (typeof certainties)[number]
/** Where a value comes from: an open union. `published` will be figures of the confidential side. */
export const valueKinds = ['count', 'series', 'published'] as const
export type ValueKind = (typeof valueKinds)[number]
/** Of which area it counts, the widest first. */
export const areas = ['country', 'region', 'municipality', 'district', 'neighbourhood'] as const
export type Area = (typeof areas)[number]
