import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../../root.ts'
import type { IsoDate } from '../read/reading.ts'

const days = z.number().int().positive()
/** What `rules/watching/*.json` may hold. */
const values = {
  /** Days before a term on which its owners are reminded. */
  reminderDaysBefore: days,
  /** After the day that follows a term, its owners are reminded again each so many days. */
  reminderRepeatDays: days,
  /** Day of the week on which weekly mail is made, 1 is Monday. */
  digestWeekday: z.number().int().min(1).max(7),
  /** Days after which a question to confirm is no longer answered. */
  confirmWithinDays: days,
  /** Days that mail is kept after it was sent, or given up. */
  mailKeptDays: days,
  /** Days after registration that older drafts of a review are kept. */
  draftsKeptDays: days,
} as const
export type WatchSettings = { [Key in keyof typeof values]: number }
type Key = keyof WatchSettings
const keys = Object.keys(values) as Key[]

const dated = <T extends z.ZodType>(value: T) =>
  z
    .array(z.strictObject({ validFrom: z.iso.date(), value, source: z.string().min(1) }))
    .min(1)
    .refine(
      (rows) => rows.every((row, index) => index === 0 || rows[index - 1]!.validFrom < row.validFrom),
      'oldest first, no day twice',
    )
const shape = z.strictObject(
  Object.fromEntries(keys.map((key) => [key, dated(values[key])])) as {
    [K in Key]: ReturnType<typeof dated<(typeof values)[K]>>
  },
)
const rules = z.strictObject({ settings: shape.partial() })
export type WatchRules = z.infer<typeof rules>

/** @throws Error when the text is not `{ settings: { digestWeekday: [{ validFrom, value, source }], … } }`, oldest first */
export function parseWatchRules(text: string): WatchRules {
  return rules.parse(JSON.parse(text))
}

/**
 * The settings that hold on a day: of each key the newest row that has begun, the municipality's own before those for everyone. Pure.
 * @throws Error when a key has no row that holds on that day
 */
export function watchSettingsOn(
  rules: { own: WatchRules | null; everyone: WatchRules },
  on: IsoDate,
): WatchSettings {
  const newest = (from: WatchRules | null, key: Key) =>
    from?.settings[key]?.filter((row) => row.validFrom <= on).at(-1)?.value
  return Object.fromEntries(
    keys.map((key) => {
      const value = newest(rules.own, key) ?? newest(rules.everyone, key)
      if (value === undefined) throw new Error(`rules/watching gives no ${key} for ${on}`)
      return [key, value]
    }),
  ) as WatchSettings
}

/** From `rules/watching/<municipality>.json`, where it exists, and `rules/watching/everyone.json`. */
export function watchSettings(municipality: string, on: IsoDate): WatchSettings {
  const read = (name: string) => parseWatchRules(readFileSync(fileOf(name), 'utf8'))
  return watchSettingsOn(
    { own: existsSync(fileOf(municipality)) ? read(municipality) : null, everyone: read('everyone') },
    on,
  )
}

const fileOf = (name: string) => join(root, 'rules', 'watching', `${name}.json`)
