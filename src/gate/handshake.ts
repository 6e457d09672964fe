/** A sign-in that is begun in one request and finished in another, in the same browser, once, within ten minutes. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import { hashCaseToken } from './session.ts'

export type Handshake = {
  what: 'passkey' | 'enrolment' | 'provider'
  challenge: string
  nonce?: string | null
  verifier?: string | null
  invitationId?: string | null
  accountId?: string | null
}

/** @returns the token for the cookie */
export async function beginHandshake(ctx: CaseCtx, handshake: Handshake): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await ctx.tx.deleteFrom('gate.handshake').where('expires_at', '<', sql<Date>`meta.clock()`).execute()
  await ctx.tx
    .insertInto('gate.handshake')
    .values({
      token_hash: hashCaseToken(token),
      what: handshake.what,
      challenge: handshake.challenge,
      nonce: handshake.nonce ?? null,
      verifier: handshake.verifier ?? null,
      invitation_id: handshake.invitationId ?? null,
      account_id: handshake.accountId ?? null,
      expires_at: sql<Date>`meta.clock() + interval '10 minutes'`,
    })
    .execute()
  return token
}

/** Takes it away: whatever comes of it, it cannot be used again. Null when there is none, of this kind, that still holds. */
export async function takeHandshake(
  ctx: CaseCtx,
  token: string | null,
  what: Handshake['what'],
): Promise<Required<Handshake> | null> {
  if (!token) return null
  const row = await ctx.tx
    .deleteFrom('gate.handshake')
    .where('token_hash', '=', hashCaseToken(token))
    .where('what', '=', what)
    .returning([
      'what',
      'challenge',
      'nonce',
      'verifier',
      'invitation_id as invitationId',
      'account_id as accountId',
      sql<boolean>`expires_at > meta.clock()`.as('holds'),
    ])
    .executeTakeFirst()
  if (!row?.holds) return null
  const { holds: _, ...handshake } = row
  return handshake
}
