import { markFurniture } from './furniture.ts'
import { unfoldMargin } from './margins.ts'
import { type At, mostLines, type Span, type TextDocument } from './reading.ts'

/** One line of the document: offsets in `Source.text`, without the line break. Empty lines in a row are one. */
export type Line = {
  index: number
  page: number
  start: number
  end: number
  /** First character that is no white space; equal to `end` when the line is blank. */
  from: number
  /** After the last character that is no white space. */
  to: number
  blank: boolean
  /** A running header, footer or page number: no part of the running text. */
  furniture: boolean
  /** Text beside a margin that holds the openers. */
  beside: boolean
}

/** The document as one stream of characters (pages joined by one line break) with a map back to page and offset. */
export type Source = {
  document: TextDocument
  /** What is read: running headers, footers and page numbers blanked out, everything else in its place. */
  text: string
  /** The same with headers and footers, for what only they say. */
  raw: string
  /** Offset in `text` where each page begins. */
  pageStarts: number[]
  /** Per page where its characters stand in the document, for the few pages that were put into reading order. */
  orders: (Int32Array | null)[]
  lines: Line[]
  /** The document has more than `mostLines` lines; what stands behind them is not read. */
  cut: boolean
}

export function openSource(document: TextDocument): Source {
  const pageStarts: number[] = []
  let length = 0
  for (const page of document.pages) {
    pageStarts.push(length)
    length += page.length + 1
  }
  const unfolded = document.pages.map(unfoldMargin)
  const pages = document.pages.map((page, i) => unfolded[i]?.text ?? page)
  const lines: Line[] = []
  const cut = pages.some((page, i) => !splitLines(page, pageStarts[i] ?? 0, i + 1, lines))
  const all = pages.join('\n')
  const raw = cut ? all.slice(0, lines.at(-1)?.end ?? 0) : all
  markBeside(
    lines,
    unfolded.flatMap((one, i) => (one?.rows ?? []).map((row) => shift(row, pageStarts[i] ?? 0))),
  )
  markFurniture(raw, lines)
  const orders = unfolded.map((one) => one?.order ?? null)
  return { document, text: withoutFurniture(raw, lines), raw, pageStarts, orders, lines, cut }
}

const shift = (row: { start: number; end: number }, by: number) => ({
  start: row.start + by,
  end: row.end + by,
})

/** `rows` in order, like the lines. */
function markBeside(lines: readonly Line[], rows: readonly { start: number; end: number }[]): void {
  let next = 0
  for (const line of lines) {
    while (next < rows.length && (rows[next] as { end: number }).end <= line.start) next++
    const row = rows[next]
    if (!row) return
    if (row.start < line.end) line.beside = true
  }
}

function withoutFurniture(raw: string, lines: readonly Line[]): string {
  const pieces: string[] = []
  let done = 0
  for (const line of lines) {
    if (!line.furniture) continue
    pieces.push(raw.slice(done, line.start), ' '.repeat(line.end - line.start))
    done = line.end
  }
  return pieces.length === 0 ? raw : pieces.join('') + raw.slice(done)
}

/** @returns false when there are more lines than are read */
function splitLines(page: string, offset: number, number: number, lines: Line[]): boolean {
  let start = 0
  while (start <= page.length) {
    if (lines.length === mostLines) return false
    const found = page.indexOf('\n', start)
    const end = found < 0 ? page.length : found
    let from = start
    while (from < end && isSpace(page.charCodeAt(from))) from++
    let to = end
    while (to > from && isSpace(page.charCodeAt(to - 1))) to--
    const last = lines.at(-1)
    if (from === to && last?.blank && last.page === number) {
      last.end = end + offset
      last.from = last.to = last.end
      start = end + 1
      continue
    }
    lines.push({
      index: lines.length,
      page: number,
      start: start + offset,
      end: end + offset,
      from: from + offset,
      to: to + offset,
      blank: from === to,
      furniture: false,
      beside: false,
    })
    start = end + 1
  }
  return true
}

/** White space as a class of a pattern: what `isSpace` knows. */
export const white = '\\0-\\x20\\x85\\xa0\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'

/** White space as PDF and word processors leave it: also no-break, zero-width and form feed. */
export function isSpace(code: number): boolean {
  return code <= 32 || (code >= 0x85 && isWideSpace(code))
}

function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x85 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** The lines that a range touches, printed or blank. */
export function linesIn(source: Source, range: { start: number; end: number }): Line[] {
  if (range.end <= range.start) return []
  const first = lineAt(source, range.start)
  const from = (source.lines[first]?.end ?? 0) > range.start ? first : first + 1
  return source.lines.slice(from, lineAt(source, range.end - 1) + 1)
}

/** Index of the line that holds `position`. */
export function lineAt(source: Source, position: number): number {
  let low = 0
  let high = source.lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lines[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** The spans of a range of `source.text`: cut at page breaks and around furniture, without white space at their ends. */
export function atOf(source: Source, start: number, end: number): At {
  const spans: Span[] = []
  let open: { page: number; from: number; to: number } | null = null
  const close = () => {
    if (open) pushSpans(source, open, spans)
    open = null
  }
  for (let i = lineAt(source, start); i < source.lines.length; i++) {
    const line = source.lines[i] as Line
    if (line.start >= end) break
    const within = start >= line.start && end <= line.end
    if (line.furniture && !within) {
      close()
      continue
    }
    const from = Math.max(line.from, firstInk(source.raw, start, line.to))
    const to = Math.min(line.to, lastInk(source.raw, end, line.from))
    if (from >= to) continue
    if (open && open.page !== line.page) close()
    if (open) open.to = to
    else open = { page: line.page, from, to }
  }
  close()
  return spans
}

function firstInk(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  return at
}

function lastInk(text: string, to: number, from: number): number {
  let at = to
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

function pushSpans(source: Source, range: { page: number; from: number; to: number }, spans: Span[]): void {
  const offset = source.pageStarts[range.page - 1] ?? 0
  const order = source.orders[range.page - 1]
  if (order) pushRuns(source, range, offset, order, spans)
  else spans.push({ page: range.page, start: range.from - offset, end: range.to - offset })
}

/** On a page put into reading order, a range is cut where something else is printed between its parts. */
function pushRuns(
  source: Source,
  range: { page: number; from: number; to: number },
  offset: number,
  order: Int32Array,
  spans: Span[],
): void {
  const printed = source.document.pages[range.page - 1] ?? ''
  let run: Span | null = null
  for (let i = range.from; i < range.to; i++) {
    if (isSpace(source.raw.charCodeAt(i))) continue
    const where = order[i - offset] ?? 0
    if (run && where >= run.end && printed.slice(run.end, where).trim() === '') run.end = where + 1
    else {
      run = { page: range.page, start: where, end: where + 1 }
      spans.push(run)
    }
  }
}

/** The slices of a document that `at` names. */
export function slicesOf(document: TextDocument, at: At): string[] {
  return at.map((span) => (document.pages[span.page - 1] ?? '').slice(span.start, span.end))
}
