import type { Ctx } from '../ctx.ts'
import { actionOfMilestone } from './open-programme.ts'
import { checkProgrammeRole, type Step } from './step.ts'
import { undoStep } from './undo-step.ts'

/** Takes back the last step of a milestone. @throws as `undoStep`, and Refused `programme-closed` */
export async function undoMilestone(
  ctx: Ctx,
  seen: { id: number; version: number },
): Promise<Step & { undone: string }> {
  checkProgrammeRole(ctx, 'undo a step')
  await actionOfMilestone(ctx, seen.id)
  return undoStep(ctx, 'milestone', seen)
}
