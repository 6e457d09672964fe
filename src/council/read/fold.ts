import { type Evidence, evidenceOf } from './evidence.ts'
import { fateOfHyphen } from './hyphens.ts'
import { noteMarkAt, superscripts } from './note-marks.ts'
import type { At, TextDocument } from './reading.ts'
import { isSpace, slicesOf, white } from './source.ts'

/**
 * A passage as it is read: white space folded, hyphenation at line ends undone, footnote marks, bullets and emphasis taken out.
 * Character `starts[k] + i` of `text` stands at `places[k] + i` in what was flattened, up to the next start.
 */
export type Flat = { text: string; starts: readonly number[]; places: readonly number[] }

/** Where character `index` of a flat text stands in its source. */
export function placeOf({ starts, places }: Flat, index: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= index) low = middle
    else high = middle - 1
  }
  return (places[low] ?? 0) + index - (starts[low] ?? 0)
}

/** A stretch of a flat text as one of its own. */
export function sliceOf(flat: Flat, start: number, end: number): Flat {
  const starts: number[] = []
  const places: number[] = []
  flat.starts.forEach((from, k) => {
    const to = flat.starts[k + 1] ?? flat.text.length
    if (to <= start || from >= end) return
    const shift = Math.max(0, start - from)
    starts.push(from + shift - start)
    places.push((flat.places[k] as number) + shift)
  })
  return { text: flat.text.slice(start, end), starts, places }
}

const letterOrDigit = /[\p{L}\p{N}]/u
const wordBefore = /[\p{L}\p{N}()]{1,40}$/u
const wordAfter = /^[\p{L}]{1,40}/u
const bulletSigns = new Set('•●○◦▪■□◘‣⁃∙·*–—-+>➢✓'.split(''))
export const isBulletSign = (sign: string): boolean => bulletSigns.has(sign)

const softHyphen = '\u00ad'
/**
 * One sign that may need more than copying: white space but for one space between words, a hyphen before white space, emphasis, and
 * what may open a footnote mark.
 */
const special = new RegExp(
  [
    `[${white.replace('\\x20', '\\x1f')}*${softHyphen}${superscripts}]`,
    `[-‐‑](?=[${white}])`,
    `[[(](?=\\d|$)`,
    `\\d(?<=[a-z"')\\x80-\\uffff]\\d)`,
    ` (?=[${white}]|$)|^ `,
  ].join('|'),
  'g',
)

/** Text that is being put together from runs of its source. */
class Builder {
  private source = ''
  private pieces: string[] = []
  private starts: number[] = []
  private places: number[] = []
  private length = 0
  private from = 0
  private to = 0

  begin(source: string): void {
    this.source = source
    this.pieces = []
    this.starts = []
    this.places = []
    this.length = this.from = this.to = 0
  }

  copy(from: number, to: number): void {
    if (to <= from) return
    if (from === this.to && this.to > this.from) this.to = to
    else {
      this.flush()
      this.from = from
      this.to = to
    }
  }

  space(where: number): void {
    if (this.isEmpty() || this.last() === ' ') return
    if (this.source[where] === ' ') {
      this.copy(where, where + 1)
      return
    }
    this.flush()
    this.push(' ', where)
  }

  dropSpace(): void {
    if (this.last() !== ' ') return
    if (this.to > this.from) {
      this.to--
      return
    }
    this.pieces.pop()
    this.starts.pop()
    this.places.pop()
    this.length--
  }

  /** The last sign, or the one before it. */
  last(back = 1): string {
    if (this.to - this.from >= back) return this.source[this.to - back] as string
    const rest = back - (this.to - this.from)
    const piece = this.pieces.at(-1) ?? ''
    return piece.length >= rest ? (piece[piece.length - rest] as string) : (this.pieces.at(-2)?.at(-1) ?? '')
  }

  finish(): Flat {
    this.dropSpace()
    this.flush()
    return {
      text: this.pieces.length === 1 ? (this.pieces[0] as string) : this.pieces.join(''),
      starts: this.starts,
      places: this.places,
    }
  }

  private isEmpty(): boolean {
    return this.length === 0 && this.to === this.from
  }

  private flush(): void {
    if (this.to > this.from) this.push(this.source.slice(this.from, this.to), this.from)
    this.from = this.to
  }

  private push(piece: string, place: number): void {
    this.pieces.push(piece)
    this.starts.push(this.length)
    this.places.push(place)
    this.length += piece.length
  }
}

/** One for all: no passage is put together within another. */
const builder = new Builder()
const fromStart: readonly number[] = [0]

export function flatten(source: string, start: number, end: number, evidence: Evidence): Flat {
  const text = source.slice(start, end)
  let out: Builder | null = null
  let run = start
  special.lastIndex = 0
  while (special.test(text)) {
    let at = start + special.lastIndex - 1
    const next = changeAt(source, at, start, end, evidence)
    if (next === at) continue
    if (!out) {
      out = builder
      out.begin(source)
    }
    out.copy(run, at)
    at = isSpace(source.charCodeAt(at))
      ? passSpace(source, at, end, out)
      : passSpecial(source, at, next, start, end, evidence, out)
    run = at
    special.lastIndex = at - start
  }
  if (!out) return { text, starts: fromStart, places: [start] }
  out.copy(run, end)
  return out.finish()
}

/** Where reading goes on when the sign at `at` cannot simply be copied; `at` itself when it can. */
function changeAt(source: string, at: number, start: number, end: number, evidence: Evidence): number {
  if (isSpace(source.charCodeAt(at))) return at + 1
  const note = noteMarkAt(source, at, start, end, evidence)
  if (note > at) return note
  const sign = source[at] as string
  if (sign === softHyphen) return at + 1
  if (isHyphen(sign)) return Math.max(at, afterLineEnd(source, at + 1, end))
  return sign === '*' && !isWithinWord(source, at) ? at + 1 : at
}

/** Takes out a footnote mark, emphasis, or a hyphen at the end of a line. */
function passSpecial(
  source: string,
  at: number,
  next: number,
  start: number,
  end: number,
  evidence: Evidence,
  out: Builder,
): number {
  const sign = source[at] as string
  if (sign !== softHyphen && !isHyphen(sign)) {
    if (sign !== '*' && !isSpace(source.charCodeAt(next))) out.dropSpace()
    return next
  }
  const onward = sign === softHyphen ? afterLineEnd(source, at + 1, end) : next
  if (onward < 0) return next
  const before = source.slice(Math.max(start, at - 40), at).match(wordBefore)?.[0] ?? ''
  const after =
    source.slice(onward, Math.min(end, onward + 41)).match(wordAfter)?.[0] ?? source.charAt(onward)
  const fate = before === '' ? 'stays-with-space' : fateOfHyphen(before, after, evidence.hyphenated)
  if (fate !== 'joins' && sign !== softHyphen) out.copy(at, at + 1)
  if (fate === 'stays-with-space') out.space(at + 1)
  return onward
}

const isHyphen = (sign: string): boolean => sign === '-' || sign === '‐' || sign === '‑'
const isWithinWord = (source: string, at: number): boolean =>
  letterOrDigit.test(source.charAt(at - 1)) && letterOrDigit.test(source.charAt(at + 1))

/** One space for a run of white space; a bullet that opens a line after a mark is taken out with it. */
function passSpace(source: string, from: number, end: number, out: Builder): number {
  let at = from
  let lineBreak = false
  while (at < end && isSpace(source.charCodeAt(at))) {
    if (source[at] === '\n') lineBreak = true
    at++
  }
  out.space(from)
  if (lineBreak && at < end && isBulletSign(source[at] as string) && isSpace(source.charCodeAt(at + 1))) {
    if (out.last() === ' ' && ':;,.'.includes(out.last(2) || 'x')) {
      at++
      while (at < end && isSpace(source.charCodeAt(at))) at++
    }
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
