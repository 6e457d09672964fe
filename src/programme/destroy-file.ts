import type { Ctx } from '../ctx.ts'
import { Denied, NotFound, Refused } from '../errors.ts'
import { checkProgrammeRole, lockRow, noteStep, type Step } from './step.ts'

/** Whether whoever acts may destroy a file that `addedBy` brought: who brought it may, and a portfolio holder. Pure. */
export const mayDestroy = ({ actor }: Pick<Ctx, 'actor'>, addedBy: string | null): boolean =>
  actor.kind !== 'person' ||
  actor.role === 'portfolio-holder' ||
  (actor.role === 'policy-officer' && actor.personId === addedBy)

/**
 * Destroys a file that came with a report, for good: also of a report that was taken back, of an action that was taken out, and in a programme that is over. Its name, its
 * hash, and by whom and when it was destroyed stay.
 * @throws Refused `file-destroyed` (already); NotFound; Denied
 */
export async function destroyFile(ctx: Ctx, input: { action: number; attachment: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'destroy files')
  const { municipality } = ctx.actor
  const action = await lockRow(ctx, 'action', input.action)
  const file = await ctx.tx
    .selectFrom('programme.attachment as attachment')
    .innerJoin('programme.history as report', (join) =>
      join
        .onRef('report.municipality', '=', 'attachment.municipality')
        .onRef('report.id', '=', 'attachment.history_id'),
    )
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'report.municipality')
        .onRef('detail.history_id', '=', 'report.id'),
    )
    .select(['attachment.destroyed_in', 'detail.actor_id'])
    .where('attachment.municipality', '=', municipality)
    .where('attachment.id', '=', input.attachment)
    .where('report.action_id', '=', input.action)
    .executeTakeFirst()
  if (!file) throw new NotFound()
  if (!mayDestroy(ctx, file.actor_id))
    throw new Denied('only who brought a file, or a portfolio holder, destroys it')
  if (file.destroyed_in !== null) throw new Refused('file-destroyed')
  const step = await noteStep(ctx, 'action', action, { step: 'destroy' })
  await ctx.tx
    .updateTable('programme.attachment')
    .set({ bytes: null, destroyed_in: step.history })
    .where('municipality', '=', municipality)
    .where('id', '=', input.attachment)
    .execute()
  return step
}

/** Destroys every file of a report that is still there. @throws as `destroyFile` */
export async function destroyFilesOf(ctx: Ctx, input: { action: number; history: number }): Promise<Step[]> {
  const files = await ctx.tx
    .selectFrom('programme.attachment')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('history_id', '=', input.history)
    .where('destroyed_in', 'is', null)
    .orderBy('id')
    .execute()
  const steps: Step[] = []
  for (const { id } of files) steps.push(await destroyFile(ctx, { action: input.action, attachment: id }))
  return steps
}
