import { z } from 'zod'
import type { IsoDate } from '../read/reading.ts'

export const decidingBodies = ['college', 'council-on-proposal', 'council-by-list'] as const
/** Who decides that a matter is settled: the college, the council on the college's proposal, or the council with a list per meeting. */
export type DecidingBody = (typeof decidingBodies)[number]

/** What each dated setting may hold; the keys are those of `rules/terms/*.json` and of council.setting. */
export const lifeSettingValues = {
  /** Weeks from the decision to the answer when the text names no term; null: the rules name none. */
  standardTermWeeks: z.number().int().positive().nullable(),
  /** Months after `notBefore` at which a commitment is looked at; null: no such rule, the clerk picks a date. */
  checkTermMonths: z.number().int().positive().nullable(),
  /** Days that submitters have to object to a settlement proposal; 0: none. */
  objectionDays: z.number().int().nonnegative(),
  decidingBody: z.enum(decidingBodies),
  /** Whether a missed commitment reopens what was settled on it. */
  reopenOnMissed: z.boolean(),
} as const
export type LifeSettingKey = keyof typeof lifeSettingValues
export const lifeSettingKeys = Object.keys(lifeSettingValues) as LifeSettingKey[]

export type LifeSettings = {
  standardTermWeeks: number | null
  checkTermMonths: number | null
  objectionDays: number
  /** Null until the municipality says so: then nobody decides. */
  decidingBody: DecidingBody | null
  reopenOnMissed: boolean
  /** The article or decision behind each value; absent where the value is the program's own default. */
  sources: Partial<Record<LifeSettingKey, string>>
}
export type SettingRow = { key: string; validFrom: IsoDate; value: unknown; source: string }

const defaults: LifeSettings = {
  standardTermWeeks: null,
  checkTermMonths: null,
  objectionDays: 0,
  decidingBody: null,
  reopenOnMissed: true,
  sources: {},
}

/** The settings that hold on a day: of each key the newest row that has begun. A row holds until the next. Pure. */
export function lifeSettingsOn(rows: readonly SettingRow[], on: IsoDate): LifeSettings {
  const found: Record<string, unknown> = { ...defaults }
  const sources: LifeSettings['sources'] = {}
  for (const key of lifeSettingKeys) {
    const row = rows
      .filter((one) => one.key === key && one.validFrom <= on)
      .reduce<SettingRow | null>((a, b) => (a && a.validFrom > b.validFrom ? a : b), null)
    if (!row) continue
    found[key] = lifeSettingValues[key].parse(row.value)
    sources[key] = row.source
  }
  return { ...(found as LifeSettings), sources }
}

const day = z.iso.date()
const dated = <T extends z.ZodType>(value: T) =>
  z
    .array(z.strictObject({ validFrom: day, value, source: z.string().min(1) }))
    .refine(
      (rows) => rows.every((row, index) => index === 0 || rows[index - 1]!.validFrom < row.validFrom),
      'oldest first, no day twice',
    )
const termRules = z.strictObject({
  municipality: z.string(),
  settings: z.strictObject({
    standardTermWeeks: dated(lifeSettingValues.standardTermWeeks).optional(),
    checkTermMonths: dated(lifeSettingValues.checkTermMonths).optional(),
    objectionDays: dated(lifeSettingValues.objectionDays).optional(),
    decidingBody: dated(lifeSettingValues.decidingBody).optional(),
    reopenOnMissed: dated(lifeSettingValues.reopenOnMissed).optional(),
  }),
})

/**
 * Rows for council.setting from the text of `rules/terms/<municipality>.json`:
 * `{ municipality, settings: { objectionDays: [{ validFrom, value, source }], … } }`, oldest first.
 * @throws Error when the text is not of that shape or is of another municipality
 */
export function parseTermRules(text: string, municipality: string): SettingRow[] {
  const rules = termRules.parse(JSON.parse(text))
  if (rules.municipality !== municipality)
    throw new Error(`these are the terms of ${rules.municipality}, not of ${municipality}`)
  return Object.entries(rules.settings).flatMap(([key, rows]) => (rows ?? []).map((row) => ({ key, ...row })))
}
