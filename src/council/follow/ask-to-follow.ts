import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { parseAddress } from './address.ts'
import { type FollowKeys, tokenHash } from './keys.ts'
import { mailsSince, queueMail } from './queue-mail.ts'
import type { MailLanguage } from './tables.ts'
import { asReader, namedTopic, type Topic } from './topic.ts'

/** Most questions to confirm that one address gets in a day, whoever asks. */
export const questionsPerDay = 5

/**
 * Somebody wants to be told by e-mail: their mailbox is asked to confirm. The answer to whoever asks is the same whether the address is
 * known here or not: what is known is told to the mailbox alone.
 * @throws Invalid (`email`) when that is no address; NotFound when there is no such thing to follow
 */
export async function askToFollow(
  ctx: Ctx,
  input: { address: string; topic: Topic; language: MailLanguage },
  keys: FollowKeys,
): Promise<void> {
  const address = parseAddress(input.address)
  if (!address) throw new Invalid('form-invalid', [{ field: 'email', code: 'address-invalid' }])
  const topic = await namedTopic(asReader(ctx.tx), {
    municipality: ctx.actor.municipality,
    topic: input.topic,
  })
  if (!topic) throw new NotFound()
  const follower = await followerOf(ctx, address, input.language, keys)
  const follow = await followOf(ctx, follower.id, input.topic, keys)
  const today = dayOf(ctx.now)
  const since = new Date(ctx.now.getTime() - 86_400_000)
  if (
    (await mailsSince(ctx, { follower: follower.id, kinds: ['confirm', 'known'], since })) >= questionsPerDay
  )
    return
  const facts = follow.confirmed
    ? ({ kind: 'known', topic } as const)
    : ({ kind: 'confirm', follow: follow.id, topic } as const)
  await queueMail(ctx, [
    {
      key: `${facts.kind} ${follow.id} ${today}`,
      to: { follower: follower.id },
      language: input.language,
      facts,
    },
  ])
}

async function followerOf(
  ctx: Ctx,
  address: string,
  language: MailLanguage,
  keys: FollowKeys,
): Promise<{ id: string }> {
  const { municipality } = ctx.actor
  const id = randomUUID()
  const addressKey = keys.fingerprint(address)
  await ctx.tx
    .insertInto('council.follower')
    .values({
      municipality,
      id,
      address_key: addressKey,
      address_sealed: keys.seal(address),
      language,
      token_hash: tokenHash(keys.token('follower', id)),
      asked_at: ctx.now,
      confirmed_at: null,
      told_until: dayOf(ctx.now),
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'address_key']).doNothing())
    .execute()
  return ctx.tx
    .selectFrom('council.follower')
    .select('id')
    .where('municipality', '=', municipality)
    .where('address_key', '=', addressKey)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function followOf(
  ctx: Ctx,
  follower: string,
  topic: Topic,
  keys: FollowKeys,
): Promise<{ id: number; confirmed: boolean }> {
  const { municipality } = ctx.actor
  const what = {
    motion_id: topic.kind === 'motion' ? topic.motion : null,
    party_id: topic.kind === 'party' ? await partyId(ctx, topic.party) : null,
    domain: topic.kind === 'domain' ? topic.domain : null,
  }
  const known = await ctx.tx
    .selectFrom('council.follow')
    .select(['id', 'confirmed_at'])
    .where('municipality', '=', municipality)
    .where('follower_id', '=', follower)
    .where((eb) =>
      eb.and([
        sql<boolean>`motion_id is not distinct from ${what.motion_id}`,
        sql<boolean>`party_id is not distinct from ${what.party_id}`,
        sql<boolean>`domain is not distinct from ${what.domain}`,
      ]),
    )
    .executeTakeFirst()
  if (known) return { id: known.id, confirmed: known.confirmed_at !== null }
  const { id } = await ctx.tx
    .insertInto('council.follow')
    .values({
      municipality,
      follower_id: follower,
      kind: topic.kind,
      ...what,
      // Replaced below: the token is made from the number that the row gets.
      token_hash: tokenHash(randomUUID()),
      asked_at: ctx.now,
      confirmed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .updateTable('council.follow')
    .set({ token_hash: tokenHash(confirmToken(keys, municipality, id, follower)) })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await record(ctx, 'follow.asked', { follow: String(id) })
  return { id, confirmed: false }
}

/** The token with which one follow is confirmed. */
export const confirmToken = (keys: FollowKeys, municipality: string, follow: number, follower: string) =>
  keys.token('follow', `${municipality} ${follow} ${follower}`)

async function partyId(ctx: Ctx, slug: string): Promise<number> {
  const { id } = await ctx.tx
    .selectFrom('council.party')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return id
}
