import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'
import { moveMatter } from './matter.ts'
import { allowed, checkRole, type Step, stepDay } from './moving.ts'
import { lockMatter, matterOfRow, stepMatter } from './step-matter.ts'

/** Someone works on it. @throws Refused `changed-by-other`, `move-not-possible`; Denied; NotFound; Invalid (`on`) */
export async function startMatter(
  ctx: Ctx,
  input: { matter: number; version: number; on?: IsoDate; note?: string | null },
): Promise<Step> {
  checkRole(ctx, 'start')
  const on = stepDay(ctx, input.on)
  const row = await lockMatter(ctx, input)
  const to = allowed(moveMatter(matterOfRow(row), { move: 'start' }))
  return stepMatter(ctx, row, to, {
    step: 'start',
    on,
    reason: publicText(input.note),
    event: 'matter.started',
  })
}
