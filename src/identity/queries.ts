import type { Kysely } from 'kysely'
import type { Actor, Role } from '../ctx.ts'
import type { Tables } from '../db/tables.ts'
import type { Holder } from './person.ts'
import { hashToken } from './session.ts'

/** Who this token belongs to; null when it is unknown, expired, ended, or the role has ended since. */
export async function findSession(
  db: Kysely<Tables>,
  token: string,
  now: Date = new Date(),
): Promise<Extract<Actor, { kind: 'person' }> | null> {
  const row = await db
    .selectFrom('identity.session as session')
    .innerJoin('identity.person as person', 'person.id', 'session.person_id')
    .innerJoin('identity.role as role', (join) =>
      join
        .onRef('role.person_id', '=', 'session.person_id')
        .onRef('role.municipality', '=', 'session.municipality')
        .onRef('role.role', '=', 'session.role')
        .on('role.ended_at', 'is', null),
    )
    .select(['person.id', 'person.name', 'session.role', 'session.municipality'])
    .where('session.token_hash', '=', hashToken(token))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  return { kind: 'person', personId: row.id, name: row.name, role: row.role, municipality: row.municipality }
}

/** The invented people that one may sign in as, by municipality, role and name. */
export async function demoPeople(db: Kysely<Tables>): Promise<Holder[]> {
  return db
    .selectFrom('identity.role as role')
    .innerJoin('identity.person as person', 'person.id', 'role.person_id')
    .select(['person.id as personId', 'person.name', 'role.role', 'role.municipality'])
    .where('person.demonstration', '=', true)
    .where('role.ended_at', 'is', null)
    .orderBy('role.municipality')
    .orderBy('role.role')
    .orderBy('person.name')
    .execute()
}

/** Who holds a role at a municipality now, by name. */
export async function holdersOf(
  db: Kysely<Tables>,
  input: { municipality: string; role: Role },
): Promise<Holder[]> {
  return db
    .selectFrom('identity.role as role')
    .innerJoin('identity.person as person', 'person.id', 'role.person_id')
    .select(['person.id as personId', 'person.name', 'role.role', 'role.municipality'])
    .where('role.municipality', '=', input.municipality)
    .where('role.role', '=', input.role)
    .where('role.ended_at', 'is', null)
    .orderBy('person.name')
    .execute()
}
