/** Each command of the life of a request, by each role, on what is assigned to a policy officer and on what is not. */
import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { announcement, as, assignTo, commitmentNow, registerSample, words } from '../../../test/life.ts'
import type { Ctx, Role } from '../../ctx.ts'
import { agreeTerm } from './agree-term.ts'
import { assignOwner } from './assign-owner.ts'
import { correctDecision, decideSettlement } from './decide-settlement.ts'
import { commitmentAtDesk, mattersAtDesk } from './desk-matters.ts'
import { extendCommitment } from './extend-commitment.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepCommitment } from './keep-commitment.ts'
import { lapseCommitment } from './lapse-commitment.ts'
import { noteProgress } from './note-progress.ts'
import { objectToProposal } from './object-to-proposal.ts'
import { proposeSettlement } from './propose-settlement.ts'
import { relateCommitments } from './relate-commitments.ts'
import { reopenMatter } from './reopen-matter.ts'
import { setCheckDate } from './set-check-date.ts'
import { startMatter } from './start-matter.ts'
import { undoLastStep } from './undo-last-step.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

const other = '00000000-0000-4000-8000-00000000000a'
type Sample = { matter: number; document: number; commitment: number }
/**
 * A version that nobody saw is refused after the role and the assignment were looked at, so each command can be asked by everybody
 * without changing anything.
 */
const unseen = 999
const reason = 'Een reden.'
const commands: Record<string, (ctx: Ctx, sample: Sample) => Promise<unknown>> = {
  startMatter: (ctx, { matter }) => startMatter(ctx, { matter, version: unseen }),
  assignOwner: (ctx, { matter }) => assignOwner(ctx, { matter, version: unseen, official: null }),
  agreeTerm: (ctx, { matter }) => agreeTerm(ctx, { matter, version: unseen, notAfter: null, reason }),
  noteProgress: (ctx, { matter }) => noteProgress(ctx, { matter, version: unseen, text: reason }),
  proposeSettlement: (ctx, { matter, document }) =>
    proposeSettlement(ctx, {
      matter,
      version: unseen,
      outcome: 'carried-out',
      evidence: [words(document, announcement)],
    }),
  withdrawProposal: (ctx, { matter }) => withdrawProposal(ctx, { matter, version: unseen, reason }),
  holdProposal: (ctx, { matter }) => holdProposal(ctx, { matter, version: unseen, reason }),
  objectToProposal: (ctx, { matter }) =>
    objectToProposal(ctx, { matter, version: unseen, submitter: 0, reason }),
  decideSettlement: (ctx, { matter }) =>
    decideSettlement(ctx, { matter, version: unseen, proposal: 1, verdict: 'accept', reason }),
  correctDecision: (ctx, { matter }) =>
    correctDecision(ctx, { matter, version: unseen, outcome: 'not', reason }),
  reopenMatter: (ctx, { matter }) => reopenMatter(ctx, { matter, version: unseen, cause: 'by-hand', reason }),
  'undoLastStep of a matter': (ctx, { matter }) => undoLastStep(ctx, { matter, version: unseen }),
  setCheckDate: (ctx, { commitment }) => setCheckDate(ctx, { commitment, version: unseen, on: null }),
  extendCommitment: (ctx, { commitment }) =>
    extendCommitment(ctx, { commitment, version: unseen, to: '2025-06-01', reason }),
  keepCommitment: (ctx, { commitment, document }) =>
    keepCommitment(ctx, {
      commitment,
      version: unseen,
      how: 'kept',
      evidence: [words(document, announcement)],
    }),
  lapseCommitment: (ctx, { commitment }) => lapseCommitment(ctx, { commitment, version: unseen, reason }),
  relateCommitments: (ctx, { commitment }) =>
    relateCommitments(ctx, { commitment, version: unseen, kind: 'repeats', other: commitment }),
  'undoLastStep of a commitment': (ctx, { commitment }) => undoLastStep(ctx, { commitment, version: unseen }),
}

/** Who may not take a step whatever is assigned to them; the rest may take it. Who decides is asked later, with the day. */
const notForRole: Record<string, readonly Role[]> = {
  holdProposal: ['policy-officer', 'councillor'],
  objectToProposal: ['policy-officer', 'portfolio-holder'],
  setCheckDate: ['policy-officer', 'portfolio-holder', 'councillor'],
  decideSettlement: [],
  correctDecision: [],
  'undoLastStep of a matter': [],
  'undoLastStep of a commitment': [],
}
const roles: readonly Role[] = ['clerk', 'councillor', 'portfolio-holder', 'policy-officer']

describe('who acts on what is assigned to a policy officer', () => {
  const rows = Object.keys(commands).flatMap((name) =>
    (['assigned', 'assigned to another', 'not assigned'] as const).map((case_) => [name, case_] as const),
  )
  test.for(rows)('%s, %s', async ([name, state], { ctx }) => {
    const { matters, document, commitment } = await registerSample(ctx, {}, { assigned: false })
    if (state === 'assigned') await assignTo(ctx, [matters[0]!])
    if (state === 'assigned to another') await assignTo(ctx, matters, other)
    const sample = { matter: matters[0]!, document, commitment }
    for (const role of roles) {
      const expected = (notForRole[name] ?? ['councillor']).includes(role)
        ? 'denied'
        : role === 'policy-officer' && state !== 'assigned'
          ? 'not-assigned'
          : 'changed-by-other'
      const asked = commands[name]!(await as(ctx, role, '2024-07-08'), sample)
      await expect(asked, `${role}: ${expected}`).rejects.toMatchObject({ code: expected })
    }
  })
})

test('of a motion with more matters, only the one that is assigned', async ({ ctx }) => {
  const { matters } = await registerSample(ctx, {}, { assigned: false })
  await assignTo(ctx, [matters[1]!])
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  await expect(startMatter(officer, { matter: matters[0]!, version: 1 })).rejects.toMatchObject({
    status: 403,
    code: 'not-assigned',
  })
  expect(await startMatter(officer, { matter: matters[1]!, version: 1 })).toMatchObject({ version: 2 })
})

test('nobody lets a commitment lapse that is not theirs by replacing it', async ({ ctx }) => {
  const mine = await registerSample(ctx)
  const { id } = await ctx.tx
    .insertInto('council.commitment')
    .values({
      municipality: 'testdorp',
      text: 'Iets anders',
      made_on: '2024-06-01',
      document_id: mine.document,
      at: '[]',
      published_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const { version } = await commitmentNow(ctx, mine.commitment)
  const input = { commitment: mine.commitment, version, other: id }
  await expect(relateCommitments(officer, { ...input, kind: 'replaces' })).rejects.toMatchObject({
    code: 'not-assigned',
  })
  expect(await relateCommitments(officer, { ...input, kind: 'repeats' })).toMatchObject({
    version: version + 1,
  })
})

test('the clerk and the program act whoever it is assigned to', async ({ ctx }) => {
  const { matters } = await registerSample(ctx, {}, { assigned: false })
  expect(await startMatter(ctx, { matter: matters[0]!, version: 1 })).toMatchObject({ version: 2 })
  const clerk = await as(ctx, 'clerk', '2024-07-08')
  expect(await startMatter(clerk, { matter: matters[1]!, version: 1 })).toMatchObject({ version: 2 })
})

test('undo is offered to whoever may take it: not to an officer to whom nothing of it is assigned any more', async ({
  ctx,
}) => {
  const { matters, motion, commitment, document } = await registerSample(ctx)
  const [matter] = matters
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  await startMatter(officer, { matter: matter!, version: 1 })
  await keepCommitment(officer, {
    commitment,
    version: 2,
    how: 'kept',
    evidence: [words(document, announcement)],
    on: '2024-07-08',
  })
  const offered = async () => [
    (await mattersAtDesk(officer, { motion: motion.id })).find(({ id }) => id === matter)!.undo,
    (await commitmentAtDesk(officer, { commitment })).undo,
  ]
  const undo = (own: boolean) => [
    expect.objectContaining({ step: 'start', own }),
    expect.objectContaining({ step: 'keep', own }),
  ]
  expect(await offered()).toEqual(undo(true))
  await assignTo(ctx, matters, other)
  expect(await offered()).toEqual(undo(false))
  await expect(undoLastStep(officer, { matter: matter!, version: 2 })).rejects.toMatchObject({
    code: 'not-assigned',
  })
  await expect(undoLastStep(officer, { commitment, version: 3 })).rejects.toMatchObject({
    code: 'not-assigned',
  })
})
