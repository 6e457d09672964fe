import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import { dueOn, moveCommitment } from './commitment.ts'
import { allowed, checkDay, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { commitmentOfRow, lockCommitment, stepCommitment } from './step-commitment.ts'
import { checkPlace, type Place } from './take-evidence.ts'

/**
 * Gives a commitment a later day, with a reason; the old day stays known, and so does that it was missed. What it reopened stays open.
 * @throws Invalid (`to`, `reason`, `place`, `on`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound
 */
export async function extendCommitment(
  ctx: Ctx,
  input: {
    commitment: number
    version: number
    to: IsoDate
    reason: string
    place?: Place | null
    on?: IsoDate
  },
): Promise<Step> {
  checkRole(ctx, 'extend')
  const reason = neededText(input.reason, 'reason')
  checkDay(input.to, 'to')
  const row = await lockCommitment(ctx, input)
  const on = stepDay(ctx, input.on, row.made_on)
  const commitment = commitmentOfRow(row)
  const old = dueOn(commitment)
  if (input.to <= (old?.on ?? row.made_on)) {
    throw new Invalid('form-invalid', [{ field: 'to', code: 'date-too-early' }])
  }
  const to = allowed(moveCommitment(commitment, { move: 'extend', to: input.to }))
  const place = input.place ? await checkPlace(ctx, input.place, 'place') : null
  const step = await stepCommitment(ctx, row, to, {
    step: 'extend',
    on,
    reason,
    event: 'commitment.extended',
  })
  await ctx.tx
    .insertInto('council.commitment_extension')
    .values({
      municipality: ctx.actor.municipality,
      commitment_id: row.id,
      history_id: step.history,
      old_day: old?.on ?? null,
      new_day: input.to,
      reason,
      document_id: place?.document ?? null,
      at: place ? toJson(place.at) : null,
    })
    .execute()
  return step
}
