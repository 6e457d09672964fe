import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { openMeeting } from './open-meeting.ts'
import { openAction } from './open-programme.ts'
import { type EndTakenBack, shortenAction } from './shorten-action.ts'
import { checkProgrammeRole, lockRow, type Row, type Step } from './step.ts'
import { undoStep } from './undo-step.ts'

/**
 * Takes back a decision, and the milestone that came with it as long as nobody worked on that since; where that lengthened its action, the
 * earlier last day comes back unless something was built on the later one.
 * @returns `end`: what became of the action's last day, when the decision had moved it
 * @throws Refused `moved-since`, `evidence-in-use`, `meeting-closed`, `programme-closed`, `changed-by-other`; NotFound; Denied
 */
export async function undoDecision(
  ctx: Ctx,
  seen: { id: number; version: number },
): Promise<Step & { end: EndTakenBack | null }> {
  checkProgrammeRole(ctx, 'take back decisions')
  const known = await ctx.tx
    .selectFrom('programme.decision')
    .select(['meeting_id', 'action_id', 'milestone_id'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', seen.id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!known) throw new NotFound()
  const about = known.action_id === null ? null : await openAction(ctx, known.action_id)
  const { meeting } = await openMeeting(ctx, known.meeting_id)
  if (meeting.closed) throw new Refused('meeting-closed')
  if (await carriesMilestone(ctx, seen.id)) throw new Refused('evidence-in-use')
  const step = await undoStep(ctx, 'decision', seen)
  if (known.milestone_id !== null) {
    const milestone = await lockRow<Row>(ctx, 'milestone', known.milestone_id)
    if (!milestone.removed) {
      if (milestone.version !== 1) throw new Refused('moved-since')
      await undoStep(ctx, 'milestone', milestone)
    }
  }
  if (!about || known.milestone_id === null) return { ...step, end: null }
  return { ...step, end: await shortenAction(ctx, about.action, known.milestone_id) }
}

/** Whether a milestone that is reached, or a report that stands, rests on this decision. */
async function carriesMilestone(ctx: Ctx, decision: number): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('programme.evidence as evidence')
    .select('evidence.history_id')
    .where('evidence.municipality', '=', ctx.actor.municipality)
    .where('evidence.decision_id', '=', decision)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('programme.history as undo')
            .select('undo.id')
            .where('undo.municipality', '=', ctx.actor.municipality)
            .whereRef('undo.undoes', '=', 'evidence.history_id'),
        ),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}
