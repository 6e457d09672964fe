import { addDays, addMonths, type IsoDate, isIsoDate } from '../../days.ts'

/** Both days are inclusive. */
export type Period = { from: IsoDate; to: IsoDate }

const monthNames =
  'januari january jan|februari february feb|maart march mrt mar|april apr|mei may|juni june jun|juli july jul|augustus august aug|september sept sep|oktober october okt oct|november nov|december dec'
    .split('|')
    .map((names) => names.split(' '))
const monthNumber = (name: string) => monthNames.findIndex((names) => names.includes(name)) + 1

const span = (year: number, firstMonth: number, months: number): Period | null => {
  const from = `${year}-${String(firstMonth).padStart(2, '0')}-01`
  if (!isIsoDate(from)) return null
  return { from, to: addDays(addMonths(from, months), -1) }
}

/**
 * A period as statistics write it: a year, half, quarter or month ("2023", "2023-Q1", "1e kwartaal 2023", "maart 2023", "2023-03"), in the
 * codes of Statistics Netherlands ("2023JJ00", "2023HJ01", "2023KW01", "2023MM03"), or two days with `/`, `–` or "t/m" between. Null when
 * it is none of these: a period is never guessed. Pure.
 */
export function readPeriod(written: string): Period | null {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/\*+$/, '')
    .trim()
  const year = /^(\d{4})(?:jj00)?$/.exec(text)
  if (year) return span(Number(year[1]), 1, 12)
  for (const [pattern, months] of parts) {
    const found = pattern.exec(text)
    if (!found?.groups) continue
    const nth = Number(found.groups.nth)
    if (nth < 1 || nth > 12 / months) return null
    return span(Number(found.groups.year), (nth - 1) * months + 1, months)
  }
  const month = /^(?:(?<name>[a-z]+)\.? (?<year>\d{4})|(?<year2>\d{4}) (?<name2>[a-z]+)\.?)$/.exec(
    text,
  )?.groups
  const name = month?.name ?? month?.name2
  if (name && monthNumber(name) > 0) return span(Number(month?.year ?? month?.year2), monthNumber(name), 1)
  const days = text.split(/ ?(?:\/(?=\d{4}-)|–|—| - | t\/m | tot en met | to ) ?/)
  const [from, to] = days.length === 2 ? days.map(readDay) : []
  return from && to && from <= to ? { from, to } : null
}
const parts: readonly [RegExp, number][] = [
  [/^(?<year>\d{4})[ -]?hj?0?(?<nth>\d)$/, 6],
  [/^(?<nth>\d)(?:e|st|nd)? (?:halfjaar|half-?year) (?<year>\d{4})$/, 6],
  [/^(?<year>\d{4}) (?<nth>\d)(?:e|st|nd)? (?:halfjaar|half-?year)$/, 6],
  [/^(?<year>\d{4})[ -]?(?:q|k|kw|kwartaal )0?(?<nth>\d)$/, 3],
  [/^(?:q|k|kw|kwartaal )(?<nth>\d) (?<year>\d{4})$/, 3],
  [/^(?<nth>\d)(?:e|st|nd|rd|th)? (?:kwartaal|quarter) (?<year>\d{4})$/, 3],
  [/^(?<year>\d{4}) (?<nth>\d)(?:e|st|nd|rd|th)? (?:kwartaal|quarter)$/, 3],
  [/^(?<year>\d{4})(?:-| ?mm?)(?<nth>\d{2})$/, 1],
]

/** `2023-07-02`, or day first as in 2-7-2023 and 02/07/2023. */
export function readDay(written: string): IsoDate | null {
  const text = written.trim()
  if (isIsoDate(text)) return text
  const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!figures) return null
  const day = `${figures[4]}-${figures[3]!.padStart(2, '0')}-${figures[1]!.padStart(2, '0')}`
  return isIsoDate(day) ? day : null
}

/** Whole months that fit in it, counted from its first day. */
export function monthsIn({ from, to }: Period): number {
  const after = addDays(to, 1)
  let months = 0
  while (months < 1_200 && addMonths(from, months + 1) <= after) months++
  return months
}

export const periodKey = ({ from, to }: Period): string => `${from}/${to}`
export const samePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to
export const within = (inner: Period, outer: Period) => inner.from >= outer.from && inner.to <= outer.to
export const apart = (a: Period, b: Period) => a.to < b.from || b.to < a.from
/** They share days, and neither lies within the other. */
export const cross = (a: Period, b: Period) => !apart(a, b) && !within(a, b) && !within(b, a)
export const daysIn = ({ from, to }: Period) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
