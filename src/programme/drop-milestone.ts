import type { Ctx } from '../ctx.ts'
import { Refused } from '../errors.ts'
import { follow } from '../machine.ts'
import { type MilestoneState, milestoneArrows } from './milestone.ts'
import { actionOfMilestone } from './open-programme.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, publicLine } from './typed.ts'

/**
 * A milestone that will not come, with the reason; it stays in sight.
 * @throws Invalid (`reason`); Refused `move-not-possible`, `programme-closed`; NotFound; Denied
 */
export async function dropMilestone(
  ctx: Ctx,
  input: { milestone: number; version: number; reason: string },
): Promise<Step> {
  checkProgrammeRole(ctx, 'drop milestones')
  const problems: Problems = []
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    needed: 'needed',
  })
  checkProblems(problems)
  await actionOfMilestone(ctx, input.milestone)
  return changeRow(
    ctx,
    'milestone',
    { id: input.milestone, version: input.version },
    { state: 'dropped' },
    { step: 'drop', reason },
    (row) => {
      if (!follow(milestoneArrows, row.state as MilestoneState, 'drop'))
        throw new Refused('move-not-possible')
    },
  )
}
