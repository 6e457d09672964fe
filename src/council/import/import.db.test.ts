import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect } from 'vitest'
import { publicDb, setUpTestTown } from '../../../test/council.ts'
import { cloneDatabase, test } from '../../../test/database.ts'
import { as, person, registerSample } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { correctMotion } from '../correct/index.ts'
import { attention, startMatter } from '../life/index.ts'
import { motionDossier } from '../public-motion.ts'
import { advanceImport, chooseForRow, finishImport, startImport } from './advance-import.ts'
import { importAtDesk, importRows } from './import-at-desk.ts'
import { mapWords } from './map-list.ts'
import { compareList, csvOf, type InTransaction, importAll, sampleRows } from './samples.ts'

const here =
  (ctx: Ctx): InTransaction =>
  (command) =>
    command(ctx)

/** Everything that an import wrote, without the identifiers that the database gave. */
async function registerOf(ctx: Ctx) {
  const { rows } = await sql<Record<string, unknown>>`
    select m.year, m.slug, m.number, m.title, m.dated::text, m.outcome, m.kind, m.version,
      (select jsonb_agg(jsonb_build_array(i.kind, i.value, i.printed) order by i.kind, i.value) from council.motion_identifier i where i.motion_id = m.id) as numbers,
      (select jsonb_agg(jsonb_build_array(s.printed_name, s.printed_party, p.slug) order by s.position) from council.motion_submitter s left join council.party p on p.id = s.party_id where s.motion_id = m.id) as submitters,
      (select jsonb_agg(r.text order by r.position) from council.request r where r.motion_id = m.id) as requests,
      (select jsonb_agg(jsonb_build_array(x.state, x.outcome, x.term_source, x.term_not_after, x.version, d.decided_on, d.body, e.kind,
          (select jsonb_agg(h.step order by h.id) from council.matter_history h where h.matter_id = x.id)))
        from council.matter x left join council.settlement_decision d on d.id = x.decision_id
        left join council.settlement_evidence e on e.proposal_id = d.proposal_id where x.motion_id = m.id) as matters,
      (select jsonb_build_array(i.printed_status, i.request_is_title) from council.imported_motion i where i.motion_id = m.id) as origin,
      (select jsonb_build_array(e.status, e.parties, e.requests) from council.register_entry e where e.motion_id = m.id) as entry
    from council.motion m order by m.year, m.slug`.execute(ctx.tx)
  return rows
}

test('a list comes into the register: followed, settled with evidence unknown, visible as such', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const id = await importAll(
    here(clerk),
    csvOf([
      [
        '7',
        'Banken bij de vijver',
        '4-4-2019',
        'Lindeboom',
        'Dorpsbelang',
        'Aangenomen',
        '',
        '',
        'Afgedaan',
        'Uitgevoerd',
        '1-10-2019',
        'RIS1',
        'banken te plaatsen',
        'Zie brief',
      ],
      [
        '8',
        'Bomen langs de weg',
        '4-4-2019',
        '',
        'Groen Dorp',
        'Aangenomen',
        'wethouder Lindeboom',
        '1-12-2019',
        'Loopt',
        '',
        '',
        '',
        '',
        '',
      ],
      [
        '9',
        'Geen fietspad',
        '4-4-2019',
        '',
        'Groen Dorp',
        'Verworpen',
        '',
        '',
        '',
        '',
        '',
        '',
        'niets te doen',
        '',
      ],
      [
        '10',
        'Vreemde uitslag',
        '4-4-2019',
        '',
        '',
        'hamerstuk',
        '',
        '',
        'Afgedaan',
        'Uitgevoerd',
        '1-10-2019',
        '',
        'x',
        '',
      ],
      ['11', 'Slechte datum', '4-4-19', '', '', 'Aangenomen', '', '', '', '', '', '', 'x', ''],
      ['12', '', '4-4-2019', '', '', 'Aangenomen', '', '', '', '', '', '', 'x', ''],
    ]),
  )
  const list = await importAtDesk(clerk, { import: id })
  expect(list).toMatchObject({
    state: 'done',
    counts: { new: 4, unreadable: 2, changed: 0, conflict: 0, done: 6 },
  })
  const stopped = await importRows(clerk, { import: id, verdict: 'unreadable', limit: 10 })
  expect(stopped.map((row) => [row.number, row.problems.map((one) => one.code)])).toEqual([
    [6, ['date-unreadable']],
    [7, expect.arrayContaining(['title-missing'])],
  ])
  const dossier = (slug: string) =>
    motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', year: 2019, slug })
  const settled = await dossier('7-banken-bij-de-vijver')
  expect(settled.matters).toMatchObject([
    {
      state: 'settled',
      outcome: 'carried-out',
      evidence: [{ kind: 'unknown' }],
      decision: { body: 'council', on: '2019-10-01' },
      proposals: [{ origin: 'imported', explanation: 'Zie brief' }],
    },
  ])
  expect(settled.submitters).toMatchObject([{ name: 'Bram Lindeboom', party: { slug: 'dorpsbelang' } }])
  const open = await dossier('8-bomen-langs-de-weg')
  expect(open.matters).toMatchObject([
    {
      state: 'in-progress',
      owner: { name: 'Bram Lindeboom' },
      term: { source: 'agreed', notAfter: '2019-12-01' },
    },
  ])
  expect((await dossier('9-geen-fietspad')).matters).toEqual([])
  expect((await dossier('10-vreemde-uitslag')).motion.outcome).toBe('unknown')
  const notes = await importRows(clerk, { import: id, verdict: 'notes', limit: 10 })
  expect(notes.map((row) => [row.number, row.problems.map((one) => one.code)])).toEqual([
    [3, ['request-missing']],
    [5, ['outcome-unknown', 'settled-not-adopted']],
  ])
  const days = await attention(clerk, { today: '2024-08-01' })
  expect(days.items.some((one) => one.reason === 'term-passed')).toBe(true)
})

test('again changes nothing; a changed cell is a change; what a person corrected stays, and is a choice', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const rows = sampleRows(12)
  await importAll(here(clerk), csvOf(rows))
  const first = await registerOf(clerk)
  expect(first).toHaveLength(12)
  const second = await importAll(here(clerk), csvOf(rows))
  expect(await registerOf(clerk)).toEqual(first)
  expect((await importAtDesk(clerk, { import: second })).counts).toMatchObject({
    same: 12,
    new: 0,
    changed: 0,
    conflict: 0,
  })

  // Somebody corrects two titles and starts a request here; the list changes other cells, and one of the corrected.
  const motions = await clerk.tx.selectFrom('council.motion').selectAll().orderBy('id').execute()
  const motion = (number: string) => motions.find((one) => one.number === number)!
  for (const number of ['M1', 'M2'])
    await correctMotion(clerk, {
      motion: motion(number).id,
      version: 1,
      values: { title: `Verbeterd ${number}` },
    })
  const changed = rows.map((row) => [...row])
  changed[0]![1] = 'Anders in de lijst'
  changed[2]![1] = 'Nieuwe titel'
  changed[4]![8] = 'Afgedaan'
  changed[4]![9] = 'Uitgevoerd'
  changed[4]![10] = '1-1-2020'
  const id = await compareList(here(clerk), csvOf(changed))
  expect((await importAtDesk(clerk, { import: id })).counts).toMatchObject({
    same: 8,
    changed: 2,
    conflict: 2,
  })
  const conflicts = await importRows(clerk, { import: id, verdict: 'conflict', limit: 10 })
  expect(conflicts.map((row) => row.differences)).toEqual([
    [{ field: 'title', kind: 'conflict', register: 'Verbeterd M1', file: 'Anders in de lijst' }],
    [{ field: 'title', kind: 'conflict', register: 'Verbeterd M2', file: 'Meer bomen in wijk 1' }],
  ])
  await chooseForRow(clerk, { import: id, row: conflicts[0]!.number, fields: ['title'] })
  const { version } = await importAtDesk(clerk, { import: id })
  await startImport(clerk, { import: id, version })
  await finishImport(here(clerk), { import: id })
  const now = await clerk.tx.selectFrom('council.motion').select(['number', 'title']).execute()
  const titles = Object.fromEntries(now.map((one) => [one.number, one.title]))
  expect(titles).toMatchObject({ M1: 'Anders in de lijst', M2: 'Verbeterd M2', M3: 'Nieuwe titel' })
  const settled = await clerk.tx
    .selectFrom('council.matter')
    .select(['state', 'outcome'])
    .where('motion_id', '=', motion('M5').id)
    .execute()
  expect(settled).toEqual([{ state: 'settled', outcome: 'carried-out' }])
  const corrections = await clerk.tx
    .selectFrom('council.motion_correction')
    .select(['origin', 'after'])
    .where('origin', '=', 'import')
    .execute()
  expect(corrections.map((one) => one.after).sort()).toEqual(['Anders in de lijst', 'Nieuwe titel'])
})

test('a motion that came from a letter is completed, not doubled; one that contradicts is for a person', async ({
  ctx,
}) => {
  const { motion } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const row = [
    'H.4',
    'Banken in het park',
    '4-4-2024',
    '',
    '',
    'Aangenomen',
    'Lindeboom',
    '',
    'Afgedaan',
    'Uitgevoerd',
    '1-7-2024',
    'RIS 400099',
    '',
    '',
  ]
  const other = [
    'H.9',
    'Iets heel anders',
    '5-5-2020',
    '',
    '',
    'Aangenomen',
    '',
    '',
    '',
    '',
    '',
    'RIS400099',
    '',
    '',
  ]
  const id = await importAll(here(clerk), csvOf([row]))
  const [found] = await importRows(clerk, { import: id, verdict: 'conflict', limit: 5 })
  expect(found?.motion).toMatchObject({ slug: motion.slug })
  // Three parts are followed: a list of one line settles none of them.
  expect(found?.differences.map((one) => [one.field, one.kind])).toEqual([
    ['portfolioHolder', 'change'],
    ['status', 'by-hand'],
    ['settlement', 'by-hand'],
    ['settledOn', 'by-hand'],
  ])
  const matters = await clerk.tx
    .selectFrom('council.matter')
    .select(['state', 'portfolio_holder_id'])
    .execute()
  expect(matters.map((one) => one.state)).toEqual(['open', 'open', 'open'])
  expect(matters.every((one) => one.portfolio_holder_id !== null)).toBe(true)
  const second = await importAll(here(clerk), csvOf([other]))
  expect(await importRows(clerk, { import: second, verdict: 'unreadable', limit: 5 })).toMatchObject([
    { problems: expect.arrayContaining([expect.objectContaining({ code: 'key-contradicts' })]) },
  ])
})

test('one motion twice in a list: the same words count once, other words not at all', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const [a, b, c] = sampleRows(3)
  const id = await importAll(
    here(clerk),
    csvOf([
      a!,
      a!,
      b!,
      [...b!.slice(0, 1), 'Andere titel', ...b!.slice(2)],
      c!,
      [...c!.slice(0, 11), '', ...c!.slice(12)],
    ]),
  )
  expect((await importAtDesk(clerk, { import: id })).counts).toMatchObject({ new: 1, same: 1, unreadable: 4 })
  expect(await registerOf(clerk)).toHaveLength(1)
})

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

test('no visitor reads a list, its rows or what was said about it', async ({ databases, ctx }) => {
  for (const table of [
    'import',
    'import_row',
    'import_memory',
    'imported_fields',
    'motion_correction_detail',
  ]) {
    await expect(
      sql.raw(`select 1 from council.${table}`).execute(databases.public as never),
      table,
    ).rejects.toThrow('permission denied')
  }
  await setUpTestTown(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  await importAll(here(clerk), csvOf(sampleRows(2)))
  const matters = await clerk.tx
    .selectFrom('council.matter')
    .select(['id', 'version'])
    .where('state', '<>', 'settled')
    .execute()
  for (const { id, version } of matters) await startMatter(clerk, { matter: id, version }).catch(() => {})
  const seen = await clerk.tx.selectFrom('council.matter_history').select(['by_name', 'by_role']).execute()
  expect(seen.every((one) => one.by_name === null)).toBe(true)
})
