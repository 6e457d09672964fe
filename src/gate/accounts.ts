/** Accounts of staff and partners, as an administrator of their municipality keeps them. Over the login that signs in; no case is near. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx, CaseRole } from '../case-ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import { actingAccount, isUuid } from './acting.ts'
import { invite } from './invitations.ts'
import { endSessionsOf } from './sessions.ts'
import type { OrganisationKind } from './tables.ts'

export const organisationKinds = [
  'shelter',
  'housing-corporation',
  'school',
  'employer',
  'debt-counsellor',
  'police',
  'care',
  'legal',
  'other',
] as const satisfies readonly OrganisationKind[]

export type HeldRole = {
  id: string
  role: CaseRole
  /** Null while it waits for a second administrator. */
  approvedAt: Date | null
  proposedBy: string | null
  proposerId: string | null
}
export type KnownAccount = {
  id: string
  kind: 'staff' | 'partner'
  name: string
  organisation: string | null
  endedAt: Date | null
  /** Somebody whom a provider vouches for needs no invitation. */
  vouched: boolean
  passkeys: number
  invited: boolean
  roles: HeldRole[]
}
export type KnownOrganisation = { id: string; name: string; kind: OrganisationKind; endedAt: Date | null }

/** Staff and partners of one's municipality; who left comes last. */
export async function accountsOf(ctx: CaseCtx): Promise<KnownAccount[]> {
  return ctx.tx
    .selectFrom('gate.account as account')
    .leftJoin('gate.organisation as organisation', 'organisation.id', 'account.organisation_id')
    .select([
      'account.id',
      sql<'staff' | 'partner'>`account.kind`.as('kind'),
      sql<string>`account.name`.as('name'),
      'organisation.name as organisation',
      'account.ended_at as endedAt',
      sql<boolean>`account.issuer is not null`.as('vouched'),
      sql<number>`(select count(*)::integer from gate.passkey where account_id = account.id and ended_at is null)`.as(
        'passkeys',
      ),
      sql<boolean>`exists (select from gate.invitation where account_id = account.id and used_at is null
        and ended_at is null and use_before > meta.clock())`.as('invited'),
    ])
    .where('account.municipality', '=', ctx.actor.municipality)
    .where('account.kind', 'in', ['staff', 'partner'])
    .orderBy(sql`account.ended_at is not null`)
    .orderBy('account.kind', 'desc')
    .orderBy('account.name')
    .execute()
    .then(async (accounts) => {
      const roles = await rolesOf(
        ctx,
        accounts.map(({ id }) => id),
      )
      return accounts.map((account) => ({
        ...account,
        roles: roles
          .filter(({ accountId }) => accountId === account.id)
          .map(({ accountId: _, ...role }) => role),
      }))
    })
}

async function rolesOf(ctx: CaseCtx, accountIds: string[]) {
  if (accountIds.length === 0) return []
  return ctx.tx
    .selectFrom('gate.role as role')
    .leftJoin('gate.account as proposer', 'proposer.id', 'role.proposed_by')
    .select([
      'role.id',
      'role.account_id as accountId',
      'role.role',
      'role.approved_at as approvedAt',
      'proposer.name as proposedBy',
      'proposer.id as proposerId',
    ])
    .where('role.account_id', 'in', accountIds)
    .where('role.ended_at', 'is', null)
    .orderBy('role.role')
    .execute()
}

export async function organisationsOf(ctx: CaseCtx): Promise<KnownOrganisation[]> {
  return ctx.tx
    .selectFrom('gate.organisation')
    .select(['id', 'name', 'kind', 'ended_at as endedAt'])
    .where('municipality', '=', ctx.actor.municipality)
    .orderBy(sql`ended_at is not null`)
    .orderBy('name')
    .execute()
}

/** @throws {Invalid} without a name or a kind */
export async function addOrganisation(ctx: CaseCtx, input: { name: string; kind: string }): Promise<void> {
  const name = input.name.trim()
  const kind = organisationKinds.find((one) => one === input.kind)
  const fields = [
    ...(name ? [] : [{ field: 'organisation', code: 'needed' }]),
    ...(kind ? [] : [{ field: 'kind', code: 'needed' }]),
  ]
  if (!kind || fields.length > 0) throw new Invalid('form-invalid', fields)
  const { id } = await ctx.tx
    .insertInto('gate.organisation')
    .values({ municipality: ctx.actor.municipality, name, kind, ended_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(ctx, {
    event: 'organisation.added',
    action: 'C',
    purpose: 'operation',
    parts: { organisation: id },
  })
}

/**
 * Adds somebody, who comes in with an invitation. Staff have no role yet: that takes two. @returns the code of the invitation
 * @throws {Invalid} without a name; for a partner without an organisation
 */
export async function addAccount(
  ctx: CaseCtx,
  input: { name: string; kind: 'staff' | 'partner'; organisationId: string },
): Promise<string> {
  const name = input.name.trim()
  const organisations = await organisationsOf(ctx)
  const organisation = organisations.find(({ id, endedAt }) => id === input.organisationId && !endedAt)
  const fields = [
    ...(name ? [] : [{ field: 'name', code: 'needed' }]),
    ...(input.kind === 'partner' && !organisation ? [{ field: 'organisation', code: 'needed' }] : []),
  ]
  if (fields.length > 0) throw new Invalid('form-invalid', fields)
  const { id } = await ctx.tx
    .insertInto('gate.account')
    .values({
      municipality: ctx.actor.municipality,
      kind: input.kind,
      name,
      organisation_id: input.kind === 'partner' ? (organisation?.id ?? null) : null,
      trajectory_id: null,
      issuer: null,
      subject: null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(ctx, { event: 'account.added', action: 'C', purpose: 'operation', account: id })
  return invite(ctx, { accountId: id, because: 'enrolment', madeBy: actingAccount(ctx) })
}

/** Of staff or a partner here, who has not left. @throws {NotFound} for anyone else, and for oneself */
export async function anotherAccount(ctx: CaseCtx, id: string) {
  const account = isUuid(id)
    ? await ctx.tx
        .selectFrom('gate.account')
        .select(['id', 'name', 'kind', 'issuer'])
        .where('id', '=', id)
        .where('municipality', '=', ctx.actor.municipality)
        .where('kind', 'in', ['staff', 'partner'])
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    : null
  if (!account || account.id === actingAccount(ctx)) throw new NotFound()
  return account
}

/**
 * Makes an invitation anew, for somebody who has no passkey yet. @returns its code
 * @throws {Refused} `move-not-possible` for who has one: recovery takes two
 */
export async function inviteAgain(ctx: CaseCtx, accountId: string): Promise<string> {
  const account = await anotherAccount(ctx, accountId)
  const has = await ctx.tx
    .selectFrom('gate.passkey')
    .select('id')
    .where('account_id', '=', account.id)
    .limit(1)
    .executeTakeFirst()
  if (has || account.issuer) throw new Refused('move-not-possible')
  await append(ctx, { event: 'account.invited', action: 'U', purpose: 'operation', account: account.id })
  return invite(ctx, { accountId: account.id, because: 'enrolment', madeBy: actingAccount(ctx) })
}

/** Ends an account with all its sessions, roles, passkeys and invitations, at once and for good. Not one's own. */
export async function endAccount(ctx: CaseCtx, accountId: string): Promise<void> {
  const { id, kind } = await anotherAccount(ctx, accountId)
  const now = sql<Date>`meta.clock()`
  if (kind === 'staff') {
    await ctx.tx
      .updateTable('gate.role')
      .set({ ended_at: now, ended_by: actingAccount(ctx) })
      .where('account_id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
  }
  await ctx.tx
    .updateTable('gate.passkey')
    .set({ ended_at: now, ended_by: actingAccount(ctx) })
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await ctx.tx
    .updateTable('gate.invitation')
    .set({ ended_at: now })
    .where('account_id', '=', id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  await endSessionsOf(ctx, id, 'account-ended')
  await ctx.tx.updateTable('gate.account').set({ ended_at: now }).where('id', '=', id).execute()
  await append(ctx, { event: 'account.ended', action: 'U', purpose: 'operation', account: id })
}
