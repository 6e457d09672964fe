/** The cookie of a session at the confidential side: another name than the site's, since cookies do not know ports. */
import type { CasePage } from './page.ts'

function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-schakel-zorg' : 'schakel-zorg'
}

export function readCaseToken(header: string | undefined, origin: string): string | null {
  const name = cookieName(origin)
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
