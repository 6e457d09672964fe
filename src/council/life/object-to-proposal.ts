import type { Ctx } from '../../ctx.ts'
import { Denied, Invalid, Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { allowed, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { mayObject, moveProposal } from './proposal.ts'
import { lockMatter, matterOfRow, proposalOf, setProposalState, stepMatter } from './step-matter.ts'

/**
 * A submitter of the motion does not agree with the waiting proposal. A councillor objects as themselves (see `linkAccount`); the clerk
 * notes it for any submitter. `submitter`: its place among the submitters, from 0.
 * @throws Invalid (`reason`, `submitter`, `on`); Denied (not their motion); NotFound
 * @throws Refused `changed-by-other`, `move-not-possible`, `nobody-may-object`, `objection-window-closed`
 */
export async function objectToProposal(
  ctx: Ctx,
  input: { matter: number; version: number; submitter: number; reason: string; on?: IsoDate },
): Promise<Step> {
  checkRole(ctx, 'object')
  const reason = neededText(input.reason, 'reason')
  const row = await lockMatter(ctx, input)
  if (row.state !== 'proposed') throw new Refused('move-not-possible')
  const { municipality } = ctx.actor
  const proposal = await proposalOf(ctx, row.proposal_id!)
  const on = stepDay(ctx, input.on, proposal.proposed_on)
  const submitter = await ctx.tx
    .selectFrom('council.motion_submitter as submitter')
    .leftJoin('council.person_account as account', (join) =>
      join
        .onRef('account.municipality', '=', 'submitter.municipality')
        .onRef('account.person_id', '=', 'submitter.person_id'),
    )
    .select(['submitter.position', 'account.account_id'])
    .where('submitter.municipality', '=', municipality)
    .where('submitter.motion_id', '=', row.motion_id)
    .where('submitter.position', '=', input.submitter)
    .execute()
  if (submitter.length === 0) {
    throw new Invalid('form-invalid', [{ field: 'submitter', code: 'not-a-choice' }])
  }
  const { actor } = ctx
  if (
    actor.kind === 'person' &&
    actor.role === 'councillor' &&
    !submitter.some((one) => one.account_id === actor.personId)
  ) {
    throw new Denied('a councillor objects for their own motions only')
  }
  const refusal = mayObject({ objectionUntil: proposal.objection_until }, on)
  if (refusal) throw new Refused(refusal)
  const { state } = allowed(moveProposal(proposal.state, 'object'))
  const step = await stepMatter(ctx, row, matterOfRow(row), {
    step: 'object',
    on,
    reason,
    event: 'settlement.objected',
  })
  await setProposalState(ctx, proposal.id, state)
  await ctx.tx
    .insertInto('council.settlement_objection')
    .values({
      municipality,
      motion_id: row.motion_id,
      proposal_id: proposal.id,
      history_id: step.history,
      submitter_position: input.submitter,
      objected_on: on,
      reason,
    })
    .execute()
  return step
}
