/** The cookie of a session at the confidential side: another name than the site's, since cookies do not know ports. */
import type { CasePage } from './page.ts'

function cookieName(origin: string, base = 'schakel-zorg'): string {
  return origin.startsWith('https:') ? `__Host-${base}` : base
}

export function readCaseToken(header: string | undefined, origin: string, base?: string): string | null {
  const name = cookieName(origin, base)
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value && /^[\w-]{16,200}$/.test(value)) return value
  }
  return null
}

/** `set-cookie` for a new session, or with `null` for none any more. It ends with the browser. */
export function caseCookie({ origin }: Pick<CasePage, 'origin'>, token: string | null): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const end = token === null ? '; Max-Age=0' : ''
  return `${cookieName(origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`
}

const handshake = 'schakel-zorg-stap'

export const readHandshake = (header: string | undefined, origin: string): string | null =>
  readCaseToken(header, origin, handshake)

/**
 * The same for a sign-in that was begun here. `Lax`, since a provider sends people back from another site; it opens nothing by itself.
 */
export function handshakeCookie({ origin }: Pick<CasePage, 'origin'>, token: string | null): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(origin, handshake)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${token === null ? 0 : 600}`
}
