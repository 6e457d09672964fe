import type { Ctx } from '../../ctx.ts'
import { dayOf, type IsoDate, isIsoDate } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { type Certainty, certainties } from '../indicator.ts'
import type { Row } from '../step.ts'
import { mostText, type Problems, problem, publicLine } from '../typed.ts'
import { togetherProblem, valueProblems } from './events.ts'
import { figureOf, formerFigures, type OpenIndicator, standingValues } from './open-indicator.ts'
import { samePeriod } from './period.ts'
import { amount, type TypedNumber } from './typed-indicator.ts'

export type ValueFields = {
  /** Both days are inclusive. */
  from: IsoDate
  to: IsoDate
  value: TypedNumber
  certainty: Certainty
  note: string | null
}

/** What was given, as columns; what is wrong becomes a problem. */
export function valueColumns(
  ctx: Ctx,
  problems: Problems,
  input: Partial<ValueFields>,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  for (const [field, day] of [
    ['period_start', input.from],
    ['period_end', input.to],
  ] as const) {
    if (day === undefined) continue
    if (!isIsoDate(day)) problem(problems, field, day === '' ? 'needed' : 'date-invalid')
    else if (field === 'period_end' && day > dayOf(ctx.now)) problem(problems, field, 'date-in-future')
    columns[field] = day
  }
  if (input.value !== undefined) {
    columns.value = amount(problems, 'value', input.value)
    if (columns.value === null) problem(problems, 'value', 'needed')
  }
  if (input.certainty !== undefined) {
    if (!certainties.includes(input.certainty)) problem(problems, 'certainty', 'not-a-choice')
    columns.certainty = input.certainty
  }
  if (input.note !== undefined)
    columns.note = publicLine(problems, input.note, { field: 'note', most: mostText.line })
  return columns
}

type Periodic = { id?: number; period_start: string; period_end: string; value: string | number }

/**
 * Whether these values may stand as those of an indicator: each by itself, with the others, and beside what was said before.
 * `next` are new or changed; the others stay. @throws Invalid
 */
export async function checkValues(ctx: Ctx, open: OpenIndicator, next: readonly Periodic[]): Promise<void> {
  const { indicator, kind } = open
  const all = await standingValues(ctx, indicator.id)
  const isChanged = (row: { id: number }) => next.some(({ id }) => id === row.id)
  const standing = all.filter((row) => !isChanged(row))
  for (const row of next) {
    const figure = figureOf(row)
    if (figure.to < figure.from)
      throw new Invalid('form-invalid', [{ field: 'period_end', code: 'end-before-start' }])
    const problems = valueProblems(indicator, kind, figure)
    if (problems.length > 0) throw new Invalid('form-invalid', problems)
    if (standing.some((one) => samePeriod(figureOf(one), figure)))
      throw new Invalid('form-invalid', [{ field: 'period_end', code: 'period-taken' }])
  }
  if (!kind?.pointsAtPersons) return
  const figures = [...standing, ...next].map(figureOf)
  const replaced = all.filter(isChanged).map(figureOf)
  const found = togetherProblem(figures, [...(await formerFigures(ctx, indicator)), ...replaced], kind)
  if (found) throw new Invalid('form-invalid', [found])
}

/** As `checkValues`, for one row that a step changes. */
export const checkValue = (ctx: Ctx, open: OpenIndicator, next: Row | Periodic): Promise<void> =>
  checkValues(ctx, open, [next as Periodic])
