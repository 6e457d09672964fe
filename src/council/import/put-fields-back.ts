import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { Invalid, Refused } from '../../errors.ts'
import { correctLocked } from '../correct/correct-motion.ts'
import { editableMotion } from '../correct/editable-motion.ts'
import { type CorrectionField, fieldOf } from '../correct/fields.ts'
import { pastCorrections, standingCorrections } from '../correct/put-back-correction.ts'
import { toJson } from '../save-reading.ts'
import type { Difference, RowField, RowFields } from './fields.ts'

const reason = 'De nieuwe versie van het oude register is teruggenomen'

/** A row of a list that changed a motion which was there already. */
export type ChangedRow = { motion: number; doneAt: Date; differences: readonly Difference[] }

/** @returns rows in the order of their numbers; of a motion that was merged since, nothing */
export async function changedRows(ctx: Ctx, id: number): Promise<ChangedRow[]> {
  const rows = await ctx.tx
    .selectFrom('council.import_row as line')
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'line.municipality').onRef('motion.id', '=', 'line.motion_id'),
    )
    .select(['motion.id', 'line.done_at', 'line.differences'])
    .where('line.municipality', '=', ctx.actor.municipality)
    .where('line.import_id', '=', id)
    .where('line.verdict', 'in', ['changed', 'conflict'])
    .where('line.done_at', 'is not', null)
    .where('motion.merged_into', 'is', null)
    .orderBy('line.row_number')
    .execute()
  return rows.map((row) => ({ motion: row.id, doneAt: row.done_at!, differences: row.differences }))
}

/** How many fields a list changed that can be put back. */
export async function fieldsToPutBack(ctx: Ctx, rows: readonly ChangedRow[]): Promise<number> {
  let count = 0
  for (const row of rows) count += (await valuesBefore(ctx, row)).size
  return count
}

/** What stood in each field that this row corrected and that nobody corrected since; path → value. */
async function valuesBefore(ctx: Ctx, row: ChangedRow): Promise<Map<string, string>> {
  const corrections = await pastCorrections(ctx, row.motion)
  const own = corrections.filter(
    ({ origin, at }) => origin === 'import' && at.getTime() === row.doneAt.getTime(),
  )
  if (own.length === 0) return new Map()
  const { fields } = await editableMotion(ctx, { motion: row.motion })
  const standing = standingCorrections(fields, corrections)
  return new Map(
    own.flatMap(({ id, before }) => (standing.has(id) ? [[standing.get(id)!, before ?? ''] as const] : [])),
  )
}

/**
 * Puts back what a row changed, as corrections: each field that nobody corrected since. Where the motion would no longer be adopted while
 * its requests are being followed, its outcome stays. @returns the paths that were put back
 */
export async function putFieldsBack(ctx: Ctx, row: ChangedRow): Promise<string[]> {
  const now = await editableMotion(ctx, { motion: row.motion }, { lock: true })
  const values = Object.fromEntries(await valuesBefore(ctx, row))
  const { outcome, ...others } = values
  const attempts = outcome === undefined ? [others] : [values, others]
  for (const attempt of attempts) {
    if (Object.keys(attempt).length === 0) continue
    try {
      const { changed } = await correctLocked(ctx, now, { values: attempt, reason }, 'desk')
      await forgetFields(ctx, row, changed)
      return changed
    } catch (error) {
      // Both are found before anything is written.
      const stays =
        error instanceof Invalid || (error instanceof Refused && error.code === 'followed-already')
      if (!stays) throw error
    }
  }
  return []
}

const rowFieldOf: Partial<Record<CorrectionField, RowField>> = {
  title: 'title',
  number: 'number',
  registryNumber: 'registryNumber',
  date: 'date',
  outcome: 'outcome',
  requestText: 'request',
  submitterName: 'submitters',
  submitterParty: 'submitters',
}

/** The list did not say it: when it comes in again, it says something new. */
async function forgetFields(ctx: Ctx, row: ChangedRow, paths: readonly string[]): Promise<void> {
  const { municipality } = ctx.actor
  const fields = new Set(paths.flatMap((path) => rowFieldOf[fieldOf(path)!.field] ?? []))
  const remembered = await ctx.tx
    .selectFrom('council.imported_fields')
    .select('fields')
    .where('municipality', '=', municipality)
    .where('motion_id', '=', row.motion)
    .executeTakeFirst()
  if (!remembered) return
  const before: Partial<RowFields> = {}
  for (const { field, file, register } of row.differences)
    if (fields.has(field) && remembered.fields[field] === file) before[field] = register
  if (Object.keys(before).length === 0) return
  await sql`
    update council.imported_fields set fields = fields || ${toJson(before)}::jsonb
    where municipality = ${municipality} and motion_id = ${row.motion}`.execute(ctx.tx)
}
