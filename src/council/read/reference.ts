import { findEmails } from './emails.ts'
import { cellsOf, trimValue } from './labels.ts'
import { findRegistryNumbers } from './numbers.ts'
import { flatOf, type Paper, type Range, rangeIn } from './paper.ts'
import { withoutHonorific } from './people.ts'
import type { Line } from './source.ts'

/** From what a reference block prints to the words that are the value. */

/** A number of the council's information system anywhere in the head but the subject. */
export function registryIn(paper: Paper, head: readonly Line[], subject: Range | null): Range | null {
  for (const line of head) {
    if (subject && line.start < subject.end && line.end > subject.start) continue
    if (!/\d/.test(paper.source.raw.slice(line.from, line.to))) continue
    const flat = flatOf(paper, { start: line.from, end: line.to })
    const number = findRegistryNumbers(flat.text)[0]
    if (number) return rangeIn(flat, number.start, number.end)
  }
  return null
}

/** A reference is one printed word; a registry number is none. */
export function referenceRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  if (findRegistryNumbers(flat.text)[0]?.start === 0) return null
  return /[\p{L}\p{N}]/u.test(flat.text) ? range : null
}

export function nameRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  const cut = flat.text.search(/,|\s[–-]\s|\s\d|\S+@/)
  const printed = (cut > 0 ? flat.text.slice(0, cut) : flat.text).trimEnd()
  const name = withoutHonorific(printed)
  return name.length > 1 ? rangeIn(flat, printed.length - name.length, printed.length) : null
}

const phonePattern = /(?:\+\d{2}|\(?0\d{1,3}\)?|14)[\d ()/.–-]{2,16}\d|\d{5,10}/

export function phoneRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  const match = phonePattern.exec(flat.text)
  return match ? rangeIn(flat, match.index, match.index + match[0].length) : null
}

export function emailRange(paper: Paper, ranges: readonly Range[]): Range | null {
  for (const range of ranges) {
    const flat = flatOf(paper, range)
    const found = findEmails(flat.text)[0]
    if (found) return rangeIn(flat, found.start, found.end)
  }
  return null
}

const bodyLine = /^(?:de )?(?:leden|voorzitter) van de (?:gemeente)?raad/iu

export function addresseeRange(paper: Paper, head: readonly Line[], labelled: Range | null): Range | null {
  if (labelled) return withoutAddress(paper, labelled)
  for (const line of head) {
    const cell = cellsOf(paper.source.raw, line)[0]
    if (cell && bodyLine.test(paper.source.raw.slice(cell.start, cell.end))) return trimValue(paper, cell)
  }
  return null
}

/** The lines of an address that name the body, without street and postcode. */
function withoutAddress(paper: Paper, range: Range): Range {
  const { raw } = paper.source
  const lines = raw.slice(range.start, range.end).split('\n')
  let end = range.start + (lines[0]?.length ?? 0)
  for (const line of lines.slice(1)) {
    const goesOn =
      /^\s*\p{Ll}/u.test(line) || raw[end - 1] === '-' || /(?:raad|leden|commissie|gemeente)/i.test(line)
    if (/\d/.test(line) || !goesOn) break
    end += line.length + 1
  }
  return trimValue(paper, { start: range.start, end })
}

const townAfterPostcode =
  /(?<![\p{L}\p{N}])\d{4}\s?[A-Z]{2}\s{1,3}(\p{Lu}[\p{L}'’-]{1,30}(?:[ -]\p{Lu}?[\p{L}'’-]{1,30}){0,3})/u
const placeName =
  /^(?:['’]s-)?\p{Lu}[\p{L}'’-]{1,25}(?: (?:aan|den|de|op|in|bij|der|\p{Lu}[\p{L}'’-]{1,20})){0,4}$/u

const isReturn = (raw: string, line: Line): boolean => /retouradres/i.test(raw.slice(line.from, line.to))

/** A letterhead line that is nothing but a place, else the town of the return address. */
export function placeRange(paper: Paper, head: readonly Line[]): Range | null {
  const { raw } = paper.source
  const town = head
    .filter((line) => /retouradres|postbus/i.test(raw.slice(line.from, line.to)))
    .sort((a, b) => Number(isReturn(raw, b)) - Number(isReturn(raw, a)))
    .map((line) => townIn(paper, line))
    .find((range) => range !== null)
  for (const line of head.slice(0, 5)) {
    const ink = raw.slice(line.from, line.to)
    if (
      !placeName.test(ink) ||
      /^(?:gemeente|raad|aan|concept|motie|brief|college)/i.test(ink) ||
      ink === ink.toUpperCase()
    )
      continue
    const again = raw.indexOf(ink, line.to)
    if (again > 0) return { start: line.from, end: line.to }
  }
  return town ?? null
}

/** The town behind the postcode of an address, also when a hyphen carries it to the next line. */
function townIn(paper: Paper, line: Line): Range | null {
  const { raw, lines } = paper.source
  const cut = raw[line.to - 1] === '-' ? lines[line.index + 1] : undefined
  const flat = flatOf(paper, { start: line.from, end: cut ? cut.to : line.to })
  const match = townAfterPostcode.exec(flat.text)
  if (!match) return null
  const end = match.index + match[0].length
  return rangeIn(flat, end - (match[1] as string).length, end)
}
