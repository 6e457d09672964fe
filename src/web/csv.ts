/** A table as a file: RFC 4180, UTF-8 without byte order mark. Pure. */
export type CsvValue = string | number | null

/** What parts the cells: spreadsheets set to Dutch expect semicolons. */
export type Separator = ',' | ';'

/**
 * Lines end with CR LF, the first holds the names of the columns. A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, tab
 * or return for a formula: such a text gets an apostrophe before it. Numbers stay numbers.
 */
export function csvOf(
  head: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  separator: Separator = ',',
): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`).join('')
}

function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
