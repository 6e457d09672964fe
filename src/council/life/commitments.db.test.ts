import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  letterPages,
  letterReading,
  motionPaper,
  publicDb,
  readDocument,
  setUpTestTown,
} from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import {
  announcement,
  as,
  commitmentNow,
  commitmentStepsOf,
  matterNow,
  on,
  registerSample,
  stepsOf,
  words,
} from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { deskDocument } from '../desk-documents.ts'
import { editReview } from '../form-review.ts'
import { motionDossier } from '../public-motion.ts'
import { registerDocument } from '../register-document.ts'
import { toJson } from '../save-reading.ts'
import { saveReview } from '../save-review.ts'
import { missedCommitments, noteMissed } from './check-missed.ts'
import { decideSettlement } from './decide-settlement.ts'
import { extendCommitment } from './extend-commitment.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepCommitment } from './keep-commitment.ts'
import { lapseCommitment } from './lapse-commitment.ts'
import { objectToProposal } from './object-to-proposal.ts'
import { proposeSettlement } from './propose-settlement.ts'
import { relateCommitments } from './relate-commitments.ts'
import { reopenMatter } from './reopen-matter.ts'
import { setCheckDate } from './set-check-date.ts'
import { startMatter } from './start-matter.ts'
import { undoLastStep } from './undo-last-step.ts'

const refused = (code: string) => expect.objectContaining({ code })
const invalid = (field: string, code: string) => expect.objectContaining({ fields: [{ field, code }] })

/** All three matters settled on the announcement on 12 September 2024; its check date is 2 December. */
async function settledOnAnnouncement(ctx: Ctx, terms: Parameters<typeof registerSample>[1] = {}) {
  const sample = await registerSample(ctx, terms)
  for (const matter of sample.matters) {
    const { proposal } = await proposeSettlement(await as(ctx, 'policy-officer', '2024-07-08'), {
      matter,
      version: 1,
      outcome: 'announced',
      evidence: [words(sample.document, announcement)],
    })
    await decideSettlement(await as(ctx, 'clerk', '2024-09-12'), {
      matter,
      version: 2,
      proposal,
      verdict: 'accept',
      reason: 'De raad wacht het plan af',
    })
  }
  return sample
}

/** Another open commitment for the same motion, by hand. */
async function another(ctx: Ctx, sample: { document: number; motion: { id: number } }, day: string | null) {
  const { id } = await ctx.tx
    .insertInto('council.commitment')
    .values({
      municipality: 'testdorp',
      text: 'Het plan komt in het voorjaar',
      made_on: '2024-10-01',
      due_text: null,
      due_not_before: null,
      due_not_after: day,
      due_rule: null,
      document_id: sample.document,
      at: toJson([]),
      published_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.commitment_motion')
    .values({ municipality: 'testdorp', commitment_id: id, motion_id: sample.motion.id })
    .execute()
  return id
}

test('the check date passes: late, what was settled on it reopens by itself, and a second look finds nothing', async ({
  ctx,
}) => {
  const { commitment, matters } = await settledOnAnnouncement(ctx)
  const program = on(ctx, '2025-01-20')
  expect(await missedCommitments(program, '2024-12-02')).toEqual([])
  expect(await noteMissed(program, { commitment, today: '2024-12-02' })).toBeNull()
  expect(await missedCommitments(program, '2025-01-20')).toEqual([commitment])
  expect(await noteMissed(program, { commitment, today: '2025-01-20' })).toEqual({
    commitment,
    reopened: matters,
  })
  expect(await noteMissed(program, { commitment, today: '2025-01-21' })).toBeNull()
  expect(await missedCommitments(program, '2025-01-21')).toEqual([])

  expect(await commitmentNow(ctx, commitment)).toMatchObject({ state: 'late', missed_on: '2024-12-02' })
  expect(await commitmentStepsOf(ctx, commitment)).toEqual(['register open>open', 'miss open>late'])
  for (const id of matters) {
    expect(await matterNow(ctx, id)).toMatchObject({ state: 'reopened', outcome: null, decision_id: null })
  }
  const history = await ctx.tx
    .selectFrom('council.matter_history')
    .select(['cause', 'commitment_id', 'moved_on', 'by_role', 'by_name'])
    .where('step', '=', 'reopen')
    .execute()
  expect(history).toEqual(
    matters.map(() => ({
      cause: 'commitment-missed',
      commitment_id: commitment,
      // Days after it happened, the day it counts from is still the right one.
      moved_on: '2024-12-03',
      by_role: 'program',
      by_name: null,
    })),
  )
})

test('reopening is a setting of the municipality; being late is a fact', async ({ ctx }) => {
  const { commitment, matters } = await settledOnAnnouncement(ctx, { reopenOnMissed: false })
  expect(await noteMissed(on(ctx, '2025-01-20'), { commitment, today: '2025-01-20' })).toEqual({
    commitment,
    reopened: [],
  })
  expect((await commitmentNow(ctx, commitment)).state).toBe('late')
  expect((await matterNow(ctx, matters[0]!)).state).toBe('settled')
})

test('what is settled otherwise, or still proposed, is not reopened', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const [first, second] = sample.matters as [number, number]
  const evidence = [words(sample.document, announcement)]
  const done = await proposeSettlement(officer, {
    matter: first,
    version: 1,
    outcome: 'carried-out',
    evidence,
    commitments: [sample.commitment],
  })
  const waiting = await proposeSettlement(officer, {
    matter: second,
    version: 1,
    outcome: 'announced',
    evidence,
  })
  await decideSettlement(await as(ctx, 'clerk', '2024-09-12'), {
    matter: first,
    version: 2,
    proposal: done.proposal,
    verdict: 'accept',
  })
  expect(
    await noteMissed(on(ctx, '2025-01-20'), { commitment: sample.commitment, today: '2025-01-20' }),
  ).toMatchObject({ reopened: [] })
  expect((await matterNow(ctx, first)).state).toBe('settled')
  const clerk = await as(ctx, 'clerk', '2025-01-21')
  const decide = { matter: second, version: 2, proposal: waiting.proposal, reason: 'Toch' }
  await expect(decideSettlement(clerk, { ...decide, verdict: 'accept' })).rejects.toEqual(
    refused('commitment-not-running'),
  )
  await decideSettlement(clerk, { ...decide, verdict: 'reject' })
  await expect(
    proposeSettlement(await as(ctx, 'policy-officer', '2025-01-22'), {
      matter: second,
      version: 3,
      outcome: 'announced',
      evidence,
    }),
  ).rejects.toEqual(refused('commitment-not-running'))
})

test('kept late: the evidence is there, that it was late stays', async ({ ctx }) => {
  const { commitment, document } = await settledOnAnnouncement(ctx)
  await noteMissed(on(ctx, '2025-01-20'), { commitment, today: '2025-01-20' })
  const officer = await as(ctx, 'policy-officer', '2025-02-01')
  const keep = { commitment, version: 3, how: 'kept' as const, evidence: [words(document, announcement)] }
  await expect(keepCommitment(officer, { ...keep, evidence: [] })).rejects.toEqual(
    refused('evidence-missing'),
  )
  await expect(keepCommitment(officer, { ...keep, how: 'partly-kept' })).rejects.toEqual(
    invalid('reason', 'needed'),
  )
  await keepCommitment(officer, keep)
  expect(await commitmentNow(ctx, commitment)).toMatchObject({ state: 'kept', missed_on: '2024-12-02' })
  const evidence = await ctx.tx
    .selectFrom('council.commitment_evidence')
    .select(['kind', 'quotation'])
    .execute()
  expect(evidence).toEqual([{ kind: 'passage', quotation: announcement }])
  await expect(lapseCommitment(officer, { commitment, version: 4, reason: 'Nee' })).rejects.toEqual(
    refused('move-not-possible'),
  )
})

test('an extension needs a reason and a later day, keeps the old one, and is missed again on its own day', async ({
  ctx,
}) => {
  const { commitment, matters } = await settledOnAnnouncement(ctx)
  await noteMissed(on(ctx, '2024-12-03'), { commitment, today: '2024-12-03' })
  const clerk = await as(ctx, 'clerk', '2024-12-10')
  const extend = { commitment, version: 3, to: '2025-03-01', reason: 'Het college vroeg uitstel' }
  await expect(extendCommitment(clerk, { ...extend, reason: '' })).rejects.toEqual(
    invalid('reason', 'needed'),
  )
  await expect(extendCommitment(clerk, { ...extend, to: '2024-12-02' })).rejects.toEqual(
    invalid('to', 'date-too-early'),
  )
  await extendCommitment(clerk, extend)
  expect(await commitmentNow(ctx, commitment)).toMatchObject({
    state: 'open',
    extended_to: '2025-03-01',
    check_on: '2024-12-02',
    missed_on: '2024-12-02',
  })
  const rows = await ctx.tx
    .selectFrom('council.commitment_extension')
    .select(['old_day', 'new_day', 'reason'])
    .execute()
  expect(rows).toEqual([
    { old_day: '2024-12-02', new_day: '2025-03-01', reason: 'Het college vroeg uitstel' },
  ])
  expect((await matterNow(ctx, matters[0]!)).state).toBe('reopened')
  expect(await missedCommitments(ctx, '2025-03-01')).toEqual([])
  expect(await missedCommitments(ctx, '2025-03-02')).toEqual([commitment])
})

test('the clerk picks a check date, or none; never where the letter has its own', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  const set = { commitment: sample.commitment, version: 2 }
  await expect(setCheckDate(clerk, { ...set, on: '2024-09-01' })).rejects.toEqual(
    invalid('on', 'date-too-early'),
  )
  await setCheckDate(clerk, { ...set, on: null })
  expect(await commitmentNow(ctx, sample.commitment)).toMatchObject({
    check_on: null,
    check_source: 'none-agreed',
  })
  await setCheckDate(clerk, { ...set, version: 3, on: '2024-10-15' })
  expect(await commitmentNow(ctx, sample.commitment)).toMatchObject({
    check_on: '2024-10-15',
    check_source: 'clerk',
  })
  const dated = await another(ctx, sample, '2024-11-01')
  await expect(setCheckDate(clerk, { commitment: dated, version: 1, on: '2024-12-01' })).rejects.toEqual(
    refused('move-not-possible'),
  )
})

test.for([
  ['2024-10-31', { check_on: '2024-10-31', check_source: 'clerk' }],
  ['none-agreed', { check_on: null, check_source: 'none-agreed' }],
  ['', { check_on: '2024-12-02', check_source: 'ours' }],
] as const)('chosen while registering: "%s"', async ([typed, expected], { ctx }) => {
  await setUpTestTown(ctx)
  const document = await readDocument(ctx, { pages: letterPages, reading: letterReading() })
  const { review } = await deskDocument(ctx, { document })
  const edited = editReview(review!, { '/commitments/0/check': typed })
  const { version } = await saveReview(ctx, { document, version: 0, review: edited.review })
  await registerDocument(ctx, { document, version })
  const row = await ctx.tx.selectFrom('council.commitment').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject(expected)
})

test('a check date that is no day stops the registration', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const document = await readDocument(ctx, { pages: letterPages, reading: letterReading() })
  const { review } = await deskDocument(ctx, { document })
  const edited = editReview(review!, { '/commitments/0/check': '31-10-2024' })
  const { version } = await saveReview(ctx, { document, version: 0, review: edited.review })
  await expect(registerDocument(ctx, { document, version })).rejects.toEqual(
    invalid('/commitments/0/check', 'date-invalid'),
  )
})

test('a commitment replaces another: the old one lapses, and what rested on it rests on the new one', async ({
  ctx,
}) => {
  const sample = await settledOnAnnouncement(ctx)
  const later = await another(ctx, sample, '2025-05-01')
  const clerk = await as(ctx, 'clerk', '2024-10-02')
  await expect(
    relateCommitments(clerk, { commitment: later, version: 1, kind: 'replaces', other: later }),
  ).rejects.toEqual(invalid('other', 'not-a-choice'))
  await relateCommitments(clerk, {
    commitment: later,
    version: 1,
    kind: 'replaces',
    other: sample.commitment,
  })
  expect((await commitmentNow(ctx, sample.commitment)).state).toBe('lapsed')
  await expect(
    relateCommitments(clerk, { commitment: sample.commitment, version: 3, kind: 'amends', other: later }),
  ).rejects.toEqual(invalid('other', 'goes-in-a-circle'))
  expect(await missedCommitments(ctx, '2025-01-01')).toEqual([])
  expect(await noteMissed(on(ctx, '2025-05-02'), { commitment: later, today: '2025-05-02' })).toEqual({
    commitment: later,
    reopened: sample.matters,
  })
})

test('a commitment replaces a motion only when that was withdrawn; undone, the relation no longer stands', async ({
  ctx,
}) => {
  const sample = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  const relate = (motion: number, version = 2) =>
    relateCommitments(clerk, { commitment: sample.commitment, version, kind: 'replaces-motion', motion })
  await expect(relate(sample.motion.id)).rejects.toEqual(invalid('motion', 'motion-not-withdrawn'))
  const paper = motionPaper({
    number: 'C3',
    title: 'Hek',
    date: '2024-04-04',
    outcome: 'withdrawn',
    request: 'een hek te plaatsen',
  })
  const { motions } = await registerDocument(ctx, { document: await readDocument(ctx, paper), version: 0 })
  const { version } = await relate(motions[0]!.id)
  const standing = () => sql`select 1 from council.standing_relation`.execute(ctx.tx)
  expect((await standing()).rows).toHaveLength(1)
  await undoLastStep(clerk, { commitment: sample.commitment, version })
  expect((await standing()).rows).toHaveLength(0)
})

test('undo puts back what was, step by step, until a decision or the registration', async ({ ctx }) => {
  const { matters, document } = await registerSample(ctx)
  const matter = matters[0]!
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const undo = (ctx: Ctx, version: number) => undoLastStep(ctx, { matter, version })
  await expect(undo(clerk, 1)).rejects.toEqual(refused('nothing-to-undo'))
  await startMatter(clerk, { matter, version: 1 })
  await expect(undo(officer, 2)).rejects.toThrow('denied')
  const { proposal } = await proposeSettlement(officer, {
    matter,
    version: 2,
    outcome: 'carried-out',
    evidence: [words(document, announcement)],
  })
  expect(await undo(officer, 3)).toMatchObject({ undone: 'propose', version: 4 })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'in-progress', proposal_id: null })
  const row = await ctx.tx
    .selectFrom('council.settlement_proposal')
    .select('state')
    .where('id', '=', proposal)
    .executeTakeFirstOrThrow()
  expect(row.state).toBe('withdrawn')
  expect(await undo(clerk, 4)).toMatchObject({ undone: 'start' })
  expect((await matterNow(ctx, matter)).state).toBe('open')
  expect(await stepsOf(ctx, matter)).toEqual([
    'register open>open',
    'start open>in-progress',
    'propose in-progress>proposed',
    'undo proposed>in-progress',
    'undo in-progress>open',
  ])

  const again = await proposeSettlement(officer, {
    matter,
    version: 5,
    outcome: 'carried-out',
    evidence: [words(document, announcement)],
  })
  const decider = await as(ctx, 'second-clerk', '2024-09-12')
  await decideSettlement(decider, { matter, version: 6, proposal: again.proposal, verdict: 'accept' })
  await expect(undo(decider, 7)).rejects.toEqual(refused('decision-stands'))
  await reopenMatter(decider, { matter, version: 7, cause: 'by-hand', reason: 'Vergissing' })
  await undo(decider, 8)
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'settled', outcome: 'carried-out' })
})

test('undo does not take back the calendar, nor settle again on a commitment that no longer runs', async ({
  ctx,
}) => {
  const { commitment, matters } = await settledOnAnnouncement(ctx)
  const clerk = await as(ctx, 'clerk', '2024-10-01')
  await reopenMatter(clerk, { matter: matters[0]!, version: 3, cause: 'by-hand', reason: 'Te vroeg' })
  await noteMissed(on(ctx, '2025-01-20'), { commitment, today: '2025-01-20' })
  const later = await as(ctx, 'clerk', '2025-01-21')
  await expect(undoLastStep(later, { commitment, version: 3 })).rejects.toEqual(refused('made-by-calendar'))
  await expect(undoLastStep(later, { matter: matters[1]!, version: 4 })).rejects.toEqual(
    refused('made-by-calendar'),
  )
  await expect(undoLastStep(later, { matter: matters[0]!, version: 4 })).rejects.toEqual(
    refused('commitment-not-running'),
  )
})

test('undone keeping: open again, and missed on its day', async ({ ctx }) => {
  const { commitment, document } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-10-01')
  const { version } = await keepCommitment(clerk, {
    commitment,
    version: 2,
    how: 'kept',
    evidence: [words(document, announcement)],
  })
  expect(await missedCommitments(ctx, '2025-01-01')).toEqual([])
  await undoLastStep(clerk, { commitment, version })
  expect(await missedCommitments(ctx, '2025-01-01')).toEqual([commitment])
})

test('undone objection and undone hold: the proposal waits as before, and nothing needs an answer', async ({
  ctx,
}) => {
  const { matters, document, motion } = await registerSample(ctx)
  const matter = matters[0]!
  const { proposal } = await proposeSettlement(await as(ctx, 'policy-officer', '2024-07-08'), {
    matter,
    version: 1,
    outcome: 'carried-out',
    evidence: [words(document, announcement)],
  })
  const clerk = await as(ctx, 'clerk', '2024-07-10')
  await objectToProposal(clerk, { matter, version: 2, submitter: 0, reason: 'Vergist' })
  const waiting = async () =>
    (await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...motion })).matters[0]!.proposal!
  expect(await waiting()).toMatchObject({ state: 'objected', objections: [{ reason: 'Vergist' }] })
  await undoLastStep(clerk, { matter, version: 3 })
  expect(await waiting()).toMatchObject({ id: proposal, state: 'proposed', objections: [] })
  await holdProposal(clerk, { matter, version: 4, reason: 'Later' })
  await undoLastStep(clerk, { matter, version: 5 })
  expect(await waiting()).toMatchObject({ state: 'proposed' })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'proposed', held: false })
  await decideSettlement(await as(ctx, 'clerk', '2024-09-12'), {
    matter,
    version: 6,
    proposal,
    verdict: 'accept',
  })
  expect((await matterNow(ctx, matter)).state).toBe('settled')
})
