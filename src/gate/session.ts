/** Sessions at the confidential side: opaque tokens, of which the database keeps a hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CaseActor, CaseCtx, CaseRole } from '../case-ctx.ts'
import type { Tables } from '../db/tables.ts'
import type { SignInMethod } from './tables.ts'

/** How long a session may go unused, and how long it lasts at most; in minutes. Short where the phone may be somebody else's. */
export const sessionLimits = {
  staff: { idle: 20, most: 600 },
  partner: { idle: 15, most: 480 },
  survivor: { idle: 10, most: 60 },
} as const satisfies Record<Exclude<CaseActor['kind'], 'system'>, { idle: number; most: number }>

export type SignedIn = {
  actor: Exclude<CaseActor, { kind: 'system' }>
  /** Its name in lists; not the token. */
  sessionId: string
  expiresAt: Date
}

/** What the database keeps of a token. */
export function hashCaseToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Opens a session over the login that signs in. @returns the token for the cookie: 43 characters of base64url */
export async function openSession(
  ctx: CaseCtx,
  input: { accountId: string; method: SignInMethod; device?: string; providerSession?: string },
): Promise<string> {
  const { kind } = await ctx.tx
    .selectFrom('gate.account')
    .select('kind')
    .where('id', '=', input.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { idle, most } = sessionLimits[kind]
  const token = randomBytes(32).toString('base64url')
  await ctx.tx
    .insertInto('gate.session')
    .values({
      token_hash: hashCaseToken(token),
      account_id: input.accountId,
      method: input.method,
      opened_at: sql<Date>`meta.clock()`,
      seen_at: sql<Date>`meta.clock()`,
      idle: `${idle} minutes`,
      expires_at: sql<Date>`meta.clock() + make_interval(mins => ${most})`,
      ended_at: null,
      ended_because: null,
      provider_session: input.providerSession ?? null,
      device: input.device ?? null,
    })
    .execute()
  return token
}

/** Who this token belongs to; null when it is unknown, ended, expired or went unused too long. */
export async function findSession(gate: Kysely<Tables>, token: string): Promise<SignedIn | null> {
  const row = await gate
    .selectFrom('gate.session as session')
    .innerJoin('gate.account as account', 'account.id', 'session.account_id')
    .leftJoin('gate.organisation as organisation', 'organisation.id', 'account.organisation_id')
    .select([
      'session.id as sessionId',
      'session.expires_at as expiresAt',
      'account.id as accountId',
      'account.kind',
      'account.name',
      'account.municipality',
      'account.trajectory_id as trajectoryId',
      'account.organisation_id as organisationId',
      'organisation.name as organisation',
      'organisation.ended_at as organisationEnded',
      sql<CaseRole[]>`array(select role from gate.role where account_id = account.id
        and approved_at <= meta.clock() and ended_at is null order by role)`.as('roles'),
      sql<boolean>`session.seen_at < meta.clock() - interval '1 minute'`.as('stale'),
    ])
    .where('session.token_hash', '=', hashCaseToken(token))
    .where('session.ended_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .where(sql<boolean>`session.expires_at > meta.clock() and session.seen_at + session.idle > meta.clock()`)
    .executeTakeFirst()
  if (!row) return null
  const actor = actorOf(row)
  if (!actor) return null
  if (row.stale) {
    await gate
      .updateTable('gate.session')
      .set({ seen_at: sql<Date>`meta.clock()` })
      .where('token_hash', '=', hashCaseToken(token))
      .execute()
  }
  return { actor, sessionId: row.sessionId, expiresAt: row.expiresAt }
}

function actorOf(row: {
  accountId: string
  kind: 'staff' | 'partner' | 'survivor'
  name: string | null
  municipality: string
  trajectoryId: number | null
  organisationId: string | null
  organisation: string | null
  organisationEnded: Date | null
  roles: CaseRole[]
}): SignedIn['actor'] | null {
  const { accountId, municipality, name, roles } = row
  if (row.kind === 'staff') return { kind: 'staff', accountId, name: name ?? '', roles, municipality }
  if (row.kind === 'survivor') {
    return { kind: 'survivor', accountId, trajectoryId: row.trajectoryId ?? 0, municipality }
  }
  if (!row.organisationId || row.organisationEnded) return null
  const { organisationId } = row
  return {
    kind: 'partner',
    accountId,
    name: name ?? '',
    organisationId,
    organisation: row.organisation ?? '',
    municipality,
  }
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession(ctx: CaseCtx, token: string, because: string): Promise<void> {
  await ctx.tx
    .updateTable('gate.session')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_because: because })
    .where('token_hash', '=', hashCaseToken(token))
    .where('ended_at', 'is', null)
    .execute()
}
