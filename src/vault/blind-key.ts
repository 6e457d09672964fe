/** The key of the blind indexes: kept in the key store as if it were a person's, so that changing the key that wraps changes no index. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { KeyTables } from '../db/key-tables.ts'
import { blindIndex } from './blind.ts'
import { KeyGone, makeRing, type Ring } from './data-key.ts'
import type { Kek } from './kek.ts'
import { insertRing, replaceRing, unwrapOf } from './rings.ts'
import { keyLength } from './seal.ts'
import type { Vault } from './vault.ts'

export const blindKeyId = '00000000-0000-0000-0000-000000000000'

type Parts = { keyStore: Kysely<KeyTables>; kek: Kek }

/** Makes it when there is none yet. */
export async function ringOfBlindKeys({
  keyStore,
  kek,
  clock,
}: Parts & { clock: () => Date }): Promise<Ring> {
  const found = await unwrapOf(keyStore, kek, blindKeyId)
  if (found) return found
  const ring = makeRing(new Map([[1, randomBytes(keyLength)]]))
  try {
    await insertRing(keyStore, kek, blindKeyId, ring, clock())
    return ring
  } catch (error) {
    // Another process may have made it at the same moment.
    const made = await unwrapOf(keyStore, kek, blindKeyId)
    if (made) return made
    throw error
  }
}

export function blindOf(ring: Ring): Vault['blind'] {
  const key = ring.keys.get(ring.newest)
  if (!key) throw new KeyGone()
  // A copy: a ring that nobody holds any more is overwritten.
  return blindIndex(Buffer.from(key))
}

/** Adds a key to the ring: that there are two says, until it is finished, that indexes are being made anew. */
export async function renewBlind(parts: Parts): Promise<Ring> {
  return change(parts, (ring) => new Map([...ring.keys, [ring.newest + 1, randomBytes(keyLength)]]))
}

export async function keepNewest(parts: Parts): Promise<Ring> {
  return change(parts, (ring) => new Map([...ring.keys].filter(([number]) => number === ring.newest)))
}

async function change({ keyStore, kek }: Parts, to: (ring: Ring) => Map<number, Buffer>): Promise<Ring> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { version } = await keyStore
      .selectFrom('keys.person_key')
      .select('version')
      .where('person_id', '=', blindKeyId)
      .executeTakeFirstOrThrow()
    const ring = await unwrapOf(keyStore, kek, blindKeyId)
    if (!ring) throw new KeyGone()
    const keys = new Map([...to(ring)].map(([number, key]) => [number, Buffer.from(key)]))
    if (await replaceRing(keyStore, kek, blindKeyId, { keys }, version)) return makeRing(keys)
  }
  throw new Error('the key of the blind indexes is changed by others all the time')
}
