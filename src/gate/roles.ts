/** Roles with four eyes: one administrator proposes, another approves, and nobody for themselves. PostgreSQL holds the same rule. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import { type CaseCtx, caseRoles } from '../case-ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import { anotherAccount } from './accounts.ts'
import { actingAccount, isUuid } from './acting.ts'

/** Proposes a role for another of the staff. It holds once a second administrator approves it. */
export async function proposeRole(ctx: CaseCtx, accountId: string, wanted: string): Promise<void> {
  const account = await anotherAccount(ctx, accountId)
  const role = caseRoles.find((one) => one === wanted)
  if (!role) throw new Invalid('form-invalid', [{ field: 'role', code: 'needed' }])
  if (account.kind !== 'staff' || account.issuer) throw new Refused('move-not-possible')
  const added = await ctx.tx
    .insertInto('gate.role')
    .values({
      account_id: account.id,
      role,
      proposed_by: actingAccount(ctx),
      proposed_at: sql<Date>`meta.clock()`,
      approved_by: null,
      approved_at: null,
      ended_at: null,
      ended_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'role']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Refused('move-not-possible')
  await append(ctx, {
    event: 'role.proposed',
    action: 'C',
    purpose: 'operation',
    account: account.id,
    parts: { role },
  })
}

/** @throws {Refused} for who proposed it; {NotFound} for whose it is */
export async function approveRole(ctx: CaseCtx, roleId: string): Promise<void> {
  const role = await waitingOrHeld(ctx, roleId)
  if (role.approved_at || role.proposed_by === actingAccount(ctx)) throw new Refused('move-not-possible')
  await ctx.tx
    .updateTable('gate.role')
    .set({ approved_at: sql<Date>`meta.clock()`, approved_by: actingAccount(ctx) })
    .where('id', '=', role.id)
    .execute()
  await append(ctx, {
    event: 'role.approved',
    action: 'U',
    purpose: 'operation',
    account: role.account_id,
    parts: { role: role.role },
  })
}

/** Ends a role, or takes a proposal back. One administrator is enough: it takes something away. Not of oneself. */
export async function endRole(ctx: CaseCtx, roleId: string): Promise<void> {
  const role = await waitingOrHeld(ctx, roleId)
  await ctx.tx
    .updateTable('gate.role')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_by: actingAccount(ctx) })
    .where('id', '=', role.id)
    .execute()
  await append(ctx, {
    event: 'role.ended',
    action: 'U',
    purpose: 'operation',
    account: role.account_id,
    parts: { role: role.role },
  })
}

async function waitingOrHeld(ctx: CaseCtx, roleId: string) {
  const role = isUuid(roleId)
    ? await ctx.tx
        .selectFrom('gate.role')
        .select(['id', 'account_id', 'role', 'proposed_by', 'approved_at'])
        .where('id', '=', roleId)
        .where('ended_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
    : null
  if (!role) throw new NotFound()
  await anotherAccount(ctx, role.account_id)
  return role
}
