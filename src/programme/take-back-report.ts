import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { openAction } from './open-programme.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'

/**
 * Takes back a report, also when others reported since; it stays in the history and counts no longer.
 * @throws Refused `nothing-to-undo` (taken back already), `programme-closed`; NotFound; Denied
 */
export async function takeBackReport(ctx: Ctx, input: { action: number; history: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'take back reports')
  const { action } = await openAction(ctx, input.action)
  const rows = await ctx.tx
    .selectFrom('programme.history')
    .select(['id', 'step'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('subject', '=', 'action')
    .where('subject_id', '=', action.id)
    .where((on) => on.or([on('id', '=', input.history), on('undoes', '=', input.history)]))
    .execute()
  if (!rows.some(({ id, step }) => id === input.history && step === 'report')) throw new NotFound()
  if (rows.length > 1) throw new Refused('nothing-to-undo')
  return changeRow(ctx, 'action', action, {}, { step: 'undo', undoes: input.history })
}
