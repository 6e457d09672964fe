import { createHash, randomBytes } from 'node:crypto'

/** How long a session lasts: a working day. */
export const sessionHours = 10

export type NewSession = {
  /** For the cookie: 43 characters of base64url, from 32 random bytes. */
  token: string
  expiresAt: Date
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function expiryOf(openedAt: Date): Date {
  return new Date(openedAt.getTime() + sessionHours * 3_600_000)
}
