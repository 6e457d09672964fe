/** Staff whom a provider vouches for: their account and roles follow its claims. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx, CaseRole } from '../case-ctx.ts'
import type { LoggedOut, Vouched } from '../sign-in/oidc.ts'
import { openSession } from './session.ts'

/** What a provider's groups mean here, and for which municipality it vouches. */
export type ProviderRules = { municipality: string; roles: ReadonlyMap<string, CaseRole> }

/**
 * Opens a session. The account is made the first time; roles that came from claims end when the claims do.
 * @returns null when no claim gives a role, or the account was ended here
 */
export async function signInVouched(
  ctx: CaseCtx,
  vouched: Vouched,
  { municipality, roles }: ProviderRules,
  device: string,
): Promise<string | null> {
  const wanted = new Set(vouched.groups.flatMap((group) => roles.get(group) ?? []))
  const account = wanted.size > 0 ? await accountOf(ctx, vouched, municipality) : null
  if (!account || account.ended) {
    const reason = wanted.size === 0 ? 'no-role' : 'account-ended'
    await append(ctx, { event: 'session.opened', action: 'E', purpose: 'operation', municipality, reason })
    return null
  }
  const changed = await syncRoles(ctx, account.id, wanted)
  await append(ctx, {
    event: 'session.opened',
    action: 'E',
    purpose: 'operation',
    account: account.id,
    ...(changed.length > 0 ? { parts: { role: changed } } : {}),
  })
  return openSession(ctx, {
    accountId: account.id,
    method: 'oidc',
    device,
    ...(vouched.session ? { providerSession: vouched.session } : {}),
  })
}

async function accountOf(ctx: CaseCtx, { issuer, subject, name }: Vouched, municipality: string) {
  const account = await ctx.tx
    .insertInto('gate.account')
    .values({
      municipality,
      kind: 'staff',
      name: name ?? subject,
      organisation_id: null,
      trajectory_id: null,
      issuer,
      subject,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['issuer', 'subject'])
        .doUpdateSet({ name: sql<string>`coalesce(${name}, account.name)` }),
    )
    .returning(['id', 'municipality', 'ended_at'])
    .executeTakeFirstOrThrow()
  return { id: account.id, ended: account.ended_at !== null || account.municipality !== municipality }
}

/** @returns the roles that came or went */
async function syncRoles(
  ctx: CaseCtx,
  accountId: string,
  wanted: ReadonlySet<CaseRole>,
): Promise<CaseRole[]> {
  const held = await ctx.tx
    .selectFrom('gate.role')
    .select(['id', 'role', 'proposed_by'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  const gone = held.filter(({ role, proposed_by }) => proposed_by === null && !wanted.has(role))
  const fresh = [...wanted].filter((role) => !held.some((one) => one.role === role))
  if (gone.length > 0) {
    await ctx.tx
      .updateTable('gate.role')
      .set({ ended_at: sql<Date>`meta.clock()` })
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  }
  for (const role of fresh) {
    await ctx.tx
      .insertInto('gate.role')
      .values({
        account_id: accountId,
        role,
        proposed_by: null,
        proposed_at: sql<Date>`meta.clock()`,
        approved_by: null,
        approved_at: sql<Date>`meta.clock()`,
        ended_at: null,
        ended_by: null,
      })
      .execute()
  }
  return [...gone.map(({ role }) => role), ...fresh]
}

/** The provider ended somebody's session, or all of theirs. @returns false when this token came before */
export async function endVouched(ctx: CaseCtx, out: LoggedOut): Promise<boolean> {
  await ctx.tx.deleteFrom('gate.provider_logout').where('expires_at', '<', sql<Date>`meta.clock()`).execute()
  const first = await ctx.tx
    .insertInto('gate.provider_logout')
    .values({ issuer: out.issuer, jti: out.jti, expires_at: out.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('jti')
    .executeTakeFirst()
  if (!first) return false
  const ended = await ctx.tx
    .updateTable('gate.session')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_because: 'by-provider' })
    .where('ended_at', 'is', null)
    .where('account_id', 'in', (eb) => {
      const accounts = eb.selectFrom('gate.account').select('id').where('issuer', '=', out.issuer)
      return out.subject ? accounts.where('subject', '=', out.subject) : accounts
    })
    .$if(out.session !== null, (query) => query.where('provider_session', '=', out.session))
    .returning(['id', 'account_id'])
    .execute()
  for (const { id, account_id: account } of ended) {
    await append(ctx, {
      event: 'session.ended',
      action: 'U',
      purpose: 'operation',
      account,
      parts: { session: id },
    })
  }
  return true
}
