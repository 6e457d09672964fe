import type { Ctx } from '../ctx.ts'
import { Refused } from '../errors.ts'
import { openMeeting } from './open-meeting.ts'
import { checkProgrammeRole, type Step } from './step.ts'
import { undoStep } from './undo-step.ts'

/**
 * Takes back the last step of a meeting; its planning only while nothing was decided in it.
 * @returns `undone: 'add'` when the meeting is gone
 * @throws Refused `moved-since` (something was decided), `changed-by-other`, `nothing-to-undo`, `programme-closed`; NotFound; Denied
 */
export async function undoMeeting(
  ctx: Ctx,
  seen: { id: number; version: number },
): Promise<Step & { undone: string }> {
  checkProgrammeRole(ctx, 'undo a step')
  await openMeeting(ctx, seen.id)
  return undoStep(ctx, 'meeting', seen, async (_, next) => {
    if (!next.removed) return
    const decision = await ctx.tx
      .selectFrom('programme.decision')
      .select('id')
      .where('municipality', '=', ctx.actor.municipality)
      .where('meeting_id', '=', seen.id)
      .where('removed', '=', false)
      .limit(1)
      .executeTakeFirst()
    if (decision) throw new Refused('moved-since')
  })
}
