import { type ColumnName, columnParts, type LineChoices, readActionLines } from './action-lines.ts'
import { readPasted, writePasted } from './pasted-table.ts'

/** Another answer for one cell; `was` is what it held when somebody saw it. */
export type CellFix = { line: number; column: ColumnName; was: string; now: string }

/**
 * The same lines with other answers in some cells. A cell that holds something else by now keeps that; a column that the headings do
 * not have gets one. Without fixes the text stays as it was typed. Pure.
 */
export function fixCells(text: string, fixes: readonly CellFix[], choices: LineChoices): string {
  const wanted = fixes.filter(({ was, now }) => was !== now)
  if (wanted.length === 0) return text
  const rows = readPasted(text).map((cells) => [...cells])
  const { columns } = readActionLines(text, choices)
  const heading = rows.findIndex((cells) => cells.some((cell) => cell !== ''))
  for (const { line, column, was, now } of wanted) {
    const row = rows[line - 1]
    if (!row) continue
    let at = columns.indexOf(column)
    if (at === -1) {
      const { column: kind, year } = columnParts(column)
      at = columns.push(column) - 1
      put(rows[heading]!, at, choices.headings(kind, year)[0] ?? column)
    }
    if ((row[at] ?? '') === was) put(row, at, now)
  }
  return writePasted(rows)
}

function put(row: string[], at: number, cell: string): void {
  while (row.length < at) row.push('')
  row[at] = cell
}
