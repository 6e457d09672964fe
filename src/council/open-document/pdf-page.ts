import { type Region, splitRegions } from './pdf-columns.ts'
import { type Fragment, greatest, joinFragments, least, type Segment } from './pdf-line.ts'

export type { Fragment } from './pdf-line.ts'
export type PageOfFragments = { fragments: readonly Fragment[]; width: number }

/** The usual distance between two lines of one paragraph, as a multiple of the size of the type. */
export type Spacing = number

/** Beyond this, lines that follow one another are paragraphs of one line, not lines of one paragraph. */
const widestSpacing = 1.45

/**
 * Measures the usual line spacing over all pages of a document, so that a page of few lines is judged like the others. What counts is
 * the room under lines that run on: those that fill their column. Where there are none, the smallest room that is usual.
 */
export function documentSpacing(pages: readonly PageOfFragments[]): Spacing {
  const joined = pages.map((page) => joinFragments(page.fragments.filter((fragment) => fragment.level)))
  const column = (segment: Segment) => Math.round(segment.x0 / 4)
  const widths = new Map<number, number>()
  for (const segment of joined.flat()) {
    const key = column(segment)
    widths.set(key, Math.max(widths.get(key) ?? 0, segment.x1 - segment.x0))
  }
  const all: number[] = []
  const running: number[] = []
  for (const segments of joined) {
    const above = new Map<number, Segment>()
    for (const segment of segments) {
      // The nearest line above that begins at about the same place: a line of the same column.
      const key = column(segment)
      const other = [key, key - 1, key + 1]
        .map((near) => above.get(near))
        .find((found) => found !== undefined)
      above.set(key, segment)
      if (!other || Math.abs(other.size - segment.size) > 0.6) continue
      const ratio = (segment.y - other.y) / segment.size
      if (ratio < 0.8 || ratio > 2.6) continue
      all.push(ratio)
      const width = widths.get(column(other)) ?? 0
      if (width > 15 * segment.size && other.x1 - other.x0 > 0.85 * width) running.push(ratio)
    }
  }
  if (running.length >= 6) return quantile(running, 0.4)
  return all.length >= 4 ? Math.min(widestSpacing, quantile(all, 0.1)) : 1.25
}

function quantile(values: number[], part: number): number {
  values.sort((a, b) => a - b)
  return values[Math.floor((values.length - 1) * part)]!
}

/**
 * The text of a page: region by region in reading order, a line of text per line of print, an empty line where the print leaves
 * more room than between lines of one paragraph. Text that does not run from left to right (a stamp in the margin) comes last.
 */
export function pageText(page: PageOfFragments, spacing: Spacing): string {
  const level = page.fragments.filter((fragment) => fragment.level)
  const aside = page.fragments.filter((fragment) => !fragment.level && fragment.text.trim() !== '')
  const parts = splitRegions(joinFragments(level)).map((region) => regionText(region, spacing))
  if (aside.length > 0) parts.push(aside.map((fragment) => fragment.text).join('\n'))
  return parts.filter((part) => part !== '').join('\n\n')
}

type Line = { text: string; x0: number; y: number; size: number }

const listMark = /^(?:[-–—•◦▪●○*·‣➢✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s/i

function regionText(region: Region, spacing: Spacing): string {
  const lines = region.rows.map((row) => rowLine(row, region.table))
  const left = least(lines.map((line) => line.x0))
  let text = ''
  let before: Line | null = null
  for (const line of lines) {
    if (before) text += partsParagraph(before, line, spacing) ? '\n\n' : '\n'
    if (listMark.test(line.text)) {
      const indent = Math.min(8, Math.round((line.x0 - left) / line.size))
      text += ' '.repeat(Math.max(0, indent))
    }
    text += line.text
    before = line
  }
  return text
}

function partsParagraph(before: Line, line: Line, spacing: Spacing): boolean {
  const distance = line.y - before.y
  const larger = Math.max(before.size, line.size)
  const smaller = Math.min(before.size, line.size)
  if (larger > smaller * 1.25 && distance > spacing * larger * 0.9) return true
  return distance > Math.max(spacing * 1.3, spacing + 0.25) * larger
}

/** Room between two pieces of a line, as a multiple of the size of the type, from which they are no running text. */
const apart = 2.5

function spread(row: readonly Segment[]): string {
  let text = row[0]!.text
  for (let i = 1; i < row.length; i++) {
    const gap = row[i]!.x0 - row[i - 1]!.x1
    text += (gap > apart * row[i]!.size ? '\t' : ' ') + row[i]!.text
  }
  return text
}

/** One line of print. In a table the cells are parted by tabs; a row that lacks its first cell begins with a tab. */
function rowLine(row: readonly Segment[], table: Region['table']): Line {
  const size = greatest(row.map((segment) => segment.size))
  const x0 = row[0]!.x0
  const y = greatest(row.map((segment) => segment.y))
  if (!table) return { text: spread(row), x0, y, size }
  let text = ''
  let column = 0
  for (const segment of row) {
    const at = table.findIndex((edge) => segment.x0 < edge)
    const wanted = at < 0 ? table.length : at
    text += wanted > column ? '\t'.repeat(wanted - column) : text === '' ? '' : ' '
    column = Math.max(column, wanted)
    text += segment.text
  }
  return { text, x0, y, size }
}
