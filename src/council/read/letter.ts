import { isoDateIn } from './dates.ts'
import { dateIn, datelineOf } from './heading.ts'
import { type Labelled, labelTable, readLabels, trimValue, type Wrapping } from './labels.ts'
import { registryNumberOf } from './numbers.ts'
import { note, type Paper, type Range, textOf } from './paper.ts'
import type { Letter } from './reading.ts'
import {
  addresseeRange,
  emailRange,
  nameRange,
  phoneRange,
  placeRange,
  referenceRange,
  registryIn,
} from './reference.ts'
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
export const letterLabels = labelTable<LetterKey>([
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
  {
    key: 'addressee',
    labels: ['aan'],
    weak: true,
    behind: /^\s+(?:de|het|den|alle|leden|uw|gemeenteraad|raad)(?!\p{L})/iu,
  },
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
])

const wrapping: Wrapping<LetterKey> = new Map([
  ['subject', 'anywhere'],
  ['addressee', 'anywhere'],
  ['department', 'in-column'],
  ['unit', 'in-column'],
] as const)

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
    addressee: value('addressee', addresseeRange(paper, head, get('addressee'))),
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
    if (/^\d\. \p{Lu}/u.test(ink) && ink.length < 60 && i > 3) return i
    if (runsLikeText(paper, printed, i)) return i
  }
  return Math.min(printed.length, longestHead)
}

const fewestWords = 9

/** Whether a paragraph of running text begins with this line: no label, words enough, and closed like a sentence. */
function runsLikeText(paper: Paper, printed: readonly Line[], i: number): boolean {
  const { raw } = paper.source
  const first = printed[i] as Line
  const before = printed[i - 1]
  if (before && before.index === first.index - 1 && before.page === first.page) return false
  let last = first
  let next = i + 1
  for (; next < printed.length && next < i + 14; next++) {
    const line = printed[next] as Line
    if (line.index !== last.index + 1 || line.page !== first.page) break
    if (readLabels(raw, [line], letterLabels, wrapping).length > 0 && line.to - line.from < 60) return false
    last = line
  }
  const text = raw.slice(first.from, last.to)
  if (/ {3}|\t/.test(text) || readLabels(raw, [first], letterLabels, wrapping).length > 0) return false
  const closes = /[.:?]["”’)]?$/.test(text.slice(-2))
  const goesOverPage = printed[next] !== undefined && printed[next]?.page !== first.page
  if (!closes && !goesOverPage) return false
  return text.split(/\s+/, 2 * fewestWords + 1).length >= (closes ? fewestWords : 2 * fewestWords + 1)
}

const dateOf = (paper: Paper, range: Range | null): Range | null => (range ? dateIn(paper, range) : null)
