import { type MoneyProblem, type MoneySum, moneyProblems, sumsByYear, yearsOf } from '../money.ts'
import type { Action, HistoryLine, Money, Pillar, ProgrammeTree } from '../tree.ts'
import type { ReportPeriod } from './report.ts'

/** More was committed (or spent, where nothing is known to be committed) than was budgeted. In cents. */
export type Overrun = { action: Action; year: number; budget: number; came: number; reason: string | null }
export type MoneyLack = MoneyProblem & { named: Action | null }
export type YearMoney = {
  year: number
  pillars: { pillar: Pillar; sum: MoneySum }[]
  total: MoneySum
  frame: Money | null
}
/** The money of the years that a period touches, as it stands. */
export type MoneyFacts = { years: YearMoney[]; overruns: Overrun[]; lacks: MoneyLack[] }

/** Pure. */
export function moneyOf(
  tree: ProgrammeTree,
  history: readonly HistoryLine[],
  { from, to }: ReportPeriod,
): MoneyFacts {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const touched = (year: number) => year >= first && year <= last
  const years = new Set([
    ...yearsOf(tree),
    ...tree.actions.flatMap(({ money }) => money.map(({ year }) => year)),
  ])
  const sumOf = (actions: readonly Action[], year: number) =>
    sumsByYear(actions).find((one) => one.year === year)
  return {
    years: [...years]
      .filter(touched)
      .sort()
      .flatMap((year): YearMoney[] => {
        const total = sumOf(tree.actions, year)
        if (!total) return []
        return [
          {
            year,
            total,
            frame: tree.frame.find((one) => one.year === year) ?? null,
            pillars: tree.pillars.flatMap((pillar) => {
              const sum = sumOf(
                tree.actions.filter((one) => one.pillar === pillar.id),
                year,
              )
              return sum ? [{ pillar, sum }] : []
            }),
          },
        ]
      }),
    overruns: tree.actions.flatMap((action) =>
      action.money.flatMap((line) => {
        const came = line.committed ?? line.spent
        if (!touched(line.year) || line.budget === null || came === null || came <= line.budget) return []
        return [{ action, year: line.year, budget: line.budget, came, reason: reasonOf(history, line) }]
      }),
    ),
    lacks: moneyProblems(tree)
      .filter(({ year }) => touched(year))
      .map((one) => ({
        ...one,
        named:
          one.kind === 'year-outside' ? (tree.actions.find(({ id }) => id === one.action) ?? null) : null,
      })),
  }
}

/** Why, as the last step that said so. */
const reasonOf = (history: readonly HistoryLine[], { id }: Money): string | null =>
  history
    .filter((one) => one.subject === 'money' && one.of === id && !one.undone && one.reason !== null)
    .sort((a, b) => b.id - a.id)[0]?.reason ?? null
