import type { Ctx } from '../../ctx.ts'
import type { MotionCorrection } from './motion-corrections.ts'

export type DeskCorrection = MotionCorrection & { at: Date; by: string }

/** Every correction of a motion as the desk sees it: with who made it and what stood there, newest first. */
export async function correctionsAtDesk(ctx: Ctx, input: { motion: number }): Promise<DeskCorrection[]> {
  return ctx.tx
    .selectFrom('council.motion_correction as correction')
    .innerJoin('council.motion_correction_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'correction.municipality')
        .onRef('detail.correction_id', '=', 'correction.id'),
    )
    .select([
      'correction.corrected_on as on',
      'correction.corrected_at as at',
      'correction.field',
      'detail.before',
      'correction.before_hidden as beforeHidden',
      'correction.after',
      'correction.origin',
      'correction.reason',
      'detail.actor_name as by',
    ])
    .where('correction.municipality', '=', ctx.actor.municipality)
    .where('correction.motion_id', '=', input.motion)
    .orderBy('correction.id', 'desc')
    .execute()
}
