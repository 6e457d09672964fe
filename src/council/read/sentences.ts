import type { Flat } from './fold.ts'
import { beforeLine, closesSomething, closingSign, markerOf } from './layout.ts'
import { flatOf, type Paper, type Range, rangeIn } from './paper.ts'
import { type Line, linesIn } from './source.ts'

/** A sentence of running text, without its closing mark. */
export class Sentence {
  /** The paragraph it stands in, as it reads. */
  readonly flat: Flat
  /** Offset of the sentence in `flat`. */
  readonly start: number
  readonly text: string
  /** Which paragraph: where it begins. */
  readonly paragraph: number
  /** Stands in a list. */
  readonly item: boolean
  /** A short line without a closing mark that stands alone: a heading. */
  readonly heading: boolean

  constructor(flat: Flat, start: number, text: string, paragraph: number, item: boolean, heading: boolean) {
    this.flat = flat
    this.start = start
    this.text = text
    this.paragraph = paragraph
    this.item = item
    this.heading = heading
  }

  get range(): Range {
    return rangeIn(this.flat, this.start, this.start + this.text.length)
  }

  asHeading(): Sentence {
    return new Sentence(this.flat, this.start, this.text, this.paragraph, this.item, true)
  }
}

/** The paragraphs of a stretch of text: parted by empty lines, list markers and headings. */
export function paragraphsOf(paper: Paper, range: Range): readonly Range[] {
  const { last } = paper
  if (last?.of.start === range.start && last.of.end === range.end) return last.paragraphs
  const paragraphs = findParagraphs(paper, range)
  paper.last = { of: range, paragraphs }
  return paragraphs
}

function findParagraphs(paper: Paper, range: Range): Range[] {
  const { source } = paper
  const paragraphs: Range[] = []
  let current: Range | null = null
  for (const line of linesIn(source, range)) {
    if (line.blank || line.furniture) continue
    const start = Math.max(line.from, range.start)
    const end = Math.min(line.to, range.end)
    if (start >= end) continue
    if (current && continues(paper, line, current)) current.end = end
    else {
      current = { start, end }
      paragraphs.push(current)
    }
  }
  return paragraphs
}

const longestParagraph = 20000

function continues(paper: Paper, line: Line, current: Range): boolean {
  const { source } = paper
  if (line.to - current.start > longestParagraph) return false
  const marker = isAside(source.text, line) ? null : markerOf(source.text, line)
  if (marker && !(marker.kind === '1' && !/^\S{1,4}\s/.test(source.text.slice(line.from, line.from + 6))))
    return false
  if (isStatusLine(source.text, line)) return false
  const { line: previous, gap, cut } = beforeLine(source, line.index)
  if (!previous) return false
  const closed = closesSomething(closingSign(source.text, previous.from, previous.to))
  if (gap) return !closed && /\p{Ll}/u.test(source.text.charAt(line.from)) && previous.to - previous.from > 20
  if (isHeading(source.text, current, previous, line)) return false
  return !cut || !closed || closingSign(source.text, previous.from, previous.to) === ','
}

/** In a decision list, what became of the motion named above. */
const statusLine =
  /^(?:Aangenomen|Aanvaard|Verworpen|Ingetrokken|Aangehouden|Overgenomen|Vervallen|Niet in stemming)(?!\p{L})/u
const isStatusLine = (text: string, line: Line): boolean =>
  'AVION'.includes(text.charAt(line.from)) && statusLine.test(text.slice(line.from, line.from + 24))

/** *- ingediend door …*: a dash within a sentence, at the head of a line by accident. */
const isAside = (text: string, line: Line): boolean =>
  line.to - line.from > 4 &&
  '-–—'.includes(text.charAt(line.from)) &&
  /^[-–—] (?:mede )?(?:ingediend|van|door)(?!\p{L})/u.test(text.slice(line.from, line.from + 24))

/** A short line without a mark, above a line that begins with a capital; the name of a motion may take two lines. */
function isHeading(text: string, paragraph: Range, last: Line, next: Line): boolean {
  const length = last.to - last.from
  const below = next.to - next.from
  const whole = last.to - paragraph.start
  if (whole > 90 || !/^\p{Lu}/u.test(text.charAt(next.from))) return false
  const head = text.slice(paragraph.start, last.to)
  const sign = closingSign(text, last.from, last.to)
  const single = paragraph.start === last.from
  if (sign === ':' && /[.;]\s/.test(head)) return false
  if (sign === '?' || sign === '!' || sign === ':') return single && length < 60
  if (closesSomething(sign) || sign === '-' || !/^[\p{Lu}\d]/u.test(head) || functionWord.test(head))
    return false
  if (namesMotion.test(head)) return length < below + (single ? 12 : -10)
  return single && length <= 70 && length + 10 < below && !openQuote.test(head)
}

/** A title that goes on in the next line. */
const openQuote = /[‘“„][^’”]*$/u

const namesMotion = /^(?:\d{1,2}\.\s+)?(?:motie|amendement)\s\S{1,10}\s/iu
/** No heading ends with such a word. */
const functionWord =
  /(?<!\p{L})(?:de|het|een|van|in|op|en|of|voor|met|aan|te|om|dat|die|door|bij|uw|zijn|is|heeft)$/iu

const boundary = /[.?!]["”’)]?(?= +["“„‘'(]?[\p{Lu}\d*])/gu
const abbreviation =
  /(?:^|[\s(])(?:drs|mr|dr|ir|ing|prof|dhr|mw|mevr|nr|nrs|d\.d|ca|bijv|o\.a|m\.b\.t|i\.v\.m|art|t\.b\.v|t\.a\.v|resp|incl|excl|tel|blz|jl|a\.s|c\.q|i\.c|n\.a\.v|m\.i\.v|vgl|zgn|st|v\.d|p|plv|wnd|afd|doc|reg|\p{Lu}|(?:\p{Lu}\.){1,5}\p{Lu})$/iu

/** Behind which signs a sentence ends, and another begins. */
function boundariesOf(text: string): number[] {
  const ends: number[] = []
  if (text.length < 8) return ends
  boundary.lastIndex = 0
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    const word = text.slice(Math.max(ends.at(-1) ?? 0, match.index - 24), match.index)
    if (!match[0].startsWith('.') || !abbreviation.test(word)) ends.push(match.index + match[0].length)
  }
  return ends
}

const itemMark = /^(?:[-–—•●▪*o·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]) +/

/** Whether a paragraph says anything; a sign or two that stand alone do not. */
const saysSomething = (text: string, { start, end }: Range): boolean =>
  end - start > 3 || /[\p{L}\p{N}]/u.test(text.slice(start, end))

/** The sentences of a stretch of text. */
export function sentencesOf(paper: Paper, range: Range): Sentence[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphsOf(paper, range)) {
    if (!saysSomething(paper.source.text, paragraph)) continue
    const flat = flatOf(paper, paragraph)
    let start = 0
    const marker = flat.text.length < 3 ? null : flat.text.match(itemMark)
    if (marker) start = marker[0].length
    for (const end of boundariesOf(flat.text)) {
      push(sentences, flat, start, end, paragraph.start, marker !== null)
      start = end
    }
    push(sentences, flat, start, flat.text.length, paragraph.start, marker !== null)
  }
  return sentences
}

const closedTail = /[.?!:;][”"’)]?$/

function push(
  sentences: Sentence[],
  flat: Flat,
  from: number,
  to: number,
  paragraph: number,
  item: boolean,
): void {
  let start = from
  let end = to
  while (start < end && flat.text[start] === ' ') start++
  const tail = flat.text.slice(Math.max(start, end - 2), end)
  while (end > start && ' .;,'.includes(flat.text[end - 1] as string)) end--
  if (start >= end) return
  const text = flat.text.slice(start, end)
  const first = sentences.at(-1)?.paragraph !== paragraph
  const alone = first && to === flat.text.length && text.length < 90
  const heading = alone && (text.endsWith('?') || !closedTail.test(tail.trimEnd()))
  sentences.push(new Sentence(flat, start, text, paragraph, item, heading))
}

/** A slice of a sentence as a range of the source. */
export const rangeOf = (sentence: Sentence, start: number, end: number): Range =>
  rangeIn(sentence.flat, sentence.start + start, sentence.start + end)
