import type { Money, ProgrammeTree } from './tree.ts'

/**
 * Euros as people type them in Dutch: `12.500`, `12500`, `€ 1.250.000,50`, `0`. In cents; null for an empty field, undefined for what
 * may be read in two ways (`12,500`, `1.5`) or is no amount: never guessed. Pure.
 */
export function parseEuro(typed: string): number | null | undefined {
  const text = typed
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(/^(?:€|eur(?:o)?)\s?/i, '')
    .replace(/\s?euro$/i, '')
  if (text === '') return /\S/.test(typed) ? undefined : null
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,(\d{2}|-))?$/.exec(text)
  if (!match) return undefined
  const cents =
    Number(match[1]!.replace(/[. ]/g, '')) * 100 + (match[2] && match[2] !== '-' ? Number(match[2]) : 0)
  return cents <= mostCents ? cents : undefined
}
/** A hundred billion euros: more is a slip of the keyboard. */
const mostCents = 100_000_000_000_00

/** `budget` etc. in cents. Empty is unknown, not nothing. */
export type Amounts = Pick<Money, 'budget' | 'committed' | 'spent'>
export type Amount = keyof Amounts
export const amounts: readonly Amount[] = ['budget', 'committed', 'spent']
/** How much more of one year is committed than budgeted, or spent where nothing is known to be committed; null: no more. In cents. Pure. */
export function overBudget({ budget, committed, spent }: Amounts): number | null {
  const taken = committed ?? spent
  return budget !== null && taken !== null && taken > budget ? taken - budget : null
}

/** What is wrong with the money of one year. `over-budget` may be so when somebody says why. Pure. */
export function amountsProblem(line: Amounts): 'over-committed' | 'over-budget' | null {
  const { committed, spent } = line
  if (spent !== null && committed !== null && spent > committed) return 'over-committed'
  return overBudget(line) === null ? null : 'over-budget'
}

/** Why the money of a programme does not add up; amounts in cents. */
export type MoneyProblem =
  /** The actions of a year have more budget than the frame of the whole programme. */
  | { kind: 'over-frame'; year: number; frame: number; planned: number; by: number }
  /** Actions have budget in a year for which nobody named a frame. */
  | { kind: 'no-frame'; year: number; planned: number }
  /** Money in a year that is not of the programme. */
  | { kind: 'year-outside'; year: number; action: number | null }

/** Whether the money adds up: the budgets of all actions against the frame, year by year. Pure. */
export function moneyProblems(
  tree: Pick<ProgrammeTree, 'actions' | 'frame' | 'startsOn' | 'endsOn'>,
): MoneyProblem[] {
  const problems: MoneyProblem[] = []
  const inside = new Set(yearsOf(tree))
  const lines = [
    ...tree.frame.map(({ year }) => ({ year, action: null })),
    ...tree.actions.flatMap(({ id, money }) => money.map(({ year }) => ({ year, action: id }))),
  ]
  for (const { year, action } of lines) {
    if (!inside.has(year)) problems.push({ kind: 'year-outside', year, action })
  }
  for (const { year, total } of sumsByYear(tree.actions)) {
    const planned = total.budget
    if (planned === null) continue
    const frame = tree.frame.find((one) => one.year === year)?.budget ?? null
    if (frame === null) problems.push({ kind: 'no-frame', year, planned })
    else if (planned > frame) problems.push({ kind: 'over-frame', year, frame, planned, by: planned - frame })
  }
  return problems
}

/** Every year in which a programme runs. Pure. */
export function yearsOf({ startsOn, endsOn }: Pick<ProgrammeTree, 'startsOn' | 'endsOn'>): number[] {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

export type MoneySum = {
  year: number
  /** What is known together; null where nobody knows anything. */
  total: Amounts
  /** Actions with money in this year of which that amount is not known: the sum is then too low. */
  unknown: Record<Amount, number>
}
/** The money of some actions together, by year, in order. Pure. */
export function sumsByYear(actions: readonly { money: readonly Money[] }[]): MoneySum[] {
  const sums = new Map<number, MoneySum>()
  for (const { money } of actions) {
    for (const line of money) {
      const sum = sums.get(line.year) ?? {
        year: line.year,
        total: { budget: null, committed: null, spent: null },
        unknown: { budget: 0, committed: 0, spent: 0 },
      }
      for (const amount of amounts) {
        const value = line[amount]
        if (value === null) sum.unknown[amount] += 1
        else sum.total[amount] = (sum.total[amount] ?? 0) + value
      }
      sums.set(line.year, sum)
    }
  }
  return [...sums.values()].sort((a, b) => a.year - b.year)
}
