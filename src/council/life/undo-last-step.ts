import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Denied, Refused } from '../../errors.ts'
import { setOfficial } from './assign-owner.ts'
import { checkCommitments } from './decide-settlement.ts'
import type { Step } from './moving.ts'
import { commitmentOfRow, lockCommitment, stepCommitment } from './step-commitment.ts'
import { addMatterHistory, lockMatter, matterOfRow, setProposalState, updateMatter } from './step-matter.ts'
import { lastStep, type PastStep } from './undo.ts'

/**
 * Takes back the last step that still stands and puts back what was before it; both stay in the history. The clerk undoes any step,
 * others their own. Decisions stand, and so does what followed from the calendar.
 * @returns the step that was undone
 * @throws Refused `changed-by-other`, `nothing-to-undo`, `decision-stands`, `made-by-calendar`, `commitment-not-running` (it would be
 *   settled again on a commitment that no longer runs); Denied; NotFound
 */
export async function undoLastStep(
  ctx: Ctx,
  input: { version: number } & ({ matter: number } | { commitment: number }),
): Promise<Step & { undone: PastStep['step'] }> {
  return 'matter' in input ? undoMatterStep(ctx, input) : undoCommitmentStep(ctx, input)
}

async function undoMatterStep(ctx: Ctx, input: { matter: number; version: number }) {
  const row = await lockMatter(ctx, input)
  const { municipality } = ctx.actor
  const history = await ctx.tx
    .selectFrom('council.matter_history')
    .select(['id', 'step', 'cause', 'undoes'])
    .where('municipality', '=', municipality)
    .where('matter_id', '=', row.id)
    .orderBy('id')
    .execute()
  const step = standing(history)
  const { before, actor_id } = await ctx.tx
    .selectFrom('council.matter_history_detail')
    .select(['before', 'actor_id'])
    .where('municipality', '=', municipality)
    .where('history_id', '=', step.id)
    .executeTakeFirstOrThrow()
  checkUndoer(ctx, actor_id)
  const { official, proposal, ...columns } = before
  if (before.outcome === 'announced') {
    const decision = await ctx.tx
      .selectFrom('council.settlement_decision')
      .select('proposal_id')
      .where('municipality', '=', municipality)
      .where('id', '=', before.decision_id!)
      .executeTakeFirstOrThrow()
    await checkCommitments(ctx, decision.proposal_id)
  }
  const undo = await addMatterHistory(
    ctx,
    row,
    { ...matterOfRow(row), state: before.state },
    { step: 'undo', on: dayOf(ctx.now), undoes: step.id, event: 'matter.step-undone' },
  )
  // Only one proposal waits at a time: what waits now goes before what waited then comes back.
  if (row.proposal_id !== null && row.proposal_id !== proposal?.id) {
    await setProposalState(ctx, row.proposal_id, 'withdrawn')
  }
  if (proposal) await setProposalState(ctx, proposal.id, proposal.state)
  if (step.step === 'assign') await setOfficial(ctx, row.id, official)
  return { history: undo, undone: step.step, version: await updateMatter(ctx, row, columns) }
}

async function undoCommitmentStep(ctx: Ctx, input: { commitment: number; version: number }) {
  const row = await lockCommitment(ctx, input)
  const { municipality } = ctx.actor
  const history = await ctx.tx
    .selectFrom('council.commitment_history')
    .select(['id', 'step', 'undoes'])
    .where('municipality', '=', municipality)
    .where('commitment_id', '=', row.id)
    .orderBy('id')
    .execute()
  const step = standing(history.map((one) => ({ ...one, cause: null })))
  const { before, actor_id } = await ctx.tx
    .selectFrom('council.commitment_history_detail')
    .select(['before', 'actor_id'])
    .where('municipality', '=', municipality)
    .where('history_id', '=', step.id)
    .executeTakeFirstOrThrow()
  checkUndoer(ctx, actor_id)
  const done = await stepCommitment(
    ctx,
    row,
    { ...commitmentOfRow(row), state: before.state },
    { step: 'undo', on: dayOf(ctx.now), undoes: step.id, event: 'commitment.step-undone' },
    before,
  )
  return { ...done, undone: step.step }
}

function standing(history: readonly PastStep[]): PastStep {
  const found = lastStep(history)
  if ('refused' in found) throw new Refused(found.refused)
  return found.step
}

function checkUndoer({ actor }: Ctx, by: string | null): void {
  if (actor.kind === 'person' && actor.role !== 'clerk' && actor.personId !== by) {
    throw new Denied('only the clerk undoes the steps of others')
  }
}
