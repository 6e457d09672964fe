import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/**
 * Takes `moveFollows` back: whoever followed the one motion follows it again, and not what they never followed. Who stopped since stays
 * away, and who began since follows the motion that they chose.
 */
export async function partFollows(ctx: Ctx, input: { from: number; to: number }): Promise<void> {
  const { municipality } = ctx.actor
  const kept = sql`
    from council.follow_merge was
    join council.follow kept on kept.municipality = was.municipality and kept.id = was.follow_id
    where was.municipality = ${municipality} and was.motion_id = ${input.from} and kept.motion_id = ${input.to}`
  await sql`
    insert into council.follow
      (municipality, id, follower_id, kind, motion_id, token_hash, asked_at, confirmed_at)
    overriding system value
    select was.municipality, was.twin_id, kept.follower_id, 'motion', was.motion_id, was.twin_token_hash, was.twin_asked_at,
      was.twin_confirmed_at
    ${kept} and was.twin_id is not null`.execute(ctx.tx)
  await sql`
    update council.follow follow set confirmed_at = null
    from (select kept.municipality, kept.id ${kept} and was.twin_id is not null and was.own_confirmed_at is null
      and kept.confirmed_at is not distinct from was.twin_confirmed_at) given
    where follow.municipality = given.municipality and follow.id = given.id`.execute(ctx.tx)
  // What was kept of motions that were merged into this one before is about what came back.
  await sql`
    update council.follow_merge earlier set follow_id = was.twin_id
    from council.follow_merge was, council.motion motion
    where was.municipality = ${municipality} and was.motion_id = ${input.from} and was.twin_id is not null
      and earlier.municipality = was.municipality and earlier.follow_id = was.follow_id
      and motion.municipality = earlier.municipality and motion.id = earlier.motion_id
      and motion.merged_into = ${input.from}
      and exists (select from council.follow back where back.municipality = was.municipality and back.id = was.twin_id)`.execute(
    ctx.tx,
  )
  await sql`
    update council.follow follow set motion_id = ${input.from}
    from (select kept.municipality, kept.id ${kept} and was.twin_id is null) moved
    where follow.municipality = moved.municipality and follow.id = moved.id`.execute(ctx.tx)
  await sql`
    delete from council.follow_merge
    where municipality = ${municipality} and motion_id = ${input.from}`.execute(ctx.tx)
}
