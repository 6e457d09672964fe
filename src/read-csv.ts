import { CsvError, parse } from 'csv-parse'
import { Invalid } from './errors.ts'

const csvEncodings = ['utf-8', 'utf-16le', 'windows-1252'] as const
export type CsvEncoding = (typeof csvEncodings)[number]
export type CsvDelimiter = ';' | ',' | '\t'
export type CsvTable = {
  encoding: CsvEncoding
  delimiter: CsvDelimiter
  headers: string[]
  /** As a spreadsheet counts them: the headers are row 1. Rows without any text are left out. */
  rows: { number: number; cells: string[] }[]
}

/** Most that a list may have. */
export const csvLimits = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 100, cell: 20_000 } as const

/**
 * Reads a list: UTF-8 with or without byte order mark, UTF-16 as spreadsheets save it, or Windows-1252; parted by `;`, `,` or tabs;
 * cells in quotes may hold line breaks.
 * @throws Invalid `csv-empty`, `csv-damaged` (`row` and a number as field: where a quote is not closed), `csv-too-long`, `file-too-large`
 */
export async function readCsv(bytes: Uint8Array): Promise<CsvTable> {
  if (bytes.byteLength > csvLimits.bytes) throw new Invalid('file-too-large')
  const { text: decoded, encoding } = decode(bytes)
  const named = /^"?sep=([;,\t])"?\r?\n/i.exec(decoded)
  const text = named ? decoded.slice(named[0].length) : decoded
  const delimiter = (named?.[1] as CsvDelimiter | undefined) ?? (await findDelimiter(text))
  const records = await parseAll(text, delimiter)
  const first = records.findIndex((cells) => cells.some((cell) => cell !== ''))
  if (first < 0) throw new Invalid('csv-empty')
  const headers = trimEnd(records[first]!)
  const rows = records
    .map((cells, index) => ({ number: index + 1 + (named ? 1 : 0), cells }))
    .slice(first + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw new Invalid('csv-empty')
  if (rows.length > csvLimits.rows || headers.length > csvLimits.columns) throw new Invalid('csv-too-long')
  return { encoding, delimiter, headers, rows }
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** The one that gives the first rows most columns, and the same number in each. */
async function findDelimiter(text: string): Promise<CsvDelimiter> {
  let best: CsvDelimiter = ';'
  let bestScore = 0
  for (const delimiter of [';', ',', '\t'] as const) {
    const widths = (await parseAll(text.slice(0, 200_000), delimiter, 20).catch(() => [])).map(
      (cells) => trimEnd(cells).length,
    )
    const columns = widths[0] ?? 0
    if (columns < 2) continue
    const even = widths.filter((width) => width <= columns).length / widths.length
    const score = columns * even
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

const chunk = 64 * 1024

async function parseAll(text: string, delimiter: CsvDelimiter, to?: number): Promise<string[][]> {
  const records: string[][] = []
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('readable', () => {
      for (let record = parser.read(); record !== null; record = parser.read()) {
        if (records.length <= csvLimits.rows + 100) records.push((record as string[]).map(tidyCell))
      }
    })
    parser.on('error', reject)
    parser.on('end', resolve)
  })
  ended.catch(() => {})
  try {
    // In pieces, so that others get their turn while a long list is read.
    for (let start = 0; start < text.length && !parser.destroyed; start += chunk) {
      parser.write(text.slice(start, start + chunk))
      await new Promise((resolve) => setImmediate(resolve))
      if (to !== undefined && records.length >= to) break
    }
    parser.end()
    await ended
  } catch (error) {
    if (error instanceof CsvError) {
      throw new Invalid('csv-damaged', [{ field: 'row', code: String(records.length + 1) }])
    }
    throw error
  }
  return records
}

/** One cell as it is kept: composed letters, no control characters but line breaks, no white space around it, not endless. */
function tidyCell(cell: string): string {
  return cell
    .normalize('NFC')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\ufeff\ufffd]/gu, (letter) => (letter === '\n' || letter === '\t' ? letter : ''))
    .replace(/\u00a0/g, ' ')
    .trim()
    .slice(0, csvLimits.cell)
}

function trimEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}
