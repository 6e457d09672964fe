import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { KeyTables } from '../db/key-tables.ts'
import { blindKeyId, blindOf, keepNewest, renewBlind, ringOfBlindKeys } from './blind-key.ts'
import { dataKey, forget, makeRing, type Ring } from './data-key.ts'
import type { Kek } from './kek.ts'
import { destroyKey, insertRing, unwrapOf } from './rings.ts'
import { keyLength } from './seal.ts'
import type { Vault } from './vault.ts'

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

export type OpenVault = Vault & {
  /** Whether blind indexes were being made anew when a program ended: search finds little until that is done again. */
  blindUnfinished(): boolean
  /**
   * Replaces the key of the blind indexes, so that those in old copies of the database can no longer be tried out with the keys of
   * today. `index` is called twice, before and after the new key counts, and makes the indexes that differ anew.
   */
  renewBlindKey(index: (blind: Vault['blind']) => Promise<void>): Promise<void>
}

/**
 * The vault over a key store. Makes the key of the blind indexes when there is none yet.
 * @throws {KekUnknown} when the key store was wrapped by a key that is not here
 */
export async function openVault({ keyStore, kek, clock }: VaultParts): Promise<OpenVault> {
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
    await insertRing(keyStore, kek, id, ring, clock())
    return ring
  }

  const blindRing = await ringOfBlindKeys({ keyStore, kek, clock })
  let unfinished = blindRing.keys.size > 1
  let blind = blindOf(blindRing)

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
    blind: (field, value) => blind(field, value),
    blindUnfinished: () => unfinished,
    renewBlindKey: async (index) => {
      const ring = unfinished
        ? await ringOfBlindKeys({ keyStore, kek, clock })
        : await renewBlind({ keyStore, kek })
      unfinished = true
      const fresh = blindOf(ring)
      await index(fresh)
      blind = fresh
      await index(fresh)
      await keepNewest({ keyStore, kek })
      unfinished = false
    },
  }
}

function named(personId: string): string {
  const id = personId.toLowerCase()
  if (id === blindKeyId) throw new Error('this is the name of the key of the blind indexes')
  return id
}
