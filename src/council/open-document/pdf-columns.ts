import { greatest, least, type Segment } from './pdf-line.ts'

/**
 * A part of a page that is read from top to bottom. `rows`: its lines, each with its segments from left to right. `table`: null for
 * running text, else the left edges of its columns after the first: labels with their values, or a table.
 */
export type Region = { rows: Segment[][]; table: number[] | null }

/** Width of the strips in which a page is searched for gutters, in points. */
const strip = 3
/** The least width of a gutter, as a multiple of the size of the type. */
const gutterWidth = 1.1
/** An empty strip across a page of this many times the size of the type ends what stands beside one another. */
const widestStrip = 3.3
/** Columns of running text have this many characters a line, on average. */
const proseLength = 24

/** Cuts a page into regions in reading order: columns one after another, labels kept beside their values. */
export function splitRegions(segments: readonly Segment[], depth = 0): Region[] {
  if (segments.length === 0) return []
  const band = depth < 12 ? widestBand(segments) : null
  if (!band) return [{ rows: rowsOf(segments), table: null }]
  const above = segments.filter((segment) => segment.y < band.top)
  const below = segments.filter((segment) => segment.y > band.bottom)
  const within = segments.filter((segment) => segment.y >= band.top && segment.y <= band.bottom)
  return [
    ...splitRegions(above, depth + 1),
    ...readBand(within, band, depth),
    ...splitRegions(below, depth + 1),
  ]
}

type Band = { top: number; bottom: number; from: number; to: number }

/** The tallest part of the page with an empty gutter and text on both sides of it. */
function widestBand(segments: readonly Segment[]): Band | null {
  const sorted = [...segments].sort((a, b) => a.y - b.y)
  const size = median(segments.map((segment) => segment.size))
  const need = size * gutterWidth
  const left = least(bounds(segments, 'x0'))
  const right = greatest(bounds(segments, 'x1'))
  const count = Math.min(400, Math.ceil((right - left) / strip))
  const step = (right - left) / Math.max(1, count)
  let best: { band: Band; score: number } | null = null
  for (let i = 1; i < count; i++) {
    const x = left + i * step
    for (const run of runsWithout(sorted, x - need / 2, x + need / 2)) {
      const band = trim(run, x)
      if (!band) continue
      const score = band.score + run.length / 1e5 + Math.min(band.band.to - band.band.from, 60) / 1e8
      if (!best || score > best.score) best = band.score > 0 ? { band: band.band, score } : best
    }
  }
  return best && best.score >= 2 ? best.band : null
}

function* runsWithout(sorted: readonly Segment[], from: number, to: number): Generator<Segment[]> {
  let run: Segment[] = []
  for (const segment of sorted) {
    const before = run.at(-1)
    if (before && segment.y - before.y > widestStrip * Math.max(before.size, segment.size)) {
      if (run.length > 1) yield run
      run = []
    }
    if (segment.x0 < to && segment.x1 > from) {
      // A row is crossed as a whole: what stands beside the crossing piece on its line goes with it.
      while (run.length > 0 && Math.abs(run.at(-1)!.y - segment.y) < 1) run.pop()
      if (run.length > 1) yield run
      run = []
    } else run.push(segment)
  }
  if (run.length > 1) yield run
}

/**
 * What of a run is a band: from its first to its last line with text on both sides, and what of one column goes on below (or
 * begins above) without a break. `score`: the number of lines of the shorter side.
 */
function trim(run: readonly Segment[], x: number): { band: Band; score: number } | null {
  const lefts = run.filter((segment) => segment.x1 <= x)
  const rights = run.filter((segment) => segment.x0 >= x)
  if (lefts.length === 0 || rights.length === 0) return null
  const top = Math.max(lefts[0]!.y, rights[0]!.y)
  const bottom = Math.min(lefts.at(-1)!.y, rights.at(-1)!.y)
  // Sides that stand above one another, not beside: the last line of a paragraph, then a line set to the right.
  if (bottom < top - 1) return null
  const both = (side: Segment[]) => side.filter((segment) => segment.y >= top - 1 && segment.y <= bottom + 1)
  const score = Math.min(both(lefts).length, both(rights).length)
  const start = reach(run, x, top, -1)
  const end = reach(run, x, bottom, 1)
  const inside = run.filter((segment) => segment.y >= start && segment.y <= end)
  const from = greatest(inside.filter((s) => s.x1 <= x).map((s) => s.x1))
  const to = least(inside.filter((s) => s.x0 >= x).map((s) => s.x0))
  return { band: { top: start, bottom: end, from, to }, score }
}

/** How far a column goes on beyond the last line that has text on both sides: as long as its lines follow closely. */
function reach(run: readonly Segment[], x: number, from: number, direction: 1 | -1): number {
  const beyond = run
    .filter((segment) => (segment.y - from) * direction > 0)
    .sort((a, b) => (a.y - b.y) * direction)
  let at = from
  for (const segment of beyond) {
    // A value or text in a column of its own may go on after the room of a paragraph; what follows on the left may be anything.
    const room = segment.x0 >= x && direction === 1 ? widestStrip : 2.2
    if (Math.abs(segment.y - at) > room * segment.size) break
    at = segment.y
  }
  return at
}

function readBand(within: readonly Segment[], band: Band, depth: number): Region[] {
  const middle = (band.from + band.to) / 2
  const lefts = within.filter((segment) => segment.x1 <= middle + 1)
  const rights = within.filter((segment) => segment.x1 > middle + 1)
  const rows = rowsOf(within)
  const side = (part: readonly Segment[]) => {
    const lines = rowsOf(part)
    const length = lines.reduce((sum, row) => sum + row.reduce((n, s) => n + s.text.length, 0), 0)
    return { lines: lines.length, average: length / Math.max(1, lines.length) }
  }
  const left = side(lefts)
  const right = side(rights)
  const paired = rows.filter(
    (row) => row.some((s) => s.x1 <= middle + 1) && row.some((s) => s.x1 > middle + 1),
  )
  const leftPaired = paired.length / left.lines
  const rightPaired = paired.length / right.lines
  const columns = () => [...splitRegions(lefts, depth + 1), ...splitRegions(rights, depth + 1)]
  const labelled = rows.findIndex(isLabelRow)
  if (labelled >= 0 && depth < 12) {
    const end = endOfBlock(rows, labelled)
    return [
      ...splitRegions(rows.slice(0, labelled).flat(), depth + 1),
      ...columnsUnderLabels(rows.slice(labelled, end)),
      ...splitRegions(rows.slice(end).flat(), depth + 1),
    ]
  }
  const named = paired.filter((row) => isLabel(row[0]!))
  if (paired.length > 0 && named.length >= 0.75 * paired.length && rightPaired >= 0.6)
    return [{ rows, table: columnEdges(rows) }]
  const prose = left.average >= proseLength && right.average >= proseLength && paired.length >= 3
  if (prose) return columns()
  if (leftPaired >= 0.75 && rightPaired >= 0.4) return [{ rows, table: columnEdges(rows) }]
  if (rightPaired >= 0.75 && leftPaired >= 0.6 && right.average < proseLength)
    return [{ rows, table: columnEdges(rows) }]
  return columns()
}

const labels =
  /^(?:aan|datum|onderwerp|betreft|(?:ons|uw) kenmerk|kenmerk|contactpersoon|behandeld door|behandelaar|telefoon(?:nummer)?|doorkiesnummer|e-?mail(?:adres)?|dienst|afdeling|team|bijlagen?(?:\(n\))?|aantal bijlagen|registratienummer|zaaknummer|ris-?nummer|portefeuille(?:houder)?|uw brief van|verzonden|verzenddatum|pagina)\s*:?$/i

function isLabel({ text }: Segment): boolean {
  return labels.test(text) || /^.{2,30}:$/.test(text)
}

/** A row of nothing but labels, with the values under them. */
function isLabelRow(row: readonly Segment[]): boolean {
  return row.length > 1 && row.every((segment) => labels.test(segment.text))
}

/** The index after the last row that follows closely on the ones before it, from `start` on. */
function endOfBlock(rows: readonly Segment[][], start: number): number {
  let end = start + 1
  while (end < rows.length && rows[end]![0]!.y - rows[end - 1]![0]!.y <= 1.6 * rows[end]![0]!.size) end++
  return end
}

/** Each label with what stands under it. */
function columnsUnderLabels(rows: readonly Segment[][]): Region[] {
  const edges = rows[0]!.map((segment) => segment.x0)
  const columns: Segment[][][] = edges.map(() => [])
  for (const row of rows)
    for (const segment of row) {
      let at = 0
      while (at + 1 < edges.length && segment.x0 >= edges[at + 1]! - segment.size) at++
      columns[at]!.push([segment])
    }
  return columns.map((column) => ({ rows: column, table: null }))
}

/** The left edges of the columns after the first, where at least two rows begin a piece. */
function columnEdges(rows: readonly Segment[][]): number[] {
  const starts = rows.flatMap((row) => row.slice(1)).sort((a, b) => a.x0 - b.x0)
  const first = least(rows.map((row) => row[0]!.x0))
  const edges: number[] = []
  let last = first
  for (const segment of starts) {
    if (segment.x0 - last > segment.size * 1.5) edges.push(segment.x0 - segment.size * 0.5)
    last = segment.x0
  }
  return edges
}

/** Segments by line. Those on one baseline (within a fifth of the type's size) are one row. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && segment.y - row[0]!.y <= 0.2 * segment.size) row.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}

function* bounds(segments: readonly Segment[], key: 'x0' | 'x1'): Generator<number> {
  for (const segment of segments) yield segment[key]
}

function median(values: number[]): number {
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 10
}
