/** A file with figures, and which of them are those of an indicator. Pure, but for the reading in pieces. */
import { Invalid } from '../../errors.ts'
import { type CsvTable, readCsv } from '../../read-csv.ts'
import { type JsonStat, readJsonStat } from './json-stat.ts'
import { type DecimalSign, readNumber } from './number.ts'
import { type Period, periodKey, readDay, readPeriod } from './period.ts'

export type SeriesFile = { format: 'csv'; table: CsvTable } | { format: 'json-stat'; dataset: JsonStat }
export type SeriesMapping =
  | {
      format: 'csv'
      /** Columns, from 0: the period, or its first day; its last day where it has a column of its own; the figure. */
      period: number
      until: number | null
      value: number
      /** Null: only numbers that can be read in one way. */
      decimal: DecimalSign
      /** Of the rows only those with these words in these columns. */
      only: readonly { column: number; text: string }[]
    }
  | {
      format: 'json-stat'
      /** The dimension of time. */
      time: string
      /** Of every other dimension with more than one category, which one. */
      choose: Readonly<Record<string, string>>
    }
export type SeriesRow = {
  /** The cell ("B4") or the name of the category, for who looks it up. */
  where: string
  period: Period | null
  value: number | null
  /** What stands in the way; `text` as it stands in the file. `number-missing` is only said. */
  problem: { code: SeriesProblem; text: string } | null
}
export const seriesProblems = [
  'period-unreadable',
  'period-twice',
  'number-missing',
  'number-invalid',
  'number-ambiguous',
] as const
export type SeriesProblem = (typeof seriesProblems)[number]
export const mostSeries = 5 * 1024 * 1024

/**
 * Recognises a file by its first bytes and reads it.
 * @throws Invalid on `file`: `file-too-large`, `file-empty`, `file-spreadsheet`, `file-other`, those of `readJsonStat`; `csv-empty`,
 * `csv-damaged`, `csv-too-long`
 */
export async function readSeries(bytes: Uint8Array): Promise<SeriesFile> {
  const wrong = (code: string) => new Invalid('form-invalid', [{ field: 'file', code }])
  if (bytes.byteLength > mostSeries) throw wrong('file-too-large')
  if (bytes.byteLength === 0) throw wrong('file-empty')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  if (head.startsWith('PK\x03\x04') || head.startsWith('\xd0\xcf\x11\xe0')) throw wrong('file-spreadsheet')
  const utf16 = head.startsWith('\xff\xfe')
  if (/^%PDF|^\x89PNG|^\xff\xd8/.test(head) || (!utf16 && head.includes('\0')) || /^\s*</.test(head))
    throw wrong('file-other')
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(head))
    return { format: 'json-stat', dataset: readJsonStat(new TextDecoder().decode(bytes)) }
  return { format: 'csv', table: await readCsv(bytes) }
}

/** The figures that a mapping takes from a file. @throws Invalid by `mapping` field when it does not fit the file */
export function seriesRows(file: SeriesFile, mapping: SeriesMapping): SeriesRow[] {
  const rows =
    file.format === 'csv' && mapping.format === 'csv'
      ? csvRows(file.table, mapping)
      : file.format === 'json-stat' && mapping.format === 'json-stat'
        ? statRows(file.dataset, mapping)
        : null
  if (!rows) throw new Invalid('form-invalid', [{ field: 'mapping', code: 'not-a-choice' }])
  const times = Map.groupBy(rows, ({ period }) => period && periodKey(period))
  return rows.map((row) =>
    row.period && times.get(periodKey(row.period))!.length > 1
      ? { ...row, problem: { code: 'period-twice', text: row.where } }
      : row,
  )
}

type CsvMapping = Extract<SeriesMapping, { format: 'csv' }>
function csvRows({ headers, rows }: CsvTable, mapping: CsvMapping): SeriesRow[] {
  const { period, until, value, decimal, only } = mapping
  const columns = [period, value, ...(until === null ? [] : [until])]
  const wrong = columns.some((one) => !Number.isInteger(one) || one < 0 || one >= headers.length)
  if (wrong || new Set(columns).size !== columns.length)
    throw new Invalid('form-invalid', [{ field: 'mapping', code: 'columns-twice' }])
  return rows
    .filter(({ cells }) => only.every(({ column, text }) => (cells[column] ?? '') === text))
    .map(({ number, cells }): SeriesRow => {
      const cell = (column: number) => cells[column] ?? ''
      const read = readNumber(cell(value), decimal)
      const found = periodOf(cell(period), until === null ? null : cell(until))
      const at = (column: number) => `${columnLetters(column)}${number}`
      const row = { where: at(value), period: found, value: 'value' in read ? read.value : null }
      if (!found)
        return { ...row, where: at(period), problem: { code: 'period-unreadable', text: cell(period) } }
      return { ...row, problem: 'value' in read ? null : { code: read.code, text: cell(value) } }
    })
}

function periodOf(text: string, until: string | null): Period | null {
  if (until === null) return readPeriod(text)
  const from = readDay(text)
  const to = readDay(until)
  return from && to && from <= to ? { from, to } : null
}

/** As spreadsheets name columns: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

type StatMapping = Extract<SeriesMapping, { format: 'json-stat' }>
function statRows({ dimensions, at }: JsonStat, { time, choose }: StatMapping): SeriesRow[] {
  const chosen = dimensions.map(({ id, categories }) => {
    if (id === time) return 0
    if (categories.length === 1) return 0
    return categories.findIndex((one) => one.id === choose[id])
  })
  const missing = dimensions.filter((_, nth) => chosen[nth]! < 0)
  const times = dimensions.find(({ id }) => id === time)
  if (!times) throw new Invalid('form-invalid', [{ field: 'time', code: 'needed' }])
  if (missing.length > 0)
    throw new Invalid(
      'form-invalid',
      missing.map(({ id }) => ({ field: `choose/${id}`, code: 'needed' })),
    )
  const nth = dimensions.indexOf(times)
  return times.categories.map(({ id, label }, moment): SeriesRow => {
    const period = readPeriod(id) ?? readPeriod(label)
    const value = at(chosen.with(nth, moment))
    const row = { where: label, period, value }
    if (!period) return { ...row, problem: { code: 'period-unreadable', text: label } }
    return { ...row, problem: value === null ? { code: 'number-missing', text: '' } : null }
  })
}

/** The column of the period and of the figure, as far as the file shows it; -1 where it does not. */
export function guessColumns({ headers, rows }: CsvTable): { period: number; value: number } {
  const share = (column: number, is: (cell: string) => boolean) =>
    rows.length === 0 ? 0 : rows.filter(({ cells }) => is(cells[column] ?? '')).length / rows.length
  const best = (is: (cell: string) => boolean, not = -1) => {
    const shares = headers.map((_, column) => (column === not ? 0 : share(column, is)))
    const most = Math.max(...shares, 0)
    return most >= 0.8 ? shares.indexOf(most) : -1
  }
  const period = best((cell) => readPeriod(cell) !== null)
  return {
    period,
    value: best((cell) => 'value' in readNumber(cell, '.') || 'value' in readNumber(cell, ','), period),
  }
}
