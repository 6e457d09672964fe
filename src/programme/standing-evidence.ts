import type { Ctx } from '../ctx.ts'
import type { Evidence } from './evidence.ts'
import { evidenceOf } from './load-steps.ts'

/** What a milestone rests on now: the evidence of the step by which it was reached, unless that was taken back. */
export async function standingEvidence(ctx: Ctx, milestone: number): Promise<Evidence[]> {
  const rows = await ctx.tx
    .selectFrom('programme.evidence as evidence')
    .selectAll('evidence')
    .where('evidence.municipality', '=', ctx.actor.municipality)
    .where('evidence.history_id', '=', (eb) =>
      eb
        .selectFrom('programme.history as reach')
        .select(({ fn }) => fn.max('reach.id').as('id'))
        .where('reach.municipality', '=', ctx.actor.municipality)
        .where('reach.subject', '=', 'milestone')
        .where('reach.subject_id', '=', milestone)
        .where('reach.step', '=', 'reach')
        .where((on) =>
          on.not(
            on.exists(
              on
                .selectFrom('programme.history as undo')
                .select('undo.id')
                .where('undo.municipality', '=', ctx.actor.municipality)
                .whereRef('undo.undoes', '=', 'reach.id'),
            ),
          ),
        ),
    )
    .orderBy('evidence.position')
    .execute()
  return rows.map(evidenceOf)
}
