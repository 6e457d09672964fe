/** Administrators that the command line makes: the first, and whoever is needed when there are fewer than two. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { invite } from './invitations.ts'

/**
 * Adds an administrator, whose role holds at once, and the office of the municipality when it is new here. Over the login that signs
 * in, as the program itself. @returns the code of the invitation, kept nowhere
 */
export async function addAdministrator(
  ctx: CaseCtx,
  { name, municipality, town }: { name: string; municipality: string; town: string },
): Promise<string> {
  await ctx.tx
    .insertInto('gate.office')
    .values({ municipality, name: town })
    .onConflict((conflict) => conflict.column('municipality').doNothing())
    .execute()
  const { id } = await ctx.tx
    .insertInto('gate.account')
    .values({
      municipality,
      kind: 'staff',
      name,
      organisation_id: null,
      trajectory_id: null,
      issuer: null,
      subject: null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('gate.role')
    .values({
      account_id: id,
      role: 'administrator',
      proposed_by: null,
      proposed_at: sql<Date>`meta.clock()`,
      approved_by: null,
      approved_at: sql<Date>`meta.clock()`,
      ended_at: null,
      ended_by: null,
    })
    .execute()
  await append(ctx, {
    event: 'account.added',
    action: 'C',
    purpose: 'operation',
    account: id,
    parts: { role: 'administrator' },
  })
  return invite(ctx, { accountId: id, because: 'enrolment', madeBy: null })
}
