import { type Evidence, evidenceOf } from './evidence.ts'
import { fateOfHyphen } from './hyphens.ts'
import type { At, TextDocument } from './reading.ts'
import { isSpace, slicesOf } from './source.ts'

/**
 * A passage as it is read: white space folded, hyphenation at line ends undone, footnote marks, bullets and emphasis taken out.
 * `map[i]` is where character `i` of `text` stands in the string that was flattened.
 */
export type Flat = { text: string; map: number[] }

const letterOrDigit = /[\p{L}\p{N}]/u
const wordBefore = /[\p{L}\p{N}()]{1,40}$/u
const wordAfter = /^[\p{L}]{1,40}/u
const bulletSigns = new Set('•●○◦▪■□◘‣⁃∙·*–—-+>➢✓'.split(''))
export const isBulletSign = (sign: string): boolean => bulletSigns.has(sign)

export function flatten(source: string, start: number, end: number, evidence: Evidence): Flat {
  const out: string[] = []
  const map: number[] = []
  let at = start
  const put = (sign: string, where: number) => {
    out.push(sign)
    map.push(where)
  }
  while (at < end) {
    const sign = source[at] as string
    if (isSpace(sign.charCodeAt(0))) {
      at = putSpace(source, at, end, out, put)
      continue
    }
    const note = noteMarkAt(source, at, start, end, evidence)
    if (note > at) {
      if (out.at(-1) === ' ' && !isSpace(source.charCodeAt(note))) {
        out.pop()
        map.pop()
      }
      at = note
      continue
    }
    if (sign === '­' || isHyphen(sign)) {
      const next = afterLineEnd(source, at + 1, end)
      if (next > 0) {
        const before = out.slice(-40).join('').match(wordBefore)?.[0] ?? ''
        const after =
          source.slice(next, Math.min(end, next + 41)).match(wordAfter)?.[0] ?? source.charAt(next)
        const fate = before === '' ? 'stays-with-space' : fateOfHyphen(before, after, evidence.hyphenated)
        if (fate !== 'joins' && sign !== '­') put(sign, at)
        if (fate === 'stays-with-space') put(' ', at + 1)
        at = next
        continue
      }
      if (sign === '­') {
        at++
        continue
      }
    }
    if (sign !== '*' || isWithinWord(source, at)) put(sign, at)
    at++
  }
  while (out.at(-1) === ' ') {
    out.pop()
    map.pop()
  }
  return { text: out.join(''), map }
}

const isHyphen = (sign: string): boolean => sign === '-' || sign === '‐' || sign === '‑'
const isWithinWord = (source: string, at: number): boolean =>
  letterOrDigit.test(source.charAt(at - 1)) && letterOrDigit.test(source.charAt(at + 1))

/** One space for a run of white space; a bullet that opens a line after a mark is taken out with it. */
function putSpace(
  source: string,
  from: number,
  end: number,
  out: string[],
  put: (sign: string, where: number) => void,
): number {
  let at = from
  let lineBreak = false
  while (at < end && isSpace(source.charCodeAt(at))) {
    if (source[at] === '\n') lineBreak = true
    at++
  }
  if (out.length > 0 && out.at(-1) !== ' ') put(' ', from)
  const last = out.at(-2)
  if (lineBreak && at < end && isBulletSign(source[at] as string) && isSpace(source.charCodeAt(at + 1))) {
    if (last !== undefined && ':;,.'.includes(last)) return at + 1
  }
  return at
}

/** Where the next line goes on, when only white space and a line break follow; else -1. */
function afterLineEnd(source: string, from: number, end: number): number {
  let at = from
  let lineBreak = false
  while (at < end) {
    const code = source.charCodeAt(at)
    if (!isSpace(code)) break
    if (code === 10) lineBreak = true
    at++
  }
  return lineBreak && at < end ? at : -1
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const units = /(?:^|[^\p{L}])(?:m|km|cm|dm|mm|hm|dam)$/u

/** End of the footnote mark that begins at `at`, or `at` when none does: `beleid[1]`, `beleid¹`, `beleid1)`, `beleid (1)`. */
function noteMarkAt(source: string, at: number, start: number, end: number, evidence: Evidence): number {
  const sign = source[at] as string
  if (at === start) return at
  if (superscripts.includes(sign)) {
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
  if (sign >= '0' && sign <= '9' && /\p{Ll}{3}["'”’)]?$/u.test(source.slice(Math.max(start, at - 4), at))) {
    const digits = digitsAt(source, at)
    const to = at + digits.length
    if (!evidence.notes.has(digits)) return at
    if (source[to] === ')') return to + 1
    if (!letterOrDigit.test(source.charAt(to)) && source[to] !== '-') return to
  }
  return at
}

function digitsAt(source: string, at: number): string {
  let to = at
  while (to < at + 3 && (source[to] ?? '') >= '0' && (source[to] ?? '') <= '9') to++
  return to - at > 2 ? '' : source.slice(at, to)
}

/** What `at` reads as: the one rule by which every text of a reading follows from its slices. */
export function fold(document: TextDocument, at: At): string {
  const joined = slicesOf(document, at).join('\n')
  return trimMarks(flatten(joined, 0, joined.length, evidenceOf(document)).text)
}

/** Without the marks that close a clause or item. */
export function trimMarks(text: string): string {
  let end = text.length
  while (end > 0 && isTrailing(text, end - 1)) end--
  return text.slice(0, end)
}

const isTrailing = (text: string, at: number): boolean =>
  ';,. '.includes(text.charAt(at)) || isSpace(text.charCodeAt(at))
