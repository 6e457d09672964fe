import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'

const within = (column: string, from: IsoDate, until: IsoDate) =>
  sql<boolean>`(${sql.ref(column)} at time zone 'Europe/Amsterdam')::date >= ${from}::date
    and (${sql.ref(column)} at time zone 'Europe/Amsterdam')::date < ${until}::date`

/**
 * Milestones of adopted programmes that were entered as reached from one day to before another and not taken back within these days, for a
 * matter of a motion or for a commitment about it; of each motion once, in the order in which they were entered.
 */
export async function reachedBetween(
  ctx: Ctx,
  { from, until }: { from: IsoDate; until: IsoDate },
): Promise<{ motion: number; on: IsoDate; text: string }[]> {
  const { rows } = await sql<{ motion: number; on: IsoDate; text: string }>`
    with serving as (
      select served.action_id, matter.motion_id
      from programme.served served
      join council.matter matter on matter.municipality = served.municipality and matter.id = served.matter_id
      where served.municipality = ${ctx.actor.municipality} and not served.removed
      union
      select served.action_id, link.motion_id
      from programme.served served
      join council.commitment_motion link
        on link.municipality = served.municipality and link.commitment_id = served.commitment_id
      where served.municipality = ${ctx.actor.municipality} and not served.removed)
    select serving.motion_id as motion, history.moved_on as on, milestone.title as text
    from programme.history history
    join serving on serving.action_id = history.action_id
    join programme.milestone milestone
      on milestone.municipality = history.municipality and milestone.id = history.subject_id
    join programme.programme plan
      on plan.municipality = history.municipality and plan.id = history.programme_id and plan.adopted_on is not null
    where history.municipality = ${ctx.actor.municipality}
      and history.subject = 'milestone' and history.step = 'reach'
      and ${within('history.moved_at', from, until)}
      and not exists (
        select from programme.history undo
        where undo.municipality = history.municipality and undo.undoes = history.id
          and ${within('undo.moved_at', from, until)})
    order by history.id`.execute(ctx.tx)
  return rows
}
