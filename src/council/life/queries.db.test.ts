import { expect } from 'vitest'
import { motionPaper, publicDb, readDocument } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import {
  accounts,
  announcement,
  as,
  matterNow,
  on,
  person,
  registerSample,
  words,
} from '../../../test/life.ts'
import type { Actor, Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { motionDossier } from '../public-motion.ts'
import { registerDocument } from '../register-document.ts'
import { assignOwner } from './assign-owner.ts'
import { noteMissed } from './check-missed.ts'
import { decideSettlement } from './decide-settlement.ts'
import { attention } from './desk-attention.ts'
import { commitmentAtDesk, mattersAtDesk } from './desk-matters.ts'
import { extendCommitment } from './extend-commitment.ts'
import { keepCommitment } from './keep-commitment.ts'
import { letterCoverage } from './letter-coverage.ts'
import { linkAccount } from './link-account.ts'
import { objectToProposal } from './object-to-proposal.ts'
import { proposeSettlement } from './propose-settlement.ts'
import { relateCommitments } from './relate-commitments.ts'
import { startMatter } from './start-matter.ts'
import { undoLastStep } from './undo-last-step.ts'

/** Proposed, objected to, decided, missed, reopened, extended, kept: everything once. */
async function wholeCourse(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const matter = sample.matters[0]!
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  await assignOwner(officer, {
    matter,
    version: 1,
    official: { account: accounts['policy-officer'], name: 'Kanarie Ambtenaar' },
  })
  const { proposal } = await proposeSettlement(officer, {
    matter,
    version: 2,
    outcome: 'announced',
    evidence: [words(sample.document, announcement)],
    explanation: 'Het plan komt',
  })
  const { id } = await ctx.tx
    .selectFrom('council.person')
    .select('id')
    .where('name', '=', 'Bram Lindeboom')
    .executeTakeFirstOrThrow()
  await linkAccount(ctx, { account: accounts.councillor, person: id })
  await objectToProposal(await as(ctx, 'councillor', '2024-07-10'), {
    matter,
    version: 3,
    submitter: 0,
    reason: 'Er is niets',
  })
  await decideSettlement(await as(ctx, 'clerk', '2024-09-12'), {
    matter,
    version: 4,
    proposal,
    verdict: 'accept',
    reason: 'De raad wacht af',
  })
  await noteMissed(on(ctx, '2025-01-20'), { commitment: sample.commitment, today: '2025-01-20' })
  const clerk = await as(ctx, 'clerk', '2025-01-21')
  await extendCommitment(clerk, {
    commitment: sample.commitment,
    version: 3,
    to: '2025-06-01',
    reason: 'Uitstel gevraagd',
  })
  return { ...sample, matter, proposal }
}

test('the dossier tells the whole course of each matter, and how its commitments fare', async ({ ctx }) => {
  const { motion, matter, proposal, commitment, document } = await wholeCourse(ctx)
  const officer = await as(ctx, 'policy-officer', '2025-02-01')
  await keepCommitment(officer, {
    commitment,
    version: 4,
    how: 'kept',
    evidence: [words(document, announcement)],
  })
  const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...motion })
  expect(dossier.matters).toHaveLength(3)
  expect(dossier.matters[0]).toMatchObject({
    id: matter,
    text: 'de vijver',
    state: 'reopened',
    outcome: null,
    owner: null,
    term: { source: 'standard', notAfter: '2024-07-04', basis: 'test standardTermWeeks' },
    proposal: null,
    decision: null,
    evidence: [],
    proposals: [
      {
        id: proposal,
        state: 'decided',
        outcome: 'announced',
        explanation: 'Het plan komt',
        objectionUntil: '2024-07-22',
        commitments: [commitment],
        evidence: [{ kind: 'passage', quotation: announcement, passage: { text: announcement } }],
        objections: [{ submitter: 'Bram Lindeboom', on: '2024-07-10', reason: 'Er is niets' }],
      },
    ],
    decisions: [
      {
        verdict: 'accept',
        outcome: 'announced',
        body: 'council',
        on: '2024-09-12',
        reason: 'De raad wacht af',
      },
    ],
  })
  expect(
    dossier.matters[0]!.history.map((one) => [one.step, one.by.role, one.by.name, one.cause, one.commitment]),
  ).toEqual([
    ['register', 'program', null, null, null],
    ['assign', 'policy-officer', null, null, null],
    ['propose', 'policy-officer', null, null, null],
    ['object', 'councillor', 'Bram Lindeboom', null, null],
    ['accept', 'clerk', null, null, null],
    ['reopen', 'program', null, 'commitment-missed', commitment],
  ])
  expect(dossier.matters.slice(1).map((one) => [one.text, one.state])).toEqual([
    ['de speeltuin', 'open'],
    ['het hek', 'open'],
  ])
  expect(dossier.commitments[0]!.life).toMatchObject({
    state: 'kept',
    due: { on: '2025-06-01', source: 'extension' },
    check: { on: '2024-12-02', source: 'ours' },
    missedOn: '2024-12-02',
    extensions: [{ on: '2025-01-21', from: '2024-12-02', to: '2025-06-01', reason: 'Uitstel gevraagd' }],
    kept: [{ on: '2025-02-01', how: 'kept', evidence: [{ quotation: announcement }] }],
  })
  expect(JSON.stringify(dossier)).not.toContain('Kanarie')
})

test('a settled matter shows its decision with the evidence under it; undone steps are marked', async ({
  ctx,
}) => {
  const sample = await registerSample(ctx)
  const [matter, other] = sample.matters as [number, number]
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const { proposal } = await proposeSettlement(officer, {
    matter,
    version: 1,
    outcome: 'carried-out',
    evidence: [words(sample.document, announcement)],
  })
  await decideSettlement(await as(ctx, 'clerk', '2024-09-12'), {
    matter,
    version: 2,
    proposal,
    verdict: 'accept',
  })
  await startMatter(officer, { matter: other, version: 1 })
  await undoLastStep(officer, { matter: other, version: 2 })
  const { matters } = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...sample.motion })
  expect(matters[0]).toMatchObject({
    state: 'settled',
    outcome: 'carried-out',
    decision: { proposal, corrects: null },
    evidence: [{ quotation: announcement }],
  })
  const [, start, undo] = matters[1]!.history
  expect([start!.undone, undo!.undoes]).toEqual([true, start!.id])
})

test('a commitment that replaced a withdrawn motion stands in the dossier of that motion', async ({
  ctx,
}) => {
  const sample = await registerSample(ctx)
  const paper = motionPaper({
    number: 'C3',
    title: 'Hek',
    date: '2024-04-04',
    outcome: 'withdrawn',
    request: 'een hek te plaatsen',
  })
  const { motions } = await registerDocument(ctx, { document: await readDocument(ctx, paper), version: 0 })
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  await relateCommitments(clerk, {
    commitment: sample.commitment,
    version: 2,
    kind: 'replaces-motion',
    motion: motions[0]!.id,
  })
  const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...motions[0]! })
  expect(dossier.matters).toEqual([])
  expect(dossier.commitments.map((one) => one.life.relations)).toEqual([
    [{ kind: 'replaces-motion', earlier: null, motion: motions[0]!.id }],
  ])
})

test('the clerk’s day: most urgent first, each with its rule and next step; it changes with the day', async ({
  ctx,
}) => {
  const { matters, commitment, motion } = await registerSample(ctx, {}, { assigned: false })
  const paper = motionPaper({
    number: 'D4',
    title: 'Zonder tekst',
    date: '2024-06-01',
    outcome: 'adopted',
    request: 'x',
  })
  const textless = {
    ...paper,
    reading: {
      ...paper.reading,
      kind: 'decision-list' as const,
      motions: [{ ...paper.reading.motions[0]!, requests: [] }],
    },
  }
  await registerDocument(ctx, { document: await readDocument(ctx, textless), version: 0 })
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const list = await attention(clerk, { today: '2024-09-12' })
  expect(
    list.items.map((one) => [one.reason, one.next, one.matter?.id ?? null, one.commitment?.id ?? null]),
  ).toEqual([
    ...matters.map((id) => ['term-passed', 'propose', id, null]),
    ['text-needed', 'add-text', null, null],
  ])
  expect(list.items[0]).toMatchObject({
    on: '2024-07-04',
    days: 70,
    source: 'test standardTermWeeks',
    also: ['claim-waits', 'owner-needed'],
    motions: [{ id: motion.id, number: 'H.4' }],
    matter: { text: 'de vijver', state: 'open', version: 1, owner: null, official: null },
  })
  expect(list.counts).toEqual({ 'term-passed': 3, 'text-needed': 1 })
  const later = await attention(clerk, { today: '2024-12-03', limit: 1 })
  expect(later).toMatchObject({
    total: 5,
    items: [
      {
        reason: 'commitment-late',
        on: '2024-12-02',
        days: 1,
        commitment: { id: commitment },
        source: 'test checkTermMonths',
      },
    ],
  })
  const before = await attention(clerk, { today: '2024-11-10' })
  expect(before.counts['commitment-near']).toBe(1)
  await assignOwner(clerk, {
    matter: matters[1]!,
    version: 1,
    official: { account: accounts['policy-officer'], name: 'Kanarie' },
  })
  const mine = await attention(clerk, { today: '2024-09-12', official: accounts['policy-officer'] })
  expect(mine.items.map((one) => one.matter?.id)).toEqual([matters[1]])
})

test('a kept commitment is offered as evidence, to what waits and to what was settled on it', async ({
  ctx,
}) => {
  const { matter, matters, motion, commitment, document } = await wholeCourse(ctx)
  const officer = await as(ctx, 'policy-officer', '2025-02-01')
  await keepCommitment(officer, {
    commitment,
    version: 4,
    how: 'kept',
    evidence: [words(document, announcement)],
  })
  const desk = await mattersAtDesk(officer, { motion: motion.id })
  for (const one of desk) {
    expect(one.offered).toMatchObject([{ commitment, evidence: [{ quotation: announcement }] }])
  }
  // The letter of July was weighed before the matter was reopened; it does not speak for it again.
  expect(desk.map((one) => one.suggestion.reason)).toEqual([
    'no-claim',
    'rests-on-announcement',
    'rests-on-announcement',
  ])
  const list = await attention(officer, { today: '2025-02-01' })
  expect(list.items.find((one) => one.matter?.id === matter)).toMatchObject({
    reason: 'reopened',
    also: expect.arrayContaining(['evidence-offered']),
  })
  await proposeSettlement(officer, {
    matter,
    version: (await matterNow(ctx, matter)).version,
    outcome: 'carried-out',
    evidence: [words(document, announcement)],
    on: '2025-02-01',
  })
  const after = await mattersAtDesk(officer, { motion: motion.id })
  expect(after.find((one) => one.id === matter)!.offered).toEqual([])
  expect(matters).toHaveLength(3)
})

test('the desk shows what each role may do now, and why not', async ({ ctx }) => {
  const { motion, matters, document, commitment } = await registerSample(ctx, {}, { assigned: false })
  const matter = matters[0]!
  await proposeSettlement(await as(ctx, 'portfolio-holder', '2024-07-08'), {
    matter,
    version: 1,
    outcome: 'announced',
    evidence: [words(document, announcement)],
  })
  const steps = async (role: Parameters<typeof as>[1], day: string) =>
    (await mattersAtDesk(await as(ctx, role, day), { motion: motion.id }))[0]!.steps.map(
      ({ step, refused }) => (refused ? `${step}: ${refused}` : step),
    )
  expect(await steps('policy-officer', '2024-07-09'), 'nobody assigned it to them').toEqual([])
  await ctx.tx
    .insertInto('council.matter_official')
    .values({
      municipality: 'testdorp',
      matter_id: matter,
      account_id: accounts['policy-officer'],
      name: 'Kanarie Ambtenaar',
    })
    .execute()
  expect(await steps('policy-officer', '2024-07-09')).toEqual([
    'withdraw-proposal',
    'assign',
    'agree-term',
    'note-progress',
  ])
  expect(await steps('councillor', '2024-07-09'), 'nobody said who this councillor is').toEqual([])
  const { person_id: submitter } = await ctx.tx
    .selectFrom('council.motion_submitter')
    .select('person_id')
    .where('motion_id', '=', motion.id)
    .executeTakeFirstOrThrow()
  await linkAccount(ctx, { account: accounts.councillor, person: submitter! })
  expect(await steps('councillor', '2024-07-09')).toEqual(['object'])
  expect(await steps('councillor', '2024-07-23')).toEqual(['object: objection-window-closed'])
  expect(await steps('clerk', '2024-07-09')).toEqual([
    'withdraw-proposal',
    'hold',
    'reject: objection-window-open',
    'accept: objection-window-open',
    'assign',
    'agree-term',
    'note-progress',
    'object',
  ])
  expect(await steps('clerk', '2024-07-23')).toContain('accept')
  const [first] = await mattersAtDesk(await as(ctx, 'clerk', '2024-07-23'), { motion: motion.id })
  expect(first).toMatchObject({ version: 2, act: 'do', undo: { step: 'propose' } })
  expect(Object.values(first!.takenBy)).toEqual(['test', 'Ada Bestuur'])
  const desk = await commitmentAtDesk(await as(ctx, 'clerk', '2024-07-23'), { commitment })
  expect(desk).toMatchObject({
    version: 2,
    offeredCheck: { kind: 'ours', on: '2024-12-02' },
    matters: [{ id: matter, text: 'de vijver', state: 'proposed' }],
    steps: ['keep', 'keep-partly', 'lapse', 'extend', 'relate', 'set-check-date'],
    undo: { refused: 'nothing-to-undo' },
  })
})

test('coverage of a letter: one sentence about three parts answers none of them apart', async ({ ctx }) => {
  const { document, motion } = await registerSample(ctx)
  const coverage = await letterCoverage(ctx, { document })
  expect(coverage).toMatchObject({ own: 0, shared: 3, unanswered: 0 })
  expect(coverage.motions).toMatchObject([
    {
      motion: { id: motion.id },
      matters: [
        {
          text: 'de vijver',
          kind: 'shared',
          suggestion: { outcome: 'announced' },
          claims: [{ basis: 'announced' }],
        },
        { text: 'de speeltuin', kind: 'shared' },
        { text: 'het hek', kind: 'shared' },
      ],
    },
  ])
})

test('a decision is offered by the rule of today and by that of the day of the proposal', async ({ ctx }) => {
  const { motion, matters, document } = await registerSample(ctx)
  await proposeSettlement(await as(ctx, 'second-clerk', '2024-07-08'), {
    matter: matters[0]!,
    version: 1,
    outcome: 'partly',
    evidence: [words(document, announcement)],
  })
  const offered = async (role: Parameters<typeof as>[1]) =>
    (await mattersAtDesk(await as(ctx, role, '2024-09-12'), { motion: motion.id }))[0]!.steps.some(
      ({ step, refused }) => step === 'accept' && refused === null,
    )
  expect(await offered('portfolio-holder')).toBe(false)
  await ctx.tx
    .insertInto('council.setting')
    .values({
      municipality: 'testdorp',
      key: 'decidingBody',
      valid_from: '2024-09-01',
      value: JSON.stringify('college'),
      source: 'test',
    })
    .execute()
  expect(await offered('portfolio-holder'), 'by the rule of today').toBe(true)
  expect(await offered('clerk'), 'the council may have decided in the summer').toBe(true)
  expect(await offered('second-clerk'), 'never who proposed it').toBe(false)
  expect(await offered('policy-officer')).toBe(false)
})

test('a visitor reads the course and no name of an official; unpublished, nothing of it', async ({
  databases,
}) => {
  const run = <T>(actor: Actor, command: (ctx: Ctx) => Promise<T>) => transact(databases.desk, actor, command)
  const { motion } = await run(testActor, wholeCourse)
  const dossier = await motionDossier(databases.public, { municipality: 'testdorp', ...motion })
  expect(dossier.matters[0]).toMatchObject({
    state: 'reopened',
    proposals: [{ evidence: [{ quotation: announcement }] }],
  })
  expect(dossier.commitments[0]!.life.extensions).toHaveLength(1)
  expect(await run(person('clerk'), (ctx) => attention(ctx, { today: '2025-01-21' }))).toMatchObject({
    total: 3,
  })

  const publicRows = async (table: string) => {
    const rows = await databases.public
      .selectFrom(`council.${table}` as 'council.matter')
      .selectAll()
      .execute()
    return JSON.stringify(rows)
  }
  const open = [
    'matter',
    'matter_history',
    'settlement_proposal',
    'settlement_evidence',
    'settlement_commitment',
    'settlement_objection',
    'settlement_decision',
    'commitment_history',
    'commitment_extension',
  ]
  for (const table of open) {
    const rows = await publicRows(table)
    expect(rows, table).not.toBe('[]')
    expect(rows, table).not.toContain('Kanarie')
    expect(rows, table).not.toContain(accounts.clerk)
  }
  await run(testActor, async (ctx) => {
    await ctx.tx
      .updateTable('council.published_document')
      .set({ published_at: null })
      .where('municipality', '=', 'testdorp')
      .execute()
  })
  expect(await publicRows('settlement_evidence')).toBe('[]')
  await run(testActor, async (ctx) => {
    await ctx.tx
      .updateTable('council.motion')
      .set({ published_at: null })
      .where('municipality', '=', 'testdorp')
      .execute()
    await ctx.tx
      .updateTable('council.commitment')
      .set({ published_at: null })
      .where('municipality', '=', 'testdorp')
      .execute()
  })
  for (const table of open) expect(await publicRows(table), table).toBe('[]')
})
