import { expect } from 'vitest'
import {
  mattersAtDesk,
  motionDossier,
  programmeFor,
  readerOf,
  reportPapers,
  servedNames,
  unservedRequests,
} from '../src/council/index.ts'
import { transact } from '../src/db/transact.ts'
import { indicatorStanding, loadTree, programmes, standingOf } from '../src/programme/index.ts'
import { test, seededOn as today } from '../test/seeded.ts'

const [first, second] = ['veilig-en-vrij-2023-2025', 'actieprogramma-tegen-mensenhandel-2026-2029']
const of = (slug: string) => ({ municipality: 'waterstad', slug })

test('three years of a programme: four pillars, overruns, a stop, a drop, a risk that came true, an amendment', async ({
  seeded,
}) => {
  const tree = await loadTree(seeded.public, of(first))
  expect(tree.pillars.map(({ kind }) => kind)).toEqual(['prevention', 'combating', 'protection', 'chain'])
  expect(tree.actions.length).toBeGreaterThanOrEqual(20)
  expect(tree.editions.map(({ number, kind, decidedOn }) => [number, kind, decidedOn])).toEqual([
    [1, 'adopted', '2022-12-13'],
    [2, 'amended', '2024-11-26'],
  ])
  expect([tree.state, tree.succeededBy?.slug]).toEqual(['succeeded', second])
  const over = tree.actions.flatMap(({ number, money }) =>
    money.filter((one) => (one.committed ?? 0) > (one.budget ?? 0)).map(({ year }) => [number, year]),
  )
  expect(over).toEqual([
    ['1.4', 2023],
    ['2.4', 2024],
    ['3.1', 2023],
    ['3.1', 2024],
    ['3.1', 2025],
  ])
  const all = tree.actions.flatMap(({ milestones }) => milestones)
  expect(tree.actions.filter(({ state }) => state === 'stopped').map(({ number }) => number)).toEqual(['2.6'])
  expect(all.filter(({ state }) => state === 'dropped')).toHaveLength(1)
  expect(all.filter(({ firstDueOn }) => firstDueOn !== null).length).toBeGreaterThanOrEqual(4)
  expect(all.filter(({ state, evidence }) => state === 'reached' && evidence.length === 0)).toEqual([])
  expect(tree.actions.flatMap(({ risks }) => risks).filter(({ state }) => state === 'happened')).toHaveLength(
    1,
  )
  expect(tree.decisions.filter(({ milestone }) => milestone !== null).length).toBeGreaterThanOrEqual(5)
  const kept = new Set(all.map(({ id }) => id))
  for (const { milestone } of tree.decisions) if (milestone !== null) expect(kept).toContain(milestone)
  const ways = tree.indicators.map((one) => {
    const { way, reached } = indicatorStanding(one)
    return [one.name, reached ? 'reached' : way]
  })
  expect(Object.fromEntries(ways)).toEqual({
    'Lessen op school': 'right',
    'Hotels met een herkenningskaart': 'reached',
    Controles: 'reached',
    'Maatregelen die gelden': 'right',
    'Nachten met een vrij noodbed': 'wrong',
    'Kosten van een noodbed': 'wrong',
    'Signalen bij het meldpunt': 'reached',
    'Afspraken met partners': 'reached',
  })
})

test('the programme after it keeps what was promised, and serves each part of the motion', async ({
  seeded,
}) => {
  const tree = await loadTree(seeded.public, of(second))
  expect([tree.state, tree.adoptedOn, tree.succeeds?.slug]).toEqual(['adopted', '2025-10-14', first])
  const motion = { municipality: 'waterstad', year: 2024, slug: 'b-6-na-de-opvang-verder' }
  const { matters, commitments } = await motionDossier(seeded.public, motion)
  expect(commitments.map(({ life }) => life.state)).toEqual(['kept', 'late'])
  const promised = await servedNames(seeded.public, { municipality: 'waterstad', serves: tree.serves })
  expect([...promised.values()].map(({ over }) => over)).toEqual([true])
  const works = await programmeFor(seeded.public, {
    municipality: 'waterstad',
    serves: matters.map(({ id }) => ({ kind: 'matter' as const, of: id })),
  })
  const serving = tree.actions.filter(({ serves }) => serves.some(({ kind }) => kind === 'matter'))
  expect(serving.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '3.5 Wonen na de opvang',
    '3.6 Omscholing na de opvang',
    '3.7 Van schulden af na de opvang',
  ])
  expect(works.reached.map(({ text }) => text)).toContain('Overeenkomst met de kredietbank')
  const idle = tree.actions.filter(({ serves }) => serves.length === 0).map(({ title }) => title)
  expect(idle).toEqual(['Gids voor verhuurders'])
  const concerns = new Set(
    tree.actions.flatMap((one) => standingOf(tree, one, today).concerns.map(({ kind }) => kind)),
  )
  expect([...concerns].sort()).toEqual([
    'milestone-late',
    'not-started',
    'over-budget',
    'risk-happened',
    'serves-nothing',
    'waits-for',
  ])
})

test('the council was told of it in reports that are public, on one of which a milestone rests', async ({
  seeded,
}) => {
  const { id, actions } = await loadTree(seeded.public, of(first))
  const told = await reportPapers(seeded.public, { municipality: 'waterstad', programme: id })
  expect(told.map(({ kind, from, sentOn }) => [kind, from, sentOn])).toEqual([
    ['interim', '2025-01-01', '2025-09-30'],
    ['yearly', '2024-01-01', '2025-03-18'],
  ])
  const milestone = actions
    .flatMap(({ milestones }) => milestones)
    .find(({ title }) => title === 'Jaarverslag over 2024 naar de raad')
  expect(milestone).toMatchObject({
    state: 'reached',
    evidence: [{ kind: 'passage', document: told[1]?.document }],
  })
  const now = await loadTree(seeded.public, of(second))
  expect(await reportPapers(seeded.public, { municipality: 'waterstad', programme: now.id })).toEqual([])
})

test('requests that no action serves stay in sight, those of the motion do not', async ({ seeded }) => {
  const desk = { kind: 'system', name: 'test', municipality: 'waterstad' } as const
  const [unserved, matters] = await transact(seeded.desk, desk, async (ctx) => {
    const { motion } = await motionDossier(readerOf(ctx), {
      municipality: 'waterstad',
      year: 2024,
      slug: 'b-6-na-de-opvang-verder',
    })
    return [await unservedRequests(ctx), await mattersAtDesk(ctx, { motion: motion.id })] as const
  })
  expect(unserved.length).toBeGreaterThan(5)
  for (const { id } of matters) expect(unserved.map(({ matter }) => matter)).not.toContain(id)
})

test('no official who carries an action is public; the draft of the other town is not either', async ({
  seeded,
}) => {
  const text = JSON.stringify([
    await loadTree(seeded.public, of(first)),
    await loadTree(seeded.public, of(second)),
  ])
  for (const name of ['Kerkdijk', 'Nieuwland', 'Eikelboom']) expect(text).not.toContain(name)
  expect(await programmes(seeded.public, 'duinrode')).toEqual([])
})
