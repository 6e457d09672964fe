import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'
import { moveMatter } from './matter.ts'
import { allowed, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { moveProposal } from './proposal.ts'
import { lockMatter, matterOfRow, proposalOf, setProposalState, stepMatter } from './step-matter.ts'

/**
 * Puts the waiting proposal off; it stays and may be decided later.
 * @throws Invalid (`reason`, `on`); Refused `changed-by-other`, `move-not-possible` (also when held already); Denied; NotFound
 */
export async function holdProposal(
  ctx: Ctx,
  input: { matter: number; version: number; reason: string; on?: IsoDate },
): Promise<Step> {
  checkRole(ctx, 'hold')
  const reason = neededText(input.reason, 'reason')
  const on = stepDay(ctx, input.on)
  const row = await lockMatter(ctx, input)
  const to = allowed(moveMatter(matterOfRow(row), { move: 'hold' }))
  const proposal = await proposalOf(ctx, row.proposal_id!)
  const { state } = allowed(moveProposal(proposal.state, 'hold'))
  const step = await stepMatter(ctx, row, to, { step: 'hold', on, reason, event: 'settlement.held' })
  await setProposalState(ctx, proposal.id, state)
  return step
}
