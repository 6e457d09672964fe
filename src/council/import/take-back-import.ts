import { sql } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { neededText } from '../life/moving.ts'
import type { InTransaction } from '../receive-document.ts'
import { takeTurn } from '../registration.ts'
import { type Change, closeSet, hangingOn, keysOf, openSet } from '../take-back/index.ts'
import { findImport } from './map-list.ts'
import { changedRows, fieldsToPutBack, putFieldsBack } from './put-fields-back.ts'

export type ImportedMotionRef = { id: number; year: number; slug: string; title: string }
/** `putBack`: fields of motions that were there already. */
export type TakenBack = { removed: number; left: ImportedMotionRef[]; putBack: number }

/** How many motions one transaction takes. */
const pieceSize = 100
/** How many motions one transaction puts back: each is corrected by itself. */
const changedPiece = 20

/**
 * Takes back the motions that an import added, but for those with which somebody went on: they stay, and are named. What it corrected of
 * motions that were there already is put back, as corrections, but for fields that somebody corrected since. What it added to those
 * motions and the steps of their matters stay. Safe to repeat.
 * @throws Refused `move-not-possible` (it is not done); Invalid (`reason` `needed`); Denied; NotFound
 */
export async function takeBackImport(
  inTransaction: InTransaction,
  input: { import: number; reason: string },
): Promise<TakenBack> {
  const { set, motions, changed } = await inTransaction((ctx) => begin(ctx, input))
  const found: TakenBack = { removed: 0, left: [], putBack: 0 }
  for (let from = 0; from < changed.length; from += changedPiece) {
    const piece = changed.slice(from, from + changedPiece)
    found.putBack += await inTransaction(async (ctx) => {
      await takeTurn(ctx)
      let count = 0
      for (const row of piece) count += (await putFieldsBack(ctx, row)).length
      return count
    })
  }
  for (let from = 0; from < motions.length; from += pieceSize) {
    const piece = motions.slice(from, from + pieceSize)
    const left = await inTransaction((ctx) => removePiece(ctx, { set, import: input.import, motions: piece }))
    found.removed += piece.length - left.length
    found.left.push(...left)
  }
  await inTransaction((ctx) => end(ctx, { ...input, set }))
  return found
}

/**
 * Motions that this import added and that are still there, and how many of them somebody went on with; how many motions it changed, and how
 * many of their fields can be put back. @throws NotFound
 */
export async function importToTakeBack(
  ctx: Ctx,
  input: { import: number },
): Promise<{ added: number; left: ImportedMotionRef[]; changed: number; fields: number }> {
  const motions = await addedBy(ctx, input.import)
  const left: ImportedMotionRef[] = []
  for (let from = 0; from < motions.length; from += pieceSize)
    left.push(...(await goneOnWith(ctx, motions.slice(from, from + pieceSize))))
  const changed = await changedRows(ctx, input.import)
  return { added: motions.length, left, changed: changed.length, fields: await fieldsToPutBack(ctx, changed) }
}

async function begin(ctx: Ctx, input: { import: number; reason: string }) {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk')
    throw new Denied(`role ${actor.role} takes no import back`)
  neededText(input.reason, 'reason')
  const row = await findImport(ctx, input.import)
  if (!row) throw new NotFound()
  if (row.state !== 'done') throw new Refused('move-not-possible')
  const set = await openSet(ctx, 'import', input.import)
  await closeSet(ctx)
  return { set, motions: await addedBy(ctx, input.import), changed: await changedRows(ctx, input.import) }
}

async function end(ctx: Ctx, input: { import: number; reason: string; set: number }): Promise<void> {
  const who = byWhom(ctx)
  await ctx.tx
    .updateTable('council.change_set')
    .set({
      taken_back_at: ctx.now,
      taken_back_by: who.id,
      taken_back_by_name: who.name,
      reason: neededText(input.reason, 'reason'),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.set)
    .execute()
  await record(ctx, 'import.taken-back', { import: String(input.import) })
}

async function addedBy(ctx: Ctx, id: number): Promise<ImportedMotionRef[]> {
  const { rows } = await sql<ImportedMotionRef>`
    select motion.id, motion.year, motion.slug, motion.title
    from council.import_row line
    join council.import list on list.municipality = line.municipality and list.id = line.import_id
    join council.motion motion on motion.municipality = line.municipality and motion.id = line.motion_id
    join council.imported_motion imported on imported.municipality = motion.municipality and imported.motion_id = motion.id
    where line.municipality = ${ctx.actor.municipality} and line.import_id = ${id} and line.verdict = 'new'
      and motion.created_at >= list.started_at
    order by line.row_number`.execute(ctx.tx)
  return rows
}

/** Tables of what an import adds with a motion, each after those that name it. */
const added = [
  'imported_fields',
  'imported_motion',
  'settlement_decision',
  'settlement_evidence',
  'settlement_proposal',
  'matter_history',
  'matter',
  'request',
  'motion_submitter',
  'motion_identifier',
] as const

/** Of these motions, those with which somebody went on: anything that the import itself did not write, but for followers. */
async function goneOnWith(ctx: Ctx, motions: readonly ImportedMotionRef[]): Promise<ImportedMotionRef[]> {
  const { municipality } = ctx.actor
  const ids = motions.map(({ id }) => id)
  const changes: Change[] = []
  const add = async (table: string, where: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(`council.${table}`)} t
      where t.municipality = ${municipality} and ${where}`.execute(ctx.tx)
    for (const { row } of rows) changes.push({ table, before: null, after: row })
  }
  await add('motion', sql`t.id = any (${ids})`)
  for (const table of added)
    await add(
      table,
      sql`t.motion_id = any (${ids}) ${
        table === 'matter_history'
          ? sql`and t.step in ('register', 'propose', 'accept')`
          : table === 'settlement_proposal'
            ? sql`and t.origin = 'imported'`
            : sql``
      }`,
    )
  const own = changes.filter(({ table }) => table === 'matter_history').map(({ after }) => after!.id)
  await add('matter_history_detail', sql`t.history_id = any (${own})`)
  const matters = new Map(
    changes.flatMap(({ table, after }) =>
      table === 'matter' ? [[after!.id, after!.motion_id] as const] : [],
    ),
  )
  const hanging = (await hangingOn(ctx, await keysOf(ctx), changes)).filter(
    ({ table }) => table !== 'follow' && table !== 'follow_merge',
  )
  const touched = new Set(
    hanging.flatMap(({ row }) => [row.motion_id, row.into_id, row.merged_into, matters.get(row.matter_id)]),
  )
  const { rows: corrected } = await sql<{ id: number }>`
    select id from council.motion where municipality = ${municipality} and id = any (${ids}) and version > 1`.execute(
    ctx.tx,
  )
  for (const { id } of corrected) touched.add(id)
  return motions.filter(({ id }) => touched.has(id))
}

async function removePiece(
  ctx: Ctx,
  input: { set: number; import: number; motions: readonly ImportedMotionRef[] },
): Promise<ImportedMotionRef[]> {
  const { municipality } = ctx.actor
  await takeTurn(ctx)
  const all = input.motions.map(({ id }) => id)
  await sql`
    select id from council.motion where municipality = ${municipality} and id = any (${all}) order by id for update`.execute(
    ctx.tx,
  )
  await sql`
    select id from council.matter where municipality = ${municipality} and motion_id = any (${all}) order by id for update`.execute(
    ctx.tx,
  )
  const left = await goneOnWith(ctx, input.motions)
  const ids = all.filter((id) => !left.some((one) => one.id === id))
  if (ids.length === 0) return left
  await sql`select set_config('schakel.taking_back', ${String(input.set)}, true)`.execute(ctx.tx)
  for (const table of ['register_entry', 'register_search', 'follow'] as const)
    await removeOf(ctx, table, ids)
  await sql`
    update council.matter set state = 'open', outcome = null, decision_id = null, proposal_id = null, held = false
    where municipality = ${municipality} and motion_id = any (${ids})`.execute(ctx.tx)
  for (const table of added) {
    // The course that led to a decision goes after it.
    if (table === 'matter_history') {
      await sql`
        delete from council.matter_history_detail d using council.matter_history h
        where d.municipality = ${municipality} and h.municipality = d.municipality and h.id = d.history_id
          and h.motion_id = any (${ids})`.execute(ctx.tx)
    }
    await removeOf(ctx, table, ids)
  }
  await sql`
    update council.import_row set motion_id = null
    where municipality = ${municipality} and import_id = ${input.import} and motion_id = any (${ids})`.execute(
    ctx.tx,
  )
  await sql`delete from council.motion where municipality = ${municipality} and id = any (${ids})`.execute(
    ctx.tx,
  )
  await sql`select set_config('schakel.taking_back', '', true)`.execute(ctx.tx)
  return left
}

const removeOf = (ctx: Ctx, table: string, motions: readonly number[]) =>
  sql`
    delete from ${sql.table(`council.${table}`)}
    where municipality = ${ctx.actor.municipality} and motion_id = any (${motions})`.execute(ctx.tx)
