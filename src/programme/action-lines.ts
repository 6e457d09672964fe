/** Reads actions from lines that were copied out of a spreadsheet. Nothing is guessed: an empty cell is unknown, any other must be clear. */
import type { IsoDate } from '../days.ts'
import { parseEuro } from './money.ts'
import { readPasted } from './pasted-table.ts'
import type { ServedKind } from './serve.ts'
import type { Owner } from './undo-step.ts'

export { writePasted } from './pasted-table.ts'

/** The columns in their usual order; `budget_cents` stands for one of each year. */
export const lineColumns = [
  'title',
  'pillar_id',
  'owner',
  'portfolio_holder_id',
  'partners',
  'starts_on',
  'ends_on',
  'budget_cents',
  'milestone',
  'due_on',
  'served',
] as const
export type LineColumn = (typeof lineColumns)[number]
/** A column of a programme, such as `title` or `budget_cents-2027`. */
export type ColumnName = string

export const actionLineCodes = [
  'twice',
  'nothing-new',
  'nothing-typed',
  'too-many-lines',
  'too-many-cells',
  'unknown-heading',
  'heading-twice',
  'heading-missing',
  'not-a-pillar',
  'not-an-official',
  'not-a-holder',
  'more-of-name',
  'not-a-request',
] as const
export type ActionLineCode = (typeof actionLineCodes)[number]

/** Most lines at once. */
export const mostLines = 200

/** What one line says. Null: not said. */
export type LineAction = {
  title: string
  pillar: number | null
  owner: Owner | null
  portfolioHolder: number | null
  partners: string[]
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  /** In euro cents, by year. */
  budgets: Readonly<Record<number, number | null>>
  milestone: string | null
  dueOn: IsoDate | null
  serves: { kind: ServedKind; of: number }[]
}
export type LineProblem = { line: number; column: ColumnName; code: string }
export type ReadLine = {
  /** As a spreadsheet counts what was pasted: the first row is 1. */
  line: number
  /** As they were typed, by column. */
  cells: Readonly<Record<ColumnName, string>>
  action: LineAction
}
export type ReadLines = {
  columns: ColumnName[]
  lines: ReadLine[]
  problems: LineProblem[]
  /** What is wrong with all of it; `name` is the heading that is meant. */
  whole: { code: ActionLineCode; name?: string }[]
}

/** What cells may name. */
export type LineChoices = {
  years: readonly number[]
  pillars: readonly { id: number; name: string }[]
  officials: readonly { account: string; name: string }[]
  holders: readonly { person: number; name: string }[]
  /** In the order in which the page numbers them from 1. */
  requests: readonly { kind: ServedKind; of: number }[]
  /** Of lines that name none. */
  pillar: number | null
  /** What each column may be called. */
  headings: (column: LineColumn, year: number) => readonly string[]
  /** A day as people write it; undefined when it is none. */
  day: (text: string) => IsoDate | undefined
}

/** The columns that a programme has, in order. Pure. */
export const columnsFor = (years: readonly number[]): ColumnName[] =>
  lineColumns.flatMap((column) =>
    column === 'budget_cents' ? years.map((year) => `${column}-${year}`) : [column],
  )

/** @param column such as `budget_cents-2027` */
export function columnParts(column: ColumnName): { column: LineColumn; year: number } {
  const [name, year] = column.split('-')
  return { column: name as LineColumn, year: Number(year ?? 0) }
}

/** Names are the same when letters are, whatever their case and the space between them. Pure. */
export const sameName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('nl')

/** Reads all lines, and says of all of them what is not clear. A first row with the name of the first column is a row of headings. Pure. */
export function readActionLines(text: string, choices: LineChoices): ReadLines {
  const rows = readPasted(text)
  const found: ReadLines = { columns: columnsFor(choices.years), lines: [], problems: [], whole: [] }
  const first = rows.findIndex((cells) => cells.some((cell) => cell !== ''))
  const isNamed = rows[first]?.some((cell) => columnNamed(cell, ['title'], choices) !== undefined) ?? false
  if (isNamed) found.columns = headingsIn(rows[first]!, found, choices)
  for (const [index, cells] of rows.entries()) {
    if (index < first + (isNamed ? 1 : 0) || cells.every((cell) => cell === '')) continue
    found.lines.push(readLine(index + 1, cells, found, choices))
  }
  if (found.lines.length === 0) found.whole.push({ code: 'nothing-typed' })
  if (found.lines.length > mostLines) found.whole.push({ code: 'too-many-lines' })
  const titles = new Set<string>()
  for (const { line, action } of found.lines) {
    const title = sameName(action.title)
    if (title !== '' && titles.has(title)) found.problems.push({ line, column: 'title', code: 'twice' })
    titles.add(title)
  }
  return found
}

const columnNamed = (
  heading: string,
  columns: readonly ColumnName[],
  { headings }: LineChoices,
): ColumnName | undefined =>
  columns.find((name) => {
    const { column, year } = columnParts(name)
    return headings(column, year).some((one) => sameName(one) === sameName(heading))
  })

/** Headings in any order, each once. A column without one is not read: the empty name. */
function headingsIn(cells: readonly string[], { columns, whole }: ReadLines, choices: LineChoices) {
  const named = cells.map((cell) => {
    if (cell === '') return ''
    const name = columnNamed(cell, columns, choices)
    if (name === undefined) whole.push({ code: 'unknown-heading', name: cell })
    return name ?? ''
  })
  for (const [index, name] of named.entries()) {
    if (name !== '' && named.indexOf(name) !== index) {
      whole.push({ code: 'heading-twice', name: cells[index]! })
    }
  }
  return named
}

function readLine(
  line: number,
  row: readonly string[],
  { columns, problems, whole }: ReadLines,
  choices: LineChoices,
): ReadLine {
  const wrong = (column: ColumnName, code: string) => problems.push({ line, column, code })
  row.forEach((cell, index) => {
    if (cell === '' || columns[index]) return
    if (index >= columns.length) wrong('title', 'too-many-cells')
    else if (!whole.some(({ code }) => code === 'unknown-heading' || code === 'heading-missing'))
      whole.push({ code: 'heading-missing' })
  })
  const cells: Record<ColumnName, string> = {}
  for (const name of columnsFor(choices.years)) cells[name] = row[columns.indexOf(name)] ?? ''
  const text = (name: LineColumn) => cells[name] ?? ''
  const day = (name: LineColumn) => {
    if (text(name) === '') return null
    const found = choices.day(text(name))
    if (found === undefined) wrong(name, 'date-invalid')
    return found ?? null
  }
  const one = <T extends { name: string }>(name: LineColumn, of: readonly T[], code: ActionLineCode) => {
    if (text(name) === '') return null
    const found = of.filter((choice) => sameName(choice.name) === sameName(text(name)))
    if (found.length !== 1) wrong(name, found.length === 0 ? code : 'more-of-name')
    return found.length === 1 ? found[0]! : null
  }
  const budgets: Record<number, number | null> = {}
  for (const year of choices.years) {
    const cents = parseEuro(cells[`budget_cents-${year}`] ?? '')
    if (cents === undefined) wrong(`budget_cents-${year}`, 'not-money')
    budgets[year] = cents ?? null
  }
  const pillar = choices.pillars[Number(/^(\d{1,3})\.?$/.exec(text('pillar_id'))?.[1] ?? 0) - 1]
  const official = one('owner', choices.officials, 'not-an-official')
  const action: LineAction = {
    title: text('title').replace(/\s+/g, ' '),
    pillar:
      text('pillar_id') === ''
        ? choices.pillar
        : ((pillar ?? one('pillar_id', choices.pillars, 'not-a-pillar'))?.id ?? null),
    owner: official && { account: official.account, name: official.name },
    portfolioHolder: one('portfolio_holder_id', choices.holders, 'not-a-holder')?.person ?? null,
    partners: text('partners')
      .split(/[,;\n]/)
      .map((partner) => partner.trim())
      .filter((partner) => partner !== ''),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    budgets,
    milestone: text('milestone') || null,
    dueOn: day('due_on'),
    serves: requestsIn(text('served'), choices.requests, () => wrong('served', 'not-a-request')),
  }
  if (action.title === '') wrong('title', 'needed')
  if (text('pillar_id') === '' && choices.pillar === null) wrong('pillar_id', 'needed')
  if (action.dueOn !== null && action.milestone === null) wrong('milestone', 'needed')
  return { line, cells, action }
}

/** `2`, or `1, 3`: by their numbers on the page. */
function requestsIn(text: string, requests: LineChoices['requests'], wrong: () => void) {
  const found = text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,3}$/.test(part) ? requests[Number(part) - 1] : undefined))
  if (found.includes(undefined)) wrong()
  return [...new Set(found.flatMap((one) => one ?? []))]
}
