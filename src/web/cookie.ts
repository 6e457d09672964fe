/** Tokens in cookies. */

/** Over https the name binds the cookie to this host; over plain http (this machine only) browsers would refuse that name. */
const nameAt = (origin: string, name: string): string => (isSecure(origin) ? `__Host-${name}` : name)
const isSecure = (origin: string): boolean => origin.startsWith('https:')

export function readCookie(header: string | undefined, origin: string, name: string): string | null {
  const wanted = nameAt(origin, name)
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === wanted && value && /^[\w-]{16,200}$/.test(value)) return value
  }
  return null
}

/**
 * The value of `set-cookie`; with `null` for a token, the cookie is taken away.
 * @param kind `seconds` that it lasts; without, it ends with the browser
 */
export function writeCookie(
  origin: string,
  { name, sameSite, seconds }: { name: string; sameSite: 'Lax' | 'Strict'; seconds?: number },
  token: string | null,
): string {
  const secure = isSecure(origin) ? '; Secure' : ''
  const lasts = token === null ? 0 : seconds
  const end = lasts === undefined ? '' : `; Max-Age=${lasts}`
  return `${nameAt(origin, name)}=${token ?? ''}; Path=/; HttpOnly; SameSite=${sameSite}${secure}${end}`
}
