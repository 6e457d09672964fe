import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Refused } from '../errors.ts'
import { goesOn } from './action.ts'
import { dueProblem } from './milestone.ts'
import { openAction } from './open-programme.ts'
import { addRow, changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

export type NewMilestone = {
  action: number
  title: string
  dueOn?: IsoDate | null
  /** The action's last day moves along when the milestone comes after it; `reason` says why, after adoption. */
  extendAction?: boolean
  reason?: string | null
}

/**
 * Adds a milestone to an action that is planned or running.
 * @throws Invalid (`title`, `due_on` with `after-end` or `after-programme`, `reason`); Refused `programme-closed`, `move-not-possible`; NotFound; Denied
 */
export async function addMilestone(ctx: Ctx, input: NewMilestone): Promise<Step> {
  checkProgrammeRole(ctx, 'plan milestones')
  const problems: Problems = []
  const title = publicLine(problems, input.title, { field: 'title', most: mostText.title, needed: 'needed' })
  const dueOn = plannedDay(problems, 'due_on', input.dueOn)
  const { programme, action, adopted } = await openAction(ctx, input.action)
  if (!goesOn(action)) throw new Refused('move-not-possible')
  const past = dueProblem({ dueOn, endsOn: action.ends_on, programmeEndsOn: programme.ends_on })
  if (past && (past === 'after-programme' || !input.extendAction)) problem(problems, 'due_on', past)
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    ...(past && input.extendAction && adopted && { needed: 'reason-needed' as const }),
  })
  checkProblems(problems)
  if (past) await extendAction(ctx, action, dueOn!, reason)
  return addRow(
    ctx,
    'milestone',
    { programme_id: programme.id, action_id: action.id, title, due_on: dueOn },
    { reason },
  )
}

/** Moves the last day of an action to that of its last milestone, which `dueProblem` found within the programme. */
export const extendAction = (
  ctx: Ctx,
  action: { id: number; version: number },
  endsOn: IsoDate,
  reason: string | null,
): Promise<Step> => changeRow(ctx, 'action', action, { ends_on: endsOn }, { reason })
