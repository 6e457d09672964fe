import type { Selectable } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { addDays, dayOf, type IsoDate } from '../days.ts'
import { type FieldError, Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, lockRow } from './rows.ts'
import { keepBefore, nextId } from './sealed-rows.ts'
import type { ReintegrationTables } from './tables.ts'
import { dueDay, termRulesOn } from './term-rules.ts'

export type TermState = 'running' | 'met' | 'suspended' | 'ended'
export type Term = {
  id: number
  /** Identifier of `rules/casework/terms.json`. */
  rule: string
  startedOn: IsoDate
  dueOn: IsoDate
  state: TermState
  metOn: IsoDate | null
  suspendedOn: IsoDate | null
  version: number
}

/**
 * Lets a statutory term run from the day of what it begins with. The last day follows from the rule that held then.
 * @returns its identifier
 * @throws {Invalid} `rule` unknown on that day; `startedOn` in the future
 */
export async function startTerm(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { rule: string; startedOn: IsoDate },
): Promise<number> {
  const errors: FieldError[] = []
  const rule = termRulesOn(input.startedOn).find(({ id }) => id === input.rule)
  if (!rule) errors.push({ field: 'rule', code: input.rule === '' ? 'needed' : 'unknown' })
  if (input.startedOn > dayOf(ctx.now)) errors.push({ field: 'startedOn', code: 'in-future' })
  if (!rule || errors.length > 0) throw new Invalid('form-invalid', errors)
  const id = await nextId(ctx, 'reintegration.term')
  await ctx.tx
    .insertInto('reintegration.term')
    .values({
      id,
      trajectory_id: trajectory.id,
      rule: rule.id,
      started_on: input.startedOn,
      due_on: dueDay(rule.length, input.startedOn),
      met_on: null,
      set_by: accountOf(ctx),
    })
    .execute()
  await say(ctx, trajectory, 'term.started', 'C', id, ['rule', 'started-on', 'due-on'])
  return id
}

type Step = { id: number; version: number; on?: IsoDate }

/** What it asked was done. @throws {Invalid} `on` before it began or after today @throws {Refused} `move-not-possible` */
export async function meetTerm(ctx: CaseCtx, trajectory: Trajectory, input: Step): Promise<void> {
  await move(ctx, trajectory, input, ['running', 'suspended'], 'term.met', (_, on) => ({
    state: 'met',
    met_on: on,
    suspended_on: null,
  }))
}

/** It stands still from a day on. @throws {Refused} `move-not-possible` unless it runs */
export async function suspendTerm(ctx: CaseCtx, trajectory: Trajectory, input: Step): Promise<void> {
  await move(ctx, trajectory, input, ['running'], 'term.suspended', (_, on) => ({
    state: 'suspended',
    suspended_on: on,
  }))
}

/** It goes on; the days that it stood still are added to its end. @throws {Refused} `move-not-possible` unless it stood still */
export async function resumeTerm(ctx: CaseCtx, trajectory: Trajectory, input: Step): Promise<void> {
  await move(ctx, trajectory, input, ['suspended'], 'term.resumed', (row, on) => ({
    state: 'running',
    suspended_on: null,
    due_on: addDays(row.due_on, daysFrom(row.suspended_on ?? on, on)),
  }))
}

/** It matters no longer, or was begun by mistake. */
export async function endTerm(ctx: CaseCtx, trajectory: Trajectory, input: Step): Promise<void> {
  await move(ctx, trajectory, input, ['running', 'suspended'], 'term.ended', () => ({
    state: 'ended',
    suspended_on: null,
  }))
}

/** Those that run first, by their last day. */
export async function termsOf(ctx: CaseCtx, trajectory: Pick<Trajectory, 'id'>): Promise<Term[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.term')
    .selectAll()
    .where('trajectory_id', '=', trajectory.id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const terms = rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    startedOn: row.started_on,
    dueOn: row.due_on,
    state: row.state,
    metOn: row.met_on,
    suspendedOn: row.suspended_on,
    version: row.version,
  }))
  const open = (term: Term) => term.state === 'running' || term.state === 'suspended'
  return [...terms.filter(open), ...terms.filter((term) => !open(term)).reverse()]
}

type Row = Selectable<ReintegrationTables['reintegration.term']>
type Change = Partial<Pick<Row, 'state' | 'met_on' | 'suspended_on' | 'due_on'>>

async function move(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: Step,
  from: readonly TermState[],
  event: string,
  change: (row: Row, on: IsoDate) => Change,
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.term', input)
  if (!from.includes(row.state)) throw new Refused('move-not-possible')
  const today = dayOf(ctx.now)
  const on = input.on ?? today
  const first = row.suspended_on ?? row.started_on
  if (on > today) throw new Invalid('form-invalid', [{ field: 'on', code: 'in-future' }])
  if (on < first) throw new Invalid('form-invalid', [{ field: 'on', code: 'before-start' }])
  const { state, due_on, met_on, suspended_on } = row
  await keepBefore(ctx, trajectory, {
    part: 'term',
    id: row.id,
    version: row.version,
    change: event.replace('term.', ''),
    before: { state, due_on, met_on, suspended_on },
  })
  const set = change(row, on)
  await ctx.tx
    .updateTable('reintegration.term')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await say(
    ctx,
    trajectory,
    event,
    'U',
    row.id,
    Object.keys(set).map((name) => name.replaceAll('_', '-')),
  )
}

const daysFrom = (from: IsoDate, to: IsoDate) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const say = (
  ctx: CaseCtx,
  trajectory: Trajectory,
  event: string,
  action: 'C' | 'U',
  id: number,
  fields: readonly string[],
) =>
  append(ctx, {
    event,
    action,
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { term: id },
    fields,
  })
