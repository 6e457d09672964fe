import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import type { Domain } from '../read/reading.ts'
import { tokenHash } from './keys.ts'
import type { MailMotion, NamedTopic } from './mail.ts'

/** One thing that somebody follows. */
export type Followed = { follow: number; topic: NamedTopic }
/** What the token of a mail opens. */
export type TokenHolder =
  | { kind: 'follower'; id: string; follows: Followed[] }
  | { kind: 'councillor'; account: string; digest: boolean }

/** What a token to confirm is about, and whether it was used already; null when it does not hold (any more). */
export async function toConfirm(
  ctx: Ctx,
  input: { token: string },
): Promise<{ topic: NamedTopic; confirmed: boolean } | null> {
  const row = await ctx.tx
    .selectFrom('council.follow')
    .select(['id', 'follower_id', 'confirmed_at'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('token_hash', '=', tokenHash(input.token))
    .executeTakeFirst()
  if (!row) return null
  const followed = await followsOf(ctx, row.follower_id, row.id)
  return followed[0] ? { topic: followed[0].topic, confirmed: row.confirmed_at !== null } : null
}

/**
 * Somebody with access to the mailbox says yes. Safe to repeat.
 * @returns the follower, or null when the token does not hold (any more)
 */
export async function confirmFollow(
  ctx: Ctx,
  input: { token: string },
): Promise<{ follower: string } | null> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.follow')
    .select(['id', 'follower_id', 'confirmed_at'])
    .where('municipality', '=', municipality)
    .where('token_hash', '=', tokenHash(input.token))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  if (row.confirmed_at) return { follower: row.follower_id }
  await ctx.tx
    .updateTable('council.follow')
    .set({ confirmed_at: ctx.now })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
  await ctx.tx
    .updateTable('council.follower')
    .set({ confirmed_at: ctx.now, told_until: dayOf(ctx.now) })
    .where('municipality', '=', municipality)
    .where('id', '=', row.follower_id)
    .where('confirmed_at', 'is', null)
    .execute()
  await record(ctx, 'follow.confirmed', { follow: String(row.id) })
  return { follower: row.follower_id }
}

/** Whose token this is, with what they follow; null when it does not hold (any more). */
export async function tokenHolder(ctx: Ctx, input: { token: string }): Promise<TokenHolder | null> {
  const { municipality } = ctx.actor
  const follower = await ctx.tx
    .selectFrom('council.follower')
    .select('id')
    .where('municipality', '=', municipality)
    .where('token_hash', '=', tokenHash(input.token))
    .executeTakeFirst()
  if (follower) return { kind: 'follower', id: follower.id, follows: await followsOf(ctx, follower.id) }
  const watcher = await ctx.tx
    .selectFrom('council.watcher')
    .select(['account_id', 'digest'])
    .where('municipality', '=', municipality)
    .where('token_hash', '=', tokenHash(input.token))
    .executeTakeFirst()
  return watcher ? { kind: 'councillor', account: watcher.account_id, digest: watcher.digest } : null
}

/** Stops following one thing; whoever follows nothing more is forgotten. Does nothing where there is nothing to stop. */
export async function stopFollowing(ctx: Ctx, input: { token: string; follow: number }): Promise<void> {
  const holder = await tokenHolder(ctx, input)
  if (holder?.kind !== 'follower') return
  const gone = await ctx.tx
    .deleteFrom('council.follow')
    .where('municipality', '=', ctx.actor.municipality)
    .where('follower_id', '=', holder.id)
    .where('id', '=', input.follow)
    .returning('id')
    .execute()
  if (gone.length === 0) return
  await record(ctx, 'follow.stopped', { follow: String(input.follow) })
  const left = await ctx.tx
    .selectFrom('council.follow')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('follower_id', '=', holder.id)
    .executeTakeFirst()
  if (!left) await forget(ctx, holder.id)
}

/**
 * No more mail: a follower is forgotten with all that they follow and every mail to them; of a councillor the weekly mail is switched
 * off. Safe to repeat, also with a token that nobody holds.
 */
export async function stopMail(ctx: Ctx, input: { token: string }): Promise<void> {
  const holder = await tokenHolder(ctx, input)
  if (holder?.kind === 'follower') await forget(ctx, holder.id)
  if (holder?.kind === 'councillor') await chooseDigest(ctx, { account: holder.account, digest: false })
}

async function forget(ctx: Ctx, follower: string): Promise<void> {
  await ctx.tx
    .deleteFrom('council.follower')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', follower)
    .execute()
  await record(ctx, 'follower.forgotten', { follower })
}

/** Whether somebody who signs in wants the weekly mail. */
export async function chooseDigest(ctx: Ctx, input: { account: string; digest: boolean }): Promise<void> {
  await ctx.tx
    .insertInto('council.watcher')
    .values({
      municipality: ctx.actor.municipality,
      account_id: input.account,
      digest: input.digest,
      token_hash: null,
      told_until: dayOf(ctx.now),
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'account_id']).doUpdateSet({ digest: input.digest }),
    )
    .execute()
  await record(ctx, 'digest.chosen', { account: input.account }, { fields: ['digest'] })
}

/** Whether somebody who signs in gets the weekly mail, once there is something to tell. */
export async function wantsDigest(ctx: Ctx, input: { account: string }): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('council.watcher')
    .select('digest')
    .where('municipality', '=', ctx.actor.municipality)
    .where('account_id', '=', input.account)
    .executeTakeFirst()
  return row?.digest ?? true
}

async function followsOf(ctx: Ctx, follower: string, only?: number): Promise<Followed[]> {
  const rows = await ctx.tx
    .selectFrom('council.follow as follow')
    .leftJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'follow.municipality')
        .onRef('motion.id', '=', 'follow.motion_id'),
    )
    .leftJoin('council.party as party', (join) =>
      join.onRef('party.municipality', '=', 'follow.municipality').onRef('party.id', '=', 'follow.party_id'),
    )
    .select([
      'follow.id as follow',
      'follow.kind',
      'follow.domain',
      'follow.confirmed_at',
      'motion.id',
      'motion.kind as motionKind',
      'motion.number',
      'motion.title',
      'motion.year',
      'motion.slug',
      'party.slug as party',
      'party.name',
    ])
    .where('follow.municipality', '=', ctx.actor.municipality)
    .where('follow.follower_id', '=', follower)
    .where((eb) =>
      only === undefined ? eb('follow.confirmed_at', 'is not', null) : eb('follow.id', '=', only),
    )
    .orderBy('follow.id')
    .execute()
  return rows.map((row) => ({
    follow: row.follow,
    topic:
      row.kind === 'motion'
        ? { kind: 'motion', motion: motionOf(row) }
        : row.kind === 'party'
          ? { kind: 'party', slug: row.party!, name: row.name! }
          : { kind: 'domain', domain: row.domain as Domain },
  }))
}

function motionOf(row: {
  id: number | null
  motionKind: 'motion' | 'amendment' | null
  number: string | null
  title: string | null
  year: number | null
  slug: string | null
}): MailMotion {
  const { id, motionKind: kind, number, title, year, slug } = row
  return { id: id!, kind: kind!, number, title: title!, year: year!, slug: slug! }
}
