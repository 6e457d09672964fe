/** From a draft to an edition, and to the programme that comes after. */
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { registerSample } from '../../test/life.ts'
import { draftProgramme, readyProgramme, treeOf } from '../../test/planned.ts'
import { publishedWords } from '../../test/programme.ts'
import type { Ctx } from '../ctx.ts'
import {
  addIndicator,
  addValue,
  adoptProgramme,
  amendProgramme,
  changeAction,
  changeProgramme,
  editionOf,
  endProgramme,
  type NewIndicator,
  ownersOf,
  planChanges,
  planOf,
  programmeReader,
  removeAction,
  setMoney,
  stepAction,
  succeedProgramme,
  undoPlanStep,
} from './index.ts'

const decided = { decidedOn: '2026-02-10', body: 'council' } as const
async function adopted(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const ready = await readyProgramme(ctx, sample.matters[0]!)
  const { id, version } = await ready.tree()
  const step = await adoptProgramme(ctx, { programme: id, version, ...decided, document: sample.document })
  return { ...ready, ...sample, id, version: step.version }
}

test('a draft with gaps is not adopted; a reason stands in for some of them only', async ({ ctx }) => {
  const { programme, first, tree } = await draftProgramme(ctx)
  const adopt = (reason: string | null) =>
    adoptProgramme(ctx, { programme: programme.id, version: 1, ...decided, document: null, reason })
  await expect(adopt('Toch')).rejects.toMatchObject({
    code: 'programme-not-ready',
    problems: expect.arrayContaining([
      { kind: 'nobody', action: first.id },
      { kind: 'no-milestones', action: first.id },
      { kind: 'serves-nothing', action: first.id },
      { kind: 'empty-pillar', pillar: programme.pillars[1] },
      { kind: 'no-document' },
    ]),
  })
  expect((await tree()).state).toBe('draft')
})

test('money beyond the frame is no matter of a reason', async ({ ctx }) => {
  const { matters, document } = await registerSample(ctx)
  const { programme, first, tree } = await readyProgramme(ctx, matters[0]!)
  const line = { programme: programme.id, year: 2026, version: null }
  await setMoney(ctx, { ...line, action: null, budget: 10_000_00 })
  const over = (await setMoney(ctx, { ...line, action: first.id, budget: 12_000_00 }))!
  const adopt = async () =>
    adoptProgramme(ctx, {
      programme: programme.id,
      version: (await tree()).version,
      ...decided,
      document,
      reason: 'Toch',
    })
  await expect(adopt()).rejects.toMatchObject({
    problems: [
      {
        kind: 'money',
        problem: { kind: 'over-frame', year: 2026, frame: 10_000_00, planned: 12_000_00, by: 2_000_00 },
      },
    ],
  })
  await setMoney(ctx, { ...line, action: first.id, version: over.version, budget: 10_000_00 })
  await adopt()
  expect(await tree()).toMatchObject({ state: 'adopted', adoptedOn: '2026-02-10' })
})

test('what was adopted stays readable as it was; what changes after it has a reason, and then becomes an edition', async ({
  ctx,
}) => {
  const { id, version, document, first, tree } = await adopted(ctx)
  const edition = (number: number) =>
    editionOf(programmeReader(ctx), { municipality: 'testdorp', programme: id, number })
  const before = await edition(1)
  expect(before).toMatchObject({ kind: 'adopted', body: 'council', document, decidedOn: '2026-02-10' })
  expect(before.plan).toEqual(planOf(await tree()))
  const amend = (reason: string) =>
    amendProgramme(ctx, {
      programme: id,
      version,
      decidedOn: '2026-03-01',
      body: 'college',
      document,
      reason,
    })
  await expect(amend('Zo maar')).rejects.toMatchObject({ code: 'nothing-changed' })

  const move = { action: first.id, version: (await tree()).actions[0]!.version, endsOn: '2028-06-30' }
  await expect(changeAction(ctx, move)).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  await changeAction(ctx, { ...move, reason: 'De school begint later' })
  await expect(changeProgramme(ctx, { programme: id, version, endsOn: '2029-12-31' })).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  const first_ = (await tree()).actions[0]!
  await expect(removeAction(ctx, { action: first.id, version: first_.version })).rejects.toMatchObject({
    code: 'action-adopted',
  })
  await stepAction(ctx, { action: first.id, version: first_.version, move: 'start', on: '2026-03-01' })

  await expect(amend('')).rejects.toMatchObject({ fields: [{ field: 'reason', code: 'needed' }] })
  expect(await amend('De school begint later')).toMatchObject({ edition: 2 })
  expect((await edition(1)).plan).toEqual(before.plan)
  expect(planChanges(before.plan, (await edition(2)).plan)).toEqual([
    { kind: 'action', what: 'changed', id: first.id, number: '1.1', title: 'Gastlessen', fields: ['endsOn'] },
  ])
  const now = await tree()
  expect(now.editions.map(({ number, kind, reason }) => [number, kind, reason])).toEqual([
    [1, 'adopted', null],
    [2, 'amended', 'De school begint later'],
  ])
  await expect(undoPlanStep(ctx, 'programme', now)).rejects.toMatchObject({ code: 'decision-stands' })
})

test('a budget that changes after adoption has a reason', async ({ ctx }) => {
  const { id, first } = await adopted(ctx)
  const line = { programme: id, action: first.id, year: 2026 }
  const added = (await setMoney(ctx, { ...line, version: null, budget: 100 }))!
  const more = { ...line, version: added.version, budget: 200 }
  await expect(setMoney(ctx, more)).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  await setMoney(ctx, { ...more, reason: 'Duurder' })
})

test('a successor takes along the indicators of what goes along, from where they stood last', async ({
  ctx,
}) => {
  const { id, document, first, second, pillars, tree } = await adopted(ctx)
  const later = { ...ctx, now: new Date('2027-06-01T10:00:00Z') }
  const about = {
    programme: id,
    definition: 'Lessen die doorgaan, elke groep apart.',
    unit: 'lessen',
    counts: 'things',
    direction: 'up',
    source: 'De scholen',
    certainty: 'estimated',
  } as const
  const add = (name: string, more: Partial<NewIndicator>) => addIndicator(later, { ...about, name, ...more })
  const lessons = await add('Lessen', { action: first.id, target: 40, targetOn: '2028-12-31' })
  await add('Meldingen', { action: second.id })
  await add('Borden', { pillar: pillars[0]!, baseline: 3, baselineOn: '2025-12-31' })
  await add('Draagvlak', {})
  for (const [year, value] of [
    [2025, 12],
    [2026, 21],
  ]) {
    const period = { from: `${year}-01-01`, to: `${year}-12-31` }
    const figure = {
      indicator: lessons.id,
      ...period,
      value: value!,
      document,
      certainty: 'counted',
    } as const
    await addValue(later, figure, publishedWords)
  }
  const next = { title: 'Veilig verder', slug: 'verder', startsOn: '2027-01-01', endsOn: '2028-12-31' }
  const draft = await succeedProgramme(later, { programme: id, ...next, actions: [first.id] })
  const { indicators, pillars: now } = await treeOf(ctx, 'verder')
  expect(indicators).toMatchObject([
    {
      name: 'Lessen',
      definition: about.definition,
      unit: 'lessen',
      direction: 'up',
      action: draft.actions.get(first.id),
      pillar: null,
      baseline: { value: 21, on: '2026-12-31' },
      certainty: 'counted',
      target: null,
      values: [],
    },
    { name: 'Borden', pillar: now[0]!.id, baseline: { value: 3, on: '2025-12-31' }, certainty: 'estimated' },
    { name: 'Draagvlak', pillar: null, action: null, baseline: null },
  ])
  expect(draft.indicators.get(lessons.id)).toBe(indicators[0]!.id)
  expect((await tree()).indicators.find((one) => one.id === lessons.id)).toMatchObject({
    target: { value: 40 },
    values: [{ value: 12 }, { value: 21 }],
  })
})

test('a successor takes over what is open, with what it serves; adopting it makes the earlier one succeeded', async ({
  ctx,
}) => {
  const { id, document, first, second, third, matters, tree } = await adopted(ctx)
  const all = (await tree()).actions
  await stepAction(ctx, { action: third.id, version: all[2]!.version, move: 'stop', reason: 'Klaar mee' })
  const next = { title: 'Veilig verder', slug: 'verder', startsOn: '2027-01-01', endsOn: '2027-06-30' }
  const succeed = (actions: number[]) => succeedProgramme(ctx, { programme: id, ...next, actions })
  await expect(succeed([third.id])).rejects.toMatchObject({
    fields: [{ field: 'actions', code: 'not-a-choice' }],
  })
  const draft = await succeed([first.id, second.id])
  await expect(succeed([first.id])).rejects.toMatchObject({ code: 'successor-begun' })
  const later = await treeOf(ctx, 'verder')
  expect(later).toMatchObject({ state: 'draft', succeeds: { id }, pillars: [{}, {}] })
  expect(later.actions).toMatchObject([
    {
      number: '1.1',
      endsOn: null,
      money: [],
      serves: [{ kind: 'matter', of: matters[0] }],
      milestones: [{ title: 'Begonnen', state: 'open' }],
    },
    { number: '1.2' },
  ])
  expect([...(await ownersOf(ctx, draft.id)).values()].map(({ name }) => name)).toEqual([
    'Kanarie',
    'Kanarie',
  ])
  await adoptProgramme(ctx, {
    programme: draft.id,
    version: later.version,
    decidedOn: '2026-03-01',
    body: 'council',
    document,
    reason: 'Alles volgt in april',
  })
  expect(await tree()).toMatchObject({ state: 'succeeded', succeededBy: { slug: 'verder' } })
  await expect(changeAction(ctx, { action: first.id, version: 9, title: 'x' })).rejects.toMatchObject({
    code: 'programme-closed',
  })
  const end = { programme: draft.id, version: (await treeOf(ctx, 'verder')).version, reason: 'Klaar' }
  await endProgramme(ctx, end)
  expect((await treeOf(ctx, 'verder')).state).toBe('ended')
})
