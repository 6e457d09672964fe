import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid, Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { checkDay, checkRole, type Step } from './moving.ts'
import { commitmentOfRow, lockCommitment, stepCommitment } from './step-commitment.ts'

/**
 * The clerk picks the day on which we look whether a commitment was kept, or "none agreed" (`on: null`). Only where the letter names no
 * last day itself. @throws Invalid (`on`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound
 */
export async function setCheckDate(
  ctx: Ctx,
  input: { commitment: number; version: number; on: IsoDate | null },
): Promise<Step> {
  checkRole(ctx, 'set-check-date')
  if (input.on !== null) checkDay(input.on, 'on')
  const row = await lockCommitment(ctx, input)
  if (row.state !== 'open' || row.due_not_after !== null || row.extended_to !== null) {
    throw new Refused('move-not-possible')
  }
  const earliest = row.due_not_before ?? row.made_on
  if (input.on !== null && input.on < earliest) {
    throw new Invalid('form-invalid', [{ field: 'on', code: 'date-too-early' }])
  }
  return stepCommitment(
    ctx,
    row,
    commitmentOfRow(row),
    { step: 'set-check-date', on: dayOf(ctx.now), event: 'commitment.check-date-set' },
    { check_on: input.on, check_source: input.on === null ? 'none-agreed' : 'clerk' },
  )
}
