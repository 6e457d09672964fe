import type { Ctx } from '../../ctx.ts'
import type { MotionFields } from './fields.ts'
import type { MotionCorrection } from './motion-corrections.ts'
import { standingCorrections } from './put-back-correction.ts'

/** `standing`: it is the last of its field, which still says so; it can be put back. */
export type DeskCorrection = MotionCorrection & { id: number; at: Date; by: string; standing: boolean }

/** Every correction of a motion as the desk sees it: with who made it and what stood there, newest first. */
export async function correctionsAtDesk(
  ctx: Ctx,
  input: { motion: number; fields: MotionFields },
): Promise<DeskCorrection[]> {
  const rows = await ctx.tx
    .selectFrom('council.motion_correction as correction')
    .innerJoin('council.motion_correction_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'correction.municipality')
        .onRef('detail.correction_id', '=', 'correction.id'),
    )
    .select([
      'correction.id',
      'correction.request_id as requestId',
      'correction.part_id as partId',
      'correction.submitter_position as submitter',
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
  const standing = standingCorrections(input.fields, rows)
  return rows.map(({ requestId, partId, submitter, ...row }) => ({ ...row, standing: standing.has(row.id) }))
}
