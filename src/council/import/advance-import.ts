import { sql } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Actor, Ctx, InTransaction } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import { toJson } from '../save-reading.ts'
import { checkRows } from './check-rows.ts'
import type { RowField } from './fields.ts'
import { findImport, lockImport } from './map-list.ts'
import { runRows } from './run-rows.ts'
import type { ImportState } from './tables.ts'

/** How many rows one transaction takes: short enough that nobody waits for it. */
const checkSize = 500
const runSize = 100

/**
 * Begins to bring a compared list into the register, with the choices of the clerk where list and register differ.
 * @param input.choices row → fields in which the list is right
 * @throws Refused `changed-by-other`, `import-begun`, `move-not-possible` (not compared yet); NotFound
 */
export async function startImport(ctx: Ctx, input: { import: number; version: number }): Promise<void> {
  const row = await lockImport(ctx, input)
  if (row.state !== 'checked') throw new Refused('move-not-possible')
  await ctx.tx
    .updateTable('council.import')
    .set({ state: 'running', started_at: ctx.now, version: row.version + 1 })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  await record(ctx, 'import.started', { import: String(row.id) })
}

/**
 * Chooses for one row the fields in which the list is right; in the others the register stands.
 * @throws Refused `import-begun`; NotFound
 */
export async function chooseForRow(
  ctx: Ctx,
  input: { import: number; row: number; fields: readonly RowField[] },
): Promise<void> {
  const found = await findImport(ctx, input.import)
  if (found?.state !== 'checked') throw new Refused('import-begun')
  const choices = Object.fromEntries(input.fields.map((field) => [field, 'file']))
  await ctx.tx
    .updateTable('council.import_row')
    .set({ choices: toJson(choices) })
    .where('municipality', '=', ctx.actor.municipality)
    .where('import_id', '=', input.import)
    .where('row_number', '=', input.row)
    .execute()
}

/**
 * Does the next piece of work of an import, as the clerk who took the list in. Safe to call again at any time, also by two at once, and
 * after a kill: a piece is done wholly or not at all. @returns how it stands now
 */
export async function advanceImport(
  ctx: Ctx,
  input: { import: number; size?: number },
): Promise<ImportState | null> {
  const row = await findImport(ctx, input.import)
  if (!row) return null
  const { mapping, state } = row
  if (!mapping || (state !== 'checking' && state !== 'running')) return state
  const as = { ...ctx, actor: uploader(row, ctx.actor) }
  const done =
    state === 'checking'
      ? await checkRows(as, row.id, mapping, input.size ?? checkSize)
      : await runRows(as, row.id, mapping, input.size ?? runSize)
  const next = done > 0 ? state : state === 'checking' ? 'checked' : 'done'
  await ctx.tx
    .updateTable('council.import')
    .set({
      state: next,
      moved_at: sql<Date>`clock_timestamp()`,
      ...(next === 'checked' ? { checked_at: ctx.now } : {}),
      ...(next === 'done' ? { ended_at: ctx.now } : {}),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  if (next === 'done') await record(as, 'import.ended', { import: String(row.id) })
  return next
}

function uploader(row: { uploaded_by: string | null; uploaded_by_name: string }, actor: Actor): Actor {
  const { municipality } = actor
  return row.uploaded_by === null
    ? { kind: 'system', name: row.uploaded_by_name, municipality }
    : { kind: 'person', personId: row.uploaded_by, name: row.uploaded_by_name, role: 'clerk', municipality }
}

/** Puts the row on which the work stands still aside: it did not come into the register, and the list says so. */
async function setAside(ctx: Ctx, id: number): Promise<boolean> {
  const { municipality } = ctx.actor
  const row = await findImport(ctx, id)
  if (!row) return false
  const next = await ctx.tx
    .selectFrom('council.import_row')
    .select(['row_number', 'problems'])
    .where('municipality', '=', municipality)
    .where('import_id', '=', id)
    .$if(row.state === 'checking', (query) => query.where('verdict', 'is', null).orderBy('row_number'))
    .$if(row.state === 'running', (query) =>
      query.where('done_at', 'is', null).orderBy(sql`key collate "C" nulls last, row_number`),
    )
    .executeTakeFirst()
  if (!next) return false
  await ctx.tx
    .updateTable('council.import_row')
    .set({
      verdict: 'unreadable',
      problems: toJson([...next.problems, { code: 'row-failed', field: null, text: null }]),
      done_at: row.state === 'running' ? ctx.now : null,
    })
    .where('municipality', '=', municipality)
    .where('import_id', '=', id)
    .where('row_number', '=', next.row_number)
    .execute()
  return true
}

/**
 * Works on an import until it is compared, or done. A row on which the program fails is put aside, so that it never keeps the others
 * from the register. @param signal stops between two pieces
 */
export async function finishImport(
  inTransaction: InTransaction,
  input: { import: number },
  signal?: AbortSignal,
): Promise<ImportState | null> {
  for (;;) {
    if (signal?.aborted) return null
    let state: ImportState | null
    try {
      state = await inTransaction((ctx) => advanceImport(ctx, input))
    } catch (error) {
      const alone = await inTransaction((ctx) => advanceImport(ctx, { ...input, size: 1 })).catch(
        () => 'failed',
      )
      if (alone === 'failed' && !(await inTransaction((ctx) => setAside(ctx, input.import)))) throw error
      continue
    }
    if (state !== 'checking' && state !== 'running') return state
    // Whoever waits for an answer goes first.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Imports of the actor's municipality that are under way, such as after a kill. */
export async function importsUnderWay(ctx: Ctx): Promise<number[]> {
  const rows = await ctx.tx
    .selectFrom('council.import')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', 'in', ['checking', 'running'])
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
