import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { MailFacts } from './mail.ts'
import type { MailLanguage } from './tables.ts'

export type NewMail = {
  /** What it tells whom, about which day. */
  key: string
  to: { follower: string } | { account: string }
  language: MailLanguage
  facts: MailFacts
}

/**
 * Puts mail in the box that waits to be sent, in the transaction of the effect that it tells of. The same key is put there once.
 * @returns how many are new
 */
export async function queueMail(ctx: Ctx, mails: readonly NewMail[]): Promise<number> {
  let added = 0
  for (const { key, to, language, facts } of mails) {
    const row = await ctx.tx
      .insertInto('council.mail')
      .values({
        municipality: ctx.actor.municipality,
        natural_key: key,
        kind: facts.kind,
        follower_id: 'follower' in to ? to.follower : null,
        account_id: 'account' in to ? to.account : null,
        language,
        facts: JSON.stringify(facts),
        made_at: ctx.now,
        next_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'natural_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) added += 1
  }
  return added
}

/** How many mails of these kinds somebody was sent, or will be, since a moment. */
export async function mailsSince(
  ctx: Ctx,
  input: { follower: string; kinds: MailFacts['kind'][]; since: Date },
): Promise<number> {
  const { count } = await ctx.tx
    .selectFrom('council.mail')
    .select(sql<number>`count(*)`.as('count'))
    .where('municipality', '=', ctx.actor.municipality)
    .where('follower_id', '=', input.follower)
    .where('kind', 'in', input.kinds)
    .where('made_at', '>', input.since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
