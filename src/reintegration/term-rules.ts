/** Statutory terms as dated data: `rules/casework/terms.json`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, addMonths, addWeeks, type IsoDate } from '../days.ts'
import { root } from '../root.ts'

const said = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const shape = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: said,
    /** What it begins with. */
    starts: said,
    /** What a button says with which it is met. */
    done: said,
    length: z.strictObject({
      unit: z.enum(['days', 'working-days', 'weeks', 'months']),
      amount: z.int().positive(),
    }),
    article: z.string().min(1),
    /** Null: not known since when. */
    validFrom: z.iso.date().nullable(),
    validUntil: z.iso.date().nullable(),
    /** False: somebody has still to look in the law whether this is right. */
    checked: z.boolean(),
    remark: said.nullable(),
    source: z.string().min(1),
  }),
)
export type TermRule = z.infer<typeof shape>[number]

let kept: readonly TermRule[] | undefined
const all = (): readonly TermRule[] => {
  kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'casework', 'terms.json'), 'utf8')))
  return kept
}

/** The rules that hold for what begins on a day. */
export const termRulesOn = (day: IsoDate): TermRule[] =>
  all().filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil),
  )

/** The rule of this name that held on a day; else one of that name, so that what ran can always be named. */
export const termRuleNamed = (id: string, day?: IsoDate): TermRule | null =>
  (day ? termRulesOn(day).find((rule) => rule.id === id) : undefined) ??
  all().find((rule) => rule.id === id) ??
  null

/** Pure. The last day of a term that begins with what happened on a day. Working days leave out Saturday and Sunday, not holidays. */
export function dueDay({ unit, amount }: TermRule['length'], started: IsoDate): IsoDate {
  if (unit === 'days') return addDays(started, amount)
  if (unit === 'weeks') return addWeeks(started, amount)
  if (unit === 'months') return addMonths(started, amount)
  let day = started
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return day
}
