import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { Difference, RowProblem, Verdict } from './fields.ts'
import { remembered } from './map-list.ts'
import {
  foldWord,
  guessColumns,
  guessOutcome,
  guessSettlement,
  guessStatus,
  type ImportField,
  type ImportMapping,
  isOutcome,
  isSettlementMeaning,
  isStatusMeaning,
} from './mapping.ts'
import type { ImportState } from './tables.ts'

export type ImportCounts = Record<Verdict, number> & { waiting: number; done: number; notes: number }
export type ImportAtDesk = {
  id: number
  version: number
  fileName: string
  state: ImportState
  rows: number
  headers: string[]
  mapping: ImportMapping | null
  by: string
  uploadedAt: Date
  startedAt: Date | null
  movedAt: Date | null
  endedAt: Date | null
  counts: ImportCounts
}

/** The lists that were taken in, newest first. */
export async function importsAtDesk(
  ctx: Ctx,
): Promise<Omit<ImportAtDesk, 'counts' | 'headers' | 'mapping'>[]> {
  return ctx.tx
    .selectFrom('council.import')
    .select([
      'id',
      'version',
      'file_name as fileName',
      'state',
      'row_count as rows',
      'uploaded_by_name as by',
      'uploaded_at as uploadedAt',
      'started_at as startedAt',
      'moved_at as movedAt',
      'ended_at as endedAt',
    ])
    .where('municipality', '=', ctx.actor.municipality)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

/** One list with how far it is. @throws NotFound */
export async function importAtDesk(ctx: Ctx, input: { import: number }): Promise<ImportAtDesk> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.import')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', input.import)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const counted = await ctx.tx
    .selectFrom('council.import_row')
    .select([
      'verdict',
      sql<number>`count(*)::integer`.as('n'),
      sql<number>`count(done_at)::integer`.as('done'),
      sql<number>`(count(*) filter (where problems <> '[]'))::integer`.as('with_problems'),
    ])
    .where('municipality', '=', municipality)
    .where('import_id', '=', row.id)
    .groupBy('verdict')
    .execute()
  const of = (verdict: Verdict | null) => counted.find((one) => one.verdict === verdict)
  const n = (verdict: Verdict | null) => of(verdict)?.n ?? 0
  return {
    id: row.id,
    version: row.version,
    fileName: row.file_name,
    state: row.state,
    rows: row.row_count,
    headers: row.headers,
    mapping: row.mapping,
    by: row.uploaded_by_name,
    uploadedAt: row.uploaded_at,
    startedAt: row.started_at,
    movedAt: row.moved_at,
    endedAt: row.ended_at,
    counts: {
      new: n('new'),
      changed: n('changed'),
      same: n('same'),
      conflict: n('conflict'),
      unreadable: n('unreadable'),
      waiting: n(null),
      done: counted.reduce((sum, one) => sum + one.done, 0),
      notes: counted.reduce((sum, one) => sum + (one.verdict === 'unreadable' ? 0 : one.with_problems), 0),
    },
  }
}

export type ImportRowAtDesk = {
  number: number
  cells: string[]
  verdict: Verdict | null
  problems: RowProblem[]
  differences: Difference[]
  choices: Record<string, 'file'>
  motion: { year: number; slug: string; title: string } | null
}

/** Rows of a list, by what comes of them, in the order of the list. `notes`: those that leave something unsaid. */
export async function importRows(
  ctx: Ctx,
  input: { import: number; verdict: Verdict | 'notes'; limit: number; offset?: number },
): Promise<ImportRowAtDesk[]> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.import_row as row')
    .leftJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'row.municipality').onRef('motion.id', '=', 'row.motion_id'),
    )
    .select([
      'row.row_number',
      'row.cells',
      'row.verdict',
      'row.problems',
      'row.differences',
      'row.choices',
      'motion.year',
      'motion.slug',
      'motion.title',
    ])
    .where('row.municipality', '=', municipality)
    .where('row.import_id', '=', input.import)
    .$if(input.verdict !== 'notes', (query) => query.where('row.verdict', '=', input.verdict as Verdict))
    .$if(input.verdict === 'notes', (query) =>
      query.where('row.verdict', '<>', 'unreadable').where(sql<boolean>`row.problems <> '[]'`),
    )
    .orderBy('row.row_number')
    .limit(input.limit)
    .offset(input.offset ?? 0)
    .execute()
  return rows.map((row) => ({
    number: row.row_number,
    cells: row.cells,
    verdict: row.verdict,
    problems: row.problems,
    differences: row.differences,
    choices: row.choices,
    motion: row.slug === null ? null : { year: row.year!, slug: row.slug, title: row.title! },
  }))
}

/** The first rows of a list, to see what its columns are. */
export async function firstRows(ctx: Ctx, input: { import: number }): Promise<string[][]> {
  const rows = await ctx.tx
    .selectFrom('council.import_row')
    .select('cells')
    .where('municipality', '=', ctx.actor.municipality)
    .where('import_id', '=', input.import)
    .orderBy('row_number')
    .limit(3)
    .execute()
  return rows.map((row) => row.cells)
}

/** What each column probably is: chosen already, said of an earlier list, or by its header. */
export async function columnGuess(ctx: Ctx, list: ImportAtDesk): Promise<(ImportField | null)[]> {
  return list.mapping?.columns ?? guessColumns(list.headers, await remembered(ctx, 'column'))
}

/** A word of the list with how often it stands there, and what it probably means. */
export type WordGuess = { folded: string; printed: string; count: number; value: string }
export type WordGuesses = {
  outcomes: WordGuess[]
  statuses: WordGuess[]
  settlements: WordGuess[]
  outcomeOfAll: string
  decidedBy: string
}

/** The words in the columns that need an explanation, most frequent first, at most a hundred of each. */
export async function wordGuesses(ctx: Ctx, list: ImportAtDesk): Promise<WordGuesses> {
  const { mapping } = list
  const words = async (
    field: ImportField,
    kind: 'outcome' | 'status' | 'settlement',
    guess: (word: string) => string,
    isOne: (value: string) => boolean,
    chosen: Readonly<Record<string, string>>,
  ): Promise<WordGuess[]> => {
    const column = mapping?.columns.indexOf(field) ?? -1
    if (column < 0) return []
    const { rows } = await sql<{ printed: string; n: number }>`
      select cells ->> ${column}::integer as printed, count(*)::integer as n
        from council.import_row
       where municipality = ${ctx.actor.municipality} and import_id = ${list.id} and coalesce(cells ->> ${column}::integer, '') <> ''
       group by 1 order by 2 desc, 1 limit 300`.execute(ctx.tx)
    const memory = await remembered(ctx, kind)
    const folded = Map.groupBy(rows, (row) => foldWord(row.printed))
    return [...folded]
      .filter(([word]) => word !== '')
      .slice(0, 100)
      .map(([word, same]) => {
        const known = chosen[word] ?? memory.get(word)
        return {
          folded: word,
          printed: same[0]!.printed.slice(0, 120),
          count: same.reduce((sum, one) => sum + one.n, 0),
          value: known !== undefined && isOne(known) ? known : guess(word),
        }
      })
  }
  const options = await remembered(ctx, 'option')
  return {
    outcomes: await words('outcome', 'outcome', guessOutcome, isOutcome, mapping?.outcomes ?? {}),
    statuses: await words('status', 'status', guessStatus, isStatusMeaning, mapping?.statuses ?? {}),
    settlements: await words(
      'settlement',
      'settlement',
      guessSettlement,
      isSettlementMeaning,
      mapping?.settlements ?? {},
    ),
    outcomeOfAll: options.get('outcome of all') ?? 'unknown',
    decidedBy: options.get('decided by') ?? 'none',
  }
}
