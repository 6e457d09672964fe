/** Every step that is no decision, taken and taken back: what is followed stands as it did. */
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { announcement, as, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { agreeTerm } from './agree-term.ts'
import { assignOwner } from './assign-owner.ts'
import { decideSettlement } from './decide-settlement.ts'
import { extendCommitment } from './extend-commitment.ts'
import { holdProposal } from './hold-proposal.ts'
import { keepCommitment } from './keep-commitment.ts'
import { lapseCommitment } from './lapse-commitment.ts'
import { noteProgress } from './note-progress.ts'
import { objectToProposal } from './object-to-proposal.ts'
import { proposeSettlement } from './propose-settlement.ts'
import { reopenMatter } from './reopen-matter.ts'
import { setCheckDate } from './set-check-date.ts'
import { startMatter } from './start-matter.ts'
import { type CommitmentStep, commitmentSteps, type MatterStep, matterSteps } from './undo.ts'
import { undoLastStep } from './undo-last-step.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

type At = { matter: number; version: number }
type Sample = Awaited<ReturnType<typeof registerSample>>
type Take = {
  from: 'open' | 'proposed' | 'settled'
  take(ctx: Ctx, at: At, sample: Sample): Promise<unknown>
}

const reason = 'Zo afgesproken'
const propose = (ctx: Ctx, at: At, { document }: Sample) =>
  proposeSettlement(ctx, { ...at, outcome: 'carried-out', evidence: [words(document, announcement)] })
const steps: Partial<Record<MatterStep, Take>> = {
  start: { from: 'open', take: (ctx, at) => startMatter(ctx, at) },
  assign: {
    from: 'open',
    take: (ctx, at) => assignOwner(ctx, { ...at, official: { account: 'a', name: 'Kanarie' } }),
  },
  'agree-term': { from: 'open', take: (ctx, at) => agreeTerm(ctx, { ...at, notAfter: null, reason }) },
  'note-progress': { from: 'open', take: (ctx, at) => noteProgress(ctx, { ...at, text: 'Loopt' }) },
  propose: { from: 'open', take: propose },
  'withdraw-proposal': { from: 'proposed', take: (ctx, at) => withdrawProposal(ctx, { ...at, reason }) },
  hold: { from: 'proposed', take: (ctx, at) => holdProposal(ctx, { ...at, reason }) },
  object: { from: 'proposed', take: (ctx, at) => objectToProposal(ctx, { ...at, submitter: 0, reason }) },
  reopen: { from: 'settled', take: (ctx, at) => reopenMatter(ctx, { ...at, cause: 'by-hand', reason }) },
}
/** Decisions stand, an undo is no step to undo, and registering is undone as a whole. */
const notUndone: readonly (MatterStep | CommitmentStep)[] = [
  'register',
  'accept',
  'reject',
  'correct',
  'undo',
  'miss',
  'relate',
]

describe('of a matter', () => {
  test('each is here', () =>
    expect([...Object.keys(steps), ...notUndone].sort()).toEqual(
      expect.arrayContaining([...matterSteps].sort()),
    ))

  test.for(Object.entries(steps) as [MatterStep, Take][])('%s', async ([step, { from, take }], { ctx }) => {
    const sample = await registerSample(ctx, { objectionDays: step === 'object' ? 60 : 0 })
    const matter = sample.matters[0]!
    if (from !== 'open') {
      const second = await as(ctx, 'second-clerk', '2024-07-08')
      const { proposal } = await propose(second, { matter, version: 1 }, sample)
      if (from === 'settled')
        await decideSettlement(await as(ctx, 'clerk', '2024-07-09'), {
          matter,
          version: 2,
          proposal,
          verdict: 'accept',
        })
    }
    const clerk = await as(ctx, 'clerk', '2024-07-10')
    const now = async () => {
      const { rows } = await sql<{ row: object; proposals: object; official: unknown }>`
        select to_jsonb(m) - 'version' as row,
          (select jsonb_agg(p.state order by p.id) from council.settlement_proposal p where p.matter_id = m.id and p.state <> 'withdrawn') as proposals,
          (select to_jsonb(o) - 'municipality' - 'matter_id' from council.matter_official o where o.matter_id = m.id and o.name is not null) as official
        from council.matter m where m.id = ${matter}`.execute(ctx.tx)
      return rows[0]!
    }
    const { version } = await ctx.tx
      .selectFrom('council.matter')
      .select('version')
      .where('id', '=', matter)
      .executeTakeFirstOrThrow()
    const before = await now()
    await take(clerk, { matter, version }, sample)
    if (step !== 'note-progress') expect(await now()).not.toEqual(before)
    expect(await undoLastStep(clerk, { matter, version: version + 1 })).toMatchObject({ undone: step })
    expect(await now()).toEqual(before)
  })
})

describe('of a commitment', () => {
  const ofCommitment: Partial<
    Record<
      CommitmentStep,
      (ctx: Ctx, at: { commitment: number; version: number }, sample: Sample) => Promise<unknown>
    >
  > = {
    'set-check-date': (ctx, at) => setCheckDate(ctx, { ...at, on: '2025-02-01' }),
    extend: (ctx, at) => extendCommitment(ctx, { ...at, to: '2025-06-01', reason }),
    keep: (ctx, at, { document }) =>
      keepCommitment(ctx, { ...at, how: 'kept', evidence: [words(document, announcement)] }),
    'keep-partly': (ctx, at, { document }) =>
      keepCommitment(ctx, { ...at, how: 'partly-kept', evidence: [words(document, announcement)], reason }),
    lapse: (ctx, at) => lapseCommitment(ctx, { ...at, reason }),
  }
  test('each is here', () =>
    expect([...Object.keys(ofCommitment), ...notUndone].sort()).toEqual(
      expect.arrayContaining([...commitmentSteps].sort()),
    ))

  test.for(Object.entries(ofCommitment))('%s', async ([step, take], { ctx }) => {
    const sample = await registerSample(ctx)
    const { commitment } = sample
    const clerk = await as(ctx, 'clerk', '2024-10-01')
    const now = async () =>
      (
        await sql`select to_jsonb(c) - 'version' as row from council.commitment c where c.id = ${commitment}`.execute(
          ctx.tx,
        )
      ).rows
    const before = await now()
    await take!(clerk, { commitment, version: 2 }, sample)
    expect(await now()).not.toEqual(before)
    expect(await undoLastStep(clerk, { commitment, version: 3 })).toMatchObject({ undone: step })
    expect(await now()).toEqual(before)
  })
})
