import { sql } from 'kysely'
import { expect } from 'vitest'
import { setUpTestTown } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { as } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { correctMotion, editableMotion } from '../correct/index.ts'
import { noteProgress } from '../life/index.ts'
import { importAtDesk } from './import-at-desk.ts'
import { csvOf, type InTransaction, importAll, sampleRows } from './samples.ts'
import { importToTakeBack, takeBackImport } from './take-back-import.ts'

const here =
  (ctx: Ctx): InTransaction =>
  (command) =>
    command(ctx)
const notCompared = [
  'change',
  'change_set',
  'import',
  'import_row',
  'import_memory',
  'original',
  'party',
  'person',
  'meeting',
  'body',
]

async function rowsOf(ctx: Ctx): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'council'`.execute(ctx.tx)
  const found: Record<string, string[]> = {}
  for (const { name } of tables.filter((one) => !notCompared.includes(one.name))) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) as row from ${sql.table(`council.${name}`)} t where municipality = 'testdorp'`.execute(
      ctx.tx,
    )
    found[name] = rows.map(({ row }) => JSON.stringify(row)).sort()
  }
  return found
}

test('what a list added goes, but for what somebody went on with; the same list comes in again', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const list = csvOf(sampleRows(130))
  const id = await importAll(here(clerk), list)
  const start = await importToTakeBack(clerk, { import: id })
  expect(start).toEqual({ added: 130, left: [], changed: 0, fields: 0 })

  const { rows } = await sql<{ id: number; version: number; motion_id: number }>`
    select id, version, motion_id from council.matter where municipality = 'testdorp' and state = 'in-progress' order by id limit 1`.execute(
    ctx.tx,
  )
  const begun = rows[0]!
  await noteProgress(clerk, { matter: begun.id, version: begun.version, text: 'Er is geplant' })
  const corrected = await sql<{ id: number }>`
    update council.motion set version = 2 where id = (
      select max(id) from council.motion where municipality = 'testdorp') returning id`.execute(ctx.tx)
  const kept = [begun.motion_id, corrected.rows[0]!.id].sort((a, b) => a - b)
  const ids = (left: readonly { id: number }[]) => left.map((one) => one.id).sort((a, b) => a - b)
  expect(ids((await importToTakeBack(clerk, { import: id })).left)).toEqual(kept)
  const taken = await takeBackImport(here(clerk), { import: id, reason: 'Verkeerd bestand' })
  expect([taken.removed, ids(taken.left)]).toEqual([128, kept])
  const now = await sql<{ id: number }>`
    select id from council.motion where municipality = 'testdorp' order by id`.execute(ctx.tx)
  expect(now.rows.map((row) => row.id)).toEqual(kept)

  // What stayed is known to the list still; the rest comes in as new.
  const again = await importAll(here(clerk), `${list}\r\n`)
  expect((await importAtDesk(clerk, { import: again })).counts).toMatchObject({ new: 128 })
  await takeBackImport(here(clerk), { import: again, reason: 'Nog eens' })
  const set = await sql<{ taken_back_by_name: string; reason: string }>`
    select taken_back_by_name, reason from council.change_set where kind = 'import' order by id`.execute(
    ctx.tx,
  )
  expect(set.rows).toEqual([
    { taken_back_by_name: 'Kanarie clerk', reason: 'Verkeerd bestand' },
    { taken_back_by_name: 'Kanarie clerk', reason: 'Nog eens' },
  ])
})

test('nothing is left of a list that nobody went on with', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const before = await rowsOf(ctx)
  const id = await importAll(here(clerk), csvOf(sampleRows(40)))
  expect(await rowsOf(ctx)).not.toEqual(before)
  await takeBackImport(here(clerk), { import: id, reason: 'Verkeerd bestand' })
  expect(await rowsOf(ctx)).toEqual(before)
  await expect(takeBackImport(here(clerk), { import: id, reason: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'needed' }],
  })
  await expect(takeBackImport(here(clerk), { import: 999_999, reason: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(
    takeBackImport(here(await as(ctx, 'policy-officer', '2024-08-01')), { import: id, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'denied' })
})

test('what a list corrected is put back, but for what was corrected since; the same list says it again', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const rows = sampleRows(12)
  await importAll(here(clerk), csvOf(rows))
  const titles = async () =>
    (await clerk.tx.selectFrom('council.motion').select(['id', 'title']).orderBy('id').execute()).map(
      ({ title }) => title,
    )
  const before = await titles()
  const changed = rows.map((row, index) =>
    index < 3 ? row.with(1, `Titel ${'abc'[index]} uit de nieuwe lijst`) : row,
  )
  const later = await as(ctx, 'clerk', '2024-08-05')
  const id = await importAll(here(later), csvOf(changed))
  expect((await titles()).filter((title) => title.endsWith('nieuwe lijst'))).toHaveLength(3)
  const found = await importToTakeBack(later, { import: id })
  expect(found).toEqual({ added: 0, left: [], changed: 3, fields: 3 })

  const one = await editableMotion(later, {
    motion: (
      await later.tx
        .selectFrom('council.motion')
        .select('id')
        .where('title', '=', 'Titel b uit de nieuwe lijst')
        .executeTakeFirstOrThrow()
    ).id,
  })
  await correctMotion(await as(ctx, 'clerk', '2024-08-06'), {
    motion: one.id,
    version: one.version,
    values: { title: 'Titel van de griffie' },
  })
  const last = await as(ctx, 'clerk', '2024-08-07')
  expect(await importToTakeBack(last, { import: id })).toMatchObject({ changed: 3, fields: 2 })
  const taken = await takeBackImport(here(last), { import: id, reason: 'Verkeerde lijst' })
  expect(taken).toEqual({ removed: 0, left: [], putBack: 2 })
  const now = await titles()
  expect(now.filter((title) => !before.includes(title))).toEqual(['Titel van de griffie'])
  expect(await takeBackImport(here(last), { import: id, reason: 'Nog eens' })).toMatchObject({ putBack: 0 })

  const again = await importAll(here(await as(ctx, 'clerk', '2024-08-08')), `${csvOf(changed)}\r\n`)
  expect((await importAtDesk(last, { import: again })).counts).toMatchObject({ changed: 2, conflict: 1 })
  expect((await titles()).filter((title) => title.endsWith('nieuwe lijst'))).toHaveLength(2)
})
