import { record } from '../audit/index.ts'
import type { Ctx, Role } from '../ctx.ts'
import { Denied } from '../errors.ts'
import type { NewSession } from './session.ts'
import { expiryOf, hashToken, newToken } from './session.ts'

/**
 * Signs in as an invented person, in a role that they hold at the municipality of the actor (a `system` actor: nobody is signed in yet).
 * @throws {Denied} in production, for a real person, or for a role that they do not hold
 */
export async function signInDemo(ctx: Ctx, input: { personId: string; role: Role }): Promise<NewSession> {
  const installation = await ctx.tx.selectFrom('meta.installation').select('mode').executeTakeFirst()
  if (installation?.mode !== 'demo') throw new Denied('demonstration sign-in outside a demonstration')
  const { municipality } = ctx.actor
  const holder = await ctx.tx
    .selectFrom('identity.role')
    .innerJoin('identity.person', 'identity.person.id', 'identity.role.person_id')
    .select('identity.person.id')
    .where('identity.role.municipality', '=', municipality)
    .where('identity.role.person_id', '=', input.personId)
    .where('identity.role.role', '=', input.role)
    .where('identity.role.ended_at', 'is', null)
    .where('identity.person.demonstration', '=', true)
    .executeTakeFirst()
  if (!holder) throw new Denied('no invented person with this role here')
  const token = newToken()
  const expiresAt = expiryOf(ctx.now)
  await ctx.tx.deleteFrom('identity.session').where('expires_at', '<', ctx.now).execute()
  await ctx.tx
    .insertInto('identity.session')
    .values({
      token_hash: hashToken(token),
      person_id: holder.id,
      municipality,
      role: input.role,
      created_at: ctx.now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute()
  await record(ctx, 'session.opened', { person: holder.id, role: input.role })
  return { token, expiresAt }
}

/** Ends the session of this token; does nothing when there is none. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  const ended = await ctx.tx
    .updateTable('identity.session')
    .set({ ended_at: ctx.now })
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .returning(['person_id', 'role'])
    .executeTakeFirst()
  if (ended) await record(ctx, 'session.ended', { person: ended.person_id, role: ended.role })
}
