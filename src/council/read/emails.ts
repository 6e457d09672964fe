/** E-mail addresses in running text, found from their `@`: time linear in the text. */

const local = /[\p{L}\p{N}._%+-]/u
const host = /[\p{L}\p{N}.-]/u
const longestPart = 64

export function findEmails(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < longestPart && local.test(text.charAt(start - 1))) start--
    while (start < at && '.-_%+'.includes(text.charAt(start))) start++
    let end = at + 1
    while (end < text.length && end - at <= longestPart && host.test(text.charAt(end))) end++
    while (end > at + 1 && '.-'.includes(text.charAt(end - 1))) end--
    if (start < at && text.slice(at + 1, end).includes('.')) found.push({ start, end })
  }
  return found
}
