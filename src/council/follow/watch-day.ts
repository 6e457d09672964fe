import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'

/**
 * Holds how far a daily job has come, until the end of the transaction.
 * @param begin where it stands when it never ran: what is longer ago owes nothing
 */
export async function holdWatchDay(ctx: Ctx, job: string, begin: IsoDate): Promise<IsoDate> {
  const { municipality } = ctx.actor
  await ctx.tx
    .insertInto('council.watch_day')
    .values({ municipality, job, done_until: begin })
    .onConflict((conflict) => conflict.columns(['municipality', 'job']).doNothing())
    .execute()
  const row = await ctx.tx
    .selectFrom('council.watch_day')
    .select('done_until')
    .where('municipality', '=', municipality)
    .where('job', '=', job)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.done_until
}

export async function noteWatchDay(ctx: Ctx, job: string, day: IsoDate): Promise<void> {
  await ctx.tx
    .updateTable('council.watch_day')
    .set({ done_until: day })
    .where('municipality', '=', ctx.actor.municipality)
    .where('job', '=', job)
    .execute()
}
