import { beforeLine, closesSomething, closingSign, wordsStart } from './layout.ts'
import { type Opener, openerAt } from './openers.ts'
import { isSpace, type Line, linesIn, type Source, white } from './source.ts'
import { Tokens } from './words.ts'

/** Where something begins or ends in a motion: a formula, or the closing formula. In reading order. */
export type Mark = { start: number; end: number } & ({ type: 'opener'; opener: Opener } | { type: 'close' })

/** All formulae between two offsets. */
export function findMarks(source: Source, from = 0, to = source.text.length): Mark[] {
  const marks: Mark[] = []
  for (const close of findClosings(source, from, to)) marks.push({ type: 'close', ...close })
  for (const line of linesIn(source, { start: from, end: to })) {
    if (line.blank || line.furniture) continue
    scanLine(source, line, to, marks)
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end)
  return marks.filter((mark, i) => i === 0 || mark.start >= (marks[i - 1] as Mark).end)
}

function scanLine(source: Source, line: Line, to: number, marks: Mark[]): void {
  const { text } = source
  const start = wordsStart(text, line)
  let done = start
  if (start < line.to) {
    const opener = openerAt(text, start, to)
    if (opener && (opener.anywhere || startsFreshly(source, line))) {
      marks.push({ type: 'opener', opener, start: opener.start, end: opener.end })
      done = opener.end
    }
  }
  const ink = text.slice(line.from, line.to)
  partEnd.lastIndex = Math.max(done, start) - line.from
  while (partEnd.test(ink)) {
    const opener = openerAt(text, line.from + partEnd.lastIndex, to)
    if (!opener?.anywhere) continue
    marks.push({ type: 'opener', opener, start: opener.start, end: opener.end })
    partEnd.lastIndex = Math.max(partEnd.lastIndex, opener.end - line.from)
  }
}

/** Where a part of a line ends: at a mark or a closing quote, with the white space up to the next word. */
const partEnd = new RegExp(`[;.:,!?"”][${white}]+(?![${white}])(?!$)`, 'g')

/** Whether a paragraph, a list item or a new sentence begins with this line. */
function startsFreshly(source: Source, line: Line): boolean {
  const { line: previous, gap } = beforeLine(source, line.index)
  if (!previous || gap) return true
  if (closesSomething(closingSign(source.text, previous.from, previous.to))) return true
  return previous.to - previous.from < 40 && !/\p{Ll}/u.test(source.text.slice(previous.from, previous.to))
}

const closingVerb = /(?<![\p{L}\p{N}])(?:gaat|gaan|ga|gaal)\s{1,400}(?:wij\s{1,40})?over\s{1,400}(?=[tl])/giu

/** In tokens behind *over*: *tot de orde van de dag*. */
const closing = new Tokens(6)

/** Closing formulae, from *en* to *dag*, however marked, cut or misread. */
function findClosings(source: Source, from: number, to: number): { start: number; end: number }[] {
  const { text } = source
  const found: { start: number; end: number }[] = []
  closingVerb.lastIndex = from
  for (;;) {
    const match = closingVerb.exec(text)
    if (!match || match.index >= to) return found
    const after = match.index + match[0].length
    closing.moveTo(text, after, to)
    if (!/^[tl]o[tl]$/.test(closing.key(0))) continue
    if (![1, 2, 3].some((i) => /^(?:orde|order|ordo|agenda)$/.test(closing.key(i)))) continue
    const day = closing.find((token) => /^da[gq]$/.test(token.key))
    const end = (day ?? closing.last())?.end ?? after
    found.push({ start: startOfEn(text, match.index, from), end })
  }
}

function startOfEn(text: string, at: number, from: number): number {
  let i = at - 1
  while (i >= from && i > at - 200 && isSpace(text.charCodeAt(i))) i--
  const word = text.slice(Math.max(from, i - 1), i + 1).toLowerCase()
  const free = i - 2 < from || !/\p{L}/u.test(text.charAt(i - 2))
  return word === 'en' && free ? i - 1 : at
}
