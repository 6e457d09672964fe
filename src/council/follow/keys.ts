/**
 * What keeps followers' addresses and links safe. Everything is derived from the installation's secret, which is not in the database:
 * whoever has only the database reads no address and can follow no link. With another secret the addresses cannot be read any more.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { FollowSecrets } from '../../follow-secrets.ts'
import { followSecrets } from '../../follow-secrets.ts'

export type FollowKeys = {
  /** The address, encrypted (AES-256-GCM, a fresh nonce each time). */
  seal(address: string): Buffer
  /** @throws when it was not sealed with this secret */
  open(sealed: Buffer): string
  /** Finds an address again without saying what it is; the same for every spelling in capitals. */
  fingerprint(address: string): Buffer
  /** The token in a mail: 43 characters of base64url. */
  token(purpose: TokenPurpose, id: string): string
}
/** `follower`: see and stop; `follow`: confirm; `watcher`: switch off the weekly mail of someone who signs in. */
export type TokenPurpose = 'follower' | 'follow' | 'watcher'

/** @param secret the installation's, or what was derived from it */
export function followKeys(secret: string | FollowSecrets): FollowKeys {
  const derived = typeof secret === 'string' ? followSecrets(secret) : secret
  const [sealing, finding, linking] = [derived.sealing, derived.finding, derived.linking].map((part) =>
    Buffer.from(part, 'hex'),
  ) as [Buffer, Buffer, Buffer]
  return {
    seal(address) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const text = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    fingerprint: (address) => createHmac('sha256', finding).update(address.toLowerCase()).digest(),
    token: (purpose, id) => createHmac('sha256', linking).update(`${purpose} ${id}`).digest('base64url'),
  }
}

/** What the database keeps of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
