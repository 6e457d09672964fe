import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CaseCtx, CaseRole } from '../case-ctx.ts'
import type { Tables } from '../db/tables.ts'
import { Denied } from '../errors.ts'
import { openSession } from './session.ts'

export type DemoAccount = {
  accountId: string
  kind: 'staff' | 'partner' | 'survivor'
  /** Null for the person whose case it is. */
  name: string | null
  organisation: string | null
  municipality: string
  roles: CaseRole[]
}

/** The invented people that one may sign in as in a demonstration. */
export async function demoAccounts(gate: Kysely<Tables>): Promise<DemoAccount[]> {
  return gate
    .selectFrom('gate.account as account')
    .leftJoin('gate.organisation as organisation', 'organisation.id', 'account.organisation_id')
    .select([
      'account.id as accountId',
      'account.kind',
      'account.name',
      'organisation.name as organisation',
      'account.municipality',
      sql<CaseRole[]>`array(select role from gate.role where account_id = account.id
        and approved_at <= meta.clock() and ended_at is null order by role)`.as('roles'),
    ])
    .where('account.demonstration', '=', true)
    .where('account.ended_at', 'is', null)
    .orderBy('account.municipality')
    .orderBy('account.kind')
    .orderBy('account.name')
    .execute()
}

/** @throws {Denied} outside a demonstration, or for somebody who is not invented */
export async function signInAsDemo(ctx: CaseCtx, accountId: string): Promise<string> {
  const installation = await ctx.tx.selectFrom('meta.installation').select('mode').executeTakeFirst()
  const account = await ctx.tx
    .selectFrom('gate.account')
    .select('demonstration')
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (installation?.mode !== 'demo' || !account?.demonstration) {
    throw new Denied('demonstration sign-in of nobody invented')
  }
  return openSession(ctx, { accountId, method: 'demo' })
}
