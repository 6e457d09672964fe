import { clauseFormulae, requestFormulae } from './formulae.ts'

/**
 * Papers that print their openers in the margin and the text beside them. Such rows are put into reading order: first what the
 * margin says, then the text. `order[i]` is where character `i` of `text` stands on the page.
 */
export type Unfolded = { text: string; order: Int32Array; rows: { start: number; end: number }[] }

type Row = { start: number; end: number; left: number; right: number }

const heads = new Set(
  [...clauseFormulae, ...requestFormulae].map(({ words }) => words.split(' ')[0] as string),
)
const fewestRows = 2
const narrowest = 12

/** Null for a page without such a margin: almost all. */
export function unfoldMargin(page: string): Unfolded | null {
  if (!page.includes('   ') && !page.includes('\t')) return null
  const rows = rowsOf(page)
  const column = columnOf(page, rows)
  if (column === null) return null
  const order = new Int32Array(page.length)
  const pieces: string[] = []
  const moved: { start: number; end: number }[] = []
  let at = 0
  const put = (from: number, to: number) => {
    pieces.push(page.slice(from, to))
    for (let i = from; i < to; i++) order[at++] = i
  }
  for (let i = 0; i < rows.length; ) {
    if (!opensBlock(page, rows[i] as Row, column)) {
      const row = rows[i++] as Row
      put(row.start, row.end)
      continue
    }
    let next = i + 1
    while (next < rows.length && staysInBlock(page, rows[next] as Row, column)) next++
    const block = rows.slice(i, next).map((row) => cut(page, row, column))
    const first = at
    for (const row of block) put(row.start, row.left + (row.left > row.start && row.left < row.right ? 1 : 0))
    const body = at
    for (const row of block) put(row.left + (row.left > row.start && row.left < row.right ? 1 : 0), row.end)
    moved.push({ start: body, end: at })
    if (first === body) moved.pop()
    i = next
  }
  return { text: pieces.join(''), order, rows: moved }
}

/** Lines with their break. */
function rowsOf(page: string): Row[] {
  const rows: Row[] = []
  let start = 0
  while (start < page.length) {
    const found = page.indexOf('\n', start)
    const end = found < 0 ? page.length : found + 1
    rows.push({ start, end, left: start, right: start })
    start = end
  }
  return rows
}

/** The column where the text stands beside at least two openers. */
function columnOf(page: string, rows: readonly Row[]): number | null {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const column = rightColumn(page, row)
    if (column === null || !startsWithHead(page, row)) continue
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  for (const [column, count] of counts) if (count >= fewestRows) return column
  return null
}

/** Behind a tab, whatever its column. */
const behindTab = -1

/** Where the text after the first wide gap begins, counted from the line's start. */
function rightColumn(page: string, row: Row): number | null {
  const line = page.slice(row.start, Math.min(row.end, row.start + 120))
  if (line.includes('\t') && /^[^\t]{1,40}\t[^\t\n]/.test(line)) return behindTab
  if (!line.includes('  ')) return null
  const gap = /\S {2,}(?=\S)/.exec(line)
  if (!gap) return null
  const column = gap.index + gap[0].length
  return column >= narrowest ? column : null
}

function startsWithHead(page: string, row: Row): boolean {
  const word = page.slice(row.start, Math.min(row.end, row.start + 30)).match(/^\p{L}+/u)
  return word !== null && heads.has(word[0].toLowerCase())
}

const opensBlock = (page: string, row: Row, column: number): boolean =>
  startsWithHead(page, row) && rightColumn(page, row) === column

/** A row of the same block: blank, indented to the column, or with a few words in the margin. */
function staysInBlock(page: string, row: Row, column: number): boolean {
  const line = page.slice(row.start, row.end).replace(/\n$/, '')
  if (line.trim() === '') return true
  if (startsWithHead(page, row)) return false
  if (column === behindTab) return /^[^\t]{0,40}\t[^\t]/.test(line)
  return line.length > column && line[column] !== ' ' && line.slice(column - 2, column) === '  '
}

function cut(page: string, row: Row, column: number): Row {
  const line = page.slice(row.start, row.end).replace(/\n$/, '')
  const tab = line.indexOf('\t')
  const margin = line.slice(0, column === behindTab ? Math.max(0, tab) : column).trimEnd()
  const left = row.start + margin.length
  return { ...row, left, right: Math.min(row.end, row.start + (column === behindTab ? tab + 1 : column)) }
}
