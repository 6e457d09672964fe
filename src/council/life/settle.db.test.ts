import { expect } from 'vitest'
import { motionPaper, readDocument } from '../../../test/council.ts'
import { actAs, test } from '../../../test/database.ts'
import {
  accounts,
  announcement,
  as,
  commitmentNow,
  matterNow,
  on,
  person,
  registerSample,
  stepsOf,
  words,
} from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, Invalid } from '../../errors.ts'
import { registerDocument } from '../register-document.ts'
import { agreeTerm } from './agree-term.ts'
import { assignOwner } from './assign-owner.ts'
import { beginFollowing } from './begin-following.ts'
import { correctDecision, decideSettlement } from './decide-settlement.ts'
import { followEarlier } from './follow-earlier.ts'
import { holdProposal } from './hold-proposal.ts'
import { linkAccount } from './link-account.ts'
import { noteProgress } from './note-progress.ts'
import { objectToProposal } from './object-to-proposal.ts'
import { type ProposeSettlement, proposeSettlement } from './propose-settlement.ts'
import { reopenMatter } from './reopen-matter.ts'
import { startMatter } from './start-matter.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

const refused = (code: string) => expect.objectContaining({ code })
const invalid = (field: string, code: string) => expect.objectContaining({ fields: [{ field, code }] })

/** Proposed by an official on 8 July 2024: objections until 22 July. */
async function proposed(
  ctx: Ctx,
  outcome: ProposeSettlement['outcome'] = 'carried-out',
  text = announcement,
) {
  const sample = await registerSample(ctx)
  const matter = sample.matters[0]!
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const step = await proposeSettlement(officer, {
    matter,
    version: 1,
    outcome,
    evidence: [words(sample.document, text)],
    explanation: 'Het plan komt. Mail gerust naar kanarie@testdorp.example.',
  })
  return { ...sample, matter, ...step }
}

test('an adopted motion is followed part by part, with the standard term and its source; a rejected one is not', async ({
  ctx,
}) => {
  const { matters, motion, commitment } = await registerSample(ctx)
  expect(matters).toHaveLength(3)
  for (const id of matters) {
    expect(await matterNow(ctx, id)).toMatchObject({
      state: 'open',
      term_source: 'standard',
      term_not_after: '2024-07-04',
      term_basis: 'test standardTermWeeks',
      version: 1,
    })
    expect(await stepsOf(ctx, id)).toEqual(['register open>open'])
  }
  expect(await commitmentNow(ctx, commitment)).toMatchObject({
    state: 'open',
    due_not_before: '2024-09-02',
    check_on: '2024-12-02',
    check_source: 'ours',
  })
  expect(await beginFollowing(ctx, [motion.id])).toBe(0)
  expect(await followEarlier((work) => work(ctx))).toEqual({ matters: 0, commitments: 0 })

  for (const [outcome, number, followed] of [
    ['rejected', 'A1', 0],
    ['taken-over', 'A2', 1],
    ['unknown', 'A3', 0],
  ] as const) {
    const paper = motionPaper({ number, title: number, date: '2024-05-02', outcome, request: 'iets te doen' })
    const document = await readDocument(ctx, paper)
    const { motions } = await registerDocument(ctx, { document, version: 0 })
    const rows = await ctx.tx
      .selectFrom('council.matter')
      .select('id')
      .where('motion_id', '=', motions[0]!.id)
      .execute()
    expect(rows, outcome).toHaveLength(followed)
  }
})

test('work on a matter: started, owners, an agreed term, an interim report; the official is nowhere public', async ({
  ctx,
}) => {
  const { matters, document } = await registerSample(ctx, {}, { assigned: false })
  const matter = matters[0]!
  const holder = await ctx.tx
    .insertInto('council.person')
    .values({ municipality: 'testdorp', name: 'Ada Bestuur', family_name: 'Bestuur' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  expect(await startMatter(clerk, { matter, version: 1 })).toMatchObject({ version: 2 })
  await assignOwner(clerk, {
    matter,
    version: 2,
    portfolioHolder: holder.id,
    official: { account: null, name: 'Kanarie Ambtenaar' },
  })
  await assignOwner(clerk, { matter, version: 3, official: { account: null, name: 'Kanarie Opvolger' } })
  await agreeTerm(clerk, {
    matter,
    version: 4,
    notAfter: '2024-10-01',
    reason: 'Afgesproken in de commissie',
  })
  await noteProgress(clerk, {
    matter,
    version: 5,
    text: 'De banken zijn besteld; bel 06 12345678',
    place: words(document, announcement),
  })
  expect(await matterNow(ctx, matter)).toMatchObject({
    state: 'in-progress',
    portfolio_holder_id: holder.id,
    term_source: 'agreed',
    term_not_after: '2024-10-01',
    version: 6,
  })
  const official = await ctx.tx.selectFrom('council.matter_official').select('name').execute()
  expect(official).toEqual([{ name: 'Kanarie Opvolger' }])
  const history = await ctx.tx.selectFrom('council.matter_history').selectAll().execute()
  expect(JSON.stringify(history)).not.toMatch(/Kanarie|12345678/)
  const details = await ctx.tx.selectFrom('council.matter_history_detail').selectAll().execute()
  expect(details.filter((one) => one.actor_id === accounts.clerk)).toHaveLength(5)
  const audit = await ctx.tx.selectFrom('audit.entry').select('event').execute()
  for (const event of [
    'matter.registered',
    'matter.started',
    'matter.assigned',
    'matter.term-agreed',
    'matter.progress-noted',
  ]) {
    expect(audit.map((one) => one.event)).toContain(event)
  }
})

test.for([
  ['a day to come', { on: '2024-07-09' }, invalid('on', 'date-in-future')],
  ['no day', { on: '2024-02-30' }, invalid('on', 'date-invalid')],
  ['an older version', { version: 0 }, refused('changed-by-other')],
  ['another matter', { matter: 999_999 }, refused('not-found')],
] as const)('starting is refused for %s', async ([, change, error], { ctx }) => {
  const { matters } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  await expect(startMatter(clerk, { matter: matters[0]!, version: 1, ...change })).rejects.toEqual(error)
})

test('a councillor starts nothing, and nobody of another municipality finds the matter', async ({ ctx }) => {
  const { matters } = await registerSample(ctx)
  const councillor = await as(ctx, 'councillor', '2024-07-08')
  await expect(startMatter(councillor, { matter: matters[0]!, version: 1 })).rejects.toThrow(Denied)
  const stranger = await actAs(ctx, { ...person('clerk'), municipality: 'elders' })
  await expect(startMatter(stranger, { matter: matters[0]!, version: 1 })).rejects.toEqual(
    refused('not-found'),
  )
})

test('a proposal and a decision are apart: the clerk enters what the council decided, and the others stay open', async ({
  ctx,
}) => {
  const { matter, matters, proposal, commitments } = await proposed(ctx)
  expect(commitments).toEqual([])
  expect(await matterNow(ctx, matter)).toMatchObject({
    state: 'proposed',
    proposal_id: proposal,
    outcome: null,
  })
  const evidence = await ctx.tx.selectFrom('council.settlement_evidence').select('quotation').execute()
  expect(evidence).toEqual([{ quotation: announcement }])
  const row = await ctx.tx.selectFrom('council.settlement_proposal').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ objection_until: '2024-07-22', origin: 'own' })
  expect(row.explanation).not.toContain('kanarie')

  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const { decision } = await decideSettlement(clerk, {
    matter,
    version: 2,
    proposal,
    verdict: 'accept',
    on: '2024-09-10',
  })
  expect(await matterNow(ctx, matter)).toMatchObject({
    state: 'settled',
    outcome: 'carried-out',
    decision_id: decision,
    proposal_id: null,
  })
  const decided = await ctx.tx.selectFrom('council.settlement_decision').selectAll().executeTakeFirstOrThrow()
  expect(decided).toMatchObject({ body: 'council', verdict: 'accept', decided_on: '2024-09-10' })
  expect(decided.meeting_id).not.toBeNull()
  expect(await stepsOf(ctx, matter)).toEqual([
    'register open>open',
    'propose open>proposed',
    'accept proposed>settled',
  ])
  expect((await matterNow(ctx, matters[1]!)).state).toBe('open')
})

const nowhere = [{ page: 9, start: 0, end: 4 }]
test.for<[string, (document: number) => Partial<ProposeSettlement>, unknown]>([
  ['no evidence', () => ({ evidence: [] }), refused('evidence-missing')],
  [
    'unknown evidence from a person',
    () => ({ evidence: [{ kind: 'unknown' }] }),
    refused('evidence-unknown'),
  ],
  [
    'words that stand nowhere',
    (document) => ({ evidence: [{ kind: 'passage', document, at: nowhere }] }),
    invalid('evidence/0', 'passage-missing'),
  ],
  [
    'a commitment of another motion',
    () => ({ commitments: [999_999] }),
    invalid('commitments', 'not-a-choice'),
  ],
])('proposing is refused with %s', async ([, change, error], { ctx }) => {
  const { matters, document } = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const evidence = [words(document, announcement)]
  await expect(
    proposeSettlement(officer, {
      matter: matters[0]!,
      version: 1,
      outcome: 'carried-out',
      evidence,
      ...change(document),
    }),
  ).rejects.toEqual(error)
})

test('a settlement of an old register may rest on unknown evidence, and says so', async ({ ctx }) => {
  const { matters } = await registerSample(ctx)
  const { proposal } = await proposeSettlement(on(ctx, '2024-07-08'), {
    matter: matters[0]!,
    version: 1,
    outcome: 'carried-out',
    evidence: [{ kind: 'unknown' }],
  })
  const row = await ctx.tx
    .selectFrom('council.settlement_proposal')
    .select('origin')
    .executeTakeFirstOrThrow()
  const evidence = await ctx.tx
    .selectFrom('council.settlement_evidence')
    .select('kind')
    .where('proposal_id', '=', proposal)
    .execute()
  expect([row.origin, evidence]).toEqual(['imported', [{ kind: 'unknown' }]])
})

test('settled on an announcement alone: its commitment carries it, and a public reason is needed', async ({
  ctx,
}) => {
  const { matter, proposal, commitments, commitment } = await proposed(ctx, 'announced')
  expect(commitments).toEqual([commitment])
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const decide = { matter, version: 2, proposal, verdict: 'accept' as const }
  await expect(decideSettlement(clerk, decide)).rejects.toEqual(invalid('reason', 'needed'))
  await decideSettlement(clerk, { ...decide, reason: 'De raad wacht het plan af' })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'settled', outcome: 'announced' })
})

test('words that are no commitment yet become one, without a date of our making', async ({ ctx }) => {
  const { document } = await registerSample(ctx)
  const other = motionPaper({
    number: 'B2',
    title: 'Bomen',
    date: '2024-05-02',
    outcome: 'adopted',
    request: 'te planten',
  })
  const paper = await readDocument(ctx, other)
  const { motions } = await registerDocument(ctx, { document: paper, version: 0 })
  const [row] = await ctx.tx
    .selectFrom('council.matter')
    .select('id')
    .where('motion_id', '=', motions[0]!.id)
    .execute()
  const officer = await as(ctx, 'portfolio-holder', '2024-07-08')
  const { commitments } = await proposeSettlement(officer, {
    matter: row!.id,
    version: 1,
    outcome: 'announced',
    evidence: [words(document, announcement)],
  })
  expect(commitments).toHaveLength(1)
  expect(await commitmentNow(ctx, commitments[0]!)).toMatchObject({
    text: announcement,
    made_on: '2024-07-02',
    state: 'open',
    due_not_before: null,
    check_on: null,
    check_source: null,
  })
})

test.for([
  ['second-clerk', '2024-07-22', 'objection-window-open'],
  ['portfolio-holder', '2024-09-12', 'not-deciding-body'],
  ['policy-officer', '2024-09-12', 'not-deciding-body'],
  ['councillor', '2024-09-12', 'not-deciding-body'],
] as const)('%s does not decide on %s: %s', async ([role, day, code], { ctx }) => {
  const { matter, proposal } = await proposed(ctx)
  const actor = await as(ctx, role, day)
  await expect(decideSettlement(actor, { matter, version: 2, proposal, verdict: 'accept' })).rejects.toEqual(
    refused(code),
  )
})

test('the clerk who proposed does not enter the decision; a colleague does', async ({ ctx }) => {
  const { matters, document } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  const { proposal } = await proposeSettlement(clerk, {
    matter: matters[0]!,
    version: 1,
    outcome: 'not',
    evidence: [words(document, announcement)],
  })
  const decide = { matter: matters[0]!, version: 2, proposal, verdict: 'accept' as const }
  await expect(decideSettlement(await as(ctx, 'clerk', '2024-09-12'), decide)).rejects.toEqual(
    refused('own-proposal'),
  )
  await decideSettlement(await as(ctx, 'second-clerk', '2024-09-12'), decide)
})

test('the college decides where the settings say so, from the day that they do', async ({ ctx }) => {
  const { matter, proposal } = await proposed(ctx)
  await ctx.tx
    .insertInto('council.setting')
    .values({
      municipality: 'testdorp',
      key: 'decidingBody',
      valid_from: '2024-10-01',
      value: JSON.stringify('college'),
      source: 'test',
    })
    .execute()
  const holder = await as(ctx, 'portfolio-holder', '2024-10-02')
  const decide = { matter, version: 2, proposal, verdict: 'accept' as const }
  await expect(decideSettlement(holder, { ...decide, on: '2024-09-30' })).rejects.toEqual(
    refused('not-deciding-body'),
  )
  await decideSettlement(holder, decide)
  const row = await ctx.tx.selectFrom('council.settlement_decision').select(['body', 'meeting_id']).execute()
  expect(row).toEqual([{ body: 'college', meeting_id: null }])
})

test('rejected: in progress again, with a reason, and a new proposal is possible', async ({ ctx }) => {
  const { matter, proposal, document } = await proposed(ctx)
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const decide = { matter, version: 2, proposal, verdict: 'reject' as const }
  await expect(decideSettlement(clerk, { ...decide, reason: '  ' })).rejects.toEqual(
    invalid('reason', 'needed'),
  )
  const step = await decideSettlement(clerk, { ...decide, reason: 'De vijver heeft geen bank' })
  expect(await matterNow(ctx, matter)).toMatchObject({
    state: 'in-progress',
    outcome: null,
    decision_id: null,
  })
  const officer = await as(ctx, 'policy-officer', '2024-09-20')
  await proposeSettlement(officer, {
    matter,
    version: step.version,
    outcome: 'partly',
    evidence: [words(document, 'banken bij de vijver')],
  })
  expect((await matterNow(ctx, matter)).state).toBe('proposed')
})

test('a submitter objects within the window, as themselves or through the clerk; deciding then needs an answer', async ({
  ctx,
}) => {
  const { matter, proposal } = await proposed(ctx)
  const councillor = await as(ctx, 'councillor', '2024-07-15')
  const object = { matter, version: 2, submitter: 0, reason: 'Er staat nog niets' }
  await expect(objectToProposal(councillor, object)).rejects.toThrow(Denied)
  const lindeboom = await ctx.tx
    .selectFrom('council.person')
    .select('id')
    .where('name', '=', 'Bram Lindeboom')
    .executeTakeFirstOrThrow()
  await linkAccount(ctx, { account: accounts.councillor, person: lindeboom.id })
  await expect(objectToProposal(councillor, { ...object, submitter: 1 })).rejects.toEqual(
    invalid('submitter', 'not-a-choice'),
  )
  await expect(objectToProposal(await as(ctx, 'councillor', '2024-07-23'), object)).rejects.toEqual(
    refused('objection-window-closed'),
  )
  await objectToProposal(councillor, object)
  const history = await ctx.tx
    .selectFrom('council.matter_history')
    .select(['by_role', 'by_name', 'reason'])
    .where('step', '=', 'object')
    .execute()
  expect(history).toEqual([
    { by_role: 'councillor', by_name: 'Bram Lindeboom', reason: 'Er staat nog niets' },
  ])
  await objectToProposal(await as(ctx, 'clerk', '2024-07-16'), {
    ...object,
    version: 3,
    reason: 'Ook per brief',
  })

  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const decide = { matter, version: 4, proposal, verdict: 'accept' as const }
  await expect(decideSettlement(clerk, decide)).rejects.toBeInstanceOf(Invalid)
  await decideSettlement(clerk, { ...decide, reason: 'De bank staat er sinds augustus' })
})

test('held once and decided later; withdrawn is in progress again', async ({ ctx }) => {
  const { matter, matters, proposal, document } = await proposed(ctx)
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  await holdProposal(clerk, { matter, version: 2, reason: 'Na de begroting' })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'proposed', held: true })
  await expect(holdProposal(clerk, { matter, version: 3, reason: 'Nog eens' })).rejects.toEqual(
    refused('move-not-possible'),
  )
  await decideSettlement(clerk, { matter, version: 3, proposal, verdict: 'accept' })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'settled', held: false })

  const officer = await as(ctx, 'policy-officer', '2024-09-12')
  const second = await proposeSettlement(officer, {
    matter: matters[1]!,
    version: 1,
    outcome: 'not',
    evidence: [words(document, announcement)],
  })
  const step = await withdrawProposal(officer, { matter: matters[1]!, version: 2, reason: 'Te vroeg' })
  expect((await matterNow(ctx, matters[1]!)).state).toBe('in-progress')
  await expect(
    decideSettlement(clerk, {
      matter: matters[1]!,
      version: step.version,
      proposal: second.proposal,
      verdict: 'accept',
    }),
  ).rejects.toEqual(refused('move-not-possible'))
})

test('a decision is corrected by a new one that names it, and a settled matter is reopened by new evidence', async ({
  ctx,
}) => {
  const { matter, proposal, document } = await proposed(ctx)
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const { decision } = await decideSettlement(clerk, { matter, version: 2, proposal, verdict: 'accept' })
  const correct = { matter, version: 3, outcome: 'partly' as const, reason: 'De raad besloot: deels' }
  await expect(correctDecision(await as(ctx, 'policy-officer', '2024-09-13'), correct)).rejects.toEqual(
    refused('not-deciding-body'),
  )
  await expect(
    correctDecision(await as(ctx, 'clerk', '2024-09-13'), { ...correct, outcome: 'announced' }),
  ).rejects.toEqual(refused('commitment-not-running'))
  const corrected = await correctDecision(await as(ctx, 'clerk', '2024-09-13'), correct)
  expect(await matterNow(ctx, matter)).toMatchObject({
    state: 'settled',
    outcome: 'partly',
    decision_id: corrected.decision,
  })
  const rows = await ctx.tx
    .selectFrom('council.settlement_decision')
    .select(['id', 'corrects'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { id: decision, corrects: null },
    { id: corrected.decision, corrects: decision },
  ])
  await reopenMatter(await as(ctx, 'clerk', '2024-10-01'), {
    matter,
    version: 4,
    cause: 'new-evidence',
    reason: 'De bank is weg',
    place: words(document, 'banken bij de vijver'),
  })
  expect(await matterNow(ctx, matter)).toMatchObject({ state: 'reopened', outcome: null, decision_id: null })
  expect((await stepsOf(ctx, matter)).slice(-2)).toEqual([
    'correct settled>settled',
    'reopen settled>reopened',
  ])
})
