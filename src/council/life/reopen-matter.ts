import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'
import { moveMatter, type ReopenCause } from './matter.ts'
import { allowed, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { lockMatter, matterOfRow, stepMatter } from './step-matter.ts'
import { checkPlace, type Place } from './take-evidence.ts'

/**
 * Opens a settled matter again, with a public reason. The calendar reopens what rested on a missed commitment by itself.
 * @throws Invalid (`reason`, `place`, `on`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound
 */
export async function reopenMatter(
  ctx: Ctx,
  input: {
    matter: number
    version: number
    cause: Exclude<ReopenCause, 'commitment-missed'>
    reason: string
    /** Where a document says so. */
    place?: Place | null
    on?: IsoDate
  },
): Promise<Step> {
  checkRole(ctx, 'reopen')
  const reason = neededText(input.reason, 'reason')
  const on = stepDay(ctx, input.on)
  const row = await lockMatter(ctx, input)
  const to = allowed(moveMatter(matterOfRow(row), { move: 'reopen' }))
  const place = input.place ? await checkPlace(ctx, input.place, 'place') : null
  return stepMatter(ctx, row, to, {
    step: 'reopen',
    on,
    reason,
    cause: input.cause,
    outcome: row.outcome,
    place,
    event: 'matter.reopened',
  })
}
