import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { destroyFilesOf } from './destroy-file.ts'
import { openAction } from './open-programme.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'

/**
 * Takes back a report, also when others reported since; it stays in the history and counts no longer. Its files stay too, for the desk,
 * unless they are to be destroyed with it.
 * @throws Refused `nothing-to-undo` (taken back already), `programme-closed`; NotFound; Denied
 */
export async function takeBackReport(
  ctx: Ctx,
  input: { action: number; history: number; destroyFiles?: boolean },
): Promise<Step> {
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
  const step = await changeRow(ctx, 'action', action, {}, { step: 'undo', undoes: input.history })
  const destroyed = input.destroyFiles ? await destroyFilesOf(ctx, input) : []
  return destroyed.at(-1) ?? step
}
