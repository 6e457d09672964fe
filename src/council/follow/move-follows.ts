import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/** Whoever follows one motion follows another from now on, once; for motions that are merged. Safe to repeat. */
export async function moveFollows(ctx: Ctx, input: { from: number; to: number }): Promise<void> {
  const { municipality } = ctx.actor
  await sql`
    update council.follow kept set confirmed_at = gone.confirmed_at from council.follow gone
    where kept.municipality = ${municipality} and gone.municipality = ${municipality}
      and gone.motion_id = ${input.from} and kept.motion_id = ${input.to} and gone.follower_id = kept.follower_id
      and kept.confirmed_at is null and gone.confirmed_at is not null`.execute(ctx.tx)
  await sql`
    delete from council.follow gone where gone.municipality = ${municipality} and gone.motion_id = ${input.from}
      and exists (
        select from council.follow kept where kept.municipality = ${municipality}
          and kept.motion_id = ${input.to} and kept.follower_id = gone.follower_id)`.execute(ctx.tx)
  await ctx.tx
    .updateTable('council.follow')
    .set({ motion_id: input.to })
    .where('municipality', '=', municipality)
    .where('motion_id', '=', input.from)
    .execute()
}
