import { expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { announcement, as, matterNow, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied } from '../../errors.ts'
import { proposeSettlement } from '../life/propose-settlement.ts'
import {
  closeList,
  councilList,
  councilLists,
  decideList,
  makeList,
  markLines,
  refillList,
  removeLine,
  reopenList,
} from './index.ts'

const refused = (code: string) => expect.objectContaining({ code })

/** Three matters, each proposed on 8 July 2024: objections until 22 July. */
async function waiting(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const evidence = [words(sample.document, announcement)]
  for (const [index, matter] of sample.matters.entries()) {
    const outcome = index === 0 ? 'announced' : 'carried-out'
    await proposeSettlement(officer, { matter, version: 1, outcome, evidence })
  }
  return sample
}

test('a list takes what is ready for its meeting, keeps the marks, and enters all lines of the sitting at once', async ({
  ctx,
}) => {
  const { matters } = await waiting(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-25')
  expect(await makeList(clerk, { meetingOn: '2024-07-18' })).toMatchObject({ lines: 0 })
  const made = await makeList(clerk, { meetingOn: '2024-07-25' })
  expect(made.lines).toBe(3)
  const { list } = made
  expect(await makeList(clerk, { meetingOn: '2024-07-26' })).toMatchObject({ lines: 0 })

  const marks = [{ position: 1, choice: 'accept' as const, reason: null }]
  let { version } = await markLines(clerk, { list, version: 1, marks })
  await expect(markLines(clerk, { list, version: 1, marks })).rejects.toEqual(refused('changed-by-other'))
  await expect(decideList(clerk, { list, version })).rejects.toMatchObject({
    fields: [{ field: 'lines/1/reason', code: 'needed' }],
  })

  ;({ version } = await markLines(clerk, {
    list,
    version,
    marks: [
      { position: 1, choice: 'accept', reason: 'De raad wacht op het plan.' },
      { position: 2, choice: 'accept', reason: null },
    ],
  }))
  const decided = await decideList(clerk, { list, version })
  expect(decided.entered).toBe(2)
  expect(await matterNow(ctx, matters[0]!)).toMatchObject({ state: 'settled', outcome: 'announced' })
  expect(await matterNow(ctx, matters[2]!)).toMatchObject({ state: 'proposed' })

  const shown = await councilList(clerk, { list })
  expect(shown.lines.map(({ done, gone }) => [done, gone])).toEqual([
    ['accept', false],
    ['accept', false],
    [null, false],
  ])
  expect(shown.lines[0]!.proposal.evidence).toMatchObject([{ kind: 'passage', quotation: announcement }])

  await closeList(clerk, { list, version: shown.version })
  await expect(refillList(clerk, { list, version: shown.version + 1 })).rejects.toEqual(
    refused('list-closed'),
  )
  expect(await makeList(clerk, { meetingOn: '2024-07-25' })).toMatchObject({ lines: 1 })
  expect((await councilLists(clerk)).map(({ state, lines, done }) => [state, lines, done])).toEqual([
    ['open', 0, 0],
    ['open', 1, 0],
    ['closed', 3, 2],
    ['open', 0, 0],
  ])
})

test('a list that was closed too early opens again, without what another list took meanwhile', async ({
  ctx,
}) => {
  await waiting(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-25')
  const { list } = await makeList(clerk, { meetingOn: '2024-07-25' })
  await expect(reopenList(clerk, { list, version: 1 })).rejects.toEqual(refused('nothing-to-undo'))
  await closeList(clerk, { list, version: 1 })
  const { version } = await reopenList(clerk, { list, version: 2 })
  const open = await councilList(clerk, { list })
  expect([open.state, open.version, open.lines.length]).toEqual(['open', version, 3])

  await closeList(clerk, { list, version })
  const next = await makeList(clerk, { meetingOn: '2024-07-26' })
  await removeLine(clerk, { list: next.list, version: 1, position: 1 })
  await expect(reopenList(clerk, { list, version })).rejects.toEqual(refused('changed-by-other'))
  await reopenList(clerk, { list, version: version + 1 })
  const lines = async (id: number) => (await councilList(clerk, { list: id })).lines.length
  expect([await lines(list), await lines(next.list)]).toEqual([1, 2])
  const officer = await as(ctx, 'policy-officer', '2024-07-25')
  await expect(reopenList(officer, { list, version: version + 2 })).rejects.toEqual(refused('denied'))
})

test('a proposal that is put off stays for a later list; one that was taken off the list comes back; a meeting to come decides nothing', async ({
  ctx,
}) => {
  const { matters } = await waiting(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-25')
  const { list } = await makeList(clerk, { meetingOn: '2024-07-25' })
  let { version } = await removeLine(clerk, { list, version: 1, position: 3 })
  ;({ version } = await markLines(clerk, {
    list,
    version,
    marks: [{ position: 1, choice: 'hold', reason: 'Eerst een gesprek.' }],
  }))
  ;({ version } = await decideList(clerk, { list, version }))
  expect(await matterNow(ctx, matters[0]!)).toMatchObject({ state: 'proposed', held: true })
  expect(await refillList(clerk, { list, version })).toMatchObject({ lines: 1 })
  await closeList(clerk, { list, version: version + 1 })

  const next = await makeList(clerk, { meetingOn: '2024-09-12' })
  expect(next.lines).toBe(3)
  const marked = await markLines(clerk, {
    list: next.list,
    version: 1,
    marks: [{ position: 1, choice: 'reject', reason: 'Nee.' }],
  })
  await expect(decideList(clerk, { list: next.list, version: marked.version })).rejects.toMatchObject({
    fields: [{ field: 'meetingOn', code: 'date-in-future' }],
  })
})

test('only whoever enters the decisions keeps lists', async ({ ctx }) => {
  await waiting(ctx)
  for (const role of ['policy-officer', 'councillor', 'portfolio-holder'] as const) {
    await expect(
      makeList(await as(ctx, role, '2024-07-25'), { meetingOn: '2024-07-25' }),
    ).rejects.toBeInstanceOf(Denied)
  }
  const clerk = await as(ctx, 'clerk', '2024-07-25')
  await expect(makeList(clerk, { meetingOn: 'morgen' })).rejects.toMatchObject({
    fields: [{ field: 'meetingOn', code: 'date-invalid' }],
  })
})
