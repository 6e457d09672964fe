import { expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { announcement, as, words } from '../../test/life.ts'
import { publishedWords, registerProgramme, sampleTree } from '../../test/programme.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import { addMilestone, changeMilestone, reportProgress, takeBackReport } from './index.ts'

const reports = async (ctx: Ctx, action: number) =>
  (await sampleTree(ctx)).actions.find(({ id }) => id === action)!.reports

test('a line of progress with evidence and a picture; the milestone is reached in the same go', async ({
  ctx,
}) => {
  const { lessons, document } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const added = await addMilestone(me, { action: lessons, title: 'Plan gestuurd', dueOn: '2024-09-01' })
  const report = { action: lessons, text: 'Het plan is gestuurd, vragen aan piet@testdorp.example' }
  await expect(
    reportProgress(me, { ...report, text: '', attachments: [file('geen foto')] }, publishedWords),
  ).rejects.toMatchObject({
    fields: [
      { field: 'text', code: 'needed' },
      { field: 'attachments/0', code: 'file-type' },
    ],
  })
  await expect(
    reportProgress(me, { ...report, reached: { milestone: added.id, version: 1 } }, publishedWords),
  ).rejects.toMatchObject({ fields: [{ field: 'evidence', code: 'evidence-needed' }] })
  const told = await reportProgress(
    me,
    {
      ...report,
      evidence: [words(document, announcement)],
      attachments: [file('%PDF-1.7 lijst')],
      reached: { milestone: added.id, version: 1 },
    },
    publishedWords,
  )
  const action = (await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!
  expect(action.reports).toMatchObject([
    { on: '2024-07-08', role: 'policy-officer', name: null, evidence: [{ quotation: announcement }] },
  ])
  expect(action.reports[0]!.text).toMatch(/^Het plan is gestuurd, vragen aan █+$/)
  expect(action.milestones).toMatchObject([{ state: 'reached', evidence: [{ quotation: announcement }] }])
  const kept = await ctx.tx
    .selectFrom('programme.attachment')
    .select(['file_name', 'media_type'])
    .where('history_id', '=', told.history)
    .execute()
  expect(kept).toEqual([{ file_name: 'lijst.pdf', media_type: 'application/pdf' }])
})

test('the same line sent again at once is told once; later, or by somebody else, again', async ({ ctx }) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const tell = (at: Ctx) => reportProgress(at, { action: lessons, text: 'Het loopt' }, publishedWords)
  const later = (minutes: number) => ({ ...me, now: new Date(me.now.getTime() + minutes * 60_000) })
  const first = await tell(me)
  expect((await tell(later(1))).history).toBe(first.history)
  await tell(await as(ctx, 'portfolio-holder', '2024-07-08'))
  await as(ctx, 'policy-officer', '2024-07-08')
  await tell(later(11))
  expect(await reports(ctx, lessons)).toHaveLength(3)
  await takeBackReport(later(12), { action: lessons, history: (await tell(later(12))).history })
  await tell(later(13))
  expect(await reports(ctx, lessons)).toHaveLength(3)
})

test('people report at once and nothing is lost; one report is taken back from between others', async ({
  databases,
}) => {
  const act = <T>(work: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, testActor, work, new Date('2024-07-08T10:00:00Z'))
  const { lessons } = await act((ctx) => registerProgramme(ctx))
  const milestone = await act((ctx) => addMilestone(ctx, { action: lessons, title: 'Lesbrief af' }))
  const tell = (text: string) => act((ctx) => reportProgress(ctx, { action: lessons, text }, publishedWords))
  const [first] = await Promise.all([
    tell('Eerste'),
    tell('Tweede'),
    tell('Derde'),
    act((ctx) => changeMilestone(ctx, { milestone: milestone.id, version: 1, dueOn: '2024-09-01' })),
    act((ctx) => changeMilestone(ctx, { milestone: milestone.id, version: 1, title: 'Lesbrief klaar' })),
  ])
  const tree = (await act(sampleTree)).actions.find(({ id }) => id === lessons)!
  expect(tree.reports.map(({ text }) => text).sort()).toEqual(['Derde', 'Eerste', 'Tweede'])
  expect(tree.milestones).toMatchObject([{ title: 'Lesbrief klaar', dueOn: '2024-09-01' }])
  const back = { action: lessons, history: first.history }
  await act((ctx) => takeBackReport(ctx, back))
  expect((await act((ctx) => reports(ctx, lessons))).map(({ text }) => text).sort()).toEqual([
    'Derde',
    'Tweede',
  ])
  await expect(act((ctx) => takeBackReport(ctx, back))).rejects.toMatchObject({ code: 'nothing-to-undo' })
})

const file = (text: string) => ({
  fileName: `C:\\foto's\\lijst.exe`,
  bytes: new TextEncoder().encode(text),
})
