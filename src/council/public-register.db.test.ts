import { expect } from 'vitest'
import { motionPaper, publicDb, readDocument, setUpTestTown } from '../../test/council.ts'
import { actAs, test } from '../../test/database.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import { motionDossier } from './public-motion.ts'
import { motionRegister, municipalities, municipality } from './public-register.ts'
import type { Motion } from './read/reading.ts'
import { registerDocument } from './register-document.ts'

const town = 'testdorp'

async function register(ctx: Ctx, motion: Partial<Motion> & { request: string }) {
  const document = await readDocument(ctx, motionPaper({ date: '2024-04-04', outcome: 'adopted', ...motion }))
  return (await registerDocument(ctx, { document, version: 0 })).motions[0]!
}

const papers: (Partial<Motion> & { request: string })[] = [
  {
    number: '1',
    title: 'Moties beter volgen',
    request: 'een lijst van moties bij te houden',
    submitters: [{ name: 'Lindeboom', party: null }],
  },
  {
    number: '2',
    title: 'Re-integratie van slachtoffers',
    date: '2023-03-02',
    request: 'te zorgen voor woningen',
    submitters: [{ name: 'Kwik', party: 'Groen Dorp' }],
  },
  {
    number: '3',
    title: 'Coöperatie in de wijk',
    outcome: 'rejected',
    request: 'de commissies te helpen',
    submitters: [
      { name: 'Kwik', party: 'Groen Dorp' },
      { name: 'Lindeboom', party: null },
    ],
  },
]

const setUp = async (ctx: Ctx) => {
  await setUpTestTown(ctx)
  for (const paper of papers) await register(ctx, paper)
  return publicDb(ctx.tx)
}

test('Dutch words find their other forms, spellings and accents', async ({ ctx }) => {
  const db = await setUp(ctx)
  const numbers = async (search: string) =>
    (await motionRegister(db, { municipality: town, search })).items.map((item) => item.number).sort()
  const cases: [string, string[]][] = [
    ['motie', ['1', '2', '3']],
    ['moties', ['1', '2', '3']],
    ['woning', ['2']],
    ['reïntegratie', ['2']],
    ['REINTEGRATIE', ['2']],
    ['slachtoffer', ['2']],
    ['cooperaties', ['3']],
    ['commissie', ['3']],
    ['lindeboom', ['1', '3']],
    ['groen dorp', ['2', '3']],
    ['"lijst van moties"', ['1']],
    ['woningen or commissie', ['2', '3']],
    ['moties -woningen', ['1', '3']],
    ['zwembad', []],
    ['', ['1', '2', '3']],
  ]
  for (const [search, expected] of cases) expect(await numbers(search), search).toEqual(expected)
})

test('no input is an error', async ({ ctx }) => {
  const db = await setUp(ctx)
  const odd = [
    '"',
    "'",
    '(((',
    '& | ! :*',
    '-',
    '\0',
    '\ud800',
    'a'.repeat(10_000),
    '<b>',
    '%_',
    '\\',
    'de het een',
    "'; drop table x;--",
    '💥',
    'or',
    '"a -b or',
  ]
  for (const search of odd)
    await expect(
      motionRegister(db, { municipality: town, search }),
      JSON.stringify(search),
    ).resolves.toMatchObject({ page: 1 })
  const none = await motionRegister(db, {
    municipality: town,
    party: "x'y\0",
    year: Number.NaN,
    page: -3,
    status: 'x' as never,
    domain: '\ud800' as never,
  })
  expect(none).toMatchObject({ total: 0, page: 1, pages: 1, items: [] })
})

test('filters narrow, facets count everything but their own filter', async ({ ctx }) => {
  const db = await setUp(ctx)
  const all = await motionRegister(db, { municipality: town })
  expect(all.total).toBe(3)
  expect(all.items.map((item) => item.number)).toEqual(['3', '1', '2'])
  expect(all.facets).toEqual({
    status: [
      { value: 'open', count: 2 },
      { value: 'not-adopted', count: 1 },
    ],
    party: [
      { value: 'groen-dorp', name: 'Groen Dorp', count: 2 },
      { value: 'nieuw-dorp', name: 'Nieuw Dorp', count: 2 },
    ],
    domain: [{ value: 'housing', count: 1 }],
    year: [
      { value: 2024, count: 2 },
      { value: 2023, count: 1 },
    ],
  })
  const some = await motionRegister(db, {
    municipality: town,
    party: 'groen-dorp',
    year: 2024,
    domain: 'legal',
  })
  expect(some.total).toBe(0)
  expect(some.facets.domain).toEqual([{ value: 'legal', count: 0 }])
  const one = await motionRegister(db, { municipality: town, party: 'groen-dorp', year: 2024 })
  expect(one.items).toMatchObject([
    { number: '3', parties: [{ name: 'Groen Dorp' }, { name: 'Nieuw Dorp' }] },
  ])
  expect(one.facets.year).toEqual([
    { value: 2024, count: 1 },
    { value: 2023, count: 1 },
  ])
  expect((await motionRegister(db, { municipality: town, domain: 'housing' })).items).toMatchObject([
    { number: '2', domains: ['housing'] },
  ])
})

test('25 a page, and a page past the end is empty', async ({ ctx }) => {
  await setUpTestTown(ctx)
  for (let n = 1; n <= 27; n += 1)
    await register(ctx, { number: `${n}`, title: 'ab'.repeat(n), request: 'iets te doen' })
  const page = (page: number) => motionRegister(publicDb(ctx.tx), { municipality: town, page })
  const pages = [await page(1), await page(2), await page(3)]
  expect(pages.map((p) => [p.items.length, p.total, p.pages])).toEqual([
    [25, 27, 2],
    [2, 27, 2],
    [0, 27, 2],
  ])
  expect(new Set(pages.flatMap((p) => p.items.map((item) => item.id))).size).toBe(27)
})

test('municipalities stand apart, and the same address may be in each', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const here = await register(ctx, papers[0]!)
  const other = await actAs(ctx, { ...ctx.actor, municipality: 'anderdorp' })
  await setUpTestTown(other, 'Anderdorp')
  const there = await register(other, papers[0]!)
  expect([there.year, there.slug]).toEqual([here.year, here.slug])
  const db = publicDb(ctx.tx)
  expect((await motionRegister(db, { municipality: 'anderdorp' })).items.map((item) => item.id)).toEqual([
    there.id,
  ])
  expect(await municipality(db, 'anderdorp')).toEqual({
    slug: 'anderdorp',
    name: 'Anderdorp',
    theme: 'schakel',
    motions: 1,
    commitments: 0,
  })
  expect((await municipalities(db)).map((town) => town.name)).toEqual(['Anderdorp'])
  await expect(municipality(db, 'nergens')).rejects.toBeInstanceOf(NotFound)
  await expect(
    motionDossier(db, { municipality: 'nergens', year: here.year, slug: here.slug }),
  ).rejects.toBeInstanceOf(NotFound)
})
