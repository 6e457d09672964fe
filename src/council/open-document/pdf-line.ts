import { raised } from './text.ts'

/** A piece of text as a PDF draws it. Points, y downwards to the baseline. `level`: it runs from left to right. */
export type Fragment = { text: string; x0: number; x1: number; y: number; size: number; level: boolean }

/** Text on one baseline without a gap wider than between words. */
export type Segment = { text: string; x0: number; x1: number; y: number; size: number }

/** A gap of this many times the size of the type parts two segments; less is a space between words. */
const segmentGap = 0.9
/** A gap of this many times the size of the type, or more, is a space. */
const wordGap = 0.16
/** The room between the mark of an item in a list and its text. */
const markGap = 4.5

const itemMark = /^(?:[-–—•◦▪●○*·‣➢✓o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/i

/**
 * Joins the pieces of a page into segments, ordered from top to bottom and from left to right. Drawn twice (to look bold) counts
 * once; raised small figures become footnote marks (`¹²`); letters set apart (`M O T I E`) become words again.
 */
export function joinFragments(fragments: readonly Fragment[]): Segment[] {
  return groupByBaseline(once(fragments)).flatMap(joinRow)
}

function once(fragments: readonly Fragment[]): Fragment[] {
  const seen = new Map<string, Fragment[]>()
  return fragments.filter((fragment) => {
    const key = `${fragment.text} ${Math.round(fragment.y / 4)}`
    const others = seen.get(key) ?? []
    seen.set(key, others)
    const near = fragment.size * 0.12
    const again =
      fragment.text.trim() !== '' &&
      others
        .slice(-8)
        .some((other) => Math.abs(other.x0 - fragment.x0) < near && Math.abs(other.y - fragment.y) < near)
    if (!again) others.push(fragment)
    return !again
  })
}

type Row = { y: number; size: number; pieces: Fragment[] }

/** Rows of pieces on one baseline; smaller pieces that stand a little above or below it (footnote marks) belong to it. */
function groupByBaseline(fragments: readonly Fragment[]): Row[] {
  const rows: Row[] = []
  const small: Fragment[] = []
  const blank: Fragment[] = []
  const sizes = fragments
    .filter((fragment) => fragment.text.trim() !== '')
    .map((fragment) => fragment.size)
    .sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    if (fragment.text.trim() === '') {
      blank.push(fragment)
      continue
    }
    if (fragment.size < usual * 0.8 && /^\s*[[(]?[\d*†‡]{1,3}[)\]]?\s*$/.test(fragment.text)) {
      small.push(fragment)
      continue
    }
    const row = rows.at(-1)
    if (row && fragment.y - row.y <= 0.25 * Math.min(row.size, fragment.size)) {
      row.pieces.push(fragment)
      row.size = Math.max(row.size, fragment.size)
    } else rows.push({ y: fragment.y, size: fragment.size, pieces: [fragment] })
  }
  for (const fragment of small) attach(fragment, rows)
  for (const fragment of blank) {
    const row = rows[firstFrom(rows, fragment.y - 0.25 * fragment.size)]
    if (row && row.y - fragment.y <= 0.25 * fragment.size) row.pieces.push(fragment)
  }
  return rows
}

/** The index of the first row at or below `y`. */
function firstFrom(rows: readonly Row[], y: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.y < y) low = middle + 1
    else high = middle
  }
  return low
}

function attach(fragment: Fragment, rows: Row[]): void {
  const low = firstFrom(rows, fragment.y - fragment.size * 0.3)
  for (const row of rows.slice(low, low + 3)) {
    const above = row.y - fragment.y
    if (above < -0.3 * row.size || above > 0.75 * row.size) continue
    const touches = row.pieces.some(
      (piece) =>
        Math.abs(fragment.x0 - piece.x1) < row.size * 0.6 ||
        Math.abs(piece.x0 - fragment.x1) < row.size * 0.6,
    )
    if (!touches) continue
    const mark = above > 0.12 * row.size ? raised(fragment.text) : fragment.text
    row.pieces.push({ ...fragment, y: row.y, text: mark })
    return
  }
  rows.splice(firstFrom(rows, fragment.y), 0, { y: fragment.y, size: fragment.size, pieces: [fragment] })
}

function joinRow(row: Row): Segment[] {
  const pieces = row.pieces.sort((a, b) => a.x0 - b.x0)
  const segments: Segment[] = []
  let open: Segment | null = null
  let spaced = false
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      spaced = true
      continue
    }
    const text: string = isRaisedGlyph(piece, open) ? raised(piece.text) : closeUp(piece.text)
    const size = Math.max(row.size * 0.5, Math.min(row.size, piece.size))
    const gap: number = open ? piece.x0 - open.x1 : 0
    const first: boolean = segments.length === 1
    const ofMark: boolean = open !== null && first && itemMark.test(open.text) && gap < markGap * row.size
    if (open && (gap <= segmentGap * row.size || ofMark)) {
      const mark = /^[⁰¹²³⁴-⁹]+$/.test(text) && gap < 0.35 * row.size
      const space =
        !mark &&
        (spaced || gap > wordGap * size) &&
        !/\s$/.test(open.text) &&
        !/^\s/.test(text) &&
        gap > -size
      open.text += (space ? ' ' : '') + text
      open.x1 = Math.max(open.x1, piece.x1)
      open.size = Math.max(open.size, piece.size)
    } else {
      open = { text, x0: piece.x0, x1: piece.x1, y: row.y, size: piece.size }
      segments.push(open)
    }
    spaced = false
  }
  for (const segment of segments)
    segment.text = segment.text
      .replaceAll('\u00ad', '-')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^([⁰¹²³⁴-⁹]+)(?=\p{L})/u, '$1 ')
  return segments.filter((segment) => segment.text !== '')
}

/** Footnote marks that the font itself makes small (no figure of running text is that narrow), close to a word or before a note. */
function isRaisedGlyph(piece: Fragment, before: Segment | null): boolean {
  const figures = piece.text.trim().length
  if (!/^\d{1,3}$/.test(piece.text) || (piece.x1 - piece.x0) / figures > 0.36 * piece.size) return false
  return before === null || Math.abs(piece.x0 - before.x1) < 0.3 * piece.size
}

/** Letters that are set apart to make a title wide: `M O T I E` is a word, wider gaps part words. */
function closeUp(text: string): string {
  if (!/^(?:\p{L} ){3,}\p{L}[ :.]?$|(?:^| {2})(?:\p{L} ){2,}\p{L}(?: {2}|$)/u.test(text)) return text
  const letters = text.split(' ').filter((part) => part !== '')
  if (letters.some((part) => part.length > 2)) return text
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ')
}

/** The least and the greatest of values, however many there are. */
export function least(values: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const value of values) if (value < found) found = value
  return found
}

export function greatest(values: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > found) found = value
  return found
}
