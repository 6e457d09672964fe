import type { Evidence } from './evidence.ts'

/** Footnote marks within running text. */

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const letterOrDigit = /[\p{L}\p{N}]/u
const units = /(?:^|[^\p{L}])(?:m|km|cm|dm|mm|hm|dam)$/u

/** End of the footnote mark that begins at `at`, or `at` when none does: `beleid[1]`, `beleid¹`, `beleid1)`, `beleid (1)`. */
export function noteMarkAt(
  source: string,
  at: number,
  start: number,
  end: number,
  evidence: Evidence,
): number {
  if (at === start) return at
  const sign = source[at] as string
  if (sign > '\u007f' && superscripts.includes(sign)) {
    if (units.test(source.slice(Math.max(0, at - 4), at))) return at
    let to = at
    while (to < end && superscripts.includes(source[to] as string)) to++
    return to
  }
  if (sign === '[' || sign === '(') {
    const closing = sign === '[' ? ']' : ')'
    const digits = digitsAt(source, at + 1)
    const to = at + 1 + digits.length
    if (digits === '' || source[to] !== closing) return at
    if (sign === '[' || evidence.notes.has(digits)) return to + 1
    return at
  }
  if (
    sign >= '0' &&
    sign <= '9' &&
    mayEndWord(source.charCodeAt(at - 1)) &&
    /\p{Ll}{3}["'”’)]?$/u.test(source.slice(Math.max(start, at - 4), at))
  ) {
    const digits = digitsAt(source, at)
    const to = at + digits.length
    if (!evidence.notes.has(digits)) return at
    if (source[to] === ')') return to + 1
    if (!letterOrDigit.test(source.charAt(to)) && source[to] !== '-') return to
  }
  return at
}

/** A small letter, or the quote or bracket behind one: nothing else carries a note. */
const mayEndWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || code === 34 || code === 39 || code === 41 || code > 127

function digitsAt(source: string, at: number): string {
  let to = at
  while (to < at + 3 && (source[to] ?? '') >= '0' && (source[to] ?? '') <= '9') to++
  return to - at > 2 ? '' : source.slice(at, to)
}
