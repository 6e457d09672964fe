import type { PublicDb } from '../public-register.ts'

/** Names of members of the college who answer for actions, by their ids; over either login. */
export async function holderNames(
  db: PublicDb,
  input: { municipality: string; persons: readonly number[] },
): Promise<Map<number, string>> {
  const persons = [...new Set(input.persons)]
  if (persons.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.person')
    .select(['id', 'name'])
    .where('municipality', '=', input.municipality)
    .where('id', 'in', persons)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
