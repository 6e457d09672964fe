import { findDates } from './dates.ts'
import { matchesOf } from './matches.ts'
import { flatOf, type Paper, type Range, rangeIn } from './paper.ts'
import type { Line } from './source.ts'

/** Labelled values as reference blocks print them: behind the label, below it, or in columns. */

/** One cell of a line: what stands between wide gaps. Offsets in the source. */
export type Cell = Range & { column: number; line: Line; field: number }

const wideGap = /\t+| {3,}|(?<=[^.:]) {2,}/g

export function cellsOf(text: string, line: Line): Cell[] {
  const cells: Cell[] = []
  const ink = text.slice(line.from, line.to)
  const leading = line.from === line.start ? 0 : text.slice(line.start, line.from).split('\t').length - 1
  let start = 0
  let field = leading
  const push = (from: number, to: number) => {
    if (to > from) {
      cells.push({
        start: line.from + from,
        end: line.from + to,
        column: line.from + from - line.start,
        line,
        field,
      })
    }
    field++
  }
  if (ink.includes('\t') || ink.includes('  ')) {
    for (const match of matchesOf(ink, wideGap)) {
      push(start, match.index)
      start = match.index + match[0].length
    }
  }
  push(start, ink.length)
  return cells
}

/** Whether two cells stand below one another: in the same column, or in the same field of rows with tabs. */
const aligned = (text: string, a: Cell, b: Cell): boolean =>
  isTabbed(text, a.line) && isTabbed(text, b.line) ? a.field === b.field : Math.abs(a.column - b.column) <= 3

const isTabbed = (text: string, line: Line): boolean => text.slice(line.start, line.to).includes('\t')

export type Labelled<Key extends string> = { key: Key; label: Range; value: Range; below: boolean }
/** Labels per key, lower case. `weak` labels count only with a colon or a wide gap behind them, or with what `behind` says. */
export type LabelRow<Key extends string> = {
  key: Key
  labels: readonly string[]
  weak?: boolean
  behind?: RegExp
}
/** The same by first letter, in the order of the rows. */
export type LabelTable<Key extends string> = ReadonlyMap<
  string,
  readonly (LabelRow<Key> & { label: string })[]
>

export function labelTable<Key extends string>(rows: readonly LabelRow<Key>[]): LabelTable<Key> {
  const labels = rows.flatMap((row) => row.labels.map((label) => ({ ...row, label })))
  return Map.groupBy(labels, ({ label }) => label.charAt(0))
}

/** Whether a value runs on over the next lines: wherever they begin, or only below itself in a column of its own. */
export type Wraps = 'anywhere' | 'in-column'
export type Wrapping<Key extends string> = ReadonlyMap<Key, Wraps>

type Hit<Key extends string> = { key: Key; end: number; rest: number; colon: boolean }

/** The label at the head of a cell. `rest`: where a value on the same line begins. */
function labelAt<Key extends string>(text: string, cell: Range, table: LabelTable<Key>): Hit<Key> | null {
  const candidates = table.get(text.charAt(cell.start).toLowerCase())
  if (!candidates) return null
  const head = text.slice(cell.start, Math.min(cell.end, cell.start + 48)).toLowerCase()
  let best: Hit<Key> | null = null
  for (const { key, label, weak, behind } of candidates) {
    if (!head.startsWith(label)) continue
    const after = head.slice(label.length)
    const sign = after.match(/^\.?\s?:\s*/) ?? after.match(/^\.\s+/)
    const alone = after.trim() === '' && cell.end - cell.start <= label.length + 1
    if (!sign && !alone && (weak || !/^\.?\s/.test(after)) && !behind?.test(after)) continue
    const end = cell.start + label.length
    if (best && end <= best.end) continue
    best = {
      key,
      end,
      rest: cell.start + label.length + (sign?.[0].length ?? after.length - after.trimStart().length),
      colon: !!sign,
    }
  }
  return best
}

/**
 * All labelled values in `lines`. A value below its label stands in the same column; a value may run on over the next lines
 * for the keys in `wrapping`.
 */
export function readLabels<Key extends string>(
  text: string,
  lines: readonly Line[],
  table: LabelTable<Key>,
  wrapping: Wrapping<Key>,
): Labelled<Key>[] {
  const rows = lines.filter((line) => !line.blank).map((line) => cellsOf(text, line))
  const found: Labelled<Key>[] = []
  const waiting: Waiting<Key>[] = []
  rows.forEach((cells, row) => {
    let taken = -1
    cells.forEach((cell, i) => {
      const hit = i === taken ? null : labelAt(text, cell, table)
      if (!hit) return
      const label = { start: cell.start, end: hit.end }
      const next = cells[i + 1]
      if (hit.rest < cell.end) {
        const value = wrap(
          text,
          rows,
          row,
          { start: hit.rest, end: cell.end },
          cell,
          wrapping.get(hit.key),
          table,
        )
        found.push({ key: hit.key, label, value, below: false })
      } else if (next && (hit.colon ? !labelAt(text, next, table)?.colon : !labelAt(text, next, table))) {
        // Behind a colon stands a value, also one that begins like a label: *Dienst: Team Wonen*.
        taken = i + 1
        const value = wrap(text, rows, row, next, next, wrapping.get(hit.key), table)
        found.push({ key: hit.key, label, value, below: false })
      } else {
        const below = cellBelow(text, rows, row, cell, table)
        if (!below && cells.length === 1) waiting.push({ key: hit.key, label, row })
        if (below) {
          const value = wrap(text, rows, below.row, below.cell, below.cell, wrapping.get(hit.key), table)
          found.push({ key: hit.key, label, value, below: true })
        }
      }
    })
  })
  found.push(...pairBlocks(text, rows, waiting, found, table))
  return found
}

type Waiting<Key extends string> = { key: Key; label: Range; row: number }

/** Labels that were printed as one block and their values as the next pair in order, when as many values follow. */
function pairBlocks<Key extends string>(
  text: string,
  rows: readonly Cell[][],
  waiting: Waiting<Key>[],
  found: Labelled<Key>[],
  table: LabelTable<Key>,
): Labelled<Key>[] {
  const last = waiting.at(-1)
  if (!last) return []
  let row = last.row + 1
  while (
    row < rows.length &&
    (labelAt(text, (rows[row] as Cell[])[0] as Cell, table) || holds(found, rows[row] as Cell[]))
  )
    row++
  const own = found.find((one) => one.below && one.value.start === rows[row]?.[0]?.start)
  const labels = own
    ? waiting.filter((one) => one.label.start < own.label.start).concat({ ...own, row })
    : waiting
  const values = rows.slice(row, row + labels.length)
  const fits =
    values.length === labels.length &&
    values.length > 1 &&
    values.every((cells, i) => fitsKey(text, cells, labels[i]?.key ?? '', table))
  if (!fits) return []
  if (own) found.splice(found.indexOf(own), 1)
  return labels.map(({ key, label }, i) => ({
    key,
    label,
    value: (values[i] as Cell[])[0] as Range,
    below: true,
  }))
}

/** Whether a row already belongs to a value that runs on. */
const holds = <Key extends string>(found: readonly Labelled<Key>[], cells: readonly Cell[]): boolean =>
  found.some(
    ({ value, below }) => !below && cells.some((cell) => cell.start >= value.start && cell.end <= value.end),
  )

function fitsKey<Key extends string>(
  text: string,
  cells: readonly Cell[],
  key: string,
  table: LabelTable<Key>,
): boolean {
  const [cell] = cells
  if (!cell || cells.length > 1 || labelAt(text, cell, table)) return false
  const ink = text.slice(cell.start, cell.end)
  if (key === 'date' || key === 'sent') return findDates(ink).length > 0
  return key === 'reference' ? /\d/.test(ink) : !/[.;]$/.test(ink)
}

function cellBelow<Key extends string>(
  text: string,
  rows: readonly Cell[][],
  row: number,
  label: Cell,
  table: LabelTable<Key>,
): { row: number; cell: Cell } | null {
  for (let below = row + 1; below < rows.length && below < row + 3; below++) {
    const cells = rows[below] as Cell[]
    const single = cells.length === 1 && (rows[row] as Cell[]).length === 1
    const cell = single ? cells[0] : cells.find((one) => aligned(text, one, label))
    if (!cell) continue
    return labelAt(text, cell, table) ? null : { row: below, cell }
  }
  return null
}

/** A value that runs on: the next lines in its column, without a gap, until a label. */
function wrap<Key extends string>(
  text: string,
  rows: readonly Cell[][],
  row: number,
  value: Range,
  column: Cell,
  wraps: Wraps | undefined,
  table: LabelTable<Key>,
): Range {
  let range = { start: value.start, end: value.end }
  if (!wraps) return range
  for (let next = row + 1; next < rows.length && next < row + 4; next++) {
    const cells = rows[next] as Cell[]
    const cell = cells[0]
    const above = rows[next - 1]?.[0]?.line.index ?? -9
    if (!cell || cells.length > 1 || cell.line.index !== above + 1 || labelAt(text, cell, table)) break
    if (
      /^(?:geachte|beste|aan(?::|$| de | het )|gemeente|postbus|retouradres)/i.test(
        text.slice(cell.start, cell.start + 14),
      )
    )
      break
    if (cell.column < column.column - 3 && !aligned(text, cell, column)) break
    if (wraps === 'in-column' && !(cell.column > 0 && aligned(text, cell, column))) break
    if (/^(?:\d|RIS)/.test(text.slice(cell.start, cell.start + 3))) break
    range = { start: range.start, end: cell.end }
  }
  return range
}

/** A value without its label's colon, quotes and closing marks. */
export function trimValue(paper: Paper, range: Range): Range {
  const flat = flatOf(paper, range)
  let from = 0
  let to = flat.text.length
  while (from < to && ' :-–—.,;_*'.includes(flat.text[from] as string)) from++
  while (to > from && ' ;,.'.includes(flat.text[to - 1] as string)) to--
  return from < to ? rangeIn(flat, from, to) : { start: range.start, end: range.start }
}

const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '”'],
  ['„', '“'],
  ['„', '"'],
  ["'", "'"],
  ['‘', '’'],
  ['«', '»'],
]

/** Without the quotes around a title. */
export function unquote(text: string, range: Range): Range {
  const { start, end } = range
  const first = text[start] ?? ''
  const last = text[end - 1] ?? ''
  const quoted = end - start > 2 && quotePairs.some(([open, close]) => first === open && last === close)
  return quoted ? { start: start + 1, end: end - 1 } : range
}
