import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read } from '../../src/council/read/index.ts'
import type { At, Reading } from '../../src/council/read/reading.ts'

/**
 * Compares the reader with motions annotated by hand. Run: `node test/corpus/evaluate.ts` for the open half, item by item;
 * with `--held` also the totals of the held half, and nothing else of it: it is looked at only when a version is finished.
 */

type Mark = { kind: string; start: number; end: number }
export type Annotated = { file: string; half: 'open' | 'held'; clauses: Mark[]; requests: Mark[] }
export type CorpusMotion = { id: string; text: string; subject: string; scan: boolean }

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url))
export const corpusFile = path(
  '../../../shared/corpus/council/moties-toegelicht/tk-motions-official-text.jsonl',
)

export const loadCorpus = (): CorpusMotion[] =>
  readFileSync(corpusFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusMotion)

export const loadAnnotations = (): Annotated[] =>
  (JSON.parse(readFileSync(path('annotations.json'), 'utf8')) as { motions: Annotated[] }).motions

export const readMotion = (motion: CorpusMotion): Reading => read({ pages: [motion.text.normalize('NFC')] })

const rangeOf = (at: At): { start: number; end: number } => ({
  start: at[0]?.start ?? 0,
  end: at.at(-1)?.end ?? 0,
})

/** What the reader found, as annotations are written. */
export function foundIn(reading: Reading): { clauses: Mark[]; requests: Mark[] } {
  const marks = (items: readonly { kind: string; at: At }[]) =>
    items.map(({ kind, at }) => ({ kind, ...rangeOf(at) }))
  return {
    clauses: reading.motions.flatMap((motion) => marks(motion.clauses)),
    requests: reading.motions.flatMap((motion) => marks(motion.requests)),
  }
}

/** Shared length over joined length. */
function overlap(a: Mark, b: Mark): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const joined = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  return joined > 0 ? Math.max(0, shared) / joined : 0
}

const isSame = (a: Mark, b: Mark) => a.kind === b.kind && overlap(a, b) >= 0.9
const isExact = (a: Mark, b: Mark) => a.kind === b.kind && a.start === b.start && a.end === b.end

export type Score = { expected: number; found: number; matched: number; exact: number }
export type Evaluation = {
  motions: number
  exactKinds: number
  perKind: Record<string, Score>
  /** Per motion what differs; only of motions that may be looked at. */
  items: { file: string; problems: string[] }[]
}

const kindsOf = (marks: readonly Mark[]) => marks.map((mark) => mark.kind).join(' ')

export function evaluate(annotated: readonly Annotated[], corpus: readonly CorpusMotion[]): Evaluation {
  const result: Evaluation = { motions: 0, exactKinds: 0, perKind: {}, items: [] }
  const byId = new Map(corpus.map((motion) => [motion.id, motion]))
  for (const want of annotated) {
    const motion = byId.get(want.file)
    if (!motion) throw new Error(`${want.file} is not in the corpus`)
    const got = foundIn(readMotion(motion))
    const problems: string[] = []
    for (const list of ['clauses', 'requests'] as const) {
      if (kindsOf(want[list]) !== kindsOf(got[list]))
        problems.push(`${list}: ${kindsOf(want[list])} / ${kindsOf(got[list])}`)
      count(result.perKind, want[list], got[list], problems)
    }
    result.motions++
    if (kindsOf(want.clauses) === kindsOf(got.clauses) && kindsOf(want.requests) === kindsOf(got.requests))
      result.exactKinds++
    result.items.push({ file: want.file, problems })
  }
  return result
}

function count(
  perKind: Record<string, Score>,
  want: readonly Mark[],
  got: readonly Mark[],
  problems: string[],
): void {
  const of = (kind: string) => (perKind[kind] ??= { expected: 0, found: 0, matched: 0, exact: 0 })
  for (const mark of got) of(mark.kind).found++
  for (const mark of want) {
    const score = of(mark.kind)
    score.expected++
    const hit = got.find((other) => isSame(mark, other))
    if (hit) score.matched++
    if (got.some((other) => isExact(mark, other))) score.exact++
    else
      problems.push(
        `${mark.kind} ${mark.start}-${mark.end}: ${hit ? `${hit.start}-${hit.end}` : 'not found'}`,
      )
  }
}

export function summary(name: string, { motions, exactKinds, perKind }: Evaluation): string {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
  const rows = Object.entries(perKind)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([kind, s]) =>
        `  ${kind}: ${s.expected} expected, ${s.found} found, precision ${percent(s.matched, s.found)}, recall ${percent(s.matched, s.expected)}, exact boundaries ${percent(s.exact, s.expected)}`,
    )
  return [`${name}: exact counts and kinds on ${exactKinds} of ${motions}`, ...rows].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const corpus = loadCorpus()
  const annotations = loadAnnotations()
  const open = evaluate(
    annotations.filter((one) => one.half === 'open'),
    corpus,
  )
  for (const { file, problems } of open.items)
    for (const problem of problems) console.log(`${file}  ${problem}`)
  console.log(summary('open half', open))
  if (process.argv.includes('--held')) {
    console.log(
      summary(
        'held half',
        evaluate(
          annotations.filter((one) => one.half === 'held'),
          corpus,
        ),
      ),
    )
  }
}
