import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import { councilMeeting } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { evidenceSuffices } from './evidence.ts'
import { canMove, moveMatter, type SettlementOutcome } from './matter.ts'
import { allowed, neededText, type Step, stepDay } from './moving.ts'
import { mayDecide, moveProposal, type ProposalFacts } from './proposal.ts'
import type { LifeSettings } from './settings.ts'
import {
  addMatterHistory,
  lockMatter,
  type MatterRow,
  matterColumns,
  matterOfRow,
  proposalOf,
  setProposalState,
  updateMatter,
} from './step-matter.ts'

export type DecideSettlement = {
  matter: number
  version: number
  /** The proposal that the body saw. */
  proposal: number
  verdict: 'accept' | 'reject'
  /** Public; needed to reject, to settle on an announcement alone, and over an objection. */
  reason?: string | null
  /** Day of the decision; of the council, of its meeting. */
  on?: IsoDate
}
export type Decided = Step & { decision: number }

/**
 * Enters what the deciding body made of the waiting proposal: settled with its outcome, or in progress again. It cannot be undone; see
 * `reopenMatter` and `correctDecision`.
 * @throws Refused `changed-by-other`, `move-not-possible`, `own-proposal`, `not-deciding-body`, `no-deciding-body`,
 *   `objection-window-open`, `commitment-not-running`, `evidence-fallen` (what it rests on was taken back; reject it, or withdraw it)
 * @throws Invalid (`reason`, `on`); NotFound
 */
export async function decideSettlement(ctx: Ctx, input: DecideSettlement): Promise<Decided> {
  const row = await lockMatter(ctx, input)
  if (row.proposal_id !== input.proposal) {
    throw new Refused(row.state === 'proposed' ? 'changed-by-other' : 'move-not-possible')
  }
  const proposal = await proposalOf(ctx, input.proposal)
  const on = stepDay(ctx, input.on, proposal.proposed_on)
  const settings = await lifeSettings(ctx, on)
  checkDecider(ctx, { by: proposal.actor_id, objectionUntil: proposal.objection_until }, settings, on)

  const accepted = input.verdict === 'accept'
  const needed = !accepted || proposal.outcome === 'announced' || (await objections(ctx, proposal.id)) > 0
  const reason = needed ? neededText(input.reason, 'reason') : publicText(input.reason)
  if (accepted && proposal.outcome === 'announced') await checkCommitments(ctx, proposal.id)
  if (accepted) await checkStands(ctx, proposal.id)

  const { state } = allowed(moveProposal(proposal.state, 'decide'))
  const decision = await insertDecision(ctx, row, settings, {
    proposal: proposal.id,
    verdict: input.verdict,
    outcome: accepted ? proposal.outcome : null,
    on,
    reason,
    corrects: null,
  })
  const to = allowed(
    moveMatter(
      matterOfRow(row),
      accepted ? { move: 'accept', outcome: proposal.outcome, decision } : { move: 'reject' },
    ),
  )
  const history = await addMatterHistory(ctx, row, to, {
    step: input.verdict,
    on,
    reason,
    outcome: proposal.outcome,
    event: accepted ? 'settlement.accepted' : 'settlement.rejected',
  })
  await setProposalState(ctx, proposal.id, state)
  return { history, decision, version: await updateMatter(ctx, row, matterColumns(to)) }
}

/**
 * Replaces the outcome of a settled matter by another, as the deciding body changed or corrected its decision; the earlier one stays in
 * the history and the page says so. @throws as `decideSettlement`, and Refused `evidence-missing`
 */
export async function correctDecision(
  ctx: Ctx,
  input: { matter: number; version: number; outcome: SettlementOutcome; reason: string; on?: IsoDate },
): Promise<Decided> {
  const reason = neededText(input.reason, 'reason')
  const row = await lockMatter(ctx, input)
  if (!canMove(row.state, 'correct')) throw new Refused('move-not-possible')
  const earlier = await ctx.tx
    .selectFrom('council.settlement_decision')
    .select(['id', 'proposal_id', 'decided_on'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.decision_id!)
    .executeTakeFirstOrThrow()
  const proposal = await proposalOf(ctx, earlier.proposal_id)
  const on = stepDay(ctx, input.on, earlier.decided_on)
  const settings = await lifeSettings(ctx, on)
  checkDecider(ctx, { by: proposal.actor_id, objectionUntil: null }, settings, on)
  const evidence = await ctx.tx
    .selectFrom('council.settlement_evidence')
    .select('kind')
    .where('municipality', '=', ctx.actor.municipality)
    .where('proposal_id', '=', proposal.id)
    .execute()
  const lacking = evidenceSuffices(input.outcome, evidence, proposal.origin)
  if (lacking) throw new Refused(lacking)
  if (input.outcome === 'announced') await checkCommitments(ctx, proposal.id)
  const decision = await insertDecision(ctx, row, settings, {
    proposal: proposal.id,
    verdict: 'accept',
    outcome: input.outcome,
    on,
    reason,
    corrects: earlier.id,
  })
  const to = allowed(moveMatter(matterOfRow(row), { move: 'correct', outcome: input.outcome, decision }))
  const history = await addMatterHistory(ctx, row, to, {
    step: 'correct',
    on,
    reason,
    outcome: input.outcome,
    event: 'settlement.corrected',
  })
  return { history, decision, version: await updateMatter(ctx, row, matterColumns(to)) }
}

function checkDecider(ctx: Ctx, proposal: ProposalFacts, settings: LifeSettings, on: IsoDate): void {
  const refusal = mayDecide(proposal, ctx.actor, settings, on)
  if (refusal) throw new Refused(refusal)
}

/** Nothing is settled on what was taken back while the proposal waited. */
async function checkStands(ctx: Ctx, proposal: number): Promise<void> {
  const fallen = await ctx.tx
    .selectFrom('council.fallen_settlement_evidence')
    .select('cause')
    .where('municipality', '=', ctx.actor.municipality)
    .where('proposal_id', '=', proposal)
    .executeTakeFirst()
  if (fallen) throw new Refused('evidence-fallen')
}

/** An announcement must still be able to be kept or missed; otherwise nothing would ever reopen the matter. */
export async function checkCommitments(ctx: Ctx, proposal: number): Promise<void> {
  const carrying = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .innerJoin('council.settlement_commitment as link', (join) =>
      join
        .onRef('link.municipality', '=', 'commitment.municipality')
        .onRef('link.commitment_id', '=', 'commitment.id'),
    )
    .select(['commitment.id', 'commitment.state'])
    .where('commitment.municipality', '=', ctx.actor.municipality)
    .where('link.proposal_id', '=', proposal)
    .orderBy('commitment.id')
    .forShare('commitment')
    .execute()
  if (!carrying.some(({ state }) => state === 'open')) throw new Refused('commitment-not-running')
}

async function objections(ctx: Ctx, proposal: number): Promise<number> {
  const standing = await ctx.tx
    .selectFrom('council.settlement_objection as objection')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('objection.municipality', '=', ctx.actor.municipality)
    .where('objection.proposal_id', '=', proposal)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('council.matter_history as undo')
            .select('undo.id')
            .whereRef('undo.municipality', '=', 'objection.municipality')
            .whereRef('undo.undoes', '=', 'objection.history_id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return standing.count
}

async function insertDecision(
  ctx: Ctx,
  row: MatterRow,
  settings: LifeSettings,
  decision: {
    proposal: number
    verdict: 'accept' | 'reject'
    outcome: SettlementOutcome | null
    on: IsoDate
    reason: string | null
    corrects: number | null
  },
): Promise<number> {
  const body = settings.decidingBody === 'college' ? 'college' : 'council'
  const { id } = await ctx.tx
    .insertInto('council.settlement_decision')
    .values({
      municipality: ctx.actor.municipality,
      motion_id: row.motion_id,
      matter_id: row.id,
      proposal_id: decision.proposal,
      verdict: decision.verdict,
      outcome: decision.outcome,
      body,
      decided_on: decision.on,
      meeting_id: body === 'council' ? await councilMeeting(ctx, decision.on) : null,
      reason: decision.reason,
      corrects: decision.corrects,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
