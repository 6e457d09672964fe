/** The cookies of the confidential side: of other names than the site's, since cookies do not know ports. */
import { readCookie, writeCookie } from '../cookie.ts'
import type { CasePage } from './page.ts'

const session = { name: 'schakel-zorg', sameSite: 'Strict' } as const
/** Of a sign-in that was begun here. `Lax`, since a provider sends people back from another site; it opens nothing by itself. */
const handshake = { name: 'schakel-zorg-stap', sameSite: 'Lax', seconds: 600 } as const

export const readCaseToken = (header: string | undefined, origin: string): string | null =>
  readCookie(header, origin, session.name)

/** `set-cookie` for a new session, or with `null` for none any more. It ends with the browser. */
export const caseCookie = ({ origin }: Pick<CasePage, 'origin'>, token: string | null): string =>
  writeCookie(origin, session, token)

export const readHandshake = (header: string | undefined, origin: string): string | null =>
  readCookie(header, origin, handshake.name)

export const handshakeCookie = ({ origin }: Pick<CasePage, 'origin'>, token: string | null): string =>
  writeCookie(origin, handshake, token)
