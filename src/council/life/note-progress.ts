import type { Ctx } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { checkRole, neededText, type Step, stepDay } from './moving.ts'
import { lockMatter, matterOfRow, stepMatter } from './step-matter.ts'
import { checkPlace, type Place } from './take-evidence.ts'

/**
 * An interim report: how it stands, in words that become public, and where a document says so. Settles nothing.
 * @throws Invalid (`text`, `place`, `on`); Refused `changed-by-other`, `move-not-possible` (settled); Denied; NotFound
 */
export async function noteProgress(
  ctx: Ctx,
  input: { matter: number; version: number; text: string; place?: Place | null; on?: IsoDate },
): Promise<Step> {
  checkRole(ctx, 'note-progress')
  const reason = neededText(input.text, 'text')
  const on = stepDay(ctx, input.on)
  const row = await lockMatter(ctx, input)
  if (row.state === 'settled') throw new Refused('move-not-possible')
  const place = input.place ? await checkPlace(ctx, input.place, 'place') : null
  return stepMatter(ctx, row, matterOfRow(row), {
    step: 'note-progress',
    on,
    reason,
    place,
    event: 'matter.progress-noted',
  })
}
