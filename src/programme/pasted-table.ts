/** Rows and cells of a spreadsheet as they are copied and pasted. */

/** What parts the cells: a tab where there is one, else a semicolon, as in a file of values. Pure. */
export const partedBy = (text: string): '\t' | ';' =>
  text.includes('\t') || !text.includes(';') ? '\t' : ';'

/**
 * Reads what was pasted. A cell between quotes may hold what parts cells, line ends, and quotes written twice; a quote anywhere else is
 * a quote. Rows keep their place; those at the end without anything are left out. Cells lose white space around them. Pure.
 */
export function readPasted(text: string): string[][] {
  const delimiter = partedBy(text)
  const source = text.normalize('NFC').replace(/\r\n?/g, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const { cell, end } = cellAt(source, at, delimiter)
    row.push(tidy(cell))
    if (source[end] !== delimiter) {
      rows.push(row)
      row = []
    }
    if (end >= source.length) break
    at = end + 1
  }
  return rows.slice(0, rows.findLastIndex((cells) => cells.some((cell) => cell !== '')) + 1)
}

function cellAt(source: string, start: number, delimiter: string): { cell: string; end: number } {
  if (source[start] === '"') {
    let close = source.indexOf('"', start + 1)
    while (close !== -1 && source[close + 1] === '"') close = source.indexOf('"', close + 2)
    const after = source[close + 1]
    if (close !== -1 && (after === undefined || after === delimiter || after === '\n')) {
      return { cell: source.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
    }
  }
  let end = start
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n') end += 1
  return { cell: source.slice(start, end), end }
}

const tidy = (cell: string): string =>
  cell
    .toWellFormed()
    .replace(/[\p{Cc}\ufeff]/gu, (letter) => (letter === '\n' || letter === '\t' ? letter : ''))
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()

/** The same rows as a spreadsheet would copy them: `readPasted` reads them back. Pure. */
export const writePasted = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => (cells.length < 2 ? [...cells, '', ''].slice(0, 2) : cells).map(quoted).join('\t'))
    .join('\n')

const quoted = (cell: string): string => (/^"|[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
