/** Somebody lost what they sign in with: two others, each in their own name, say that it is them. Then there is a new invitation. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { anotherAccount } from './accounts.ts'
import { actingAccount, isUuid } from './acting.ts'
import { invite } from './invitations.ts'
import { endSessionsOf } from './sessions.ts'

export type Recovery = {
  id: string
  accountId: string
  name: string
  askedBy: string
  /** Whether who acts asked for it, or it is about them: then another must approve. */
  mine: boolean
  useBefore: Date
}

/** Who could be asked for: staff and partners here who have had a passkey, but not oneself. */
export async function recoverable(ctx: CaseCtx): Promise<{ id: string; name: string }[]> {
  return ctx.tx
    .selectFrom('gate.account as account')
    .select(['account.id', sql<string>`account.name`.as('name')])
    .where('account.municipality', '=', ctx.actor.municipality)
    .where('account.kind', 'in', ['staff', 'partner'])
    .where('account.ended_at', 'is', null)
    .where('account.id', '<>', actingAccount(ctx))
    .where(sql<boolean>`exists (select from gate.passkey where account_id = account.id)`)
    .orderBy('account.name')
    .execute()
}

/** What waits for a second person. */
export async function recoveriesOf(ctx: CaseCtx): Promise<Recovery[]> {
  const me = actingAccount(ctx)
  const rows = await waiting(ctx)
    .select([
      'recovery.id',
      'recovery.account_id as accountId',
      sql<string>`account.name`.as('name'),
      sql<string>`asker.name`.as('askedBy'),
      'recovery.asked_by',
      'recovery.use_before as useBefore',
    ])
    .orderBy('recovery.asked_at')
    .execute()
  return rows.map(({ asked_by, ...row }) => ({ ...row, mine: asked_by === me || row.accountId === me }))
}

function waiting(ctx: CaseCtx) {
  return ctx.tx
    .selectFrom('gate.recovery as recovery')
    .innerJoin('gate.account as account', 'account.id', 'recovery.account_id')
    .innerJoin('gate.account as asker', 'asker.id', 'recovery.asked_by')
    .where('account.municipality', '=', ctx.actor.municipality)
    .where('account.ended_at', 'is', null)
    .where('recovery.approved_at', 'is', null)
    .where('recovery.ended_at', 'is', null)
    .where(sql<boolean>`recovery.use_before > meta.clock()`)
}

/** The first of two. It waits three days for the second. */
export async function askRecovery(ctx: CaseCtx, accountId: string): Promise<void> {
  const account = await anotherAccount(ctx, accountId)
  await ctx.tx
    .updateTable('gate.recovery')
    .set({ ended_at: sql<Date>`meta.clock()` })
    .where('account_id', '=', account.id)
    .where('approved_at', 'is', null)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`use_before <= meta.clock()`)
    .execute()
  const asked = await ctx.tx
    .insertInto('gate.recovery')
    .values({
      account_id: account.id,
      asked_by: actingAccount(ctx),
      asked_at: sql<Date>`meta.clock()`,
      use_before: sql<Date>`meta.clock() + interval '3 days'`,
      approved_by: null,
      approved_at: null,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .where('approved_at', 'is', null)
        .where('ended_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!asked) throw new Refused('move-not-possible')
  await append(ctx, { event: 'recovery.asked', action: 'C', purpose: 'operation', account: account.id })
}

/**
 * The second of two. All passkeys and sessions of the person end, and a new invitation is made. @returns its code
 * @throws {Refused} for the first of the two; {NotFound} for the person themselves, and when nothing waits
 */
export async function approveRecovery(ctx: CaseCtx, recoveryId: string): Promise<string> {
  const me = actingAccount(ctx)
  const row = isUuid(recoveryId)
    ? await waiting(ctx)
        .select(['recovery.id', 'recovery.account_id', 'recovery.asked_by'])
        .where('recovery.id', '=', recoveryId)
        .forUpdate('recovery')
        .executeTakeFirst()
    : null
  if (!row) throw new NotFound()
  const account = await anotherAccount(ctx, row.account_id)
  if (row.asked_by === me) throw new Refused('move-not-possible')
  const now = sql<Date>`meta.clock()`
  await ctx.tx
    .updateTable('gate.recovery')
    .set({ approved_by: me, approved_at: now })
    .where('id', '=', row.id)
    .execute()
  await ctx.tx
    .updateTable('gate.passkey')
    .set({ ended_at: now, ended_by: me })
    .where('account_id', '=', account.id)
    .where('ended_at', 'is', null)
    .execute()
  await endSessionsOf(ctx, account.id, 'recovery')
  await append(ctx, { event: 'recovery.approved', action: 'U', purpose: 'operation', account: account.id })
  return invite(ctx, { accountId: account.id, because: 'recovery', madeBy: me })
}
