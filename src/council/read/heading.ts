import { findDates } from './dates.ts'
import { type Labelled, labelTable, readLabels, trimValue, unquote, type Wrapping } from './labels.ts'
import { closingSign, isNameLine } from './layout.ts'
import { matchesOf } from './matches.ts'
import { findRegistryNumbers, motionNumberAt } from './numbers.ts'
import { flatOf, type Paper, type Range, rangeIn } from './paper.ts'
import { type ProposalRanges, readProposal } from './proposal.ts'
import { type Line, linesIn } from './source.ts'
import { quotedAt } from './titles.ts'

/** What the head of a motion or amendment says: number, title, registry number, date of the meeting, proposal. */
export type Heading = {
  numbers: Range[]
  title: Range | null
  registryNumber: Range | null
  date: Range | null
  proposal: ProposalRanges | null
  labels: Labelled<HeadKey>[]
}

export type HeadKey = 'number' | 'title' | 'meeting' | 'submitter' | 'status' | 'registry'

const table = labelTable<HeadKey>([
  {
    key: 'number',
    labels: ['motienummer', 'amendementnummer', 'nummer motie', 'nummer', 'nr', 'volgnummer'],
  },
  { key: 'title', labels: ['titel motie', 'titel', 'onderwerp', 'betreft'] },
  {
    key: 'meeting',
    labels: [
      'datum raadsvergadering',
      'raadsvergadering',
      'vergaderdatum',
      'datum vergadering',
      'vergadering',
      'voorgesteld',
      'datum',
    ],
  },
  {
    key: 'submitter',
    labels: [
      'indieners',
      'indiener',
      'mede-indieners',
      'mede-indiener',
      'ingediend door',
      'mede ingediend door',
      'medeondertekenaars',
      'ingediend',
    ],
  },
  { key: 'status', labels: ['status', 'uitslag', 'besluit raad', 'uitslag stemming'] },
  {
    key: 'registry',
    labels: ['registratienummer', 'registratienr', 'zaaknummer', 'zaaknr', 'documentnummer'],
  },
])

const headWrapping: Wrapping<HeadKey> = new Map([
  ['submitter', 'anywhere'],
  ['title', 'anywhere'],
] as const)

const kindWord = /(?:^|[^\p{L}])(motie|amendement)(?![\p{L}])/iu
/** Qualifications that are no title: *motie vreemd aan de orde van de dag*, *motie van treurnis*. */
const qualification =
  /^(?:vreemd(?: aan de orde van de dag)?|van (?:treurnis|wantrouwen|afkeuring|waardering)|van (?:het lid|de leden|de fracties?) [^:;]{1,80}|ingediend door [^:;]{1,80}|\([^()]{1,40}\))/iu

export function readHeading(paper: Paper, range: Range): Heading {
  const { source } = paper
  const lines = linesIn(source, { start: range.start, end: Math.min(range.end, range.start + 20000) })
    .filter((line) => !line.blank)
    .slice(0, 60)
  const labels = readLabels(source.raw, lines, table, headWrapping)
  const heading: Heading = {
    numbers: [],
    title: null,
    registryNumber: null,
    date: null,
    proposal: null,
    labels,
  }
  for (const { key, value } of labels) {
    if (key === 'number') addNumber(paper, heading, value.start)
    if (key === 'title') heading.title ??= unquote(source.raw, trimValue(paper, value))
  }
  readKindLines(paper, lines, heading)
  readOpening(paper, lines, heading)
  const meeting = labels.find(({ key, value }) => key === 'meeting' && dateIn(paper, value))
  heading.date ??= meeting ? dateIn(paper, meeting.value) : dateline(paper, lines)
  const registry = labels.find(({ key }) => key === 'registry')
  heading.registryNumber ??= registry ? trimValue(paper, registry.value) : null
  return heading
}

function addNumber(paper: Paper, heading: Heading, from: number): number {
  const found = motionNumberAt(paper.source.raw, from)
  if (!found) return from
  const text = (range: Range) => paper.source.raw.slice(range.start, range.end)
  const range = { start: found.start, end: found.end }
  if (!heading.numbers.some((number) => text(number) === text(range))) heading.numbers.push(range)
  return found.end
}

/** The lines with the word *motie* or *amendement*, and the title behind or below it. */
function readKindLines(paper: Paper, lines: readonly Line[], heading: Heading): void {
  const { raw } = paper.source
  for (let i = 0; i < lines.length && i < 24; i++) {
    const line = lines[i] as Line
    const ink = raw.slice(line.from, Math.min(line.to, line.from + 300))
    const match = kindWord.exec(ink)
    if (!match && opensText.test(ink) && /bijeen|vergadering|dat(?!\p{L})/iu.test(ink)) return
    if (
      !match ||
      (match.index > 12 && !/ {3}|\t| [-–|] /.test(ink.slice(0, match.index + 3))) ||
      (line.furniture && heading.numbers.length > 0)
    )
      continue
    const word = line.from + match.index + match[0].length
    let at = skipSigns(raw, word, line.to)
    const before = raw.slice(line.from, word - (match[1] as string).length).trim()
    if (before !== '' && /\d/.test(before)) addNumber(paper, heading, line.from)
    const afterNumber = addNumber(paper, heading, at)
    if (line.furniture) continue
    at = skipSigns(raw, afterNumber, line.to)
    const rest = raw.slice(at, line.to)
    const said = rest.match(qualification)
    if (said) at = skipSigns(raw, at + said[0].length, line.to)
    if (heading.title) continue
    heading.title =
      titleFrom(paper, line, at) ??
      (said && /treurnis|wantrouwen|lid|leden/i.test(said[0]) ? null : titleBelow(paper, lines, i))
    if (heading.title) return
  }
}

const opensText =
  /^(?:de (?:gemeente)?raad(?!\p{L})|de kamer|raadsvergadering|ondergetekende|gehoord|constat|overweg|verzoek|gelet op|besluit)/iu

function skipSigns(text: string, from: number, to: number): number {
  let at = from
  while (at < to && ' \t:–—-.,*|'.includes(text[at] as string)) at++
  return at
}

function titleFrom(paper: Paper, line: Line, from: number): Range | null {
  const { raw } = paper.source
  if (from >= line.to) return null
  const quoted = quotedAt(raw, from)
  if (quoted && quoted.outer <= line.to + 200) return { start: quoted.start, end: quoted.end }
  const gap = raw.slice(from, line.to).search(/ {3,}|\t/)
  let end = gap < 0 ? wrappedEnd(paper, line) : from + gap
  const number = findRegistryNumbers(raw.slice(from, end))[0]
  if (number) end = from + number.start
  const range = trimValue(paper, { start: from, end })
  return isTitle(raw.slice(range.start, range.end)) ? unquote(raw, range) : null
}

const fullLine = 30

/** A title may run on over one more line: behind a hyphen, or below a line that is full. */
function wrappedEnd(paper: Paper, line: Line): number {
  const { raw, lines } = paper.source
  const next = lines[line.index + 1]
  if (!next || next.blank || next.furniture || next.page !== line.page || line.to - line.from < fullLine)
    return line.to
  const ink = raw.slice(next.from, next.to)
  if (raw[line.to - 1] === '-') return next.to
  if (
    next.to - next.from > 60 ||
    opensText.test(ink) ||
    labelled.test(ink) ||
    kindWord.test(ink) ||
    / {3}|\t/.test(ink)
  )
    return line.to
  const behind = lines[next.index + 1]
  const closes = !behind || behind.blank
  return closes && findDates(ink).length === 0 && closingSign(raw, next.from, next.to) !== ','
    ? next.to
    : line.to
}

/** The heading line under *Motie M12*. */
function titleBelow(paper: Paper, lines: readonly Line[], index: number): Range | null {
  const { raw } = paper.source
  const line = lines[index + 1]
  const previous = lines[index] as Line
  if (!line || line.index > previous.index + 2 || line.furniture) return null
  const ink = raw.slice(line.from, line.to)
  if (
    opensText.test(ink) ||
    kindWord.test(ink.slice(0, 12)) ||
    (/:\s/.test(ink.slice(0, 24)) && labelled.test(ink))
  )
    return null
  if (labelled.test(ink) || findDates(ink).length > 0 || closingSign(raw, line.from, line.to) === ',')
    return null
  if (findRegistryNumbers(ink).length > 0) return null
  const range = trimValue(paper, {
    start: line.from,
    end: raw[line.to - 1] === '-' ? wrappedEnd(paper, line) : line.to,
  })
  const title = unquote(raw, range)
  return isTitle(raw.slice(title.start, title.end)) ? title : null
}

const labelled =
  /^(?:nr|nummer|motienummer|titel|datum|vergadering|raadsvergadering|indiener|ingediend|status|onderwerp|betreft|voorgesteld|agendapunt|aan|gemeente|raad)(?![\p{L}])/iu

const isTitle = (text: string): boolean => text.length >= 3 && text.length <= 240 && /\p{L}{2}/u.test(text)

/** *De raad van …, in vergadering bijeen op …, ter bespreking van …*. */
function readOpening(paper: Paper, lines: readonly Line[], heading: Heading): void {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return
  const flat = flatOf(paper, { start: first.start, end: Math.min(last.end, first.start + 6000) })
  heading.proposal = readProposal(flat)
  for (const match of matchesOf(flat.text, meetingWords)) {
    const date = findDates(
      flat.text.slice(match.index + match[0].length, match.index + match[0].length + 60),
    ).find((one) => one.iso)
    if (!date) continue
    const offset = match.index + match[0].length
    heading.date = rangeIn(flat, offset + date.start, offset + date.end)
    break
  }
  const taken = heading.proposal?.registryNumber
  for (const number of findRegistryNumbers(flat.text)) {
    const range = rangeIn(flat, number.start, number.end)
    if (taken && range.start === taken.start) continue
    heading.registryNumber = range
    break
  }
}

const meetingWords =
  /(?:bijeen (?:op|in)|vergadering (?:bijeen )?(?:van|op|d\.d\.)|vergadering,? bijeen op|bijeengekomen op|raadsvergadering (?:van|d\.d\.|op)|voorgesteld(?: tijdens [\p{L} ]{1,60} van)?) ?:?/giu

export function dateIn(paper: Paper, range: Range): Range | null {
  const flat = flatOf(paper, range)
  const date = findDates(flat.text).find((one) => one.iso !== null)
  return date ? rangeIn(flat, date.start, date.end) : null
}

/** *Oudebroek, 3 maart 2020*: a place and a date alone on a line. */
export function dateline(paper: Paper, lines: readonly Line[]): Range | null {
  return datelineOf(paper, lines)?.date ?? null
}

export function datelineOf(paper: Paper, lines: readonly Line[]): { place: Range; date: Range } | null {
  const { raw } = paper.source
  for (const line of lines) {
    if (line.to - line.from > 60) continue
    const ink = raw.slice(line.from, line.to)
    const comma = ink.indexOf(',')
    if (comma < 2 || !/^\p{Lu}[\p{L}'’ -]{1,40}$/u.test(ink.slice(0, comma))) continue
    const date = findDates(ink.slice(comma + 1))[0]
    if (!date?.iso || ink.slice(comma + 1, comma + 1 + date.start).trim() !== '') continue
    const start = line.from + comma + 1
    return {
      place: { start: line.from, end: line.from + comma },
      date: { start: start + date.start, end: start + date.end },
    }
  }
  return null
}

export const isShortName = (paper: Paper, line: Line): boolean => isNameLine(paper.source.raw, line)
