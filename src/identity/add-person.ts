import { record } from '../audit/index.ts'
import type { Ctx, Role } from '../ctx.ts'

export type AddPerson = {
  name: string
  /** Invented: may be signed in as without proof, in a demonstration only. */
  demonstration?: boolean
  /** What they are, at the municipality of the actor. */
  roles: readonly Role[]
}

/** @returns the identifier of the new person */
export async function addPerson(ctx: Ctx, input: AddPerson): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('identity.person')
    .values({ name: input.name, demonstration: input.demonstration ?? false })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(ctx, 'person.added', { person: id }, { fields: ['name'] })
  for (const role of input.roles) await grantRole(ctx, { personId: id, role })
  return id
}

/** Gives a person a role at the municipality of the actor; does nothing when they hold it already. */
export async function grantRole(ctx: Ctx, input: { personId: string; role: Role }): Promise<void> {
  const added = await ctx.tx
    .insertInto('identity.role')
    .values({
      municipality: ctx.actor.municipality,
      person_id: input.personId,
      role: input.role,
      granted_at: ctx.now,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'person_id', 'role']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('role')
    .executeTakeFirst()
  if (added) await record(ctx, 'role.granted', { person: input.personId, role: input.role })
}

/** Ends a role; its sessions end with it. */
export async function endRole(ctx: Ctx, input: { personId: string; role: Role }): Promise<void> {
  const ended = await ctx.tx
    .updateTable('identity.role')
    .set({ ended_at: ctx.now })
    .where('municipality', '=', ctx.actor.municipality)
    .where('person_id', '=', input.personId)
    .where('role', '=', input.role)
    .where('ended_at', 'is', null)
    .returning('role')
    .executeTakeFirst()
  if (ended) await record(ctx, 'role.ended', { person: input.personId, role: input.role })
}
