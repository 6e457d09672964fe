import type { At } from '../../../council/read/reading.ts'

/**
 * From page text and the passages in it to what a sheet shows. Pure. Passages may nest (a part in its request) and overlap;
 * every distinct passage has one number, in the order in which they start in the document.
 */

/** A value that came from the document: `key` is how the caller knows it (a JSON pointer), `at` where it stands. */
export type Value = { key: string; at: At }

/** One numbered passage. `keys` are the values that share it, in the order given. */
export type Passage = { number: number; keys: string[]; at: At }

/** Text inside a block: plain text, a hard line break, or a marked stretch with what is inside it. */
export type Inline =
  | { kind: 'text'; text: string; shown: number | null }
  | { kind: 'break' }
  | {
      kind: 'mark'
      number: number
      /** First stretch of its passage: carries the id `p…`. */
      first: boolean
      /** Last stretch of its passage: carries the number. */
      last: boolean
      children: Inline[]
    }
export type Block =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; items: { marker: string; content: Inline[] }[] }
export type SheetPage = { number: number; blocks: Block[] }

/** Numbers the passages; values without `at` get none, values with the same `at` share one. */
export function numberPassages(values: readonly Value[]): Passage[] {
  const byPlace = new Map<string, Passage>()
  for (const { key, at } of values) {
    if (at.length === 0) continue
    const place = at.map((s) => `${s.page}:${s.start}-${s.end}`).join(',')
    const known = byPlace.get(place)
    if (known) known.keys.push(key)
    else byPlace.set(place, { number: 0, keys: [key], at })
  }
  const passages = [...byPlace.values()].sort((a, b) => compareAt(a.at, b.at))
  passages.forEach((passage, index) => {
    passage.number = index + 1
  })
  return passages
}

/** Key of a value → number of its passage. */
export function numbersByKey(passages: readonly Passage[]): Map<string, number> {
  return new Map(passages.flatMap((p) => p.keys.map((key) => [key, p.number] as const)))
}

function compareAt(a: At, b: At): number {
  const x = a[0]
  const y = b[0]
  if (!x || !y) return 0
  return x.page - y.page || x.start - y.start || lengthOf(b) - lengthOf(a)
}
const lengthOf = (at: At) => at.reduce((sum, span) => sum + span.end - span.start, 0)

/** A stretch of one block: `show` is what replaces the source text (a folded line end is a space, a hyphen at a line end nothing). */
type Run = { start: number; end: number; show: 'text' | 'space' | 'break' }
type RawBlock = { kind: 'paragraph' | 'item'; marker: string; runs: Run[] }
type Leaf = { text: string | null; numbers: number[] }

/** The pages as blocks with their passages marked. Spans outside a page are clipped or left out, never an error. */
export function layOut(pages: readonly string[], passages: readonly Passage[]): SheetPage[] {
  const seen = new Map<number, { first: Leaf; last: Leaf }>()
  const perPage = pages.map((text, index) => {
    const spans = passages
      .flatMap((p) =>
        p.at
          .filter((s) => s.page === index + 1 && s.end > s.start)
          .map((s) => ({ ...s, number: p.number, size: s.end - s.start })),
      )
      .sort((a, b) => a.start - b.start || b.size - a.size || a.number - b.number)
    return rawBlocks(text).map((block) => {
      const leaves = cut(text, block.runs, spans)
      for (const leaf of leaves) {
        if (leaf.text === null || leaf.text === ' ') continue
        for (const number of leaf.numbers) {
          const known = seen.get(number)
          if (known) known.last = leaf
          else seen.set(number, { first: leaf, last: leaf })
        }
      }
      return { block, leaves }
    })
  })
  return perPage.map((blocks, index) => {
    const out: Block[] = []
    for (const { block, leaves } of blocks) {
      const content = nest(leaves, seen)
      const previous = out.at(-1)
      if (block.kind === 'paragraph') out.push({ kind: 'paragraph', content })
      else if (previous?.kind === 'list') previous.items.push({ marker: block.marker, content })
      else out.push({ kind: 'list', items: [{ marker: block.marker, content }] })
    }
    return { number: index + 1, blocks: out }
  })
}

type PlacedSpan = { start: number; end: number; number: number }

/** Cuts the runs of a block where a passage starts or ends. `spans` are sorted by start. */
function cut(text: string, runs: readonly Run[], spans: readonly PlacedSpan[]): Leaf[] {
  const from = runs[0]?.start ?? 0
  const to = runs.at(-1)?.end ?? 0
  const here = spans.filter((s) => s.start < to && s.end > from)
  const leaves: Leaf[] = []
  for (const run of runs) {
    const touching = here.filter((s) => s.start < run.end && s.end > run.start)
    const edges = new Set([run.start, run.end])
    for (const s of touching) {
      if (s.start > run.start) edges.add(s.start)
      if (s.end < run.end) edges.add(s.end)
    }
    const stops = run.show === 'text' ? [...edges].sort((a, b) => a - b) : [run.start, run.end]
    for (let i = 1; i < stops.length; i++) {
      const start = stops[i - 1] as number
      const end = stops[i] as number
      const numbers = touching.filter((s) => s.start <= start && s.end >= end).map((s) => s.number)
      const shown = run.show === 'text' ? text.slice(start, end) : run.show === 'space' ? ' ' : null
      leaves.push({ text: shown, numbers: [...new Set(numbers)] })
    }
  }
  return leaves
}

/** Leaves with their numbers (outermost first) → nested marks; a passage that crosses another is opened again behind it. */
function nest(leaves: readonly Leaf[], seen: ReadonlyMap<number, { first: Leaf; last: Leaf }>): Inline[] {
  const root: Inline[] = []
  const open: Extract<Inline, { kind: 'mark' }>[] = []
  for (const leaf of leaves) {
    let common = 0
    while (common < open.length && open[common]?.number === leaf.numbers[common]) common++
    open.length = common
    for (const number of leaf.numbers.slice(common)) {
      const mark: Inline = { kind: 'mark', number, first: false, last: false, children: [] }
      const parent = open.at(-1)
      ;(parent ? parent.children : root).push(mark)
      open.push(mark)
    }
    for (const mark of open) {
      const ends = seen.get(mark.number)
      if (ends?.first === leaf) mark.first = true
      if (ends?.last === leaf) mark.last = true
    }
    const target = open.at(-1)?.children ?? root
    if (leaf.text === null) target.push({ kind: 'break' })
    else target.push({ kind: 'text', text: leaf.text, shown: open.at(-1)?.number ?? null })
  }
  return root
}

const listMarker = /^\s*([-–—•*▪◦●·]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/u

/**
 * Splits a page into paragraphs and list items. A blank line ends a block; a short line keeps its line end, and a row of a table, a full
 * one is folded. */
function rawBlocks(text: string): RawBlock[] {
  const lines: { start: number; end: number; text: string }[] = []
  let at = 0
  for (const line of text.split('\n')) {
    lines.push({ start: at, end: at + line.length, text: line })
    at += line.length + 1
  }
  const full = fullLine(lines.map((l) => l.text.trim().length))
  const blocks: RawBlock[] = []
  let current: RawBlock | null = null
  let previous: (typeof lines)[number] | null = null
  for (const line of lines) {
    const body = line.text.trim()
    if (body === '') {
      current = null
      previous = null
      continue
    }
    const marker = listMarker.exec(line.text)
    const start = line.start + (marker ? marker[0].length : line.text.length - line.text.trimStart().length)
    const end = line.start + line.text.trimEnd().length
    if (marker || !current || !previous) {
      current = { kind: marker ? 'item' : 'paragraph', marker: marker?.[1] ?? '', runs: [] }
      blocks.push(current)
    } else {
      const before = previous.text.trim()
      const last = current.runs.at(-1) as Run
      if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(body) && !/^(en|of)\b/u.test(body)) {
        last.end -= 1
      } else {
        const row = before.includes('\t') || body.includes('\t')
        const folds =
          !row && (before.length >= full || (/^[\p{Ll}(]/u.test(body) && !/[.:;!?]$/.test(before)))
        current.runs.push({ start: last.end, end: start, show: folds ? 'space' : 'break' })
      }
    }
    if (end > start) current.runs.push({ start, end, show: 'text' })
    previous = line
  }
  for (const block of blocks) dropEmphasis(text, block)
  return blocks.filter((block) => block.runs.length > 0)
}

/** From which length a line counts as full: two thirds of the page's long lines, so that address blocks keep their lines. */
function fullLine(lengths: readonly number[]): number {
  const sorted = lengths.filter((n) => n > 0).sort((a, b) => a - b)
  const long = Math.min(sorted[Math.floor(sorted.length * 0.9)] ?? 0, 110)
  return Math.max(long * 0.66, 30)
}

/** Asterisks that open or close a whole block are emphasis of a plain-text file: not shown. */
function dropEmphasis(text: string, block: RawBlock): void {
  const first = block.runs[0]
  if (first && /^\*+[^\s*]/.test(text.slice(first.start, first.end))) first.start += 1
  const last = block.runs.at(-1)
  if (last && /[.,;:!?]\*$/.test(text.slice(last.start, last.end))) last.end -= 1
}
