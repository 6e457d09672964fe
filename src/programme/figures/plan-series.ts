/** What comes of the rows of a file beside the values that an indicator has. Pure. */
import type { IsoDate } from '../../days.ts'
import type { FieldError } from '../../errors.ts'
import { type CountedIndicator, type EventKind, togetherProblem, valueProblems } from './events.ts'
import type { Figure } from './nested.ts'
import { periodKey } from './period.ts'
import type { SeriesRow } from './series.ts'

export const seriesVerdicts = ['new', 'changed', 'same', 'missing', 'refused'] as const
export type SeriesVerdict = (typeof seriesVerdicts)[number]
export type PlannedRow = SeriesRow & {
  /** `2023-01-01/2023-12-31`; null where no period was read. */
  key: string | null
  verdict: SeriesVerdict
  /** The value of now, when it differs. */
  now: number | null
  /** Why it is refused, beside `problem`. */
  refusal: FieldError | null
}
export type StandingFigure = Figure & { id: number }

export function planSeries(
  rows: readonly SeriesRow[],
  standing: readonly StandingFigure[],
  {
    counts,
    decimals,
    kind,
    today,
  }: Pick<CountedIndicator, 'counts' | 'decimals'> & { kind: EventKind | null; today: IsoDate },
): PlannedRow[] {
  const stands = byPeriod(standing)
  return rows.map((row): PlannedRow => {
    const planned = { ...row, key: row.period && periodKey(row.period), now: null, refusal: null }
    if (row.problem)
      return { ...planned, verdict: row.problem.code === 'number-missing' ? 'missing' : 'refused' }
    const figure = { ...row.period!, value: row.value! }
    const refusal: FieldError | undefined =
      figure.to > today
        ? { field: 'period_end', code: 'date-in-future' }
        : valueProblems({ counts, decimals }, kind, figure)[0]
    const now = stands.get(periodKey(figure))
    if (now && now.value === figure.value) return { ...planned, verdict: 'same' }
    if (refusal) return { ...planned, verdict: 'refused', refusal, now: now?.value ?? null }
    return { ...planned, verdict: now ? 'changed' : 'new', now: now?.value ?? null }
  })
}

/** What is wrong with all values together, once the rows with these keys are taken. */
export function takenProblem(
  planned: readonly PlannedRow[],
  take: ReadonlySet<string>,
  standing: readonly StandingFigure[],
  { kind, former }: { kind: EventKind | null; former: readonly Figure[] },
): FieldError | null {
  const taken = planned.flatMap(({ key, verdict, period, value }) =>
    (verdict === 'new' || verdict === 'changed') && take.has(key!) ? [{ ...period!, value: value! }] : [],
  )
  const anew = byPeriod(taken)
  const stay = standing.filter((one) => !anew.has(periodKey(one)))
  const replaced = standing.filter((one) => anew.has(periodKey(one)))
  return togetherProblem([...stay, ...taken], [...former, ...replaced], kind)
}

const byPeriod = <T extends Figure>(figures: readonly T[]): Map<string, T> =>
  new Map(figures.map((one) => [periodKey(one), one]))
