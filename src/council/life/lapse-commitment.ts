import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'
import { moveCommitment } from './commitment.ts'
import { allowed, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { commitmentOfRow, lockCommitment, stepCommitment } from './step-commitment.ts'

/** Notes that a commitment no longer holds, and why. @throws Invalid (`reason`, `on`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound */
export async function lapseCommitment(
  ctx: Ctx,
  input: { commitment: number; version: number; reason: string; on?: IsoDate },
): Promise<Step> {
  checkRole(ctx, 'lapse')
  const reason = neededText(input.reason, 'reason')
  const row = await lockCommitment(ctx, input)
  const on = stepDay(ctx, input.on, row.made_on)
  const to = allowed(moveCommitment(commitmentOfRow(row), { move: 'lapse' }))
  return stepCommitment(ctx, row, to, { step: 'lapse', on, reason, event: 'commitment.lapsed' })
}
