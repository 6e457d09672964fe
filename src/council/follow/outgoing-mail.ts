import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { FollowKeys } from './keys.ts'
import type { MailFacts, MailKind, MailState } from './mail.ts'
import { linksOf, type MailLinks } from './send-queue.ts'
import type { MailLanguage } from './tables.ts'

/** A mail as the desk lists it: what it is and how it stands, never to which address. */
export type OutgoingMail = {
  id: number
  kind: MailKind
  to: 'follower' | 'account'
  state: MailState
  madeAt: Date
  attempts: number
  nextAt: Date
  sentAt: Date | null
  errorCode: string | null
}
export type OutgoingList = { mails: OutgoingMail[]; counts: Record<MailState, number> }

const columns = [
  'id',
  'kind',
  'follower_id',
  'state',
  'made_at',
  'attempts',
  'next_at',
  'sent_at',
  'error_code',
] as const

/** Mail of the actor's municipality: what could not be delivered first, then the newest; at most `limit` (100). */
export async function outgoingMail(ctx: Ctx, input: { limit?: number } = {}): Promise<OutgoingList> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.mail')
    .select(columns)
    .where('municipality', '=', municipality)
    .orderBy(sql`state in ('failed', 'given-up')`, 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit ?? 100)
    .execute()
  const counted = await ctx.tx
    .selectFrom('council.mail')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('municipality', '=', municipality)
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, sending: 0, sent: 0, failed: 0, 'given-up': 0 }
  for (const { state, count } of counted) counts[state] = Number(count)
  return { mails: rows.map(listed), counts }
}

function listed(row: {
  id: number
  kind: MailKind
  follower_id: string | null
  state: MailState
  made_at: Date
  attempts: number
  next_at: Date
  sent_at: Date | null
  error_code: string | null
}): OutgoingMail {
  return {
    id: row.id,
    kind: row.kind,
    to: row.follower_id ? 'follower' : 'account',
    state: row.state,
    madeAt: row.made_at,
    attempts: row.attempts,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    errorCode: row.error_code,
  }
}

/** One mail as it would go out, with its links: in a demonstration only, where the clerk stands in for every mailbox. */
export async function demoMail(
  ctx: Ctx,
  input: { mail: number },
  keys: FollowKeys,
): Promise<(OutgoingMail & { language: MailLanguage; facts: MailFacts; links: MailLinks }) | null> {
  const installation = await demonstration(ctx)
  if (!installation) return null
  const row = await ctx.tx
    .selectFrom('council.mail')
    .select([...columns, 'account_id', 'language', 'facts'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.mail)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...listed(row),
    language: row.language,
    facts: row.facts,
    links: linksOf(keys, ctx.actor.municipality, {
      facts: row.facts,
      follower: row.follower_id,
      account: row.account_id,
    }),
  }
}

async function demonstration(ctx: Ctx): Promise<boolean> {
  const installation = await ctx.tx.selectFrom('meta.installation').select('mode').executeTakeFirst()
  return installation?.mode === 'demo'
}
