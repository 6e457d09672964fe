/** Setting up a programme: what each command does, and what it refuses. */
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { as, registerSample } from '../../test/life.ts'
import { draftProgramme, member, treeOf } from '../../test/planned.ts'
import type { Ctx } from '../ctx.ts'
import {
  addAction,
  addDependency,
  addMilestone,
  addPillar,
  addRisk,
  assignOwner,
  beginProgramme,
  changeAction,
  changePillar,
  changeProgramme,
  changeRisk,
  dropProgramme,
  moveAction,
  movePillar,
  ownersOf,
  removeAction,
  removeDependency,
  removePillar,
  serve,
  setMoney,
  stepAction,
  undoPlanStep,
  unserve,
} from './index.ts'

type Draft = Awaited<ReturnType<typeof draftProgramme>>
const span = { title: 'Veilig', slug: 'veilig', startsOn: '2026-01-01', endsOn: '2028-12-31' }
/** One code, or `field: code` of each field. */
const errorOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown) => thrown as { code: string; fields?: { field: string; code: string }[]; message: string },
  )
  if (error === null) return 'nothing'
  if (error.fields?.length) return error.fields.map(({ field, code }) => `${field}: ${code}`).join(', ')
  return error.code ?? error.message
}

test('a programme is begun from requests of the council, with its pillars; its slug is free', async ({
  ctx,
}) => {
  const { matters } = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-09-12')
  const pillars = [
    { kind: 'prevention', name: ' Voorkomen ' },
    { kind: 'other', name: 'Wijken', aim: 'Rust' },
  ] as const
  const first = await beginProgramme(officer, { ...span, pillars, matters, summary: 'Bel a@b.nl.\n\nSamen.' })
  const second = await beginProgramme(officer, span)
  expect([first.slug, second.slug]).toEqual(['veilig', 'veilig-2'])
  const tree = await treeOf(officer)
  expect(tree).toMatchObject({ title: 'Veilig', state: 'draft', summary: 'Bel ██████.\n\nSamen.' })
  expect(tree.pillars.map(({ name, position, aim }) => [name, position, aim])).toEqual([
    ['Voorkomen', 1, null],
    ['Wijken', 2, 'Rust'],
  ])
  expect(tree.serves.map(({ kind, of }) => `${kind} ${of}`)).toEqual(matters.map((one) => `matter ${one}`))
  expect(await errorOf(beginProgramme(await as(ctx, 'councillor', '2024-09-12'), span))).toBe('denied')
  expect(await errorOf(beginProgramme(officer, { ...span, matters: [999_999] }))).toBe(
    'matter_id: not-a-choice',
  )
})

test('actions get the next number of their pillar, and move with one', async ({ ctx }) => {
  const draft = await draftProgramme(ctx)
  const [one, two] = draft.pillars as [number, number]
  expect([draft.first.number, draft.second.number]).toEqual(['1.1', '1.2'])
  await draft.action('Tien', { number: '1.10' })
  expect((await draft.action('Elf')).number).toBe('1.11')
  expect((await draft.action('Los', { pillar: two, number: 'B' })).number).toBe('B')
  expect((await draft.action('Twee', { pillar: two })).number).toBe('2.1')
  const moved = await moveAction(ctx, { action: draft.first.id, version: 1, pillar: two })
  const tree = await draft.tree()
  expect(tree.actions.map(({ number, pillar }) => [number, pillar])).toEqual([
    ['1.2', one],
    ['1.10', one],
    ['1.11', one],
    ['2.1', two],
    ['2.2', two],
    ['B', two],
  ])
  expect(await errorOf(undoPlanStep(ctx, 'action', moved))).toBe('nothing')
  expect((await draft.tree()).actions[0]).toMatchObject({ number: '1.1', pillar: one, title: 'Gastlessen' })
})

const refusals: [string, (ctx: Ctx, draft: Draft) => Promise<unknown>, string][] = [
  [
    'a programme without a title or an end',
    (ctx) => beginProgramme(ctx, { ...span, title: ' ', endsOn: '' }),
    'title: needed, ends_on: needed',
  ],
  [
    'a programme that ends before it begins',
    (ctx) => beginProgramme(ctx, { ...span, endsOn: '2025-12-31' }),
    'ends_on: end-before-start',
  ],
  [
    'a day that is none',
    (ctx) => beginProgramme(ctx, { ...span, endsOn: '2028-02-30' }),
    'ends_on: date-invalid',
  ],
  [
    'a pillar of no kind, without a name',
    (ctx, { programme }) => addPillar(ctx, { programme: programme.id, kind: 'x' as never, name: '' }),
    'kind: not-a-choice, name: needed',
  ],
  [
    'an action in a pillar of nobody',
    (_, { action }) => action('Iets', { pillar: 999_999 }),
    'pillar_id: not-a-choice',
  ],
  [
    'an action past the end of its programme',
    (_, { action }) => action('Iets', { endsOn: '2029-01-01' }),
    'ends_on: after-programme',
  ],
  [
    'an action that begins past the end of its programme',
    (_, { action }) => action('Iets', { startsOn: '2029-01-01' }),
    'starts_on: after-programme',
  ],
  [
    'an action that ends before it begins',
    (_, { action }) => action('Iets', { startsOn: '2027-01-01', endsOn: '2026-12-31' }),
    'ends_on: end-before-start',
  ],
  ['a number that is taken', (_, { action }) => action('Iets', { number: '1.2' }), 'number: number-taken'],
  [
    'an account without a name',
    (_, { action }) => action('Iets', { owner: { account: 'x', name: ' ' } }),
    'owner: needed',
  ],
  [
    'moving to a pillar of nobody',
    (ctx, { first }) => moveAction(ctx, { action: first.id, version: 1, pillar: 999_999 }),
    'pillar_id: not-a-choice',
  ],
  [
    'removing a pillar with actions',
    (ctx, { pillars }) => removePillar(ctx, { pillar: pillars[0]!, version: 1 }),
    'pillar-not-empty',
  ],
  [
    'waiting for itself',
    (ctx, { first }) => addDependency(ctx, { action: first.id, needs: first.id }),
    'dependency-circle',
  ],
  [
    'waiting for what is not there',
    (ctx, { first }) => addDependency(ctx, { action: first.id, needs: 999_999 }),
    'needs_id: not-a-choice',
  ],
  [
    'a risk without words or a level',
    (ctx, { first }) => addRisk(ctx, { action: first.id, text: '', chance: 'much' as never, effect: 'low' }),
    'chance: not-a-choice, text: needed',
  ],
  [
    'serving an unknown kind',
    (ctx, { programme }) => serve(ctx, { programme: programme.id, action: null, kind: 'x' as never, of: 1 }),
    'kind: not-a-choice',
  ],
  [
    'serving an ambition that is not there',
    (ctx, { programme }) => serve(ctx, { programme: programme.id, action: null, kind: 'ambition', of: 9 }),
    'ambition_id: not-a-choice',
  ],
  [
    'an action of another programme that serves',
    async (ctx, { first }) =>
      serve(ctx, {
        programme: (await beginProgramme(ctx, span)).id,
        action: first.id,
        kind: 'matter',
        of: 1,
      }),
    'action_id: not-a-choice',
  ],
  [
    'stopping without a reason',
    (ctx, { first }) => stepAction(ctx, { action: first.id, version: 1, move: 'stop' }),
    'reason: needed',
  ],
  [
    'finishing what did not begin',
    (ctx, { first }) => stepAction(ctx, { action: first.id, version: 1, move: 'finish' }),
    'move-not-possible',
  ],
  [
    'starting tomorrow',
    (ctx, { first }) => stepAction(ctx, { action: first.id, version: 1, move: 'start', on: '2026-03-03' }),
    'on: date-in-future',
  ],
  [
    'dropping without a reason',
    (ctx, { programme }) => dropProgramme(ctx, { programme: programme.id, version: 1, reason: '' }),
    'reason: needed',
  ],
  [
    'money of a year outside the programme',
    (ctx, { programme }) =>
      setMoney(ctx, { programme: programme.id, action: null, year: 2029, version: null, budget: 1 }),
    'year: year-outside',
  ],
  [
    'money below nothing',
    (ctx, { programme }) =>
      setMoney(ctx, { programme: programme.id, action: null, year: 2026, version: null, budget: -1 }),
    'budget_cents: not-money',
  ],
  [
    'more spent than committed',
    (ctx, { programme, first }) =>
      setMoney(ctx, {
        programme: programme.id,
        action: first.id,
        year: 2026,
        version: null,
        committed: 5,
        spent: 6,
      }),
    'spent_cents: over-committed',
  ],
  [
    'more committed than budgeted, without a reason',
    (ctx, { programme, first }) =>
      setMoney(ctx, {
        programme: programme.id,
        action: first.id,
        year: 2026,
        version: null,
        budget: 4,
        committed: 5,
      }),
    'reason: over-budget',
  ],
  [
    'a portfolio holder who is nobody',
    (_, { action }) => action('Iets', { portfolioHolder: 999_999 }),
    'portfolio_holder_id: not-a-choice',
  ],
  [
    'serving a request that is not there',
    (ctx, { programme }) =>
      serve(ctx, { programme: programme.id, action: null, kind: 'matter', of: 999_999 }),
    'matter_id: not-a-choice',
  ],
]
test.for(refusals)('refused: %s', async ([, work, expected], { ctx }) => {
  const draft = await draftProgramme(ctx)
  expect(await errorOf(work(ctx, draft))).toBe(expected)
})

test('who is no official or member of the college changes nothing in a plan', async ({ ctx }) => {
  const { programme, first, pillars } = await draftProgramme(ctx)
  for (const role of ['clerk', 'councillor'] as const) {
    const other = await as(ctx, role, '2026-03-02')
    const id = programme.id
    const attempts = [
      changeProgramme(other, { programme: id, version: 1, title: 'x' }),
      addPillar(other, { programme: id, kind: 'other', name: 'x' }),
      removePillar(other, { pillar: pillars[1]!, version: 1 }),
      addAction(other, { programme: id, pillar: pillars[0]!, title: 'x' }),
      changeAction(other, { action: first.id, version: 1, title: 'x' }),
      assignOwner(other, { action: first.id, version: 1, owner: null }),
      removeAction(other, { action: first.id, version: 1 }),
      stepAction(other, { action: first.id, version: 1, move: 'start' }),
      setMoney(other, { programme: id, action: null, year: 2026, version: null, budget: 1 }),
      serve(other, { programme: id, action: null, kind: 'matter', of: 1 }),
      undoPlanStep(other, 'action', first),
    ]
    expect(await Promise.all(attempts.map(errorOf))).toEqual(attempts.map(() => 'denied'))
  }
})

test('pillars change places and words; an empty one goes, and comes back', async ({ ctx }) => {
  const { programme, pillars, tree } = await draftProgramme(ctx)
  const third = await addPillar(ctx, { programme: programme.id, kind: 'chain', name: 'Keten' })
  await movePillar(ctx, { pillar: third.id, to: 'earlier' })
  await movePillar(ctx, { pillar: third.id, to: 'earlier' })
  await movePillar(ctx, { pillar: third.id, to: 'earlier' })
  const names = async () => (await tree()).pillars.map(({ name }) => name)
  expect(await names()).toEqual(['Keten', 'Voorkomen', 'Bestrijden'])
  const now = (await tree()).pillars[0]!
  const renamed = await changePillar(ctx, {
    pillar: now.id,
    version: now.version,
    kind: 'chain',
    name: 'Samen',
  })
  const gone = await removePillar(ctx, { pillar: third.id, version: renamed.version })
  expect(await names()).toEqual(['Voorkomen', 'Bestrijden'])
  await undoPlanStep(ctx, 'pillar', gone)
  expect(await names()).toEqual(['Samen', 'Voorkomen', 'Bestrijden'])
  const added = (await tree()).pillars.find(({ id }) => id === pillars[0])!
  expect(await errorOf(undoPlanStep(ctx, 'pillar', added))).toBe('nothing-to-undo')
})

test('taking back a pillar that has actions meanwhile is refused', async ({ ctx }) => {
  const draft = await draftProgramme(ctx)
  const pillar = await addPillar(ctx, { programme: draft.programme.id, kind: 'chain', name: 'Keten' })
  await draft.action('Iets', { pillar: pillar.id })
  expect(await errorOf(undoPlanStep(ctx, 'pillar', pillar))).toBe('pillar-not-empty')
})

test('a circle is named in order, and what was taken away closes none', async ({ ctx }) => {
  const { action, first, second, tree } = await draftProgramme(ctx)
  const third = await action('Training')
  await addDependency(ctx, { action: first.id, needs: second.id })
  const link = await addDependency(ctx, { action: second.id, needs: third.id })
  const closing = addDependency(ctx, { action: third.id, needs: first.id })
  await expect(closing).rejects.toMatchObject({
    code: 'dependency-circle',
    problems: [{ number: '1.3' }, { number: '1.1' }, { number: '1.2' }, { number: '1.3' }],
  })
  expect(await errorOf(removeAction(ctx, { action: third.id, version: 1 }))).toBe('action-needed')
  const gone = await removeDependency(ctx, { dependency: link.id, version: link.version })
  await addDependency(ctx, { action: third.id, needs: first.id })
  expect(await errorOf(undoPlanStep(ctx, 'dependency', gone))).toBe('dependency-circle')
  expect(await errorOf(addDependency(ctx, { action: first.id, needs: second.id }))).toBe('nothing')
  expect((await tree()).actions.map(({ needs }) => needs.length)).toEqual([1, 0, 1])
})

test('money is kept by year; a late change joins, the same amount is a conflict', async ({ ctx }) => {
  const { programme, first, tree } = await draftProgramme(ctx)
  const line = { programme: programme.id, action: first.id, year: 2026 }
  const set = (more: Partial<Parameters<typeof setMoney>[1]>) =>
    setMoney(ctx, { ...line, version: null, ...more })
  expect(await set({ budget: null })).toBe(null)
  const added = (await set({ budget: 100_00 }))!
  expect(await errorOf(set({ budget: 90_00 }))).toBe('budget_cents: changed-by-other')
  await set({ budget: null, committed: 40_00 })
  expect((await tree()).actions[0]!.money).toMatchObject([{ budget: 100_00, committed: 40_00, spent: null }])
  await setMoney(ctx, { ...line, version: added.version, budget: 120_00 })
  const now = (await tree()).actions[0]!.money[0]!
  expect(now).toMatchObject({ budget: 120_00, committed: 40_00 })
  const over = { version: now.version, committed: 130_00, reason: 'De huur steeg' }
  const stepped = (await set(over))!
  const gone = (await set({ version: stepped.version, budget: null, committed: null }))!
  expect((await tree()).actions[0]!.money).toEqual([])
  await undoPlanStep(ctx, 'money', gone)
  expect((await tree()).actions[0]!.money).toMatchObject([{ budget: 120_00, committed: 130_00 }])
})

test('the official who carries an action is kept apart, and put back by taking the step back', async ({
  ctx,
}) => {
  const { programme, first } = await draftProgramme(ctx)
  const owner = (name: string) => ({ account: 'a-1', name })
  const one = await assignOwner(ctx, { action: first.id, version: 1, owner: owner('Kanarie Een') })
  const two = await assignOwner(ctx, { action: first.id, version: one.version, owner: owner('Kanarie Twee') })
  expect(await errorOf(assignOwner(ctx, { action: first.id, version: one.version, owner: null }))).toBe(
    'changed-by-other',
  )
  const now = async () => (await ownersOf(ctx, programme.id)).get(first.id)?.name ?? null
  expect(await now()).toBe('Kanarie Twee')
  const back = await undoPlanStep(ctx, 'action', two)
  expect(await now()).toBe('Kanarie Een')
  await undoPlanStep(ctx, 'action', back)
  expect(await now()).toBe(null)
  const { rows } = await ctx.tx
    .selectFrom('programme.history')
    .selectAll()
    .execute()
    .then((all) => ({ rows: all.filter((row) => JSON.stringify(row).includes('Kanarie')) }))
  expect(rows).toEqual([])
})

test('an action starts, stops and goes on; it is not done while milestones are open', async ({ ctx }) => {
  const { first, tree } = await draftProgramme(ctx)
  const step = async (move: 'start' | 'finish' | 'stop' | 'resume', reason: string | null = null) => {
    const { version } = (await tree()).actions[0]!
    return stepAction(ctx, { action: first.id, version, move, reason, on: '2026-03-01' })
  }
  await step('start')
  await addMilestone(ctx, { action: first.id, title: 'Eerste les', dueOn: '2026-06-01' })
  await expect(step('finish')).rejects.toMatchObject({
    code: 'milestones-open',
    problems: [{ title: 'Eerste les', dueOn: '2026-06-01' }],
  })
  const stopped = await step('stop', 'Geen geld')
  expect((await tree()).actions[0]).toMatchObject({ state: 'stopped', endedOn: '2026-03-01' })
  await undoPlanStep(ctx, 'action', stopped)
  expect((await tree()).actions[0]).toMatchObject({ state: 'running', endedOn: null })
  await step('stop', 'Geen geld')
  await step('resume', 'Toch wel')
  expect((await tree()).actions[0]).toMatchObject({ state: 'running', endedOn: null })
})

test('who moves an action that another moved meanwhile is told so; what else another changed is joined', async ({
  ctx,
}) => {
  const { first, tree } = await draftProgramme(ctx)
  const step = (version: number, move: 'start' | 'stop') =>
    stepAction(ctx, { action: first.id, version, move, reason: 'Geen geld', on: '2026-03-01' })
  await changeAction(ctx, { action: first.id, version: 1, description: 'Op elke school' })
  const started = await step(1, 'start')
  expect(started).toMatchObject({ version: 3, joined: ['description'] })
  for (const stale of [1, 2]) {
    await expect(step(stale, 'stop')).rejects.toMatchObject({ code: 'changed-by-other' })
    await expect(step(stale, 'start')).rejects.toMatchObject({ code: 'changed-by-other' })
  }
  await expect(step(9, 'stop'), 'a version that never was').rejects.toMatchObject({
    code: 'changed-by-other',
  })
  expect((await tree()).actions[0]).toMatchObject({ state: 'running', version: 3 })
  await step(3, 'stop')
  expect((await tree()).actions[0]).toMatchObject({ state: 'stopped', endedOn: '2026-03-01' })
})

test('days that others count on hold: an action does not end before its milestone, a programme not before its actions', async ({
  ctx,
}) => {
  const { programme, first } = await draftProgramme(ctx)
  await addMilestone(ctx, { action: first.id, title: 'Eerste les', dueOn: '2026-06-01' })
  const end = (endsOn: string) => changeAction(ctx, { action: first.id, version: 1, endsOn })
  expect(await errorOf(end('2026-05-31'))).toBe('ends_on: before-milestone')
  expect(await errorOf(end('2027-06-01'))).toBe('nothing')
  const shorter = changeProgramme(ctx, { programme: programme.id, version: 1, endsOn: '2027-05-31' })
  expect(await errorOf(shorter)).toBe('ends_on: before-actions')
})

test('what an action serves and may run into is said once, taken back and said again', async ({ ctx }) => {
  const { matters, commitment } = await registerSample(ctx)
  const { programme, first, tree } = await draftProgramme(ctx, { town: false })
  const aim = { programme: programme.id, action: first.id }
  const one = await serve(ctx, { ...aim, kind: 'matter', of: matters[0]! })
  expect(await serve(ctx, { ...aim, kind: 'matter', of: matters[0]! })).toMatchObject({
    id: one.id,
    history: 0,
  })
  await serve(ctx, { ...aim, kind: 'commitment', of: commitment })
  await unserve(ctx, { served: one.id, version: one.version })
  expect((await tree()).actions[0]!.serves.map(({ kind }) => kind)).toEqual(['commitment'])
  expect((await serve(ctx, { ...aim, kind: 'matter', of: matters[0]! })).id).toBe(one.id)
  const risk = await addRisk(ctx, {
    action: first.id,
    text: 'Te weinig docenten',
    chance: 'high',
    effect: 'unknown',
  })
  await changeRisk(ctx, {
    risk: risk.id,
    version: 1,
    text: 'Te weinig docenten',
    chance: 'high',
    effect: 'middle',
    state: 'happened',
  })
  expect((await tree()).actions[0]!.risks).toMatchObject([{ effect: 'middle', state: 'happened' }])
})

test('an action that is taken out takes nothing along, and comes back with everything', async ({ ctx }) => {
  const { first, second, action, tree } = await draftProgramme(ctx)
  const holder = await member(ctx)
  await changeAction(ctx, {
    action: first.id,
    version: 1,
    portfolioHolder: holder,
    partners: ['Het Baken', 'Het Baken'],
  })
  await addDependency(ctx, { action: first.id, needs: second.id })
  const gone = await removeAction(ctx, { action: first.id, version: 2 })
  expect((await tree()).actions.map(({ title }) => title)).toEqual(['Meldpunt'])
  expect((await action('Nieuw')).number).toBe('1.3')
  await undoPlanStep(ctx, 'action', gone)
  expect((await tree()).actions[0]).toMatchObject({
    number: '1.1',
    portfolioHolder: holder,
    partners: ['Het Baken'],
    needs: [{ action: second.id }],
  })
})

test('a draft that is dropped is closed', async ({ ctx }) => {
  const { programme, action } = await draftProgramme(ctx)
  await dropProgramme(ctx, { programme: programme.id, version: 1, reason: 'Andere keuze' })
  expect(await errorOf(action('Iets'))).toBe('programme-closed')
})
