import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { refreshRegister } from '../refresh-register.ts'
import { takeTurn } from '../registration.ts'
import { toJson } from '../save-reading.ts'
import { applyChanges } from './apply-changes.ts'
import type { Difference, ReadRow, RowFields } from './fields.ts'
import { findMotionsOf } from './load-register.ts'
import type { ImportMapping } from './mapping.ts'
import { chosenChanges, planRow, type RegisterMotion } from './plan-row.ts'
import { readRows } from './read-rows.ts'
import { writeNew } from './write-new.ts'

/** Changed rows go through the same commands as a person's correction, so they count for this many new ones. */
const weightOfChange = 5

/**
 * Brings the next rows into the register, in the order of their keys. Each is compared once more with the register as it is now: what
 * somebody did since the list was compared is not overwritten. @returns how many rows were done; 0: all are done
 */
export async function runRows(ctx: Ctx, id: number, mapping: ImportMapping, size: number): Promise<number> {
  const { municipality } = ctx.actor
  await takeTurn(ctx)
  const waiting = await ctx.tx
    .selectFrom('council.import_row')
    .select(['row_number', 'cells', 'choices', 'verdict'])
    .where('municipality', '=', municipality)
    .where('import_id', '=', id)
    .where('done_at', 'is', null)
    .orderBy(sql`key collate "C" nulls last, row_number`)
    .limit(size)
    .execute()
  if (waiting.length === 0) return 0
  const rows = withinWeight(waiting, size)
  const active = rows.filter((row) => row.verdict !== 'unreadable' && row.verdict !== 'same')
  const { read, people } = await readRows(ctx, active, mapping)
  const found = await findMotionsOf(ctx, read)
  const fresh: number[] = []
  const results: Result[] = []
  for (const [index, row] of read.entries()) {
    const register = found[index] ?? null
    const number = active[index]!.row_number
    if (typeof register === 'string') continue
    if (register === null) {
      fresh.push(index)
      continue
    }
    const plan = planRow(row, register)
    const chosen = chosenChanges(plan, active[index]!.choices)
    if (chosen.length > 0) await applyChanges(ctx, row, register, chosen, people, mapping)
    await rememberFields(ctx, row, register)
    results.push({ row_number: number, motion_id: register.id, differences: plan.differences })
  }
  const ids = await writeNew(
    ctx,
    fresh.map((index) => read[index]!),
    people,
    mapping,
  )
  fresh.forEach((index, place) => {
    results.push({ row_number: active[index]!.row_number, motion_id: ids[place]!, differences: [] })
  })
  await refreshRegister(ctx, ids)
  await writeResults(ctx, id, results)
  await ctx.tx
    .updateTable('council.import_row')
    .set({ done_at: ctx.now })
    .where('municipality', '=', municipality)
    .where('import_id', '=', id)
    .where(
      'row_number',
      'in',
      rows.map((row) => row.row_number),
    )
    .execute()
  return rows.length
}

function withinWeight<T extends { verdict: string | null }>(rows: readonly T[], size: number): T[] {
  let weight = 0
  const end = rows.findIndex((row) => {
    weight += row.verdict === 'changed' || row.verdict === 'conflict' ? weightOfChange : 1
    return weight > size
  })
  return rows.slice(0, end < 0 ? rows.length : Math.max(1, end))
}

type Result = { row_number: number; motion_id: number; differences: Difference[] }

async function writeResults(ctx: Ctx, id: number, results: readonly Result[]): Promise<void> {
  if (results.length === 0) return
  await sql`
    update council.import_row r set motion_id = m.motion_id, differences = m.differences
      from jsonb_to_recordset(${toJson(results)}::jsonb) as m(row_number integer, motion_id integer, differences jsonb)
     where r.municipality = ${ctx.actor.municipality} and r.import_id = ${id} and r.row_number = m.row_number`.execute(
    ctx.tx,
  )
}

/** What this list says now: the next import knows by it what a person corrected since. */
async function rememberFields(ctx: Ctx, row: ReadRow, register: RegisterMotion): Promise<void> {
  const said = Object.fromEntries(row.said.map((field) => [field, row.fields[field]])) as Partial<RowFields>
  const fields = toJson({ ...(register.base ?? register.fields), ...said })
  const sourceKey = row.sourceKey || null
  await ctx.tx
    .insertInto('council.imported_fields')
    .values({
      municipality: ctx.actor.municipality,
      motion_id: register.id,
      source_key: sourceKey,
      fields,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'motion_id']).doUpdateSet({
        fields,
        ...(sourceKey === null ? {} : { source_key: sourceKey }),
      }),
    )
    .execute()
}
