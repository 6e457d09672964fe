import { sql } from 'kysely'
import { expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { announcement, as, words } from '../../test/life.ts'
import { publishedWords, registerProgramme, sampleTree } from '../../test/programme.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import {
  addMilestone,
  attachmentFile,
  attachmentsOf,
  changeAction,
  changeMilestone,
  destroyFile,
  historyOf,
  programmeReader,
  reportProgress,
  takeBackReport,
  undoPlanStep,
} from './index.ts'

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

test('a file is destroyed for good by who brought it or a portfolio holder: its name, hash and the step stay', async ({
  ctx,
}) => {
  const { lessons, programme } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const attachments = [file('%PDF-1.7 een'), file('%PDF-1.7 twee')]
  const told = await reportProgress(me, { action: lessons, text: 'Met foto', attachments }, publishedWords)
  const ids = (await attachmentsOf(me, { action: lessons })).map(({ id }) => id)
  const destroy = (by: Ctx, at: number) => destroyFile(by, { action: lessons, attachment: ids[at]! })
  const stranger: Ctx = { ...me, actor: { ...me.actor, personId: 'somebody-else' } as Ctx['actor'] }
  expect((await attachmentsOf(stranger, { action: lessons })).map((one) => one.mayDestroy)).toEqual([
    false,
    false,
  ])
  for (const by of [stranger, await as(ctx, 'clerk', '2024-07-08')])
    await expect(destroy(by, 0)).rejects.toMatchObject({ code: 'denied' })
  await as(ctx, 'policy-officer', '2024-07-08')
  await destroy(me, 0)
  await expect(destroy(me, 0)).rejects.toMatchObject({ code: 'file-destroyed' })
  await expect(attachmentFile(me, { programme, attachment: ids[0]! })).rejects.toMatchObject({
    code: 'not-found',
  })
  const row = await ctx.tx
    .selectFrom('programme.attachment')
    .select(['bytes', 'file_name', 'sha256'])
    .where('id', '=', ids[0]!)
    .executeTakeFirst()
  expect(row).toMatchObject({
    bytes: null,
    file_name: 'lijst.pdf',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const holder = await as(ctx, 'portfolio-holder', '2024-07-09')
  await takeBackReport(holder, { action: lessons, history: told.history, destroyFiles: true })
  const [first, second] = await attachmentsOf(holder, { action: lessons })
  expect(first).toMatchObject({ mayDestroy: false, destroyed: { on: '2024-07-08', by: me.actor.name } })
  expect(second).toMatchObject({ mayDestroy: false, destroyed: { on: '2024-07-09', by: holder.actor.name } })
  expect(await reports(ctx, lessons)).toEqual([])
  const steps = await historyOf(programmeReader(ctx), {
    municipality: 'testdorp',
    programme,
    action: lessons,
  })
  expect(steps.map(({ step }) => step).sort()).toEqual(['add', 'destroy', 'destroy', 'report', 'undo'])
  expect(steps.filter(({ step }) => step === 'destroy').map(({ text, reason }) => text ?? reason)).toEqual([
    null,
    null,
  ])
})

test('after a file was destroyed, the step before it can still be taken back; the file stays destroyed', async ({
  ctx,
}) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const attachments = [file('%PDF-1.7 een')]
  await reportProgress(me, { action: lessons, text: 'Met foto', attachments }, publishedWords)
  const { version } = (await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!
  await changeAction(me, { action: lessons, version, title: 'Anders' })
  const [kept] = await attachmentsOf(me, { action: lessons })
  const step = await destroyFile(me, { action: lessons, attachment: kept!.id })
  await undoPlanStep(me, 'action', step)
  expect((await sampleTree(ctx)).actions.find(({ id }) => id === lessons)!.title).toBe('Lessen op school')
  expect(await attachmentsOf(me, { action: lessons })).toMatchObject([{ destroyed: { on: '2024-07-08' } }])
})

test.for([
  ['another name', `file_name = 'x.pdf'`],
  ['other bytes', `bytes = 'x'`],
  ['another hash', `sha256 = repeat('0', 64)`],
  ['bytes gone without a step', 'bytes = null'],
  ['by a step that destroyed nothing', 'bytes = null, destroyed_in = history_id'],
  ['a step while the bytes stay', 'destroyed_in = history_id'],
])('the database refuses any other change of a file: %s', async ([, change], { ctx }) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  await reportProgress(
    me,
    { action: lessons, text: 'Met foto', attachments: [file('%PDF-1.7')] },
    publishedWords,
  )
  await expect(
    sql`update programme.attachment set ${sql.raw(change!)}`.execute(ctx.tx),
  ).rejects.toMatchObject({
    code: '42501',
  })
})

test('what was destroyed does not come back, nor does its row go', async ({ ctx }) => {
  const { lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  await reportProgress(
    me,
    { action: lessons, text: 'Met foto', attachments: [file('%PDF-1.7')] },
    publishedWords,
  )
  const [kept] = await attachmentsOf(me, { action: lessons })
  await destroyFile(me, { action: lessons, attachment: kept!.id })
  for (const statement of [
    `update programme.attachment set bytes = 'x', destroyed_in = null`,
    'update programme.attachment set bytes = null',
    'delete from programme.attachment',
  ]) {
    await sql`savepoint before`.execute(ctx.tx)
    await expect(sql.raw(statement).execute(ctx.tx), statement).rejects.toMatchObject({ code: '42501' })
    await sql`rollback to savepoint before`.execute(ctx.tx)
  }
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
