/**
 * How a value is sealed: AES-256-GCM with a random nonce of 12 bytes, bound to its place.
 *
 *   byte 0       format, 1
 *   bytes 1-2    number of the data key of this person that sealed it
 *   bytes 3-14   nonce
 *   then         ciphertext, and a tag of 16 bytes
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Place } from './vault.ts'

export const keyLength = 32
const format = 1
const headLength = 3
const nonceLength = 12
const tagLength = 16
/** How much longer a sealed value is than the value, in bytes. */
export const overhead = headLength + nonceLength + tagLength

/** Changed, moved, or sealed with another key: which of these is not known, and the value is never told. */
export class SealBroken extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed value does not open', options)
    this.name = 'SealBroken'
  }
}

/** The parts one after the other, each preceded by its length: no two lists of parts give the same bytes. */
export function lengthPrefixed(parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

function bound(head: Uint8Array, { table, row, column, version }: Place): Buffer {
  return lengthPrefixed(['schakel value', head, table, row, column, String(version)])
}

/** @param number of the data key, 1 to 65535 */
export function sealWith(key: Uint8Array, number: number, place: Place, text: string | Uint8Array): Buffer {
  const head = Buffer.alloc(headLength)
  head.writeUInt8(format)
  head.writeUInt16BE(number, 1)
  return encrypt(key, head, bound(head, place), typeof text === 'string' ? Buffer.from(text, 'utf8') : text)
}

/** Which data key of the person sealed it. @throws {SealBroken} */
export function keyNumber(sealed: Uint8Array): number {
  if (sealed.length < overhead || sealed[0] !== format) throw new SealBroken()
  return Buffer.from(sealed.buffer, sealed.byteOffset, headLength).readUInt16BE(1)
}

/** @throws {SealBroken} */
export function openWith(key: Uint8Array, place: Place, sealed: Uint8Array): Buffer {
  keyNumber(sealed)
  const head = sealed.subarray(0, headLength)
  return decrypt(key, headLength, bound(head, place), sealed)
}

/** `head` as it is, then nonce, ciphertext and tag. `associated` must stand for the head too. */
export function encrypt(key: Uint8Array, head: Uint8Array, associated: Uint8Array, text: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(associated)
  return Buffer.concat([head, nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** @throws {SealBroken} */
export function decrypt(key: Uint8Array, skip: number, associated: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < skip + nonceLength + tagLength) throw new SealBroken()
  const nonce = sealed.subarray(skip, skip + nonceLength)
  const end = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(end))
  const begun = decipher.update(sealed.subarray(skip + nonceLength, end))
  try {
    return Buffer.concat([begun, decipher.final()])
  } catch (error) {
    begun.fill(0)
    throw new SealBroken({ cause: error })
  }
}
