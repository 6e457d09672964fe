import { type Evidence, evidenceOf } from './evidence.ts'
import { fateOfHyphen } from './hyphens.ts'
import { noteMarkAt, superscripts } from './note-marks.ts'
import type { At, TextDocument } from './reading.ts'
import { isSpace, slicesOf } from './source.ts'

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
/** Signs that may need more than copying. */
const special = new Set(`-‐‑${softHyphen}*[(${superscripts}0123456789`)
const isPlainCode = (code: number): boolean => !isSpace(code) && !special.has(String.fromCharCode(code))
/** Per code below 256 whether it is simply copied. */
const plainCodes = Uint8Array.from({ length: 256 }, (_, code) => Number(isPlainCode(code)))

/** Whether the sign at `at` is simply copied: all but special signs and white space, and a space between words. */
function isPlain(source: string, at: number, start: number, end: number): boolean {
  const code = source.charCodeAt(at)
  if (code !== 32) return code < 256 ? plainCodes[code] === 1 : isPlainCode(code)
  return (
    at > start && at + 1 < end && !isSpace(source.charCodeAt(at + 1)) && !isSpace(source.charCodeAt(at - 1))
  )
}

/** Text that is being put together from runs of its source. */
class Builder {
  private readonly source: string
  private readonly pieces: string[] = []
  private readonly starts: number[] = []
  private readonly places: number[] = []
  private length = 0
  private from = 0
  private to = 0

  constructor(source: string) {
    this.source = source
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

const fromStart: readonly number[] = [0]

export function flatten(source: string, start: number, end: number, evidence: Evidence): Flat {
  let out: Builder | null = null
  let run = start
  for (let at = start; at < end; ) {
    const next = isPlain(source, at, start, end) ? at : changeAt(source, at, start, end, evidence)
    if (next === at) {
      at++
      continue
    }
    out ??= new Builder(source)
    out.copy(run, at)
    at = isSpace(source.charCodeAt(at))
      ? passSpace(source, at, end, out)
      : passSpecial(source, at, next, start, end, evidence, out)
    run = at
  }
  if (!out) return { text: source.slice(start, end), starts: fromStart, places: [start] }
  out.copy(run, end)
  return out.finish()
}

/** Where reading goes on when the sign at `at` cannot simply be copied; `at` itself when it can, as nearly all. */
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
