/** Somebody's own sessions, to see and to end. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound } from '../errors.ts'
import { actingAccount, isUuid } from './acting.ts'
import type { SignInMethod } from './tables.ts'

export type OwnSession = {
  id: string
  method: SignInMethod
  openedAt: Date
  seenAt: Date
  expiresAt: Date
  /** As `deviceCode` gives it. */
  device: string | null
}

/** Of whoever acts: the sessions that are live, the last used first. Over the login that signs in. */
export async function ownSessions(ctx: CaseCtx): Promise<OwnSession[]> {
  return ctx.tx
    .selectFrom('gate.session')
    .select([
      'id',
      'method',
      'opened_at as openedAt',
      'seen_at as seenAt',
      'expires_at as expiresAt',
      'device',
    ])
    .where('account_id', '=', actingAccount(ctx))
    .where('ended_at', 'is', null)
    .where(sql<boolean>`expires_at > meta.clock() and seen_at + idle > meta.clock()`)
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends one of one's own. @throws {NotFound} when it is not one's own, or ended already */
export async function endOwnSession(ctx: CaseCtx, id: string): Promise<void> {
  if (!isUuid(id)) throw new NotFound()
  const ended = await ctx.tx
    .updateTable('gate.session')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_because: 'by-holder' })
    .where('id', '=', id)
    .where('account_id', '=', actingAccount(ctx))
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw new NotFound()
  await append(ctx, { event: 'session.ended', action: 'U', purpose: 'operation', parts: { session: id } })
}

/** Ends all of one's own but one. @param keep the session that goes on */
export async function endOtherSessions(ctx: CaseCtx, keep: string): Promise<void> {
  const ended = await ctx.tx
    .updateTable('gate.session')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_because: 'by-holder' })
    .where('account_id', '=', actingAccount(ctx))
    .where('id', '<>', keep)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  if (ended.length === 0) return
  await append(ctx, {
    event: 'session.ended',
    action: 'U',
    purpose: 'operation',
    parts: { session: ended.map(({ id }) => id) },
  })
}

/** Ends every session of an account. @returns how many. Not logged: part of what its caller writes down. */
export async function endSessionsOf(ctx: CaseCtx, accountId: string, because: string): Promise<number> {
  const ended = await ctx.tx
    .updateTable('gate.session')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_because: because })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}
