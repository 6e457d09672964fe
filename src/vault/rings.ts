/** Data keys in the key store: wrapped there, unwrapped here. */
import type { Kysely } from 'kysely'
import type { KeyTables } from '../db/key-tables.ts'
import { makeRing, packRing, type Ring, unpackRing } from './data-key.ts'
import type { Kek } from './kek.ts'

export async function unwrapOf(keyStore: Kysely<KeyTables>, kek: Kek, id: string): Promise<Ring | null> {
  const row = await keyStore
    .selectFrom('keys.person_key')
    .select(['wrapped', 'kek_id'])
    .where('person_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [bytes] = await kek.unwrap([{ personId: id, wrapped: row.wrapped, kekId: row.kek_id }])
  if (!bytes) return null
  const ring = makeRing(unpackRing(bytes))
  bytes.fill(0)
  return ring
}

export async function insertRing(
  keyStore: Kysely<KeyTables>,
  kek: Kek,
  id: string,
  ring: Ring,
  at: Date,
): Promise<void> {
  const packed = packRing(ring)
  const [wrapped] = await kek.wrap([{ personId: id, key: packed }])
  packed.fill(0)
  if (!wrapped) throw new Error('nothing was wrapped')
  await keyStore
    .insertInto('keys.person_key')
    .values({ person_id: id, wrapped: wrapped.wrapped, kek_id: wrapped.kekId, made_at: at })
    .execute()
}

/** Deletes the wrapped key and says so, in one statement; safe to repeat, and right for somebody who never had one. */
export async function destroyKey(keyStore: Kysely<KeyTables>, personId: string, at: Date): Promise<void> {
  await keyStore
    .insertInto('keys.destroyed')
    .values({ person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Puts another ring in the place of one. @returns false when somebody else changed it meanwhile, or it is gone
 */
export async function replaceRing(
  keyStore: Kysely<KeyTables>,
  kek: Kek,
  id: string,
  ring: Pick<Ring, 'keys'>,
  version: number,
): Promise<boolean> {
  const packed = packRing(ring)
  const [wrapped] = await kek.wrap([{ personId: id, key: packed }])
  packed.fill(0)
  if (!wrapped) throw new Error('nothing was wrapped')
  const done = await keyStore
    .updateTable('keys.person_key')
    .set({ wrapped: wrapped.wrapped, kek_id: wrapped.kekId, version: version + 1 })
    .where('person_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
