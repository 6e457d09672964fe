import { describe, expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { as } from '../../test/life.ts'
import { publishedWords, registerProgramme, sampleTree } from '../../test/programme.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import {
  addMeeting,
  addMilestone,
  changeAction,
  changeMeeting,
  closeMeeting,
  decide,
  historyOf,
  meetingsOf,
  reachMilestone,
  reopenMeeting,
  reportProgress,
  undoDecision,
  undoMeeting,
} from './index.ts'

const plan = { heldOn: '2024-07-08', name: 'Stuurgroep juli' }

test('a decision with a day becomes a milestone that says where it came from', async ({ ctx }) => {
  const { programme, lessons } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const meeting = await addMeeting(me, { programme, ...plan })
  await expect(decide(me, { meeting: meeting.id, text: 'Doen', dueOn: '2024-09-01' })).rejects.toMatchObject({
    fields: [{ field: 'action_id', code: 'needed' }],
  })
  const decision = await decide(me, {
    meeting: meeting.id,
    text: 'De lesbrief is er voor de herfst',
    action: lessons,
    dueOn: '2024-09-20',
  })
  const tree = await sampleTree(ctx)
  expect(tree.decisions).toMatchObject([
    {
      on: '2024-07-08',
      action: lessons,
      milestone: decision.milestone!.id,
      text: 'De lesbrief is er voor de herfst',
    },
  ])
  expect(tree.actions.find(({ id }) => id === lessons)!.milestones).toMatchObject([
    { title: 'De lesbrief is er voor de herfst', dueOn: '2024-09-20' },
  ])
  await undoDecision(me, decision)
  const after = await sampleTree(ctx)
  expect(after.decisions).toEqual([])
  expect(after.actions.find(({ id }) => id === lessons)!.milestones).toEqual([])
})

test('a decision on which something rests, or on whose milestone somebody worked, stays', async ({ ctx }) => {
  const { programme, lessons, document } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const meeting = await addMeeting(me, { programme, ...plan })
  const basis = await decide(me, { meeting: meeting.id, text: 'Akkoord met de lesbrief', action: lessons })
  await reportProgress(
    me,
    { action: lessons, text: 'Akkoord gekregen', evidence: [{ kind: 'decision', decision: basis.id }] },
    publishedWords,
  )
  await expect(undoDecision(me, basis)).rejects.toMatchObject({ code: 'evidence-in-use' })
  const set = await decide(me, {
    meeting: meeting.id,
    text: 'Stuur het plan',
    action: lessons,
    dueOn: '2024-09-20',
  })
  await reachMilestone(
    me,
    { milestone: set.milestone!.id, version: 1, evidence: [{ kind: 'document', document }] },
    publishedWords,
  )
  await expect(undoDecision(me, set)).rejects.toMatchObject({ code: 'moved-since' })
})

describe('a decision that lengthened its action is taken back', () => {
  const lengthened = async (ctx: Ctx) => {
    const sample = await registerProgramme(ctx)
    const me = await as(ctx, 'policy-officer', '2024-07-08')
    const meeting = await addMeeting(me, { programme: sample.programme, ...plan })
    const decision = await decide(me, {
      meeting: meeting.id,
      text: 'De lessen gaan door tot de zomer',
      action: sample.lessons,
      dueOn: '2025-06-30',
      extendAction: true,
    })
    const action = async () => (await sampleTree(ctx)).actions.find(({ id }) => id === sample.lessons)!
    expect((await action()).endsOn).toBe('2025-06-30')
    return { ...sample, me, decision, action, later: await as(ctx, 'policy-officer', '2024-07-09') }
  }

  test('the earlier last day comes back', async ({ ctx }) => {
    const { later, decision, action, lessons } = await lengthened(ctx)
    const { end } = await undoDecision(later, decision)
    expect(end).toEqual({ action: lessons, endsOn: '2024-12-31', keeps: null })
    expect(await action()).toMatchObject({ endsOn: '2024-12-31', milestones: [] })
  })

  test('also when something else of the action changed since, which stays', async ({ ctx }) => {
    const { later, decision, action, lessons } = await lengthened(ctx)
    const { version } = await action()
    await changeAction(later, { action: lessons, version, title: 'Gastlessen' })
    expect((await undoDecision(later, decision)).end).toMatchObject({ endsOn: '2024-12-31', keeps: null })
    expect(await action()).toMatchObject({ title: 'Gastlessen', endsOn: '2024-12-31' })
  })

  test('not when the day was moved since', async ({ ctx }) => {
    const moved = await lengthened(ctx)
    const { version } = await moved.action()
    const reason = 'Nog later'
    await changeAction(moved.later, { action: moved.lessons, version, endsOn: '2025-09-30', reason })
    expect((await undoDecision(moved.later, moved.decision)).end).toEqual({
      action: moved.lessons,
      endsOn: '2025-09-30',
      keeps: 'end-moved',
    })
    expect(await moved.action()).toMatchObject({ endsOn: '2025-09-30', milestones: [] })
  })

  test('not when a milestone falls after the earlier day', async ({ ctx }) => {
    const { later, decision, action, lessons } = await lengthened(ctx)
    await addMilestone(later, { action: lessons, title: 'Laatste les', dueOn: '2025-05-01' })
    expect((await undoDecision(later, decision)).end).toMatchObject({
      endsOn: '2025-06-30',
      keeps: 'later-milestone',
    })
    expect(await action()).toMatchObject({ endsOn: '2025-06-30', milestones: [{ title: 'Laatste les' }] })
  })

  test('not when the programme was adopted with the later day', async ({ ctx }) => {
    const { later, decision, action, programme, document } = await lengthened(ctx)
    await later.tx
      .insertInto('programme.edition')
      .values({
        municipality: 'testdorp',
        programme_id: programme,
        number: 1,
        kind: 'amended',
        decided_on: '2024-07-09',
        body: 'college',
        document_id: document,
        reason: 'De lessen gaan door',
        content: JSON.stringify({}),
        kept_at: later.now,
      })
      .execute()
    expect((await undoDecision(later, decision)).end).toMatchObject({ keeps: 'adopted-since' })
    expect(await action()).toMatchObject({ endsOn: '2025-06-30' })
  })
})

test('two people write notes: paragraphs are joined; closed, nothing is noted until it is opened again', async ({
  ctx,
}) => {
  const { programme } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const meeting = await addMeeting(me, { programme, ...plan, notes: 'Opening.\n\nStand.\n\nRondvraag.' })
  const seen = { meeting: meeting.id, version: meeting.version }
  await changeMeeting(me, { ...seen, notes: 'Opening om tien uur.\n\nStand.\n\nRondvraag.' })
  const joined = await changeMeeting(me, { ...seen, notes: 'Opening.\n\nStand.\n\nRondvraag: niets.' })
  expect(joined.joined).toEqual(['notes'])
  const notes = () =>
    ctx.tx.selectFrom('programme.meeting').select('notes').where('id', '=', meeting.id).executeTakeFirst()
  expect(await notes()).toEqual({ notes: 'Opening om tien uur.\n\nStand.\n\nRondvraag: niets.' })
  await expect(
    changeMeeting(me, { ...seen, notes: 'Opening om elf uur.\n\nStand.\n\nRondvraag.' }),
  ).rejects.toMatchObject({
    fields: [{ field: 'notes', code: 'changed-by-other' }],
  })
  const closed = await closeMeeting(me, { meeting: meeting.id, version: joined.version })
  for (const late of [
    () => changeMeeting(me, { meeting: meeting.id, version: closed.version, notes: 'Nog iets' }),
    () => decide(me, { meeting: meeting.id, text: 'Nog iets' }),
  ]) {
    await expect(late()).rejects.toMatchObject({ code: 'meeting-closed' })
  }
  await reopenMeeting(me, { meeting: meeting.id, version: closed.version })
  await decide(me, { meeting: meeting.id, text: 'Nog iets' })
})

test('a meeting planned by mistake goes again, as long as nothing was decided in it', async ({ ctx }) => {
  const { programme } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const meeting = await addMeeting(me, { programme, ...plan })
  const decision = await decide(me, { meeting: meeting.id, text: 'Doorgaan' })
  await expect(undoMeeting(me, meeting)).rejects.toMatchObject({ code: 'moved-since' })
  await undoDecision(me, decision)
  const moved = await changeMeeting(me, { meeting: meeting.id, version: 1, heldOn: '2024-07-05' })
  const back = await undoMeeting(me, moved)
  expect((await meetingsOf(ctx, programme))[0]).toMatchObject({ heldOn: '2024-07-08' })
  await undoMeeting(me, back)
  expect(await meetingsOf(ctx, programme)).toEqual([])
})

test('what is to come is not decided yet', async ({ ctx }) => {
  const { programme } = await registerProgramme(ctx)
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const meeting = await addMeeting(me, { programme, ...plan, heldOn: '2024-07-09' })
  await expect(decide(me, { meeting: meeting.id, text: 'Alvast' })).rejects.toMatchObject({
    fields: [{ field: 'held_on', code: 'date-in-future' }],
  })
})

test('a visitor reads decisions, and nothing of the meeting', async ({ databases }) => {
  const now = new Date('2024-07-08T10:00:00Z')
  const { programme } = await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      const sample = await registerProgramme(ctx)
      const meeting = await addMeeting(ctx, {
        programme: sample.programme,
        ...plan,
        notes: 'Kanarie zei nee',
      })
      await decide(ctx, { meeting: meeting.id, text: 'Doorgaan' })
      await changeMeeting(ctx, { meeting: meeting.id, version: 1, notes: 'Kanarie zei toch ja' })
      return sample
    },
    now,
  )
  const history = await historyOf(databases.public, { municipality: 'testdorp', programme })
  expect(history.some(({ subject }) => subject === 'decision')).toBe(true)
  expect(JSON.stringify(history)).not.toContain('Kanarie')
  expect(history.some(({ subject }) => subject === 'meeting')).toBe(false)
})
