import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'

/** Of a row `matter`: something that serves it reached a milestone. Wider than `loadReached`: it only leaves out what can have none. */
export const hasReached = sql<boolean>`matter.id in (
  select served.matter_id from programme.served served
  join programme.milestone milestone on milestone.municipality = served.municipality and milestone.action_id = served.action_id
  where milestone.state = 'reached')`

/** Days on which actions of adopted programmes reached a milestone for these matters, oldest first; a row for each milestone. */
export function loadReached(
  ctx: Ctx,
  matters: readonly number[],
): Promise<{ matter_id: number | null; reached_on: IsoDate | null }[]> {
  return ctx.tx
    .selectFrom('programme.served as served')
    .innerJoin('programme.programme as plan', (join) =>
      join
        .onRef('plan.municipality', '=', 'served.municipality')
        .onRef('plan.id', '=', 'served.programme_id')
        .on('plan.adopted_on', 'is not', null),
    )
    .innerJoin('programme.milestone as milestone', (join) =>
      join
        .onRef('milestone.municipality', '=', 'served.municipality')
        .onRef('milestone.action_id', '=', 'served.action_id')
        .on('milestone.state', '=', 'reached')
        .on('milestone.removed', '=', false),
    )
    .select(['served.matter_id', 'milestone.reached_on'])
    .where('served.municipality', '=', ctx.actor.municipality)
    .where('served.removed', '=', false)
    .where(sql<boolean>`served.matter_id = any(${[...matters]}::int[])`)
    .orderBy('milestone.reached_on')
    .execute()
}
