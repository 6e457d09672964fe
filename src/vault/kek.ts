/** The key-encryption key: it wraps data keys, and is in no database and never in the data folder. */
import { hkdfSync } from 'node:crypto'
import { decrypt, encrypt, keyLength, lengthPrefixed, SealBroken } from './seal.ts'

export type Wrapped = { wrapped: Buffer; kekId: string }

/** Whatever holds the key-encryption keys: a secret of this process, or a command that asks a key service. */
export type Kek = {
  /** Name of the key that wraps now. */
  current(): Promise<string>
  /** One answer for each, in their order. */
  wrap(items: readonly { personId: string; key: Uint8Array }[]): Promise<Wrapped[]>
  /** @throws {KekUnknown} {SealBroken} when one of them was changed, or belongs to somebody else */
  unwrap(items: readonly ({ personId: string } & Wrapped)[]): Promise<Buffer[]>
}

/** A key that wrapped something and is not here: nothing is lost yet, but it must be brought back. */
export class KekUnknown extends Error {
  readonly kekId: string
  constructor(kekId: string) {
    super(`the key-encryption key "${kekId}" is not here`)
    this.name = 'KekUnknown'
    this.kekId = kekId
  }
}

/** A name that tells nothing of the key: 16 hexadecimal characters. */
export function kekId(key: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'schakel name of a key', 8)).toString('hex')
}

const format = Buffer.from([1])

function bound(personId: string, id: string): Buffer {
  return lengthPrefixed(['schakel key', format, personId.toLowerCase(), id])
}

/**
 * Keys held by this process, of 32 bytes each: the first wraps, all unwrap. Wrapped is a byte that names the format, a nonce of 12
 * bytes, ciphertext and tag; AES-256-GCM, bound to the person and to the name of the key.
 * @param keys newest first; asked for at every use, so that a changed file counts at once
 */
export function secretKek(keys: () => readonly Uint8Array[]): Kek {
  const byId = () => new Map(keys().map((key) => [kekId(key), key]))
  return {
    current: async () => kekId(newest(keys())),
    wrap: async (items) => {
      const kek = newest(keys())
      const id = kekId(kek)
      return items.map(({ personId, key }) => ({
        kekId: id,
        wrapped: encrypt(kek, format, bound(personId, id), key),
      }))
    },
    unwrap: async (items) => {
      const known = byId()
      return items.map(({ personId, wrapped, kekId: id }) => {
        const kek = known.get(id)
        if (!kek) throw new KekUnknown(id)
        if (wrapped[0] !== format[0]) throw new SealBroken()
        return decrypt(kek, format.length, bound(personId, id), wrapped)
      })
    },
  }
}

function newest(keys: readonly Uint8Array[]): Uint8Array {
  const first = keys[0]
  if (!first || first.length !== keyLength) throw new Error('there is no key-encryption key')
  return first
}
