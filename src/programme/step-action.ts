import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Blocked, Refused } from '../errors.ts'
import { follow } from '../machine.ts'
import { type ActionMove, type ActionState, actionArrows } from './action.ts'
import { openAction } from './open-programme.ts'
import { changeRow, checkProgrammeRole, rowAt, type Step } from './step.ts'
import { checkProblems, happenedOn, mostText, type Problems, publicLine } from './typed.ts'

/** A milestone that keeps an action from being done. */
export type OpenMilestone = { id: number; title: string; dueOn: IsoDate | null }

/**
 * Starts, finishes, stops or takes up an action again. Stopping and taking up again need a reason. What others changed since `version` is
 * joined, unless they moved the action themselves.
 * @throws Blocked<OpenMilestone> `milestones-open` for finishing; Invalid (`on`, `reason`); Refused `changed-by-other`,
 * `move-not-possible`, `programme-closed`; NotFound; Denied
 */
export async function stepAction(
  ctx: Ctx,
  input: { action: number; version: number; move: ActionMove; on?: IsoDate | null; reason?: string | null },
): Promise<Step> {
  checkProgrammeRole(ctx, 'move actions')
  const { move } = input
  const problems: Problems = []
  const on = happenedOn(ctx, problems, 'on', input.on)
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    ...(move === 'stop' || move === 'resume' ? { needed: 'needed' as const } : {}),
  })
  checkProblems(problems)
  const { action } = await openAction(ctx, input.action)
  const seen = { id: action.id, version: input.version }
  if (action.version !== input.version && (await rowAt(ctx, 'action', seen)).state !== action.state)
    throw new Refused('changed-by-other')
  const state = follow(actionArrows, action.state as ActionState, move)
  if (!state) throw new Refused('move-not-possible')
  if (move === 'finish') {
    const open = await openMilestones(ctx, action.id)
    if (open.length > 0) throw new Blocked<OpenMilestone>('milestones-open', open)
  }
  const ended = state === 'done' || state === 'stopped'
  return changeRow(ctx, 'action', seen, { state, ended_on: ended ? on : null }, { step: move, on, reason })
}

async function openMilestones(ctx: Ctx, action: number): Promise<OpenMilestone[]> {
  return ctx.tx
    .selectFrom('programme.milestone')
    .select(['id', 'title', 'due_on as dueOn'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', action)
    .where('removed', '=', false)
    .where('state', '=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}
