/**
 * What counts of a kind that could point at a person give away together. Periods lie within each other or apart, never across: then they
 * form trees, and what can be computed is, for each period, what is left of it without the periods directly within it. Those remainders
 * share no day, so no other sum or difference says more: when each is nothing or large enough, so is every count of any days that
 * anybody can prove. Pure.
 */
import { apart, cross, daysIn, type Period, samePeriod, within } from './period.ts'

export type Figure = Period & { value: number }
export type NestedProblem =
  | { code: 'periods-cross'; one: Figure; other: Figure }
  /** The parts together are more than the whole, or fill it and give another sum. */
  | { code: 'parts-differ'; whole: Figure; parts: Figure[]; rest: number }
  | { code: 'difference-small'; whole: Figure; parts: Figure[]; rest: number }
  | { code: 'rest-short'; whole: Figure; parts: Figure[]; rest: number }
export type Limits = { smallest: number; shortestMonths: number }

/** The first that is wrong, or null. `figures` have no period twice. */
export function nestedProblem(figures: readonly Figure[], limits: Limits): NestedProblem | null {
  for (const [index, one] of figures.entries())
    for (const other of figures.slice(index + 1))
      if (cross(one, other)) return { code: 'periods-cross', one, other }
  return figures.map((whole) => remainderProblem(whole, figures, limits)).find((one) => one !== null) ?? null
}

function remainderProblem(
  whole: Figure,
  figures: readonly Figure[],
  { smallest, shortestMonths }: Limits,
): NestedProblem | null {
  const inside = figures.filter((one) => !samePeriod(one, whole) && within(one, whole))
  const parts = inside.filter((one) => !inside.some((other) => !samePeriod(other, one) && within(one, other)))
  if (parts.length === 0) return null
  const rest = whole.value - parts.reduce((sum, { value }) => sum + value, 0)
  const days = daysIn(whole) - parts.reduce((sum, part) => sum + daysIn(part), 0)
  const problem = { whole, parts, rest }
  if (rest < 0 || (days === 0 && rest !== 0)) return { code: 'parts-differ', ...problem }
  if (rest > 0 && rest < smallest) return { code: 'difference-small', ...problem }
  if (days > 0 && days < shortestMonths * 28) return { code: 'rest-short', ...problem }
  return null
}

/**
 * What comes of a figure beside those that were published before and are no longer: a corrected or withdrawn figure is still known to
 * whoever kept it. Null when nothing small comes of it.
 */
export function formerProblem(
  figures: readonly Figure[],
  former: readonly Figure[],
  limits: Limits,
): { code: 'correction-small'; now: Figure; before: Figure } | NestedProblem | null {
  for (const before of former) {
    const now = figures.find((one) => samePeriod(one, before))
    const difference = now ? Math.abs(now.value - before.value) : 0
    if (now && difference > 0 && difference < limits.smallest)
      return { code: 'correction-small', now, before }
    const others = figures.filter(
      (one) => !samePeriod(one, before) && (apart(one, before) || !cross(one, before)),
    )
    const found = [before, ...others]
      .map((whole) => remainderProblem(whole, [before, ...others], limits))
      .find((one) => one?.code === 'difference-small')
    if (found) return found
  }
  return null
}
