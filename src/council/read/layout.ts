import { isBulletSign } from './fold.ts'
import { isSpace, type Line, type Source } from './source.ts'

/** How a line stands on the page: after a gap, after a closing mark, behind a bullet. */

/** The line before with anything printed on it, and whether an empty line (no page break) parts the two. */
export type Before = { line: Line | null; gap: boolean; cut: boolean }

export function beforeLine(source: Source, index: number): Before {
  let blank = false
  let cut = false
  const page = source.lines[index]?.page
  for (let i = index - 1; i >= 0 && i > index - 60; i--) {
    const line = source.lines[i] as Line
    if (line.furniture) cut = true
    else if (line.blank) blank = true
    else return { line, gap: blank && !cut && line.page === page, cut: cut || line.page !== page }
  }
  return { line: null, gap: true, cut }
}

/** The last sign of what is printed before `to`, without quotes, brackets and emphasis behind it. */
export function closingSign(text: string, from: number, to: number): string {
  const limit = Math.max(from, to - 200)
  let at = to - 1
  while (at >= limit && (isSpace(text.charCodeAt(at)) || '"”’\')*_»'.includes(text[at] as string))) at--
  return at >= limit ? (text[at] as string) : ''
}

export const closesSomething = (sign: string): boolean => sign !== '' && ';.:,!?'.includes(sign)

/** A list marker. `kind`: the sign itself, or what it counts with. `end`: where the item's words begin. */
export type Marker = { kind: string; end: number; indent: number; label: string }

const counted = /^\(?(?:(\d{1,2})|([a-z]|[A-Z](?=\)|\.\s+\p{Ll}))|([ivxIVX]{2,4}))[.)]{1,2}(?=\s|$)/u

export function markerOf(text: string, line: Line, at = line.from): Marker | null {
  let from = at
  while (from < line.to && '*_'.includes(text[from] as string) && /[*_\-–•\d]/.test(text.charAt(from + 1)))
    from++
  if (from >= line.to) return null
  const sign = text[from] as string
  const code = sign.charCodeAt(0)
  if (isBulletSign(sign) || (code >= 0xe000 && code <= 0xf8ff)) {
    const next = text.charCodeAt(from + 1)
    const bare = from + 1 >= line.to
    if (
      !bare &&
      !isSpace(next) &&
      (sign === '*' || sign === '+' || sign === '>' || !/\p{L}|[*(]/u.test(text.charAt(from + 1)))
    )
      return null
    return {
      kind: '–—-‣⁃'.includes(sign) ? '-' : sign,
      end: skipSpace(text, from + 1, line.to),
      indent: indentOf(text, line.start, from),
      label: sign,
    }
  }
  if ((sign === 'o' || sign === '□') && text[from + 1] === ' ' && line.to > from + 2) {
    return {
      kind: 'o',
      end: skipSpace(text, from + 1, line.to),
      indent: indentOf(text, line.start, from),
      label: sign,
    }
  }
  if (!mayCount(code, text.charCodeAt(from + 1))) return null
  const match = text.slice(from, Math.min(line.to + 1, from + 12)).match(counted)
  if (!match) return null
  const [all, digit, letter] = match
  return {
    kind: digit ? '1' : letter ? 'a' : 'i',
    end: skipSpace(text, from + all.length, line.to),
    indent: indentOf(text, line.start, from),
    label: (digit ?? letter ?? match[3] ?? '').toLowerCase(),
  }
}

/** Whether a figure, a bracket, or a letter with a mark or a Roman figure behind it stands here. */
const mayCount = (code: number, next: number): boolean =>
  code < 65
    ? code === 40 || (code >= 48 && code <= 57)
    : code < 123 && '.)ivxIVX'.includes(String.fromCharCode(next))

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  return at
}

function indentOf(text: string, start: number, from: number): number {
  let width = 0
  for (let i = start; i < from && width < 200; i++) width += text[i] === '\t' ? 4 : 1
  return width
}

/** Whether `marker` continues the list that `first` opened, or opens one within it. */
export function sameList(first: Marker, previous: Marker, marker: Marker): boolean {
  if (marker.indent > first.indent + 1) return false
  if (marker.kind === first.kind) return !(first.kind === 'a' && isRomanStart(previous, marker))
  return first.kind === 'i' && marker.kind === 'a' && /^[ivx]$/.test(marker.label)
}

/** "i." after "a.": a list within; "i." after "h.": the next item. */
const isRomanStart = (previous: Marker, marker: Marker): boolean =>
  /^[ivx]$/.test(marker.label) && marker.label.charCodeAt(0) !== previous.label.charCodeAt(0) + 1

/** First sign of the words in a line: past bullets, quotes and emphasis. */
export function wordsStart(text: string, line: Line): number {
  const marker = markerOf(text, line)
  let at = marker ? marker.end : line.from
  while (at < line.to && '"“„‘’\'«*_ '.includes(text[at] as string)) at++
  return at
}

const nameLine =
  /^(?:\p{Lu}[\p{L}.'’-]{0,30}|van|de|der|den|ten|ter|el|al|het|in|'t|’t|en|c\.s\.)(?: (?:\p{Lu}[\p{L}.'’-]{0,30}|van|de|der|den|ten|ter|el|al|het|'t|’t|c\.s\.)){0,5}(?: ?\([^()]{1,40}\))?$/u

/** A line that can be nothing but a name: capital words with their small prefixes. */
export function isNameLine(text: string, line: Line): boolean {
  const length = line.to - line.from
  if (length < 2 || length > 60) return false
  const ink = text.slice(line.from, line.to)
  return nameLine.test(ink) && /\p{Lu}/u.test(ink)
}
