/** The register of processing activities (AVG art. 30): dated data in `rules/processing-register.json`. Pure. */
import data from '../../rules/processing-register.json' with { type: 'json' }
import type { Ground, Purpose } from './line.ts'

export type Activity = {
  id: string
  version: number
  purpose: Purpose
  validFrom: string
  name: { nl: string; en: string }
  goal: { nl: string; en: string }
  bases: readonly Ground[]
  laws: readonly string[]
  /** Codes of the kinds of data, of people and of receivers. */
  categories: readonly string[]
  subjects: readonly string[]
  recipients: readonly string[]
  /** An ISO 8601 duration or a code, from a code; `unknown` where nobody decided. */
  retention: { term: string; from: string; note: string }
}

const register = data as {
  activities: readonly {
    id: string
    purpose: Purpose
    versions: readonly Omit<Activity, 'id' | 'purpose'>[]
  }[]
}

/** What the register says on a day (YYYY-MM-DD): of each activity the version that holds. */
export function activitiesOn(day: string): Activity[] {
  return register.activities.flatMap(({ id, purpose, versions }) => {
    const held = versions.filter(({ validFrom }) => validFrom <= day).at(-1)
    return held ? [{ id, purpose, ...held }] : []
  })
}

/**
 * The entry that a purpose falls under on a day, as a line names it: `coordinate-care/1`.
 * @throws {Error} when the register has none
 */
export function activityFor(purpose: Purpose, day: string): string {
  const found = activitiesOn(day).find((one) => one.purpose === purpose)
  if (!found) throw new Error(`the processing register has no activity for ${purpose}`)
  return `${found.id}/${found.version}`
}

/** The entry of a name such as `coordinate-care/1`; null when the register has none. */
export function activityNamed(name: string): Activity | null {
  const [id, version] = name.split('/')
  const entry = register.activities.find((one) => one.id === id)
  const held = entry?.versions.find((one) => String(one.version) === version)
  return entry && held ? { id: entry.id, purpose: entry.purpose, ...held } : null
}

/** All entries with all their versions, oldest first. */
export function allActivities(): Activity[] {
  return register.activities.flatMap(({ id, purpose, versions }) =>
    versions.map((one) => ({ id, purpose, ...one })),
  )
}
