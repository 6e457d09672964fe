import type { Ctx } from '../ctx.ts'
import { actionOfMilestone } from './open-programme.ts'
import { type EndTakenBack, shortenAction } from './shorten-action.ts'
import { checkProgrammeRole, type Step } from './step.ts'
import { undoStep } from './undo-step.ts'

/**
 * Takes back the last step of a milestone; where that lengthened its action, the earlier last day comes back unless something was built on
 * the later one.
 * @returns `end`: what became of the action's last day, when the step had moved it
 * @throws as `undoStep`, and Refused `programme-closed`
 */
export async function undoMilestone(
  ctx: Ctx,
  seen: { id: number; version: number },
): Promise<Step & { undone: string; end: EndTakenBack | null }> {
  checkProgrammeRole(ctx, 'undo a step')
  const { action } = await actionOfMilestone(ctx, seen.id)
  const step = await undoStep(ctx, 'milestone', seen)
  return { ...step, end: await shortenAction(ctx, action, seen.id) }
}
