/** Headers that every answer carries, and the check that a POST comes from this site itself. */
import type { MiddlewareHandler } from 'hono'
import type { Mode } from '../config.ts'
import { Denied } from '../errors.ts'

/** Nothing inline, nothing from elsewhere: scripts, styles, fonts and pictures are files of this site. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function securityHeaders(mode: Mode): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    // A file to download brings a stricter one of its own.
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentSecurityPolicy)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (mode === 'demo') headers.set('x-robots-tag', 'noindex')
    if (mode === 'production') headers.set('strict-transport-security', 'max-age=31536000')
  }
}

/**
 * Refuses what changes something and does not come from this site. Browsers say where a request comes from in `Sec-Fetch-Site`,
 * and where it does not exist, in `Origin`; a request that says neither is refused too.
 * @param hosts names under which people reach the site, besides the `Host` that the request itself names
 * @param open whether a path may be posted to from anywhere
 */
export function sameOrigin(
  hosts: readonly string[] = [],
  open: (path: string) => boolean = () => false,
): MiddlewareHandler {
  return async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || open(c.req.path)) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = [c.req.header('host') ?? new URL(c.req.url).host, ...hosts]
    const fromHere = origin !== undefined && own.includes(URL.parse(origin)?.host ?? '')
    const allowed =
      site === undefined ? fromHere : site === 'same-origin' && (origin === undefined || fromHere)
    if (!allowed) throw new Denied(`cross-site: ${site ?? 'no sec-fetch-site'}`, 'cross-site-refused')
    return next()
  }
}
