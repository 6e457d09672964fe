import { sql } from 'kysely'
import { expect } from 'vitest'
import { publicDb, setUpTestTown } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { as, registerSample } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { correctMotion } from '../correct/index.ts'
import { attention, startMatter } from '../life/index.ts'
import { motionDossier } from '../public-motion.ts'
import { chooseForRow, finishImport, startImport } from './advance-import.ts'
import { importAtDesk, importRows } from './import-at-desk.ts'
import { compareList, csvOf, type InTransaction, importAll, registerOf, sampleRows } from './samples.ts'

const here =
  (ctx: Ctx): InTransaction =>
  (command) =>
    command(ctx)

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
