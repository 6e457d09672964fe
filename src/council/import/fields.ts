import { publicText } from '../../cover.ts'
import { isIsoDate } from '../../days.ts'
import type { IsoDate } from '../read/reading.ts'
import { foldNumber } from '../slug.ts'
import { foldWord, type ImportField, type ImportMapping } from './mapping.ts'
import { parseSubmitters, printSubmitters } from './submitters.ts'

/** What one row says, as flat text with blank for "nothing": what is compared with the register, field by field. */
export const rowFields = [
  'title',
  'number',
  'registryNumber',
  'date',
  'outcome',
  'submitters',
  'request',
  'portfolioHolder',
  'term',
  'status',
  'settlement',
  'settledOn',
  'settlementText',
] as const
export type RowField = (typeof rowFields)[number]
export type RowFields = Record<RowField, string>

export const verdicts = ['new', 'changed', 'same', 'conflict', 'unreadable'] as const
/** `conflict`: the register says something else, and not what this list said before: a person chooses. */
export type Verdict = (typeof verdicts)[number]

/** What keeps a row out of the register. */
export const rowStops = [
  'title-missing',
  'date-unreadable',
  'no-key',
  'key-twice',
  'key-ambiguous',
  'key-contradicts',
  'row-failed',
] as const
/** What a row leaves unsaid; it comes into the register all the same. */
export const rowNotes = [
  'outcome-unknown',
  'status-unknown',
  'settlement-unknown',
  'settled-undated',
  'settled-not-adopted',
  'decider-unknown',
  'holder-unknown',
  'request-missing',
] as const
export type RowProblemCode = (typeof rowStops)[number] | (typeof rowNotes)[number]
/** `text` is what stands in the cell. */
export type RowProblem = { code: RowProblemCode; field: ImportField | null; text: string | null }
export const isStop = (problem: RowProblem) => (rowStops as readonly string[]).includes(problem.code)

/**
 * `change`: the list changed and the register still says what it said before, or said nothing; `conflict`: a person corrected it since;
 * `by-hand`: only a person can bring it into the register, on the page of the request.
 */
export type DifferenceKind = 'change' | 'conflict' | 'by-hand'
export type Difference = { field: RowField; kind: DifferenceKind; register: string; file: string }

export type ReadRow = {
  fields: RowFields
  /** Blank when the list has no column for it. */
  sourceKey: string
  printedStatus: string
  requestIsTitle: boolean
  key: string | null
  problems: RowProblem[]
  /** The fields that the list has a column for: of the others it says nothing. */
  said: RowField[]
}

/** What a row says. Nothing in it is guessed: a word that was not explained is `unknown`, a day that cannot be read stops the row. Pure. */
export function readRow(cells: readonly string[], mapping: ImportMapping): ReadRow {
  const problems: RowProblem[] = []
  const cell = (field: ImportField): string => {
    const column = mapping.columns.indexOf(field)
    return column < 0 ? '' : (cells[column] ?? '')
  }
  const text = (field: ImportField) => publicText(cell(field)) ?? ''
  const has = (field: ImportField) => mapping.columns.includes(field)
  const day = (field: ImportField): string => {
    const typed = cell(field)
    if (typed === '') return ''
    const read = parseListDate(typed)
    if (read === null) problems.push({ code: 'date-unreadable', field, text: typed.slice(0, 80) })
    return read ?? ''
  }
  const note = (code: RowProblemCode, field: ImportField) =>
    problems.push({ code, field, text: cell(field).slice(0, 80) || null })

  const title = text('title')
  if (title === '') problems.push({ code: 'title-missing', field: 'title', text: null })
  const date = day('date')
  const settledOn = day('settledOn')
  const term = day('term')

  const outcomeWord = foldWord(cell('outcome'))
  const outcome = has('outcome') ? (mapping.outcomes[outcomeWord] ?? 'unknown') : mapping.outcomeOfAll
  if (has('outcome') && outcome === 'unknown' && outcomeWord !== '') note('outcome-unknown', 'outcome')

  const statusWord = foldWord(cell('status'))
  const meaning = mapping.statuses[statusWord] ?? 'unknown'
  if (has('status') && meaning === 'unknown' && statusWord !== '') note('status-unknown', 'status')
  const settlementWord = foldWord(cell('settlement'))
  const told = mapping.settlements[settlementWord] ?? 'unknown'
  const simple = meaning === 'open' || meaning === 'in-progress' || meaning === 'unknown'
  const how = simple ? null : meaning === 'settled' ? told : meaning
  const followed = outcome === 'adopted' || outcome === 'taken-over'
  let status = simple ? (meaning === 'unknown' ? '' : meaning) : ''
  let settlement = ''
  if (how !== null) {
    if (!followed) note('settled-not-adopted', 'status')
    else if (how === 'unknown') note('settlement-unknown', has('settlement') ? 'settlement' : 'status')
    else if (settledOn === '') note('settled-undated', 'settledOn')
    else if (mapping.decidedBy === null) note('decider-unknown', 'status')
    else {
      status = 'settled'
      settlement = how
    }
  }
  const submitters = parseSubmitters(cell('submitters'), cell('parties'))
  const request = text('request')
  if (followed && request === '' && title !== '')
    problems.push({ code: 'request-missing', field: 'request', text: null })
  const fields: RowFields = {
    title,
    number: text('number'),
    registryNumber: text('registryNumber'),
    date,
    outcome,
    submitters: printSubmitters(submitters),
    request: request === '' && followed ? title : request,
    portfolioHolder: text('portfolioHolder'),
    term,
    status,
    settlement,
    settledOn: settlement === '' ? '' : settledOn,
    settlementText: settlement === '' ? '' : text('settlementText'),
  }
  const sourceKey = text('sourceKey')
  const key = keyOf(fields, sourceKey)
  const unread = problems.some((one) => one.code === 'date-unreadable')
  if (key === null && !unread) problems.push({ code: 'no-key', field: null, text: null })
  const saidBy: Partial<Record<RowField, readonly ImportField[]>> = {
    submitters: ['submitters', 'parties'],
    settlement: ['status', 'settlement'],
    settledOn: ['settledOn'],
  }
  return {
    fields,
    sourceKey,
    printedStatus: publicText([cell('status'), cell('settlement')].filter(Boolean).join(', ')) ?? '',
    requestIsTitle: request === '' && followed,
    key,
    problems,
    said: rowFields.filter((field) => (saidBy[field] ?? [field as ImportField]).some(has)),
  }
}

/** What a motion is recognised by: its registry number, else number and day, else the key of the list itself. */
export function keyOf(
  fields: Pick<RowFields, 'registryNumber' | 'number' | 'date'>,
  sourceKey: string,
): string | null {
  const registry = foldNumber(fields.registryNumber)
  if (registry !== '') return `registry:${registry}`
  const number = foldNumber(fields.number)
  if (number !== '' && fields.date !== '') return `number:${number}|${fields.date}`
  return sourceKey === '' ? null : `source:${sourceKey}`
}

/**
 * A day of a list: `2-7-2019`, `02/07/2019`, `2.7.2019` (day first) or `2019-07-02`, also with a time of midnight behind it, as
 * spreadsheets write. Null for anything else, such as a year of two figures: a day is never guessed.
 */
export function parseListDate(typed: string): IsoDate | null {
  const text = typed.trim().replace(/[ T]0?0:00(:00(\.0+)?)?Z?$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const dutch = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dutch ? [dutch[4], dutch[3], dutch[1]] : []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}
