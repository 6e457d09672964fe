import type { Ctx } from '../../ctx.ts'
import { councilMeeting } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'

/** The meetings of the council on these days; those that are new are made, all at once. */
export async function meetingsOn(ctx: Ctx, days: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(days)] as IsoDate[]
  const [first, ...others] = wanted
  if (first === undefined) return new Map()
  const { municipality } = ctx.actor
  const { body_id } = await ctx.tx
    .selectFrom('council.meeting')
    .select('body_id')
    .where('municipality', '=', municipality)
    .where('id', '=', await councilMeeting(ctx, first))
    .executeTakeFirstOrThrow()
  if (others.length > 0) {
    await ctx.tx
      .insertInto('council.meeting')
      .values(others.map((held_on) => ({ municipality, body_id, held_on })))
      .onConflict((conflict) => conflict.columns(['municipality', 'body_id', 'held_on']).doNothing())
      .execute()
  }
  const rows = await ctx.tx
    .selectFrom('council.meeting')
    .select(['id', 'held_on'])
    .where('municipality', '=', municipality)
    .where('body_id', '=', body_id)
    .where('held_on', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.held_on, row.id]))
}
