/** What the login that sends mail does: take one, say how it went. Nothing else of the room is open to it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addressOf } from '../../identity/index.ts'
import { confirmToken } from './ask-to-follow.ts'
import type { FollowKeys } from './keys.ts'
import type { MailFacts } from './mail.ts'
import type { MailLanguage } from './tables.ts'

/** Tries after which undeliverable mail is given up: about two days. */
export const mostAttempts = 12

/** Minutes until the next try: 1, 2, 4 … up to four hours. Pure. */
export function minutesUntilNext(attempts: number): number {
  return Math.min(240, 2 ** Math.max(0, attempts - 1))
}

export type ClaimedMail = {
  id: number
  /** Proves that it is still ours to settle. */
  claim: string
  key: string
  attempts: number
  language: MailLanguage
  facts: MailFacts
  madeAt: Date
  /** Null when whoever it is for has no address (any more). */
  address: string | null
  links: MailLinks
}
/** Tokens for the links in a mail; made anew for each mail, stored nowhere. */
export type MailLinks = {
  /** Confirms one follow. */
  confirm: string | null
  /** Shows and stops what a follower follows, or switches off the weekly mail of a councillor; null where mail belongs to the work. */
  stop: string | null
}

/**
 * Takes the mail that waits longest. While `claimed_until` is to come nobody else takes it; whoever died with it has lost it then, and
 * it is taken again.
 * @param leaseSeconds longer than sending one mail can take
 */
export async function claimMail(
  ctx: Ctx,
  input: { leaseSeconds: number },
  keys: FollowKeys,
): Promise<ClaimedMail | null> {
  const { municipality } = ctx.actor
  const claim = randomUUID()
  const until = new Date(ctx.now.getTime() + input.leaseSeconds * 1000)
  const { rows } = await sql<{
    id: number
    natural_key: string
    attempts: number
    language: MailLanguage
    facts: MailFacts
    made_at: Date
    follower_id: string | null
    account_id: string | null
  }>`
    update council.mail set state = 'sending', attempts = attempts + 1, claim = ${claim}, claimed_until = ${until}
    where municipality = ${municipality} and id = (
      select id from council.mail
      where municipality = ${municipality} and state in ('waiting', 'sending')
        and next_at <= ${ctx.now} and (claimed_until is null or claimed_until <= ${ctx.now})
      order by next_at, id limit 1 for update skip locked)
    returning id, natural_key, attempts, language, facts, made_at, follower_id, account_id`.execute(ctx.tx)
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    claim,
    key: row.natural_key,
    attempts: row.attempts,
    language: row.language,
    facts: row.facts,
    madeAt: row.made_at,
    address: row.follower_id
      ? await followerAddress(ctx, row.follower_id, keys)
      : await addressOf(ctx, row.account_id!),
    links: linksOf(keys, municipality, {
      facts: row.facts,
      follower: row.follower_id,
      account: row.account_id,
    }),
  }
}

async function followerAddress(ctx: Ctx, id: string, keys: FollowKeys): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('council.follower')
    .select('address_sealed')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? keys.open(row.address_sealed) : null
}

/** The tokens that the links of a mail need. Pure. */
export function linksOf(
  keys: FollowKeys,
  municipality: string,
  mail: { facts: MailFacts; follower: string | null; account: string | null },
): MailLinks {
  const { facts, follower, account } = mail
  return {
    confirm:
      facts.kind === 'confirm' && follower ? confirmToken(keys, municipality, facts.follow, follower) : null,
    stop: follower
      ? keys.token('follower', follower)
      : facts.kind === 'digest' && account
        ? keys.token('watcher', `${municipality} ${account}`)
        : null,
  }
}

/** How sending went. `refused`: for good, by the receiving side; `undelivered`: perhaps later. */
export type SendResult = { kind: 'sent' } | { kind: 'refused' | 'undelivered'; code: string }

/** Writes down how it went; does nothing when the mail was taken by another meanwhile. @returns the state that it has now */
export async function settleMail(
  ctx: Ctx,
  input: { mail: Pick<ClaimedMail, 'id' | 'claim' | 'attempts'>; result: SendResult },
): Promise<'sent' | 'waiting' | 'failed' | 'given-up' | null> {
  const { mail, result } = input
  const state =
    result.kind === 'sent'
      ? 'sent'
      : result.kind === 'refused'
        ? 'failed'
        : mail.attempts >= mostAttempts
          ? 'given-up'
          : 'waiting'
  const settled = await ctx.tx
    .updateTable('council.mail')
    .set({
      state,
      claim: null,
      claimed_until: null,
      ...(state === 'sent' ? { sent_at: ctx.now, error_code: null } : {}),
      ...(result.kind === 'sent' ? {} : { error_code: result.code }),
      ...(state === 'waiting'
        ? { next_at: new Date(ctx.now.getTime() + minutesUntilNext(mail.attempts) * 60_000) }
        : {}),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', mail.id)
    .where('claim', '=', mail.claim)
    .returning('state')
    .executeTakeFirst()
  return settled ? state : null
}
