import { createHash } from 'node:crypto'
import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf, type IsoDate, isIsoDate } from '../../days.ts'
import { type FieldError, Invalid, NotFound } from '../../errors.ts'
import { type Certainty, certainties } from '../indicator.ts'
import { addRow, changeRow, checkProgrammeRole } from '../step.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from '../typed.ts'
import { figureOf, formerFigures, openIndicator, standingValues } from './open-indicator.ts'
import { type PlannedRow, planSeries, takenProblem } from './plan-series.ts'
import { readSeries, type SeriesFile, type SeriesMapping, seriesRows } from './series.ts'

/**
 * Keeps a file with figures, exactly as it was brought; the same bytes are kept once.
 * @throws Invalid on `file` as `readSeries`; Denied
 */
export async function storeSeries(
  ctx: Ctx,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<{ series: number; known: boolean }> {
  checkProgrammeRole(ctx, 'bring figures')
  const file = await readSeries(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .insertInto('programme.series')
    .values({
      municipality,
      sha256,
      file_name: publicText(fileName)?.slice(0, mostText.title) ?? 'cijfers',
      format: file.format,
      bytes: Buffer.from(bytes),
      dated: file.format === 'json-stat' ? file.dataset.updated : null,
      brought_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return { series: row.id, known: false }
  const { id } = await ctx.tx
    .selectFrom('programme.series')
    .select('id')
    .where('municipality', '=', municipality)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return { series: id, known: true }
}

export type StoredSeries = { id: number; fileName: string; dated: IsoDate | null; file: SeriesFile }
/** A file that was brought, read again. @throws NotFound */
export async function seriesFile(ctx: Ctx, series: number): Promise<StoredSeries> {
  checkProgrammeRole(ctx, 'bring figures')
  const row = await ctx.tx
    .selectFrom('programme.series')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', series)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { id: row.id, fileName: row.file_name, dated: row.dated, file: await readSeries(row.bytes) }
}

type Source = { indicator: number; series: number; mapping: SeriesMapping }
/** `take`: keys of rows (`2023-01-01/2023-12-31`); what is new is taken when it is not given. */
type Taking = Source & { take?: readonly string[] }
export type SeriesPreview = {
  rows: PlannedRow[]
  /** What is wrong with the values together once these rows are taken. */
  together: FieldError | null
}

/** What would come of a file, without writing anything. @throws Invalid when the mapping does not fit the file; NotFound; Refused */
export async function previewSeries(ctx: Ctx, input: Taking): Promise<SeriesPreview> {
  checkProgrammeRole(ctx, 'bring figures')
  const { rows, together } = await plan(ctx, input)
  return { rows, together }
}

async function plan(ctx: Ctx, { indicator: id, series, mapping, take }: Taking) {
  const open = await openIndicator(ctx, id)
  const { file, fileName, dated } = await seriesFile(ctx, series)
  const values = await standingValues(ctx, id)
  const standing = values.map((row) => ({ id: row.id, ...figureOf(row) }))
  const { counts, decimals } = open.indicator
  const rows = planSeries(seriesRows(file, mapping), standing, {
    counts,
    decimals,
    kind: open.kind,
    today: dayOf(ctx.now),
  })
  const taken = new Set(take ?? rows.flatMap(({ key, verdict }) => (key && verdict === 'new' ? [key] : [])))
  const former = open.kind?.pointsAtPersons ? await formerFigures(ctx, open.indicator) : []
  const together = takenProblem(rows, taken, standing, { kind: open.kind, former })
  return { rows, together, taken, values, open, fileName, dated }
}

export type SeriesImport = Taking & {
  certainty: Certainty
  /** How the series is named where its figures stand; the name of the file when empty. */
  name?: string | null
  /** The day of the source; that of the file itself when not given. */
  sourceOn?: IsoDate | null
  /** Needed when a value that stands is changed. */
  reason?: string | null
}

/**
 * Takes figures from a file. Safe to repeat: what is the same is left alone, and what would change is only changed when it is in `take`.
 * Rows that are refused are never taken. All or nothing.
 * @throws Invalid by column (`reason`, `certainty`, `source_on`), the `together` of the preview; Refused; NotFound; Denied
 */
export async function importSeries(
  ctx: Ctx,
  input: SeriesImport,
): Promise<{ added: number; changed: number; same: number; left: number }> {
  checkProgrammeRole(ctx, 'bring figures')
  const problems: Problems = []
  if (!certainties.includes(input.certainty)) problem(problems, 'certainty', 'not-a-choice')
  if (input.sourceOn && !isIsoDate(input.sourceOn)) problem(problems, 'source_on', 'date-invalid')
  const line = (field: 'name' | 'reason', most: number) => publicLine(problems, input[field], { field, most })
  const name = line('name', mostText.title)
  const reason = line('reason', mostText.reason)
  const { rows, together, taken, values, open, fileName, dated } = await plan(ctx, input)
  const changes = rows.some(({ key, verdict }) => verdict === 'changed' && taken.has(key!))
  if (changes && reason === null) problem(problems, 'reason', 'reason-needed')
  checkProblems(problems)
  if (together) throw new Invalid('form-invalid', [together])
  const columns = {
    kind: 'series',
    document_id: null,
    at: null,
    quotation: null,
    series_id: input.series,
    series_name: name ?? fileName,
    source_on: input.sourceOn || dated,
    certainty: input.certainty,
  }
  const done = { added: 0, changed: 0, same: 0, left: 0 }
  for (const { key, verdict, period, value } of rows) {
    if (verdict === 'same') done.same++
    else if (!key || !taken.has(key) || (verdict !== 'new' && verdict !== 'changed')) done.left++
    else if (verdict === 'new') {
      done.added++
      const { programme_id, id } = open.indicator
      const days = { period_start: period!.from, period_end: period!.to }
      await addRow(
        ctx,
        'value',
        { ...columns, ...days, programme_id, indicator_id: id, value, note: null },
        { step: 'import', reason },
      )
    } else {
      done.changed++
      const now = values.find((row) => row.period_start === period!.from && row.period_end === period!.to)!
      await changeRow(ctx, 'value', now, { ...columns, value }, { step: 'import', reason })
    }
  }
  return done
}
