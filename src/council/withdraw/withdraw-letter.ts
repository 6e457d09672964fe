import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { lapseCommitment } from '../life/lapse-commitment.ts'
import { neededText, roleOf } from '../life/moving.ts'
import { undoLastStep } from '../life/undo-last-step.ts'
import { withdrawProposal } from '../life/withdraw-proposal.ts'
import { refreshRegister } from '../refresh-register.ts'
import { takeTurn } from '../registration.ts'
import { toJson } from '../save-reading.ts'
import { commitmentsOf, lockLetter, motionsOf, waitingProposals } from './resting-on.ts'
import type { WithdrawalEffects } from './tables.ts'

/**
 * Notes that the college takes a letter back, for a public reason. It stays readable, marked as withdrawn. Its claims no longer count;
 * its commitments lapse, unless another letter repeats them; proposals that wait and rest on its words go back. What was settled on them
 * stays settled: `attention` asks for a decision, nothing changes silently.
 * @throws Invalid (`reason` `needed`); Refused `letter-withdrawn`; Denied; NotFound
 */
export async function withdrawLetter(
  ctx: Ctx,
  input: { document: number; reason: string },
): Promise<WithdrawalEffects> {
  checkClerk(ctx)
  const reason = neededText(input.reason, 'reason')
  await takeTurn(ctx)
  const letter = await lockLetter(ctx, input.document)
  if (!letter) throw new NotFound()
  if (letter.withdrawn_on !== null) throw new Refused('letter-withdrawn')
  const on = dayOf(ctx.now)
  await setWithdrawn(ctx, letter.id, on)
  const effects: WithdrawalEffects = { commitments: [], matters: [] }
  for (const { id, version } of await commitmentsOf(ctx, letter.id, input.document)) {
    const step = await lapseCommitment(ctx, { commitment: id, version, reason })
    effects.commitments.push({ id, version: step.version })
  }
  for (const { id, version } of await waitingProposals(ctx, input.document)) {
    const step = await withdrawProposal(ctx, { matter: id, version, reason })
    effects.matters.push({ id, version: step.version })
  }
  await addStep(ctx, letter.id, 'withdraw', reason, effects)
  await refreshRegister(ctx, await motionsOf(ctx, letter.id, input.document))
  await record(ctx, 'letter.withdrawn', { letter: String(letter.id) })
  return effects
}

/**
 * Takes a withdrawal back, as long as nobody went on with what moved with it.
 * @throws Refused `nothing-to-undo` (it is not withdrawn), `moved-since`; Denied; NotFound
 */
export async function restoreLetter(ctx: Ctx, input: { document: number }): Promise<void> {
  checkClerk(ctx)
  await takeTurn(ctx)
  const letter = await lockLetter(ctx, input.document)
  if (!letter) throw new NotFound()
  if (letter.withdrawn_on === null) throw new Refused('nothing-to-undo')
  const { effects } = await ctx.tx
    .selectFrom('council.letter_withdrawal as step')
    .innerJoin('council.letter_withdrawal_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'step.municipality')
        .onRef('detail.withdrawal_id', '=', 'step.id'),
    )
    .select('detail.effects')
    .where('step.municipality', '=', ctx.actor.municipality)
    .where('step.letter_id', '=', letter.id)
    .where('step.step', '=', 'withdraw')
    .orderBy('step.id', 'desc')
    .executeTakeFirstOrThrow()
  await setWithdrawn(ctx, letter.id, null)
  try {
    for (const { id, version } of effects.commitments) await undoLastStep(ctx, { commitment: id, version })
    for (const { id, version } of effects.matters) await undoLastStep(ctx, { matter: id, version })
  } catch (error) {
    if (error instanceof Refused) throw new Refused('moved-since', { cause: error })
    throw error
  }
  await addStep(ctx, letter.id, 'restore', null, { commitments: [], matters: [] })
  await refreshRegister(ctx, await motionsOf(ctx, letter.id, input.document))
  await record(ctx, 'letter.restored', { letter: String(letter.id) })
}

function checkClerk({ actor }: Ctx): void {
  if (actor.kind === 'person' && actor.role !== 'clerk')
    throw new Denied(`role ${actor.role} withdraws no letter`)
}

async function setWithdrawn(ctx: Ctx, letter: number, on: string | null): Promise<void> {
  await ctx.tx
    .updateTable('council.letter')
    .set({ withdrawn_on: on })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', letter)
    .execute()
}

async function addStep(
  ctx: Ctx,
  letter: number,
  step: 'withdraw' | 'restore',
  reason: string | null,
  effects: WithdrawalEffects,
): Promise<void> {
  const { municipality } = ctx.actor
  const { id } = await ctx.tx
    .insertInto('council.letter_withdrawal')
    .values({
      municipality,
      letter_id: letter,
      step,
      moved_on: dayOf(ctx.now),
      moved_at: ctx.now,
      by_role: roleOf(ctx),
      reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.letter_withdrawal_detail')
    .values({
      municipality,
      withdrawal_id: id,
      actor_id: who.id,
      actor_name: who.name,
      effects: toJson(effects),
    })
    .execute()
}
