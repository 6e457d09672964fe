/** The cookie that says which session a browser has. */
import type { PageRequest } from './page.ts'

/** Over https the name binds the cookie to this host; over plain http (this machine only) browsers would refuse that name. */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-schakel' : 'schakel'
}

export function readToken(cookieHeader: string | undefined, origin: string): string | null {
  const name = cookieName(origin)
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value && /^[\w-]{16,200}$/.test(value)) return value
  }
  return null
}

/** `set-cookie` for a new session, or with `null` for none any more. */
export function sessionCookie(request: Pick<PageRequest, 'origin'>, token: string | null): string {
  const secure = request.origin.startsWith('https:') ? '; Secure' : ''
  const end = token === null ? '; Max-Age=0' : ''
  return `${cookieName(request.origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${end}`
}

/** A path of this site to go to after signing in; anything else is null. */
export function safeReturnPath(path: string | null): string | null {
  return path && /^\/(?![/\\])[\w\-./~%?=&]*$/.test(path) && !path.includes('//') ? path : null
}
