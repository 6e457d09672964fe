import { expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { announcement, as, words } from '../../test/life.ts'
import { publishedWords, registerProgramme, sampleTree } from '../../test/programme.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import {
  addMilestone,
  changeAction,
  changeMilestone,
  dropMilestone,
  historyOf,
  programmeReader,
  reachMilestone,
  undoMilestone,
} from './index.ts'
import { changeRow } from './step.ts'

const invalid = (...fields: [string, string][]) => ({
  code: 'form-invalid',
  fields: fields.map(([field, code]) => ({ field, code })),
})
const milestones = async (ctx: Ctx, action: number) =>
  (await sampleTree(ctx)).actions.find(({ id }) => id === action)!.milestones

test('a milestone is planned within its action; later only when the action goes on longer, with a reason', async ({
  ctx,
}) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const plan = { action: lessons, title: 'Lesbrief af (bel 06-12345678)', dueOn: '2025-02-01' }
  await expect(addMilestone(me, { ...plan, title: ' ' })).rejects.toMatchObject(
    invalid(['title', 'needed'], ['due_on', 'after-end']),
  )
  await expect(addMilestone(me, { ...plan, extendAction: true })).rejects.toMatchObject(
    invalid(['reason', 'reason-needed']),
  )
  await addMilestone(me, { ...plan, extendAction: true, reason: 'De school begint later' })
  const action = (await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!
  expect(action.endsOn).toBe('2025-02-01')
  expect(action.milestones).toMatchObject([
    { title: 'Lesbrief af (bel ███████████)', dueOn: '2025-02-01', firstDueOn: null, state: 'open' },
  ])
})

test.for([{ extendAction: true }, {}])(
  'no milestone takes an action past the end of its programme (%o)',
  async (extend, { ctx }) => {
    const { lessons } = await registerProgramme(ctx)
    const me = await as(ctx, 'policy-officer', '2024-07-08')
    const why = { reason: 'De school begint later', ...extend }
    const late = { title: 'Lesbrief af', dueOn: '2027-01-01', ...why }
    const refused = invalid(['due_on', 'after-programme'])
    await expect(addMilestone(me, { action: lessons, ...late })).rejects.toMatchObject(refused)
    const added = await addMilestone(me, { action: lessons, title: 'Lesbrief af', dueOn: '2024-09-01' })
    const move = { milestone: added.id, version: added.version, ...why }
    await expect(changeMilestone(me, { ...move, dueOn: '2027-01-01' })).rejects.toMatchObject(refused)
    const last = (await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!
    expect(last).toMatchObject({ endsOn: '2024-12-31', milestones: [{ dueOn: '2024-09-01' }] })
    await changeMilestone(me, { ...move, extendAction: true, dueOn: '2026-12-31' })
    expect((await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!.endsOn).toBe('2026-12-31')
  },
)

test('after adoption a day moves with a reason, and the first day stays in sight', async ({ ctx }) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const added = await addMilestone(me, { action: lessons, title: 'Lesbrief af', dueOn: '2024-09-01' })
  const move = { milestone: added.id, version: added.version, dueOn: '2024-10-01' }
  await expect(changeMilestone(me, move)).rejects.toMatchObject(invalid(['reason', 'reason-needed']))
  const moved = await changeMilestone(me, { ...move, reason: 'De drukker is dicht' })
  await changeMilestone(me, { milestone: added.id, version: moved.version, title: 'Lesbrief gedrukt' })
  expect(await milestones(ctx, lessons)).toMatchObject([
    { title: 'Lesbrief gedrukt', dueOn: '2024-10-01', firstDueOn: '2024-09-01' },
  ])
  const history = await historyOf(programmeReader(ctx), {
    municipality: 'testdorp',
    programme: (await sampleTree(ctx)).id,
    action: lessons,
  })
  expect(history.find(({ reason }) => reason === 'De drukker is dicht')?.changes).toEqual([
    { field: 'due_on', from: '2024-09-01', to: '2024-10-01' },
  ])
})

test('a draft moves days freely', async ({ ctx }) => {
  const { lessons } = await registerProgramme(ctx, { adopted: false })
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const added = await addMilestone(me, { action: lessons, title: 'Lesbrief af', dueOn: '2024-09-01' })
  await changeMilestone(me, { milestone: added.id, version: added.version, dueOn: '2024-10-01' })
  expect(await milestones(ctx, lessons)).toMatchObject([{ dueOn: '2024-10-01' }])
})

test('reached rests on evidence that is there, on a day that has come; undone, it is open again', async ({
  ctx,
}) => {
  const { lessons, document } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const added = await addMilestone(me, { action: lessons, title: 'Plan gestuurd', dueOn: '2024-09-01' })
  const reach = { milestone: added.id, version: added.version }
  const cases: [Parameters<typeof reachMilestone>[1], ...[string, string][]][] = [
    [{ ...reach, evidence: [] }, ['evidence', 'evidence-needed']],
    [
      { ...reach, evidence: [{ kind: 'document', document: document + 100 }] },
      ['evidence/0', 'document-missing'],
    ],
    [{ ...reach, evidence: [{ kind: 'decision', decision: 9 }] }, ['evidence/0', 'decision-missing']],
    [
      { ...reach, evidence: [{ kind: 'passage', document, at: [{ page: 1, start: 0, end: 90_000 }] }] },
      ['evidence/0', 'passage-missing'],
    ],
    [
      { ...reach, on: '2024-07-09', evidence: [{ kind: 'document', document }] },
      ['reached_on', 'date-in-future'],
    ],
  ]
  for (const [input, ...fields] of cases) {
    await expect(reachMilestone(me, input, publishedWords)).rejects.toMatchObject(invalid(...fields))
  }
  const reached = await reachMilestone(
    me,
    { ...reach, on: '2024-07-05', evidence: [words(document, announcement), { kind: 'document', document }] },
    publishedWords,
  )
  expect(await milestones(ctx, lessons)).toMatchObject([
    {
      state: 'reached',
      reachedOn: '2024-07-05',
      evidence: [
        { kind: 'passage', document, quotation: announcement },
        { kind: 'document', document },
      ],
    },
  ])
  await expect(
    changeMilestone(me, { milestone: added.id, version: reached.version, title: 'Anders' }),
  ).rejects.toMatchObject({ code: 'move-not-possible' })
  await expect(
    dropMilestone(me, { milestone: added.id, version: reached.version, reason: 'Toch niet' }),
  ).rejects.toMatchObject({ code: 'move-not-possible' })
  const undone = await undoMilestone(me, reached)
  expect(undone.undone).toBe('reach')
  expect(await milestones(ctx, lessons)).toMatchObject([{ state: 'open', reachedOn: null, evidence: [] }])
  await dropMilestone(me, { milestone: added.id, version: undone.version, reason: 'Toch niet' })
  expect(await milestones(ctx, lessons)).toMatchObject([{ state: 'dropped' }])
})

test('taking back the step that lengthened an action puts back its earlier last day, unless it was moved since', async ({
  ctx,
}) => {
  const { lessons } = await registerProgramme(ctx)
  const on = (day: string) => as(ctx, 'policy-officer', day)
  const action = async () => (await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!
  const late = { dueOn: '2025-02-01', extendAction: true, reason: 'De school begint later' }
  const added = await addMilestone(await on('2024-07-08'), { action: lessons, title: 'Lesbrief af', ...late })
  expect((await action()).endsOn).toBe('2025-02-01')
  const gone = await undoMilestone(await on('2024-07-09'), added)
  expect(gone).toMatchObject({ undone: 'add', end: { action: lessons, endsOn: '2024-12-31', keeps: null } })
  expect(await action()).toMatchObject({ endsOn: '2024-12-31', milestones: [] })

  const plain = await addMilestone(await on('2024-07-10'), {
    action: lessons,
    title: 'Lesbrief gedrukt',
    dueOn: '2024-09-01',
  })
  const at = { milestone: plain.id, version: plain.version }
  const moved = await changeMilestone(await on('2024-07-11'), { ...at, ...late })
  expect((await action()).endsOn).toBe('2025-02-01')
  const back = await undoMilestone(await on('2024-07-12'), moved)
  expect(back).toMatchObject({ undone: 'change', end: { endsOn: '2024-12-31', keeps: null } })
  expect(await action()).toMatchObject({ endsOn: '2024-12-31', milestones: [{ dueOn: '2024-09-01' }] })

  const again = await changeMilestone(await on('2024-07-15'), { ...at, version: back.version, ...late })
  const { version } = await action()
  const later = { action: lessons, version, endsOn: '2025-03-01', reason: 'Nog later' }
  await changeAction(await on('2024-07-16'), later)
  expect((await undoMilestone(await on('2024-07-17'), again)).end).toMatchObject({ keeps: 'end-moved' })
  expect((await action()).endsOn).toBe('2025-03-01')
})

test('nothing moves in a programme that no longer runs, nor for who does not work on it', async ({ ctx }) => {
  const { lessons, programme } = await registerProgramme(ctx)
  const plan = { action: lessons, title: 'Lesbrief af' }
  for (const role of ['clerk', 'councillor'] as const) {
    await expect(addMilestone(await as(ctx, role, '2024-07-08'), plan)).rejects.toMatchObject({
      code: 'denied',
    })
  }
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  await changeRow(me, 'programme', { id: programme, version: 2 }, { state: 'ended' }, { step: 'end' })
  await expect(addMilestone(me, plan)).rejects.toMatchObject({ code: 'programme-closed' })
})

test('two people say at once that it was reached: the evidence of both counts, and a day that differs is named', async ({
  databases,
}) => {
  const act = <T>(work: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, testActor, work, new Date('2024-07-08T10:00:00Z'))
  const { lessons, document } = await act((ctx) => registerProgramme(ctx))
  const added = await act((ctx) => addMilestone(ctx, { action: lessons, title: 'Plan gestuurd' }))
  const reach = { milestone: added.id, version: added.version, on: '2024-07-05' }
  await Promise.all([
    act((ctx) =>
      reachMilestone(ctx, { ...reach, evidence: [{ kind: 'document', document }] }, publishedWords),
    ),
    act((ctx) =>
      reachMilestone(ctx, { ...reach, evidence: [words(document, announcement)] }, publishedWords),
    ),
  ])
  const [milestone] = await act((ctx) => milestones(ctx, lessons))
  expect(milestone).toMatchObject({ state: 'reached', version: 3 })
  expect(milestone!.evidence.map(({ kind }) => kind).sort()).toEqual(['document', 'passage'])
  const late = { ...reach, on: '2024-07-04', evidence: [{ kind: 'document' as const, document }] }
  await expect(act((ctx) => reachMilestone(ctx, late, publishedWords))).rejects.toMatchObject(
    invalid(['reached_on', 'changed-by-other']),
  )
  await act((ctx) => reachMilestone(ctx, { ...late, version: 3 }, publishedWords))
  expect(await act((ctx) => milestones(ctx, lessons))).toMatchObject([
    { reachedOn: '2024-07-04', version: 4 },
  ])
})
