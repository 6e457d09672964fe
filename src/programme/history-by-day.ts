import { dayOf, type IsoDate } from '../days.ts'
import type { HistoryLine } from './tree.ts'

/** Steps by the day that they concern, the newest first; on one day, what was entered last comes first. Pure. */
export const historyByDay = (lines: readonly HistoryLine[]): HistoryLine[] =>
  lines.toSorted((a, b) => b.on.localeCompare(a.on) || b.id - a.id)

/** The day on which a step was entered, when that is not the day that it concerns. Pure. */
export function enteredLater({ on, at }: Pick<HistoryLine, 'on' | 'at'>): IsoDate | null {
  const day = dayOf(at)
  return day === on ? null : day
}
