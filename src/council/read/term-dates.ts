import { addDays, addMonths, dateOf, daysIn, isoOf, partsOf } from './calendar.ts'
import { monthOf, numberOf } from './dates.ts'
import type { IsoDate, Recess, TermRule } from './reading.ts'

/** From the words of a term to its dates: both inclusive, null where the words do not fix one. */

export type TermContext = { reference: IsoDate | null; recesses: readonly Recess[] | null }
export type Dates = { notBefore: IsoDate | null; notAfter: IsoDate | null; rule: TermRule }
/** On which side of a printed day the term lies. */
export type Side = 'on' | 'before' | 'until' | 'after' | 'from'

export const undated = (rule: TermRule): Dates => ({ notBefore: null, notAfter: null, rule })

const seasons: Record<string, Recess['kind']> = {
  zomer: 'summer',
  herfst: 'autumn',
  kerst: 'christmas',
  voorjaars: 'spring',
  mei: 'may',
}

export function bound(iso: IsoDate, rule: TermRule, side: Side): Dates {
  if (side === 'on') return { notBefore: iso, notAfter: iso, rule }
  if (side === 'before') return { notBefore: null, notAfter: addDays(iso, -1), rule }
  if (side === 'until') return { notBefore: null, notAfter: iso, rule }
  return { notBefore: side === 'after' ? addDays(iso, 1) : iso, notAfter: null, rule }
}

export function nextDay(monthNumber: number, day: number, reference: IsoDate | null): IsoDate | null {
  if (!reference) return null
  const { year: thisYear } = partsOf(reference)
  for (let y = thisYear; y < thisYear + 5; y++) {
    const date = dateOf(y, monthNumber, day)
    if (date && date > reference) return date
  }
  return null
}

export function readMonth(
  all: string,
  name: string,
  printedYear: string | undefined,
  context: TermContext,
  isBefore: boolean,
): Dates {
  const number = monthOf(name)
  let y = printedYear ? Number(printedYear) : null
  if (y === null) {
    if (!context.reference) return undated('no-reference-date')
    const { year: thisYear, month: thisMonth } = partsOf(context.reference)
    y = number >= thisMonth ? thisYear : thisYear + 1
  }
  const first = isoOf(y, number, 1)
  const last = isoOf(y, number, daysIn(y, number))
  if (!isBefore) return { notBefore: first, notAfter: last, rule: 'in-month' }
  const including = /^(?:per\s)?uiterlijk(?!\s(?:voor|vóór))|niet|t\/m|\beind\b|tot en met/i.test(all)
  return { notBefore: null, notAfter: including ? last : addDays(first, -1), rule: 'before-month' }
}

const ranks: Record<string, number> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  '1e': 1,
  '2e': 2,
  '3e': 3,
  '4e': 4,
}

export function readQuarter(
  all: string,
  rank: string,
  printedYear: string | undefined,
  context: TermContext,
  isBefore: boolean,
): Dates {
  const number = ranks[rank.toLowerCase()] ?? 1
  let y = printedYear ? Number(printedYear) : null
  if (y === null) {
    if (!context.reference) return undated('no-reference-date')
    const { year: thisYear, month: thisMonth } = partsOf(context.reference)
    y = number * 3 >= thisMonth ? thisYear : thisYear + 1
  }
  const first = isoOf(y, number * 3 - 2, 1)
  const last = isoOf(y, number * 3, daysIn(y, number * 3))
  if (!isBefore) return { notBefore: first, notAfter: last, rule: 'in-quarter' }
  const including = /^(?:per\s)?uiterlijk(?!\s(?:voor|vóór))|niet later|t\/m|tot en met/i.test(all)
  return { notBefore: null, notAfter: including ? last : addDays(first, -1), rule: 'before-quarter' }
}

export function readHalf(match: RegExpExecArray, context: TermContext): Dates {
  const half = ranks[(match[1] as string).toLowerCase()] ?? 1
  let y = match[2] ? Number(match[2]) : null
  if (y === null) {
    if (!context.reference) return undated('no-reference-date')
    const { year: thisYear, month: thisMonth } = partsOf(context.reference)
    y = half * 6 >= thisMonth ? thisYear : thisYear + 1
  }
  return half === 1
    ? { notBefore: isoOf(y, 1, 1), notAfter: isoOf(y, 6, 30), rule: 'in-half-year' }
    : { notBefore: isoOf(y, 7, 1), notAfter: isoOf(y, 12, 31), rule: 'in-half-year' }
}

export const wholeYear = (y: number): Dates => ({
  notBefore: isoOf(y, 1, 1),
  notAfter: isoOf(y, 12, 31),
  rule: 'in-year',
})

/** *voor 2022*: until the end of 2021; *uiterlijk in 2021*, *voor eind 2021*: until the end of 2021. */
export function readBeforeYear(all: string, y: number): Dates {
  const including = /eind|^uiterlijk|niet|t\/m|tot en met/i.test(all)
  return { notBefore: null, notAfter: isoOf(including ? y : y - 1, 12, 31), rule: 'before-year' }
}

export const readThisYear = (_: RegExpExecArray, context: TermContext): Dates =>
  context.reference
    ? { notBefore: null, notAfter: isoOf(partsOf(context.reference).year, 12, 31), rule: 'before-year' }
    : undated('no-reference-date')

export function readWithin(match: RegExpExecArray, context: TermContext): Dates {
  const count = numberOf(match[1] as string)
  const unit = (match[2] as string).toLowerCase()
  if (!context.reference) return undated('no-reference-date')
  if (unit.startsWith('we'))
    return { notBefore: null, notAfter: addDays(context.reference, count * 7), rule: 'within-weeks' }
  if (unit === 'dagen')
    return { notBefore: null, notAfter: addDays(context.reference, count), rule: 'within-weeks' }
  const months = unit === 'jaar' ? count * 12 : count
  return { notBefore: null, notAfter: addMonths(context.reference, months), rule: 'within-months' }
}

export function readRecess(match: RegExpExecArray, { reference, recesses }: TermContext): Dates {
  const [, word, name, printedYear] = match
  const kind = seasons[(name as string).toLowerCase()]
  const from = printedYear ? `${printedYear}-01-01` : reference
  const calendar = (recesses ?? [])
    .filter((one) => one.kind === kind)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (!from || calendar.length === 0) return undated('no-recess-calendar')
  // A calendar that begins later does not cover the moment: its first recess is not the next one.
  const yearOn = addMonths(from, 14)
  if (/na$/i.test(word as string)) {
    const found = calendar.find((one) => one.to >= from && one.to < yearOn)
    if (!found || (printedYear && !found.to.startsWith(printedYear))) return undated('no-recess-calendar')
    return { notBefore: addDays(found.to, 1), notAfter: null, rule: 'after-recess' }
  }
  if (!/v[oó]{2}r|voorafgaand|tot/i.test(word as string)) return undated('named-moment')
  const found = calendar.find((one) => one.from > from && one.from < yearOn)
  if (!found || (printedYear && !found.from.startsWith(printedYear))) return undated('no-recess-calendar')
  return { notBefore: null, notAfter: addDays(found.from, -1), rule: 'before-recess' }
}
