import type { Ctx } from '../../ctx.ts'
import type { MotionRef } from '../dossier.ts'
import type { MatterState } from '../life/matter.ts'
import { mattersWithWords } from '../life/matters-with-words.ts'

/** A request, or part of one, of an adopted motion that is not settled and that no action serves. */
export type UnservedRequest = { matter: number; text: string; state: MatterState; motion: MotionRef }

/**
 * What the council asked, is not settled, and nothing works on: no action of a programme that is worked on names it. That the programme
 * as a whole names it is no work yet. Newest motion first.
 * @param motion only of this motion
 */
export async function unservedRequests(
  ctx: Ctx,
  input: { motion?: number } = {},
): Promise<UnservedRequest[]> {
  const rows = await mattersWithWords(ctx)
    .select([
      'matter.id',
      'matter.state',
      'request.text as request_text',
      'part.text as part_text',
      'motion.id as motion_id',
      'motion.year',
      'motion.slug',
      'motion.number',
      'motion.title',
      'motion.dated',
      'motion.outcome',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.state', '<>', 'settled')
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
    .$if(input.motion !== undefined, (query) => query.where('matter.motion_id', '=', input.motion!))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('programme.served as served')
            .innerJoin('programme.action as action', (join) =>
              join
                .onRef('action.municipality', '=', 'served.municipality')
                .onRef('action.id', '=', 'served.action_id'),
            )
            .innerJoin('programme.programme as programme', (join) =>
              join
                .onRef('programme.municipality', '=', 'served.municipality')
                .onRef('programme.id', '=', 'served.programme_id'),
            )
            .select('served.id')
            .whereRef('served.municipality', '=', 'matter.municipality')
            .whereRef('served.matter_id', '=', 'matter.id')
            .where('served.removed', '=', false)
            .where('action.removed', '=', false)
            .where('action.state', '<>', 'stopped')
            .where('programme.removed', '=', false)
            .where('programme.state', 'in', ['draft', 'adopted']),
        ),
      ),
    )
    .orderBy('motion.dated', (order) => order.desc().nullsLast())
    .orderBy('motion.id', 'desc')
    .orderBy('request.position')
    .orderBy('part.position')
    .execute()
  return rows.map((row) => ({
    matter: row.id,
    text: row.part_text ?? row.request_text,
    state: row.state,
    motion: {
      id: row.motion_id,
      year: row.year,
      slug: row.slug,
      number: row.number,
      title: row.title,
      dated: row.dated,
      outcome: row.outcome,
    },
  }))
}
