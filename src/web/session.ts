/** The cookie that says which session a browser has. */
import { readCookie, writeCookie } from './cookie.ts'
import type { PageRequest } from './page.ts'

const session = { name: 'schakel', sameSite: 'Lax' } as const

export const readToken = (header: string | undefined, origin: string): string | null =>
  readCookie(header, origin, session.name)

/** `set-cookie` for a new session, or with `null` for none any more. */
export const sessionCookie = ({ origin }: Pick<PageRequest, 'origin'>, token: string | null): string =>
  writeCookie(origin, session, token)

/** A path of this site to go to after signing in; anything else is null. */
export function safeReturnPath(path: string | null): string | null {
  return path && /^\/(?![/\\])[\w\-./~%?=&]*$/.test(path) && !path.includes('//') ? path : null
}
