import { sql } from 'kysely'
import { record } from '../audit/index.ts'
import type { Ctx, Role } from '../ctx.ts'

/** Says where someone who works with Schakel gets mail. Nobody at a desk reads it back: only the login that sends does. */
export async function setAddress(ctx: Ctx, input: { personId: string; address: string }): Promise<void> {
  const { address } = input
  await ctx.tx
    .insertInto('identity.address')
    .values({ person_id: input.personId, address, set_at: ctx.now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ address, set_at: ctx.now }))
    .execute()
  await record(ctx, 'address.set', { person: input.personId }, { fields: ['address'] })
}

/** Where someone gets mail, or null. Only the login that sends mail may ask. */
export async function addressOf(ctx: Ctx, account: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('identity.address')
    .select('address')
    .where('person_id', '=', account)
    .executeTakeFirst()
  return row?.address ?? null
}

/** Everyone with a role at the actor's municipality now who can get mail. */
export async function mailableAccounts(
  ctx: Ctx,
): Promise<{ account: string; name: string; roles: Role[] }[]> {
  const rows = await ctx.tx
    .selectFrom('identity.role as role')
    .innerJoin('identity.person as person', 'person.id', 'role.person_id')
    .innerJoin('identity.address as address', 'address.person_id', 'person.id')
    .select([
      'person.id as account',
      'person.name',
      sql<Role[]>`array_agg(role.role order by role.role)`.as('roles'),
    ])
    .where('role.municipality', '=', ctx.actor.municipality)
    .where('role.ended_at', 'is', null)
    .groupBy(['person.id', 'person.name'])
    .orderBy('person.id')
    .execute()
  return rows
}

/** Whether someone can get mail. */
export async function hasAddress(ctx: Ctx, account: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('identity.address')
    .select('person_id')
    .where('person_id', '=', account)
    .executeTakeFirst()
  return row !== undefined
}
