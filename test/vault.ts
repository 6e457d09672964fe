import { randomBytes } from 'node:crypto'
import { blindIndex } from '../src/vault/blind.ts'
import { dataKey, forget, makeRing, type Ring } from '../src/vault/data-key.ts'
import type { Vault } from '../src/vault/index.ts'

/** The vault with its real sealing and blind indexes, but with keys in memory only: for tests that need no key store. */
export function memoryVault(): Vault {
  const rings = new Map<string, Ring | null>()
  return {
    create: async (personId) => {
      if (rings.has(personId)) throw new Error('this person has, or had, a data key')
      const ring = makeRing(new Map([[1, randomBytes(32)]]))
      rings.set(personId, ring)
      return dataKey(ring)
    },
    keyOf: async (personId) => {
      const ring = rings.get(personId)
      return ring ? dataKey(ring) : null
    },
    destroy: async (personId) => {
      const ring = rings.get(personId)
      if (ring) forget(ring)
      rings.set(personId, null)
    },
    blind: blindIndex(randomBytes(32)),
  }
}
