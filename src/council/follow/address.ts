/** Longest address that a mail server takes. */
const longest = 254

/**
 * An e-mail address as typed, trimmed; null when it cannot be one. No list of recipients, no name, no control characters: it goes into
 * a header. The part after @ becomes lower case, and the form that the mail protocol knows where it is not ASCII.
 */
export function parseAddress(typed: string): string | null {
  const text = typed.normalize('NFC').trim()
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || local.length > 64 || text.length > longest) return null
  if (!/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return null
  const host = hostOf(text.slice(at + 1))
  return host && local.length + host.length < longest ? `${local}@${host}` : null
}

function hostOf(typed: string): string | null {
  if (!/^[\p{L}\p{N}.-]+$/u.test(typed)) return null
  const host = URL.parse(`http://${typed}`)?.hostname ?? ''
  const labels = host.split('.')
  const good = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  return good && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') ? host : null
}
