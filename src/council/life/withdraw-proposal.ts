import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { moveMatter } from './matter.ts'
import { allowed, checkRole, neededText, type Step } from './moving.ts'
import { moveProposal } from './proposal.ts'
import { lockMatter, matterOfRow, proposalOf, setProposalState, stepMatter } from './step-matter.ts'

/** Takes the waiting proposal back. @throws Invalid (`reason`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound */
export async function withdrawProposal(
  ctx: Ctx,
  input: { matter: number; version: number; reason: string },
): Promise<Step> {
  checkRole(ctx, 'withdraw-proposal')
  const reason = neededText(input.reason, 'reason')
  const row = await lockMatter(ctx, input)
  const to = allowed(moveMatter(matterOfRow(row), { move: 'withdraw-proposal' }))
  const proposal = await proposalOf(ctx, row.proposal_id!)
  const { state } = allowed(moveProposal(proposal.state, 'withdraw'))
  const step = await stepMatter(ctx, row, to, {
    step: 'withdraw-proposal',
    on: dayOf(ctx.now),
    reason,
    event: 'settlement.withdrawn',
  })
  await setProposalState(ctx, proposal.id, state)
  return step
}
