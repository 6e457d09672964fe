import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { normalise } from './normalise.ts'
import { keyLength, lengthPrefixed } from './seal.ts'

/**
 * Keyed hashes to find by equality (HMAC-SHA-256 over the normalised value), with a key for each field drawn from one blind key by
 * HKDF. Equal values of two fields have different hashes. What normalises to nothing has a random one: nothing equals nothing.
 * @param blindKey 32 bytes; kept as long as the function is
 */
export function blindIndex(blindKey: Uint8Array): (field: string, value: string) => Buffer {
  const keys = new Map<string, Buffer>()
  return (field, value) => {
    const normal = normalise(field, value)
    if (normal === '') return randomBytes(32)
    let key = keys.get(field)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', blindKey, '', lengthPrefixed(['schakel blind', field]), keyLength))
      keys.set(field, key)
    }
    return createHmac('sha256', key).update(normal, 'utf8').digest()
  }
}
