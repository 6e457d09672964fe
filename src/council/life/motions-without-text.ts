import type { Ctx } from '../../ctx.ts'
import type { MotionRef } from '../dossier.ts'

/** Adopted motions of which no document showed what they ask. */
export async function motionsWithoutText(ctx: Ctx, motion: number | undefined): Promise<MotionRef[]> {
  return ctx.tx
    .selectFrom('council.motion as motion')
    .select(['id', 'year', 'slug', 'number', 'title', 'dated', 'outcome'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('kind', '=', 'motion')
    .where('merged_into', 'is', null)
    .where('outcome', 'in', ['adopted', 'taken-over'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('council.request as request')
            .select('request.id')
            .whereRef('request.municipality', '=', 'motion.municipality')
            .whereRef('request.motion_id', '=', 'motion.id'),
        ),
      ),
    )
    .$if(motion !== undefined, (query) => query.where('id', '=', motion!))
    .orderBy('id')
    .execute()
}
