import { isoDateIn } from './dates.ts'
import { findEmails } from './emails.ts'
import { dateIn, datelineOf } from './heading.ts'
import { cellsOf, type Labelled, type LabelTable, readLabels, trimValue } from './labels.ts'
import { findRegistryNumbers, registryNumberOf } from './numbers.ts'
import { flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { withoutHonorific } from './people.ts'
import type { Letter } from './reading.ts'
import { findSignatures, readSignatories } from './signatures.ts'
import { type Line, lineAt } from './source.ts'

/** The reference block of a letter, its address and its signatures. */

export type LetterKey =
  | 'date'
  | 'sent'
  | 'subject'
  | 'reference'
  | 'ris'
  | 'registry'
  | 'addressee'
  | 'place'
  | 'department'
  | 'unit'
  | 'contact'
  | 'phone'
  | 'email'
  | 'none'

/** Every label of a reference block. To teach the reader a new one, add it here. `weak`: only with a colon or wide gap. */
export const letterLabels: LabelTable<LetterKey> = [
  { key: 'date', labels: ['datum', 'datum brief'] },
  { key: 'sent', labels: ['verzonden', 'verzenddatum', 'datum verzending', 'verzonden op'] },
  { key: 'subject', labels: ['onderwerp', 'betreft'] },
  { key: 'reference', labels: ['ons kenmerk', 'kenmerk', 'ons nummer', 'onze referentie', 'onze ref'] },
  { key: 'ris', labels: ['ris-nummer', 'ris nummer', 'risnummer', 'ris-nr'] },
  {
    key: 'registry',
    labels: [
      'registratienummer',
      'registratienr',
      'registratie',
      'zaaknummer',
      'zaaknr',
      'documentnummer',
      'documentnr',
    ],
  },
  { key: 'addressee', labels: ['aan'] },
  { key: 'place', labels: ['plaats'], weak: true },
  { key: 'department', labels: ['dienst', 'directie', 'sector', 'domein'] },
  { key: 'unit', labels: ['afdeling', 'team', 'cluster', 'bureau'] },
  {
    key: 'contact',
    labels: [
      'contactpersoon',
      'behandeld door',
      'behandelaar',
      'inlichtingen',
      'inlichtingen bij',
      'steller',
      'informatie bij',
    ],
  },
  { key: 'phone', labels: ['telefoonnummer', 'telefoon', 'tel', 'doorkiesnummer', 'doorkies', 'mobiel'] },
  { key: 'phone', labels: ['t'], weak: true },
  { key: 'email', labels: ['e-mailadres', 'e-mail', 'email', 'emailadres', 'mailadres', 'mail'] },
  { key: 'email', labels: ['e'], weak: true },
  {
    key: 'none',
    labels: [
      'uw kenmerk',
      'uw brief',
      'uw brief van',
      'retouradres',
      'bezoekadres',
      'postadres',
      'portefeuille',
      'portefeuillehouder',
      'van',
      'bijlagen',
      'bijlage',
      'pagina',
      'aantal bijlagen',
      'kopie',
      'internet',
      'website',
      'fax',
      'geheim',
    ],
  },
]

const wrapping: ReadonlySet<LetterKey> = new Set(['subject', 'addressee'])

export type ReadLetter = {
  letter: Letter
  /** What the labels of the reference block hold, for the search after personal data. */
  head: Range
  body: Range
  contactRanges: { name: Range | null; phone: Range | null; email: Range | null }
  subject: Range | null
  labels: readonly Labelled<LetterKey>[]
}

export function readLetter(paper: Paper): ReadLetter {
  const { source } = paper
  const printed = source.lines.filter((line) => !line.blank)
  const split = headEnd(paper, printed)
  const head = printed.slice(0, split)
  const labels = readLabels(source.raw, head, letterLabels, wrapping)
  const get = (key: LetterKey): Range | null => {
    const hits = labels.filter((one) => one.key === key)
    const hit = hits.find((one) => !isFurniture(paper, one.value)) ?? hits[0]
    return hit ? trimValue(paper, hit.value) : null
  }
  const tail = findSignatures(paper, printed.slice(split))
  const line = datelineOf(paper, head)
  const date = dateOf(paper, get('date')) ?? line?.date ?? dateOf(paper, get('sent'))
  const subject = get('subject')
  const ris = registryIn(paper, head, subject)
  const registry = ris ?? get('registry')
  const value = (key: string, range: Range | null): string | null => {
    note(paper, `/letter/${key}`, range)
    return range ? textOf(paper, range) : null
  }
  const contact = nameRange(paper, get('contact'))
  const phone = phoneRange(paper, get('phone'))
  const email = emailRange(
    paper,
    labels.filter((one) => one.key === 'email' || one.key === 'contact').map((one) => one.value),
  )
  const printedDate = value('date', date)
  const printedRegistry = value('registryNumber', registry)
  const letter: Letter = {
    date: printedDate === null ? null : isoDateIn(printedDate),
    subject: value('subject', subject),
    reference: value('reference', referenceRange(paper, get('reference'))),
    registryNumber: printedRegistry === null ? null : registryNumberOf(printedRegistry),
    addressee: value('addressee', addresseeRange(paper, head, labels)),
    place: value('place', line?.place ?? get('place') ?? placeRange(paper, head)),
    department: value('department', get('department')),
    unit: value('unit', get('unit')),
    contact: {
      name: value('contact/name', contact),
      phone: value('contact/phone', phone),
      email: value('contact/email', email),
    },
    signatories: readSignatories(paper, tail),
  }
  const bodyStart = printed[split]?.start ?? source.text.length
  return {
    letter,
    head: { start: 0, end: bodyStart },
    body: { start: bodyStart, end: tail ? tail.start : source.text.length },
    contactRanges: { name: contact, phone, email },
    subject,
    labels,
  }
}

const isFurniture = (paper: Paper, range: Range): boolean =>
  paper.source.lines[lineAt(paper.source, range.start)]?.furniture === true

const salutation = /^(?:geachte|beste|l\.s\.)(?!\p{L})/iu
const longestHead = 70

/** Where the running text begins: at the salutation, else at the first paragraph that is a sentence. */
function headEnd(paper: Paper, printed: readonly Line[]): number {
  const { raw } = paper.source
  const greeting = printed
    .slice(0, longestHead)
    .findIndex((line) => salutation.test(raw.slice(line.from, line.from + 12)))
  if (greeting >= 0) return greeting
  for (let i = 0; i < printed.length && i < longestHead; i++) {
    const line = printed[i] as Line
    const ink = raw.slice(line.from, line.to)
    if (/^(?:onderwerp|betreft|retouradres|bezoekadres)/i.test(ink)) continue
    if (/^\d\. \p{Lu}/u.test(ink) && ink.length < 60 && i > 3) return i
    if (
      ink.length >= 50 &&
      ink.split(/\s+/).length >= 9 &&
      !/ {3}|\t/.test(ink) &&
      runsLikeText(paper, printed, i)
    )
      return i
  }
  return Math.min(printed.length, longestHead)
}

/** Whether the paragraph from this line holds a verb in the words of a letter, or ends like a sentence. */
function runsLikeText(paper: Paper, printed: readonly Line[], i: number): boolean {
  const first = printed[i] as Line
  let last = first
  for (let j = i + 1; j < printed.length && j < i + 12; j++) {
    const next = printed[j] as Line
    if (next.index !== last.index + 1) break
    last = next
  }
  return /[.:?]["”’)]?$/.test(paper.source.raw.slice(first.from, last.to))
}

const dateOf = (paper: Paper, range: Range | null): Range | null => (range ? dateIn(paper, range) : null)

/** A number of the council's information system anywhere in the head but the subject. */
function registryIn(paper: Paper, head: readonly Line[], subject: Range | null): Range | null {
  for (const line of head) {
    if (subject && line.start < subject.end && line.end > subject.start) continue
    const flat = flatOf(paper, { start: line.from, end: line.to })
    const number = findRegistryNumbers(flat.text)[0]
    if (number) return rangeIn(flat, number.start, number.end)
  }
  return null
}

/** A reference is one printed word; a registry number is none. */
function referenceRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  if (findRegistryNumbers(flat.text)[0]?.start === 0) return null
  return /[\p{L}\p{N}]/u.test(flat.text) ? range : null
}

function nameRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  const cut = flat.text.search(/,|\s[–-]\s|\s\d|\S+@/)
  const printed = (cut > 0 ? flat.text.slice(0, cut) : flat.text).trimEnd()
  const name = withoutHonorific(printed)
  return name.length > 1 ? rangeIn(flat, printed.length - name.length, printed.length) : null
}

const phonePattern = /(?:\+\d{2}|\(?0\d{1,3}\)?|14)[\d ()/.–-]{2,16}\d|\d{5,10}/

function phoneRange(paper: Paper, range: Range | null): Range | null {
  if (!range) return null
  const flat = flatOf(paper, range)
  const match = phonePattern.exec(flat.text)
  return match ? rangeIn(flat, match.index, match.index + match[0].length) : null
}

function emailRange(paper: Paper, ranges: readonly Range[]): Range | null {
  for (const range of ranges) {
    const flat = flatOf(paper, range)
    const found = findEmails(flat.text)[0]
    if (found) return rangeIn(flat, found.start, found.end)
  }
  return null
}

const bodyLine = /^(?:de )?(?:leden|voorzitter) van de (?:gemeente)?raad/iu

function addresseeRange(
  paper: Paper,
  head: readonly Line[],
  labels: readonly Labelled<LetterKey>[],
): Range | null {
  const labelled = labels.find((one) => one.key === 'addressee')
  if (labelled) return withoutAddress(paper, trimValue(paper, labelled.value))
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
    if (/\d/.test(line) || !/(?:raad|leden|commissie|gemeente)/i.test(line)) break
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
function placeRange(paper: Paper, head: readonly Line[]): Range | null {
  const { raw } = paper.source
  const town = head
    .filter((line) => /retouradres|postbus/i.test(raw.slice(line.from, line.to)))
    .map((line) => ({ line, match: townAfterPostcode.exec(raw.slice(line.from, line.to)) }))
    .filter(({ match }) => match)
    .sort((a, b) => Number(isReturn(raw, b.line)) - Number(isReturn(raw, a.line)))[0]
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
  if (!town?.match) return null
  const start = town.line.from + town.match.index + town.match[0].length - (town.match[1] as string).length
  return { start, end: start + (town.match[1] as string).length }
}
