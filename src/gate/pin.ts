/** Keeps a PIN so that a copy of the database does not give it away. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../vault/index.ts'

/** Argon2id with 19 MiB and 2 passes: the least that OWASP asks (Password Storage Cheat Sheet). */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

type Pepper = Pick<Vault, 'blind'>

export const newSalt = (): Buffer => randomBytes(16)

/** @param cardId binds the pepper, which is drawn from a key outside the database, to the card */
export function hashPin(vault: Pepper, cardId: string, pin: string, salt: Buffer): Promise<Buffer> {
  const secret = vault.blind('card-pin', cardId)
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: pin, nonce: salt, secret, ...cost }, (error, hash) => {
      if (error) reject(error)
      else resolve(Buffer.from(hash))
    })
  })
}

/** Takes as long without a card as with one. */
export async function isPin(
  vault: Pepper,
  card: { id: string; salt: Buffer | null; pin_hash: Buffer | null } | undefined,
  pin: string,
): Promise<boolean> {
  const hash = await hashPin(vault, card?.id ?? 'nobody', pin, card?.salt ?? Buffer.alloc(16))
  return (
    timingSafeEqual(hash, card?.pin_hash ?? Buffer.alloc(32)) && card?.pin_hash !== null && card !== undefined
  )
}
