import type { Ctx } from '../ctx.ts'

/** How many documents came in and are not registered yet. */
export async function documentsWaiting(ctx: Ctx): Promise<number> {
  const { waiting } = await ctx.tx
    .selectFrom('council.document')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', '!=', 'registered')
    .executeTakeFirstOrThrow()
  return waiting
}
