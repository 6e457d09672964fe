import type { Selectable } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { dayOf, type IsoDate } from '../days.ts'
import { type FieldError, Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, type CaseKey, lockRow, written } from './rows.ts'
import { keepBefore, nextId, placeIn } from './sealed-rows.ts'
import type { Domain, ReintegrationTables } from './tables.ts'

/** In the order in which a plan shows them. */
export const domains: readonly Domain[] = [
  'housing',
  'training',
  'work',
  'debt',
  'network',
  'health',
  'legal',
]
export type GoalState = 'proposed' | 'accepted' | 'active' | 'ended'
export const achievements = ['none', 'partial', 'full'] as const
export type Achievement = (typeof achievements)[number]

export type Goal = {
  id: number
  domain: Domain
  /** The goal, in her words. */
  words: string
  /** What happens next. */
  step: string | null
  state: GoalState
  achievement: Achievement
  agreedAt: Date | null
  /** The day of the conversation, and of the staff with whom; both null when she agreed on her own page. */
  agreedOn: IsoDate | null
  agreedWith: string | null
  dueOn: IsoDate | null
  setAt: Date
  endedAt: Date | null
  version: number
}

type Row = Selectable<ReintegrationTables['reintegration.goal']>

/** Her goals, those that run first, in the order of the domains. */
export async function goalsOf(ctx: CaseCtx, trajectory: CaseKey): Promise<Goal[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.goal')
    .selectAll()
    .where('trajectory_id', '=', trajectory.id)
    .orderBy('id')
    .execute()
  const place = (goal: Goal) => (goal.state === 'ended' ? 100 : 0) + domains.indexOf(goal.domain)
  return rows.map((row) => opened(trajectory, row)).sort((one, other) => place(one) - place(other))
}

function opened({ key }: CaseKey, row: Row): Goal {
  const open = (column: 'words' | 'step', sealed: Buffer) =>
    key.openText(placeIn('reintegration.goal', row.id, column, row.words_version), sealed)
  return {
    id: row.id,
    domain: row.domain,
    words: open('words', row.words),
    step: row.step && open('step', row.step),
    state: row.state,
    achievement: row.achievement,
    agreedAt: row.agreed_at,
    agreedOn: row.agreed_on,
    agreedWith: row.agreed_with,
    dueOn: row.due_on,
    setAt: row.set_at,
    endedAt: row.ended_at,
    version: row.version,
  }
}

/**
 * Writes down what she wants, in her words. It does not run before she agreed.
 * @returns its identifier
 * @throws {Invalid} `words` needed
 */
export async function proposeGoal(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { domain: Domain; words: string; step?: string | null; dueOn?: IsoDate | null },
): Promise<number> {
  const words = neededWords(input.words)
  const step = written(input.step)
  const id = await nextId(ctx, 'reintegration.goal')
  const { seal } = sealing(trajectory, id, 1)
  await ctx.tx
    .insertInto('reintegration.goal')
    .values({
      id,
      trajectory_id: trajectory.id,
      domain: input.domain,
      words: seal('words', words),
      step: step === null ? null : seal('step', step),
      due_on: input.dueOn ?? null,
      set_by: accountOf(ctx),
      set_at: ctx.now,
      agreed_at: null,
    })
    .execute()
  const fields = ['domain', 'words', ...(step ? ['step'] : []), ...(input.dueOn ? ['due-on'] : [])]
  await say(ctx, trajectory, 'goal.proposed', 'C', id, fields)
  return id
}

/**
 * Changes a goal. Other words are another wish: it waits for her agreement again.
 * @throws {Invalid} `words` needed; `changed-by-other`
 * @throws {Refused} `move-not-possible` when it ended
 */
export async function changeGoal(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: {
    id: number
    version: number
    words: string
    step: string | null
    dueOn: IsoDate | null
    achievement?: Achievement
  },
): Promise<void> {
  const words = neededWords(input.words)
  const row = await lockRow(ctx, trajectory, 'reintegration.goal', input)
  if (row.state === 'ended') throw new Refused('move-not-possible')
  const was = opened(trajectory, row)
  const step = written(input.step)
  const achievement = input.achievement ?? was.achievement
  const fields = [
    ...(words === was.words ? [] : ['words']),
    ...(step === was.step ? [] : ['step']),
    ...(input.dueOn === was.dueOn ? [] : ['due-on']),
    ...(achievement === was.achievement ? [] : ['achievement']),
  ]
  if (fields.length === 0) return
  const version = row.version + 1
  const { seal } = sealing(trajectory, row.id, version)
  await keep(ctx, trajectory, was, 'changed')
  await ctx.tx
    .updateTable('reintegration.goal')
    .set({
      words: seal('words', words),
      step: step === null ? null : seal('step', step),
      due_on: input.dueOn,
      achievement,
      version,
      words_version: version,
      ...(words === was.words
        ? {}
        : { state: 'proposed', agreed_at: null, agreed_on: null, agreed_with: null }),
    })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, 'goal.changed', 'U', row.id, fields)
}

/**
 * Keeps that she agreed. By staff: with whom of them she spoke and on which day. By herself, on her own page: that alone.
 * @param trajectory opened by staff, or her own
 * @throws {Invalid} `on` after today; `changed-by-other`
 * @throws {Refused} `move-not-possible` when it was agreed to already, or ended
 */
export async function agreeToGoal(
  ctx: CaseCtx,
  trajectory: Trajectory | Pick<Trajectory, 'id'>,
  input: { id: number; version: number; on?: IsoDate; agreedWith?: string },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.goal', input)
  if (row.state !== 'proposed') throw new Refused('move-not-possible')
  const agreed = { state: 'active', agreed_at: ctx.now, version: row.version + 1 } as const
  const update = ctx.tx.updateTable('reintegration.goal').where('id', '=', row.id)
  if (ctx.actor.kind === 'survivor') {
    await update.set(agreed).execute()
    await append(ctx, {
      event: 'goal.agreed',
      action: 'U',
      purpose: 'own',
      trajectory: trajectory.id,
      parts: { goal: row.id },
      fields: ['state', 'agreed-at'],
    })
    return
  }
  if (!('key' in trajectory)) throw new Error('staff agree on an opened case only')
  const today = dayOf(ctx.now)
  const on = input.on ?? today
  if (on > today) throw new Invalid('form-invalid', [{ field: 'on', code: 'in-future' }])
  await keep(ctx, trajectory, opened(trajectory, row), 'agreed')
  await update.set({ ...agreed, agreed_on: on, agreed_with: input.agreedWith ?? accountOf(ctx) }).execute()
  await say(ctx, trajectory, 'goal.agreed', 'U', row.id, ['state', 'agreed-on', 'agreed-with'])
}

/** Ends a goal, reached or not. @throws {Refused} `move-not-possible` when it ended already */
export async function endGoal(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { id: number; version: number; achievement: Achievement },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.goal', input)
  if (row.state === 'ended') throw new Refused('move-not-possible')
  await keep(ctx, trajectory, opened(trajectory, row), 'ended')
  await ctx.tx
    .updateTable('reintegration.goal')
    .set({ state: 'ended', achievement: input.achievement, ended_at: ctx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, 'goal.ended', 'U', row.id, ['state', 'achievement'])
}

/** How far it is, in quarters: proposed none, agreed one; then what was reached of it. Pure. */
export function progressOf({
  state,
  achievement,
  step,
}: Pick<Goal, 'state' | 'achievement' | 'step'>): 0 | 1 | 2 | 3 | 4 {
  if (achievement === 'full') return 4
  if (achievement === 'partial') return 3
  if (state === 'proposed' || state === 'ended') return 0
  return step ? 2 : 1
}

function neededWords(text: string): string {
  const words = written(text)
  const errors: FieldError[] = words ? [] : [{ field: 'words', code: 'needed' }]
  if (!words) throw new Invalid('form-invalid', errors)
  return words
}

const sealing = ({ key }: CaseKey, id: number, version: number) => ({
  seal: (column: 'words' | 'step', text: string) =>
    key.seal(placeIn('reintegration.goal', id, column, version), text),
})

const keep = (ctx: CaseCtx, trajectory: Trajectory, was: Goal, change: string) =>
  keepBefore(ctx, trajectory, { part: 'goal', id: was.id, version: was.version, change, before: was })

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
    parts: { goal: id },
    fields,
  })
