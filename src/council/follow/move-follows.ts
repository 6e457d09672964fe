import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/** Whoever follows one motion follows another from now on, once; for motions that are merged. `follow_merge` keeps how it was. */
export async function moveFollows(ctx: Ctx, input: { from: number; to: number }): Promise<void> {
  const { municipality } = ctx.actor
  await sql`
    insert into council.follow_merge
      (municipality, follow_id, motion_id, own_confirmed_at, twin_id, twin_token_hash, twin_asked_at, twin_confirmed_at)
    select gone.municipality, coalesce(kept.id, gone.id), gone.motion_id, kept.confirmed_at,
      case when kept.id is not null then gone.id end, case when kept.id is not null then gone.token_hash end,
      case when kept.id is not null then gone.asked_at end, case when kept.id is not null then gone.confirmed_at end
    from council.follow gone
    left join council.follow kept on kept.municipality = gone.municipality and kept.motion_id = ${input.to}
      and kept.follower_id = gone.follower_id
    where gone.municipality = ${municipality} and gone.motion_id = ${input.from}`.execute(ctx.tx)
  // What was kept of an earlier merge goes along, where two become one.
  await sql`
    insert into council.follow_merge
      (municipality, follow_id, motion_id, own_confirmed_at, twin_id, twin_token_hash, twin_asked_at, twin_confirmed_at)
    select now.municipality, now.follow_id, earlier.motion_id, earlier.own_confirmed_at, earlier.twin_id, earlier.twin_token_hash,
      earlier.twin_asked_at, earlier.twin_confirmed_at
    from council.follow_merge now
    join council.follow_merge earlier on earlier.municipality = now.municipality and earlier.follow_id = now.twin_id
    where now.municipality = ${municipality} and now.motion_id = ${input.from} and now.twin_id is not null`.execute(
    ctx.tx,
  )
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
