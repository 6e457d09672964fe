import { type Evidence, evidenceIn } from './evidence.ts'
import { type Flat, flatten, placeOf, trimMarks } from './fold.ts'
import type { At, ReadingContext, TextDocument } from './reading.ts'
import { atOf, lineAt, openSource, type Source } from './source.ts'

/** A document being read: its stream, what it says about its own signs, and the passages noted so far. */
export type Paper = {
  source: Source
  evidence: Evidence
  context: ReadingContext
  passages: Record<string, At>
  /** Passages as they read, by where they begin: most are asked for more than once. */
  flats: Map<number, { end: number; flat: Flat }>
  /** The stretch last parted into paragraphs: most are asked for twice. */
  last: { of: Range; paragraphs: readonly Range[] } | null
}

/** A range of `source.text`. */
export type Range = { start: number; end: number }

export function openPaper(document: TextDocument, context: ReadingContext): Paper {
  return {
    source: openSource(document),
    evidence: evidenceIn(document),
    context,
    passages: {},
    flats: new Map(),
    last: null,
  }
}

/** A range as it reads, with the way back to the source. Headers and footers are read only by a range that lies in one. */
export function flatOf(paper: Paper, range: Range): Flat {
  const { source, evidence, flats } = paper
  const { start, end } = range
  const known = flats.get(start)
  if (known?.end === end) return known.flat
  const line = source.lines[lineAt(source, start)]
  const within = line?.furniture === true && end <= line.end
  const flat = flatten(within ? source.raw : source.text, start, end, evidence)
  flats.set(start, { end, flat })
  return flat
}

/** A range as a value. */
export const textOf = (paper: Paper, range: Range): string => trimMarks(flatOf(paper, range).text)

/** From offsets in a flat text back to the source. */
export function rangeIn(flat: Flat, start: number, end: number): Range {
  const first = placeOf(flat, start)
  return { start: first, end: end > start ? placeOf(flat, end - 1) + 1 : first }
}

export const at = (paper: Paper, range: Range): At => atOf(paper.source, range.start, range.end)

/** Notes where the value at `pointer` comes from. */
export function note(paper: Paper, pointer: string, range: Range | null): void {
  if (!range) return
  const spans = at(paper, range)
  if (spans.length > 0) paper.passages[pointer] = spans
}

/** A value with the range it was read from. */
export type Found<T> = { value: T; range: Range }
