import type { PartyRef } from './dossier.ts'
import { type SettlementOutcome, settlementOutcomes } from './life/matter.ts'
import type { Survival } from './public-wishes-survival.ts'
import type { Domain, IsoDate } from './read/reading.ts'

/**
 * Where a matter stands, for counts: an outcome when it is settled, unless nobody knows on what (`unknown-evidence`); `proposed` waits
 * for a decision; `reopened` was settled before and is not now, whether somebody works on it or not; `open` never was.
 */
export const wishStands = [
  ...settlementOutcomes,
  'unknown-evidence',
  'proposed',
  'reopened',
  'open',
] as const satisfies readonly (SettlementOutcome | 'unknown-evidence' | 'proposed' | 'reopened' | 'open')[]
export type WishStand = (typeof wishStands)[number]

/** Stands taken together: `settled` is settled with evidence, on more than an announcement. */
export const wishGroups = [
  'settled',
  'announced',
  'unknown-evidence',
  'proposed',
  'reopened',
  'open',
] as const
export type WishGroup = (typeof wishGroups)[number]
export const openGroups = ['proposed', 'reopened', 'open'] as const satisfies readonly WishGroup[]
export type OpenGroup = (typeof openGroups)[number]

export function groupOf(stand: WishStand): WishGroup {
  return wishGroups.find((group) => group === stand) ?? 'settled'
}

/** Since when a matter is asked, with the most days that each holds; `undated`: no document says when the motion was adopted. */
export const wishAges = ['13-weeks', '26-weeks', '1-year', '2-years', '4-years', 'longer', 'undated'] as const
export type WishAge = (typeof wishAges)[number]
const mostDays = {
  '4-weeks': 28,
  '13-weeks': 91,
  '26-weeks': 182,
  '1-year': 365,
  '2-years': 730,
  '4-years': 1461,
} as const

export function ageOf(days: number | null): WishAge {
  if (days === null) return 'undated'
  return wishAges.find((age) => age in mostDays && days <= mostDays[age as keyof typeof mostDays]) ?? 'longer'
}

/** How long the day of a commitment is over; `coming` when it is today or later, `undated` when it has none. */
export const wishDelays = [
  'undated',
  'coming',
  '4-weeks',
  '13-weeks',
  '26-weeks',
  '1-year',
  'longer',
] as const
export type WishDelay = (typeof wishDelays)[number]

/** @param days since its day; 0 and less is still in time; null: it has no day */
export function delayOf(days: number | null): WishDelay {
  if (days === null) return 'undated'
  if (days <= 0) return 'coming'
  return (
    wishDelays.find((one) => one in mostDays && days <= mostDays[one as keyof typeof mostDays]) ?? 'longer'
  )
}
/** Who named the day of a commitment: its letter, an extension, or we (the check date). */
export const daySources = ['letter', 'extension', 'check', 'none'] as const
export type DaySource = (typeof daySources)[number]

export type Counts<Key extends string> = Record<Key, number>
export type WishFilters = {
  municipality: string
  /** Year in the address of the motion. */
  year?: number | null | undefined
  /** Slug of a party among its submitters. */
  party?: string | null | undefined
  domain?: Domain | null | undefined
  today: IsoDate
}
export type Wishes = {
  /** Matters of motions that were adopted or taken over. */
  matters: number
  stands: Counts<WishStand>
  groups: Counts<WishGroup>
  ages: { age: WishAge; counts: Counts<OpenGroup> }[]
  /** In the order of their names; a motion of two parties counts at both. Null: no party is known. */
  parties: { party: PartyRef | null; counts: Counts<WishGroup> }[]
  domains: { domain: Domain | null; counts: Counts<WishGroup> }[]
  /** Days from the motion to the decision that stands. */
  survival: Survival
  /** Matters that the curve cannot hold, since a day is unknown, or the decision lies before the motion. */
  leftOut: number
  /** Commitments that still run, by how long their day is over. */
  commitments: { delay: WishDelay; counts: Counts<DaySource> }[]
  running: number
  late: number
  /** Days that the longest of them is late; 0 when none is. */
  longestLate: number
}

export function noCounts<Key extends string>(keys: readonly Key[]): Counts<Key> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Counts<Key>
}

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
