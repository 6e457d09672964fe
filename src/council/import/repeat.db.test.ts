import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect } from 'vitest'
import { setUpTestTown } from '../../../test/council.ts'
import { cloneDatabase, test } from '../../../test/database.ts'
import { person } from '../../../test/life.ts'
import { transact } from '../../db/transact.ts'
import { correctMotion } from '../correct/index.ts'
import { advanceImport, finishImport, startImport } from './advance-import.ts'
import { importAtDesk } from './import-at-desk.ts'
import { mapWords } from './map-list.ts'
import { compareList, csvOf, type InTransaction, importAll, registerOf, sampleRows } from './samples.ts'

describe('properties', () => {
  const town = async (text: string, more: string[] = []) => {
    const clone = await cloneDatabase()
    try {
      const run: InTransaction = (command) =>
        transact(clone.databases.desk, person('clerk'), command, new Date('2024-08-01T10:00:00Z'))
      await run((ctx) => setUpTestTown(ctx))
      for (const list of [text, ...more]) await importAll(run, list)
      return await run(registerOf)
    } finally {
      await clone.drop()
    }
  }
  test('the order of the rows gives the same register; twice is once', async () => {
    const rows = sampleRows(130)
    // Titles and numbers that ask for the same address.
    rows[1]![0] = rows[8]![0] = ''
    rows[1]![11] = 'RIS1'
    rows[8]![11] = 'RIS2'
    rows[8]![1] = rows[1]![1]!
    rows[8]![2] = rows[1]![2]!
    const expected = await town(csvOf(rows))
    expect(expected).toHaveLength(130)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(await town(csvOf(shuffled), [csvOf(rows)])).toEqual(expected)
      }),
      { numRuns: 2 },
    )
  })
})

test('killed in the middle, and two at once: every row comes in once', async ({ databases, owner }) => {
  const run: InTransaction = (command) =>
    transact(databases.desk, person('clerk'), command, new Date('2024-08-01T10:00:00Z'))
  await run((ctx) => setUpTestTown(ctx))
  const id = await compareList(run, csvOf(sampleRows(230)))
  const { version } = await run((ctx) => importAtDesk(ctx, { import: id }))
  await run((ctx) => startImport(ctx, { import: id, version }))
  await run((ctx) => advanceImport(ctx, { import: id }))
  // The connection dies after the rows were written and before anything was kept.
  await expect(
    run(async (ctx) => {
      await advanceImport(ctx, { import: id })
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.tx)
      const client = new pg.Client(owner)
      await client.connect()
      await client.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await client.end()
    }),
  ).rejects.toThrow()
  expect((await run((ctx) => importAtDesk(ctx, { import: id }))).counts.done).toBe(100)
  await Promise.all([finishImport(run, { import: id }), finishImport(run, { import: id })])
  const list = await run((ctx) => importAtDesk(ctx, { import: id }))
  expect(list).toMatchObject({ state: 'done', counts: { done: 230, new: 230 } })
  expect(
    await run(async (ctx) => (await ctx.tx.selectFrom('council.motion').select('id').execute()).length),
  ).toBe(230)

  // A started list keeps its choices; what somebody did meanwhile is not overwritten.
  await expect(
    run((ctx) =>
      mapWords(ctx, {
        import: id,
        version: list.version,
        outcomes: {},
        statuses: {},
        settlements: {},
        outcomeOfAll: 'unknown',
        decidedBy: null,
      }),
    ),
  ).rejects.toMatchObject({ code: 'import-begun' })
  const changed = sampleRows(230)
  changed[1]![1] = 'Titel uit de lijst'
  const second = await compareList(run, csvOf(changed))
  await run(async (ctx) => {
    const found = await ctx.tx
      .selectFrom('council.motion')
      .select(['id', 'version'])
      .where('number', '=', 'M2')
      .executeTakeFirstOrThrow()
    await correctMotion(ctx, {
      motion: found.id,
      version: found.version,
      values: { title: 'Titel van de griffie' },
    })
    await startImport(ctx, { import: second, version: (await importAtDesk(ctx, { import: second })).version })
  })
  await finishImport(run, { import: second })
  expect(
    await run((ctx) =>
      ctx.tx.selectFrom('council.motion').select('title').where('number', '=', 'M2').executeTakeFirst(),
    ),
  ).toEqual({ title: 'Titel van de griffie' })
})
