import type { Ctx } from '../ctx.ts'
import { Invalid, NotFound } from '../errors.ts'
import { holdProgramme, type ProgrammeRow, stands } from './hold.ts'
import { type Amount, amounts, amountsProblem, yearsOf } from './money.ts'
import { addRow, changeRow, checkProgrammeRole, type Row, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from './typed.ts'

export type MoneyOfYear = {
  programme: number
  /** Null: the frame of the whole programme. */
  action: number | null
  year: number
  /** Of the line as the page showed it; null when it had none. */
  version: number | null
  /** In euro cents; null: unknown. A line of which nothing is known is taken away. What is not given stays. */
  budget?: number | null
  committed?: number | null
  spent?: number | null
  /** Needed when a budget changes after adoption, and when more is committed than was budgeted. */
  reason?: string | null
}
const columns = { budget: 'budget_cents', committed: 'committed_cents', spent: 'spent_cents' } as const

/**
 * Says what an action costs in a year, or how much the whole programme may cost. Null when nothing was said and nothing is known.
 * @throws Invalid (`year`, `budget_cents`, `committed_cents`, `spent_cents`, `reason`, or `changed-by-other` per amount);
 * Refused `programme-closed`; NotFound; Denied
 */
export async function setMoney(ctx: Ctx, input: MoneyOfYear): Promise<Step | null> {
  checkProgrammeRole(ctx, 'plan money')
  const problems: Problems = []
  const wanted: Record<string, unknown> = {}
  for (const amount of amounts) {
    const cents = input[amount]
    if (cents === undefined) continue
    if (cents !== null && (!Number.isSafeInteger(cents) || cents < 0))
      problem(problems, columns[amount], 'not-money')
    wanted[columns[amount]] = cents
  }
  const reason = publicLine(problems, input.reason, { field: 'reason', most: mostText.reason })
  const programme = await holdProgramme(ctx, input.programme)
  if (!yearsOf({ startsOn: programme.starts_on, endsOn: programme.ends_on }).includes(input.year)) {
    problem(problems, 'year', 'year-outside')
  }
  checkProblems(problems)
  const { action } = input
  if (action !== null && !(await stands(ctx, 'action', { programme_id: programme.id, id: action })))
    throw new NotFound()
  const row = await lineOf(ctx, input)
  const check = (was: Row | null, next: Record<string, unknown>) =>
    checkAmounts({ programme, reason }, was, next)
  if (!row) {
    const values = { budget_cents: null, committed_cents: null, spent_cents: null, ...wanted }
    if (isUnknown(values)) return null
    check(null, values)
    return addRow(
      ctx,
      'money',
      { programme_id: programme.id, action_id: input.action, year: input.year, ...values },
      { reason },
    )
  }
  if (input.version === null && !row.removed) refuseOthers(row, wanted)
  const base = row.removed ? { budget_cents: null, committed_cents: null, spent_cents: null } : row
  const next = { ...base, ...wanted }
  const seen = { id: row.id, version: row.removed ? row.version : (input.version ?? row.version) }
  if (row.removed) {
    if (isUnknown(next)) return null
    return changeRow(ctx, 'money', seen, { ...next, removed: false }, { step: 'add', reason }, (_, now) =>
      check(null, now),
    )
  }
  const removed = isUnknown(next)
  return changeRow(
    ctx,
    'money',
    seen,
    { ...wanted, ...(removed ? { removed } : {}) },
    { ...(removed ? { step: 'remove' } : {}), reason },
    check,
  )
}

type Context = { programme: ProgrammeRow; reason: string | null }
function checkAmounts({ programme, reason }: Context, was: Row | null, next: Record<string, unknown>): void {
  const problems: Problems = []
  const [before, now] = [amountsIn(was ?? {}), amountsIn(next)]
  const wrong = amountsProblem(now)
  if (wrong === 'over-committed') problem(problems, 'spent_cents', 'over-committed')
  const same = amounts.every((amount) => before[amount] === now[amount])
  if (wrong === 'over-budget' && !same && reason === null) problem(problems, 'reason', 'over-budget')
  const budgetMoved = before.budget !== null && before.budget !== now.budget
  if (programme.adopted_on !== null && budgetMoved && reason === null) {
    problem(problems, 'reason', 'reason-needed')
  }
  checkProblems(problems)
}

function amountsIn(row: Record<string, unknown>): Record<Amount, number | null> {
  const of = (amount: Amount) => {
    const value = row[columns[amount]]
    return value === null || value === undefined ? null : Number(value)
  }
  return { budget: of('budget'), committed: of('committed'), spent: of('spent') }
}
const isUnknown = (row: Record<string, unknown>) =>
  amounts.every((amount) => row[columns[amount]] === null || row[columns[amount]] === undefined)

/** Somebody else was first to say something about this year. */
function refuseOthers(row: Row, wanted: Record<string, unknown>): void {
  const others = Object.keys(wanted).filter(
    (field) => row[field] !== null && wanted[field] !== null && Number(row[field]) !== wanted[field],
  )
  if (others.length > 0) {
    throw new Invalid(
      'form-invalid',
      others.map((field) => ({ field, code: 'changed-by-other' })),
    )
  }
  // What one's own form left empty, it did not know.
  for (const field of Object.keys(wanted)) if (wanted[field] === null) delete wanted[field]
}

async function lineOf(ctx: Ctx, { programme, action, year }: MoneyOfYear): Promise<Row | undefined> {
  return (await ctx.tx
    .selectFrom('programme.money')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('action_id', action === null ? 'is' : '=', action as number)
    .where('year', '=', year)
    .executeTakeFirst()) as Row | undefined
}
