import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { KeyTables } from '../db/key-tables.ts'
import { blindIndex } from './blind.ts'
import { dataKey, forget, KeyGone, makeRing, packRing, type Ring, unpackRing } from './data-key.ts'
import type { Kek } from './kek.ts'
import { keyLength } from './seal.ts'
import type { Vault } from './vault.ts'

/** Under this name the key of the blind indexes is kept, wrapped like those of people: changing the key that wraps changes no index. */
export const blindKeyId = '00000000-0000-0000-0000-000000000000'

/** How long an unwrapped data key is kept, in milliseconds, and how many. */
const longest = 5 * 60_000
/** From this age on the key store is asked whether the key is still there: another process may have destroyed it. */
const unasked = 60_000
const most = 500

type Kept = { ring: Ring; openedAt: number; askedAt: number }

export type VaultParts = {
  keyStore: Kysely<KeyTables>
  kek: Kek
  clock: () => Date
}

/**
 * The vault over a key store. Makes the key of the blind indexes when there is none yet.
 * @throws {KekUnknown} when the key store was wrapped by a key that is not here
 */
export async function openVault({ keyStore, kek, clock }: VaultParts): Promise<Vault> {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Ring | null>>()
  const destroyed = new Set<string>()

  const keep = (id: string, ring: Ring) => {
    if (destroyed.has(id)) {
      forget(ring)
      return
    }
    const now = clock().getTime()
    kept.delete(id)
    kept.set(id, { ring, openedAt: now, askedAt: now })
    const oldest = kept.size > most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
  }

  const drop = (id: string) => {
    const found = kept.get(id)
    kept.delete(id)
    if (found) forget(found.ring)
  }

  /** What is kept of it, when it is young enough or the key store still has it. */
  const fromMemory = async (id: string): Promise<Ring | null> => {
    const found = kept.get(id)
    if (!found) return null
    const now = clock().getTime()
    const age = now - found.openedAt
    if (age < 0 || age >= longest) {
      kept.delete(id)
      return null
    }
    if (now - found.askedAt >= unasked) {
      const there = await keyStore
        .selectFrom('keys.person_key')
        .select('person_id')
        .where('person_id', '=', id)
        .executeTakeFirst()
      if (!there) {
        drop(id)
        return null
      }
      found.askedAt = now
    }
    if (found.ring.gone) return null
    kept.delete(id)
    kept.set(id, found)
    return found.ring
  }

  const fromStore = async (id: string): Promise<Ring | null> => {
    const ring = await unwrapOf(keyStore, kek, id)
    if (ring) keep(id, ring)
    return ring?.gone ? null : ring
  }

  const make = async (id: string): Promise<Ring> => {
    const ring = makeRing(new Map([[1, randomBytes(keyLength)]]))
    await insert(keyStore, kek, id, ring, clock())
    return ring
  }

  const blindKey =
    (await unwrapOf(keyStore, kek, blindKeyId)) ??
    (await make(blindKeyId).catch(async (error: unknown) => {
      // Another process may have made it at the same moment.
      const made = await unwrapOf(keyStore, kek, blindKeyId)
      if (!made) throw error
      return made
    }))

  return {
    create: async (personId) => {
      const id = named(personId)
      const ring = await make(id)
      keep(id, ring)
      return dataKey(ring)
    },
    keyOf: async (personId) => {
      const id = named(personId)
      const memory = await fromMemory(id)
      if (memory) return dataKey(memory)
      let asked = underWay.get(id)
      if (!asked) {
        asked = fromStore(id).finally(() => underWay.delete(id))
        underWay.set(id, asked)
      }
      const ring = await asked
      return ring ? dataKey(ring) : null
    },
    destroy: async (personId) => {
      const id = named(personId)
      await destroyKey(keyStore, id, clock())
      destroyed.add(id)
      drop(id)
    },
    // A copy: a ring that nobody holds any more is overwritten.
    blind: blindIndex(Buffer.from(blindKey.keys.get(1) ?? refuse())),
  }
}

function named(personId: string): string {
  const id = personId.toLowerCase()
  if (id === blindKeyId) throw new Error('this is the name of the key of the blind indexes')
  return id
}

function refuse(): never {
  throw new KeyGone()
}

async function unwrapOf(keyStore: Kysely<KeyTables>, kek: Kek, id: string): Promise<Ring | null> {
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

async function insert(
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
