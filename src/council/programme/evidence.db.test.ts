/** What a programme did as evidence: taken up, shown, falling away, told; over a real database. */
import { sql } from 'kysely'
import { expect, test as pure } from 'vitest'
import { publicDb } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { accounts, announcement, as, commitmentNow, matterNow, words } from '../../../test/life.ts'
import { publishedWords, registerProgramme } from '../../../test/programme.ts'
import type { Ctx } from '../../ctx.ts'
import { addPerson, grantRole, setAddress } from '../../identity/index.ts'
import {
  addMilestone,
  changeMilestone,
  reportProgress,
  serve,
  takeBackReport,
  undoMilestone,
} from '../../programme/index.ts'
import { chainOf } from '../dossier-chain.ts'
import { timelineOf } from '../dossier-course.ts'
import { eventsBetween } from '../follow/events.ts'
import { tellFallen, tellFallenKept } from '../follow/index.ts'
import {
  attention,
  commitmentAtDesk,
  decideSettlement,
  type EvidenceKind,
  evidenceKinds,
  keepCommitment,
  mattersAtDesk,
  proposeSettlement,
  settlementOutcomes,
} from '../life/index.ts'
import { feedOf } from '../public-feeds-query.ts'
import { motionDossier } from '../public-motion.ts'
import { restoreLetter, withdrawLetter } from '../withdraw/index.ts'
import { adoptionPlaces } from './adoption-words.ts'
import { adoptAndKeep, keepableCommitments, reachMilestoneAndKeep } from './keep-with.ts'

const when = '2024-09-10'

async function begun(ctx: Ctx, options: { adopted?: boolean } = {}) {
  const sample = await registerProgramme(ctx, options)
  const officer = await as(ctx, 'policy-officer', when)
  const [pond] = sample.matters
  await serve(officer, { programme: sample.programme, action: sample.benches, kind: 'matter', of: pond! })
  await serve(officer, {
    programme: sample.programme,
    action: sample.benches,
    kind: 'commitment',
    of: sample.commitment,
  })
  const milestone = await addMilestone(officer, {
    action: sample.benches,
    title: 'Banken geplaatst',
    dueOn: null,
  })
  const quoted = words(sample.document, announcement)
  return { ...sample, officer, pond: pond!, milestone, quoted }
}
async function reached(ctx: Ctx, options: { adopted?: boolean } = {}) {
  const at = await begun(ctx, options)
  const { milestone, kept } = await reachMilestoneAndKeep(at.officer, {
    milestone: at.milestone.id,
    version: at.milestone.version,
    on: '2024-09-09',
    evidence: [at.quoted],
    commitments: [],
  })
  expect(kept).toEqual([])
  return { ...at, step: milestone }
}
const dossierOf = (ctx: Ctx, motion: { year: number; slug: string }) =>
  motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', year: motion.year, slug: motion.slug })
const settle = async (ctx: Ctx, at: Awaited<ReturnType<typeof reached>>) => {
  const { proposal } = await proposeSettlement(at.officer, {
    matter: at.pond,
    version: 1,
    outcome: 'carried-out',
    evidence: [{ kind: 'milestone', id: at.milestone.id }],
    on: when,
  })
  return decideSettlement(await as(ctx, 'clerk', '2024-10-01'), {
    matter: at.pond,
    version: 2,
    proposal,
    verdict: 'accept',
  })
}

pure.each(settlementOutcomes)(
  'only words announce; what was done carries %s unless it is that',
  (outcome) => {
    const carrying = (Object.keys(evidenceKinds) as EvidenceKind[]).filter((kind) =>
      evidenceKinds[kind].carries(outcome),
    )
    expect(carrying).toEqual(
      outcome === 'announced' ? ['passage'] : ['passage', 'milestone', 'action-report', 'unknown'],
    )
  },
)

test('a reached milestone is offered, taken up with what showed it, and stays as it was', async ({ ctx }) => {
  const at = await reached(ctx)
  const report = await reportProgress(
    at.officer,
    { action: at.benches, text: 'Drie banken staan er', on: when },
    publishedWords,
  )
  const before = (await mattersAtDesk(at.officer, { motion: at.motion.id }))[0]!
  expect(before.done.map(({ kind, quotation }) => [kind, quotation])).toEqual([
    ['action-report', 'Drie banken staan er'],
    ['milestone', 'Banken geplaatst'],
  ])
  expect((await commitmentAtDesk(at.officer, { commitment: at.commitment })).done).toHaveLength(2)
  expect(
    (await attention(await as(ctx, 'clerk', when), { today: when })).items.find(
      (one) => one.matter?.id === at.pond,
    ),
  ).toMatchObject({ also: expect.arrayContaining(['milestone-reached']) })
  await proposeSettlement(at.officer, {
    matter: at.pond,
    version: 1,
    outcome: 'carried-out',
    evidence: [
      { kind: 'milestone', id: at.milestone.id },
      { kind: 'action-report', id: report.history },
    ],
    on: when,
  })
  const dossier = await dossierOf(ctx, at.motion)
  expect(dossier.matters[0]!.evidence).toEqual([
    {
      kind: 'milestone',
      id: at.milestone.id,
      quotation: 'Banken geplaatst',
      programme: { slug: 'veilig-buiten', title: 'Veilig buiten' },
      action: { id: at.benches, number: '1.2', title: 'Banken bij de vijver' },
      on: '2024-09-09',
      own: [{ kind: 'passage', quotation: announcement, passage: expect.anything() }],
      fallen: null,
    },
    expect.objectContaining({ kind: 'action-report', quotation: 'Drie banken staan er', own: [] }),
  ])
  expect(dossier.programme).toMatchObject({
    runs: true,
    works: {
      [`matter-${at.pond}`]: [
        {
          programme: { slug: 'veilig-buiten', state: 'adopted' },
          action: { number: '1.2', milestones: { reached: 1, of: 1 }, lastReport: { on: when } },
        },
      ],
    },
  })
  expect(Object.keys(dossier.programme!.works)).toEqual([`matter-${at.pond}`, `commitment-${at.commitment}`])
  expect(timelineOf(dossier).filter(({ kind }) => kind === 'milestone')).toMatchObject([
    { on: '2024-09-09', matters: [at.pond] },
  ])
})

test('it is told in the feeds and in the weekly mail, each once, and not when it was taken back', async ({
  ctx,
}) => {
  const at = await reached(ctx)
  const feed = async (scope: Parameters<typeof feedOf>[1]['scope']) =>
    (await feedOf(publicDb(ctx.tx), { municipality: 'testdorp', scope })).events.filter(
      ({ fact }) => fact.kind === 'milestone',
    )
  const { year, slug } = at.motion
  for (const scope of [
    { kind: 'all' },
    { kind: 'motion', year, slug },
    { kind: 'commitment', id: at.commitment },
  ] as const)
    expect(await feed(scope), scope.kind).toMatchObject([
      { undone: false, on: '2024-09-09', fact: { text: 'Banken geplaatst', programme: 'veilig-buiten' } },
    ])
  const days = { from: '2024-09-09', until: '2024-09-16' }
  const told = async () =>
    (await eventsBetween(ctx, days)).get(at.motion.id)?.events.filter(({ what }) => what === 'milestone')
  expect(await told()).toMatchObject([{ on: '2024-09-09', text: 'Banken geplaatst' }])
  await undoMilestone(at.officer, { id: at.milestone.id, version: at.step.version })
  expect(await told()).toBeUndefined()
  expect(await feed({ kind: 'all' })).toMatchObject([{ undone: true }])
})

test('what is not reached, taken back, of a draft, or rests on what fell, is no evidence', async ({
  ctx,
}) => {
  const at = await begun(ctx)
  const propose = (evidence: Parameters<typeof proposeSettlement>[1]['evidence']) =>
    proposeSettlement(at.officer, { matter: at.pond, version: 1, outcome: 'carried-out', evidence, on: when })
  const wrong = (code: string) => ({ fields: [{ field: 'evidence/0', code }] })
  await expect(propose([{ kind: 'milestone', id: at.milestone.id }])).rejects.toMatchObject(
    wrong('milestone-not-reached'),
  )
  await expect(propose([{ kind: 'milestone', id: 999_999 }])).rejects.toMatchObject(
    wrong('milestone-not-reached'),
  )
  const report = await reportProgress(
    at.officer,
    { action: at.benches, text: 'Bijna', on: when },
    publishedWords,
  )
  await takeBackReport(at.officer, { action: at.benches, history: report.history })
  await expect(propose([{ kind: 'action-report', id: report.history }])).rejects.toMatchObject(
    wrong('report-taken-back'),
  )
  await expect(
    keepCommitment(at.officer, {
      commitment: at.commitment,
      version: 2,
      how: 'kept',
      evidence: [{ kind: 'action-report', id: report.history }],
    }),
  ).rejects.toMatchObject(wrong('report-taken-back'))
  await reachMilestoneAndKeep(at.officer, {
    milestone: at.milestone.id,
    version: at.milestone.version,
    on: when,
    evidence: [at.quoted],
    commitments: [],
  })
  await withdrawLetter(await as(ctx, 'clerk', '2024-09-20'), { document: at.document, reason: 'Fout' })
  const later = await as(ctx, 'policy-officer', '2024-09-21')
  await expect(
    proposeSettlement(later, {
      matter: at.pond,
      version: 1,
      outcome: 'carried-out',
      evidence: [{ kind: 'milestone', id: at.milestone.id }],
    }),
  ).rejects.toMatchObject(wrong('evidence-fallen'))
  expect((await mattersAtDesk(later, { motion: at.motion.id }))[0]!.done).toEqual([])
})

test('a draft is no evidence and keeps nothing', async ({ ctx }) => {
  const at = await reached(ctx, { adopted: false })
  await expect(
    proposeSettlement(at.officer, {
      matter: at.pond,
      version: 1,
      outcome: 'carried-out',
      evidence: [{ kind: 'milestone', id: at.milestone.id }],
      on: when,
    }),
  ).rejects.toMatchObject({ fields: [{ code: 'programme-not-adopted' }] })
  expect(await keepableCommitments(at.officer, { programme: at.programme, action: at.benches })).toEqual([])
})

test('a milestone keeps the commitment that its action serves, in one step', async ({ ctx }) => {
  const at = await begun(ctx)
  const among = await keepableCommitments(at.officer, { programme: at.programme, action: at.benches })
  expect(among).toMatchObject([{ id: at.commitment, version: 2, motions: [{ title: 'Banken in het park' }] }])
  expect(await keepableCommitments(at.officer, { programme: at.programme, action: at.lessons })).toEqual([])
  const input = {
    milestone: at.milestone.id,
    version: at.milestone.version,
    on: '2024-09-09',
    evidence: [at.quoted],
  }
  await expect(
    reachMilestoneAndKeep(at.officer, { ...input, commitments: [{ commitment: 999_999, version: 1 }] }),
  ).rejects.toMatchObject({ fields: [{ field: 'commitments', code: 'not-a-choice' }] })
})

test('the commitment is kept with the milestone as its evidence', async ({ ctx }) => {
  const at = await begun(ctx)
  const { kept } = await reachMilestoneAndKeep(at.officer, {
    milestone: at.milestone.id,
    version: at.milestone.version,
    on: '2024-09-09',
    evidence: [at.quoted],
    commitments: [{ commitment: at.commitment, version: 2 }],
  })
  expect(kept).toMatchObject([{ commitment: at.commitment }])
  expect(await commitmentNow(ctx, at.commitment)).toMatchObject({ state: 'kept' })
  const [commitment] = (await dossierOf(ctx, at.motion)).commitments
  expect(commitment!.life.kept).toMatchObject([
    {
      on: '2024-09-09',
      how: 'kept',
      evidence: [{ kind: 'milestone', quotation: 'Banken geplaatst', fallen: null }],
    },
  ])
  const now = await ctx.tx
    .selectFrom('programme.milestone')
    .select('version')
    .where('id', '=', at.milestone.id)
    .executeTakeFirstOrThrow()
  await undoMilestone(await as(ctx, 'policy-officer', '2024-09-12'), {
    id: at.milestone.id,
    version: now.version,
  })
  const after = (await dossierOf(ctx, at.motion)).commitments[0]!.life.kept[0]!.evidence[0]
  expect(after).toMatchObject({ fallen: { cause: 'taken-back', on: '2024-09-12' } })
  const clerk = await as(ctx, 'clerk', '2024-09-13')
  expect(
    (await attention(clerk, { today: '2024-09-13' })).items.find((one) => one.commitment !== null),
  ).toMatchObject({ reason: 'evidence-withdrawn', on: '2024-09-12', commitment: { id: at.commitment } })
  expect(await tellFallenKept(clerk), 'nobody has an address').toBe(0)
  const griffie = await addPerson(clerk, { name: 'Kanarie Griffier', roles: ['clerk'], demonstration: true })
  await setAddress(clerk, { personId: griffie, address: 'griffie@testdorp.example' })
  expect(await tellFallenKept(clerk), 'who kept it cannot be reached').toBe(1)
  const keeper = accounts['policy-officer']
  await ctx.tx
    .insertInto('identity.person')
    .values({ id: keeper, name: 'Kanarie Bewaarder', demonstration: true })
    .execute()
  await grantRole(clerk, { personId: keeper, role: 'policy-officer' })
  await setAddress(clerk, { personId: keeper, address: 'kanarie@testdorp.example' })
  expect(await tellFallenKept(clerk)).toBe(1)
  expect(await tellFallenKept(clerk)).toBe(0)
  const told = await ctx.tx
    .selectFrom('council.mail')
    .select(['account_id', 'facts'])
    .where('kind', '=', 'fallen')
    .orderBy('id')
    .execute()
  expect(told.map(({ account_id }) => account_id)).toEqual([griffie, keeper])
  expect(told[1]!.facts).toMatchObject({
    name: 'Kanarie Bewaarder',
    commitment: { id: at.commitment, cause: 'taken-back', on: '2024-09-12', motions: [{ id: at.motion.id }] },
  })
})

test('undone after a settlement rested on it: flagged, first on the clerk’s day with who decided, who is told once', async ({
  ctx,
}) => {
  const at = await reached(ctx)
  await settle(ctx, at)
  const clerk = await as(ctx, 'clerk', '2024-10-05')
  const watch = async (day: string) =>
    (await attention(await as(ctx, 'clerk', day), { today: day })).items.find(
      (one) => one.matter?.id === at.pond,
    )
  expect(await watch('2024-10-05')).toBeUndefined()
  expect(await tellFallen(clerk)).toBe(0)
  await undoMilestone(await as(ctx, 'policy-officer', '2024-10-10'), {
    id: at.milestone.id,
    version: at.step.version,
  })
  const dossier = await dossierOf(ctx, at.motion)
  expect(dossier.matters[0]).toMatchObject({
    state: 'settled',
    evidence: [
      { quotation: 'Banken geplaatst', fallen: { cause: 'taken-back', on: '2024-10-10', reason: null } },
    ],
  })
  expect(chainOf(dossier, '2024-10-11').find(({ ring }) => ring === 'evidence')).toMatchObject({
    state: 'broken',
    why: 'fallen',
    on: '2024-10-10',
    some: 1,
  })
  expect(await watch('2024-10-11')).toMatchObject({
    reason: 'evidence-withdrawn',
    on: '2024-10-10',
    next: 'reopen',
    matter: { decider: { body: 'council', name: 'Kanarie clerk' } },
  })
  expect((await matterNow(ctx, at.pond)).state).toBe('settled')
})

test('whoever decided hears once of each piece of evidence that fell, also when more falls later', async ({
  ctx,
}) => {
  const at = await reached(ctx)
  const [, second] = at.matters
  const plan = await addMilestone(at.officer, { action: at.benches, title: 'Plan gemaakt', dueOn: null })
  const plans = await reachMilestoneAndKeep(at.officer, {
    milestone: plan.id,
    version: plan.version,
    on: '2024-09-09',
    evidence: [at.quoted],
    commitments: [],
  })
  const rest = [
    { matter: at.pond, evidence: [at.milestone.id, plan.id] },
    { matter: second!, evidence: [plan.id] },
  ]
  const clerk = await as(ctx, 'clerk', '2024-10-01')
  for (const { matter, evidence } of rest) {
    const { proposal } = await proposeSettlement(at.officer, {
      matter,
      version: 1,
      outcome: 'carried-out',
      evidence: evidence.map((id) => ({ kind: 'milestone' as const, id })),
      on: when,
    })
    await decideSettlement(clerk, { matter, version: 2, proposal, verdict: 'accept' })
  }
  const griffie = await addPerson(clerk, { name: 'Kanarie Griffier', roles: ['clerk'], demonstration: true })
  await setAddress(clerk, { personId: griffie, address: 'griffie@testdorp.example' })
  const day = (on: string) => as(ctx, 'policy-officer', on)
  const told = async (on: string) => tellFallen(await as(ctx, 'clerk', on))
  await undoMilestone(await day('2024-10-10'), { id: at.milestone.id, version: at.step.version })
  expect(await told('2024-10-10')).toBe(1)
  await undoMilestone(await day('2024-10-11'), { id: plan.id, version: plans.milestone.version })
  expect(await told('2024-10-11')).toBe(1)
  const mails = () => ctx.tx.selectFrom('council.mail').select('facts').orderBy('id').execute()
  expect(
    (await mails()).map(({ facts }) => facts.kind === 'fallen' && 'matters' in facts && facts.matters),
  ).toEqual([
    [expect.objectContaining({ id: at.pond, on: '2024-10-10' })],
    [
      expect.objectContaining({ id: at.pond, on: '2024-10-11' }),
      expect.objectContaining({ id: second, on: '2024-10-11' }),
    ],
  ])
  await changeMilestone(await day('2024-10-12'), {
    milestone: plan.id,
    version: plans.milestone.version + 1,
    title: 'Plan af',
  })
  await ctx.tx.deleteFrom('council.mail').execute()
  expect(await told('2025-03-01'), 'its words changed, and the mail is long forgotten').toBe(0)
})

test('its own evidence withdrawn, and put back: flagged as long as that lasts', async ({ ctx }) => {
  const at = await reached(ctx)
  await settle(ctx, at)
  const clerk = await as(ctx, 'clerk', '2024-10-12')
  await withdrawLetter(clerk, { document: at.document, reason: 'De cijfers klopten niet' })
  const fallen = async () => {
    const [piece] = (await dossierOf(ctx, at.motion)).matters[0]!.evidence
    return piece!.kind === 'unknown' ? null : piece!.fallen
  }
  expect(await fallen()).toMatchObject({
    cause: 'own-evidence',
    on: '2024-10-12',
    reason: 'De cijfers klopten niet',
  })
  await restoreLetter(clerk, { document: at.document })
  expect(await fallen()).toBeNull()
})

test('a proposal whose evidence fell cannot be accepted', async ({ ctx }) => {
  const at = await reached(ctx)
  const { proposal } = await proposeSettlement(at.officer, {
    matter: at.pond,
    version: 1,
    outcome: 'carried-out',
    evidence: [{ kind: 'milestone', id: at.milestone.id }],
    on: when,
  })
  await undoMilestone(at.officer, { id: at.milestone.id, version: at.step.version })
  const clerk = await as(ctx, 'clerk', '2024-10-01')
  const decide = (verdict: 'accept' | 'reject') =>
    decideSettlement(clerk, { matter: at.pond, version: 2, proposal, verdict, reason: 'Nee' })
  await expect(decide('accept')).rejects.toMatchObject({ code: 'evidence-fallen' })
  expect((await attention(clerk, { today: '2024-10-01' })).items[0]).toMatchObject({
    reason: 'evidence-withdrawn',
    next: 'decide',
  })
  await decide('reject')
})

test('adopting a programme keeps the commitment to send it, by the words of its document; without one it cannot', async ({
  ctx,
}) => {
  const at = await registerProgramme(ctx, { adopted: false })
  const officer = await as(ctx, 'policy-officer', when)
  const { programme } = at
  for (const action_id of [at.benches, at.rounds])
    await ctx.tx
      .insertInto('programme.action_owner')
      .values({ municipality: 'testdorp', action_id, account_id: null, name: 'Kanarie collega' })
      .execute()
  await serve(officer, { programme, action: null, kind: 'commitment', of: at.commitment })
  expect(await keepableCommitments(officer, { programme, action: null })).toEqual([])
  const [offered] = await keepableCommitments(officer, { programme, action: null, adopting: true })
  expect(offered).toMatchObject({ id: at.commitment, late: false })
  const row = await ctx.tx
    .selectFrom('programme.programme')
    .select('version')
    .where('id', '=', programme)
    .executeTakeFirstOrThrow()
  const decision = {
    programme,
    version: row.version,
    decidedOn: '2024-09-09',
    body: 'college' as const,
    reason: 'De rest volgt in het najaar',
    commitments: [{ commitment: offered!.id, version: offered!.version }],
  }
  await sql`savepoint before_adopting`.execute(ctx.tx)
  await expect(adoptAndKeep(officer, { ...decision, document: null })).rejects.toMatchObject({
    fields: [{ field: 'document_id', code: 'document-missing' }],
  })
  await sql`rollback to savepoint before_adopting`.execute(ctx.tx)
  // The letter does not name the programme: nothing is chosen in its place, least of all whom it is to.
  expect(await adoptionPlaces(officer, { programme, document: at.document })).toEqual([])
  for (const none of [{}, { evidence: [] }]) {
    await sql`savepoint before_adopting`.execute(ctx.tx)
    await expect(
      adoptAndKeep(officer, { ...decision, document: at.document, ...none }),
    ).rejects.toMatchObject({
      fields: [{ field: 'evidence', code: 'evidence-needed' }],
    })
    await sql`rollback to savepoint before_adopting`.execute(ctx.tx)
  }
  const evidence = [words(at.document, announcement)]
  const done = await adoptAndKeep(officer, { ...decision, document: at.document, evidence })
  expect(done).toMatchObject({ edition: 1, kept: [{ commitment: at.commitment }] })
  const [commitment] = (await dossierOf(ctx, at.motion)).commitments
  expect(commitment!.life).toMatchObject({
    state: 'kept',
    kept: [{ on: '2024-09-09', evidence: [{ kind: 'passage', quotation: announcement }] }],
  })
})
