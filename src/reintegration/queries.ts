import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { Part, Phase, TrajectoryState } from './tables.ts'

export type Listed = {
  id: number
  number: string
  phase: Phase
  state: TrajectoryState
  safetyReviewOn: string | null
  part: Part | null
}

/** The cases that whoever acts works with; numbers and stages, no name and no place. */
export async function myTrajectories(ctx: CaseCtx, closed = false): Promise<Listed[]> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.accountId : ''
  return ctx.tx
    .selectFrom('reintegration.trajectory as trajectory')
    .select([
      'trajectory.id',
      'trajectory.number',
      'trajectory.phase',
      'trajectory.state',
      'trajectory.safety_review_on as safetyReviewOn',
      sql<Part | null>`(select part from reintegration.care_relation relation
        where relation.trajectory_id = trajectory.id and relation.account_id = ${me}
          and (relation.until_at is null or relation.until_at > meta.clock()) order by part limit 1)`.as(
        'part',
      ),
    ])
    .where('trajectory.state', closed ? '=' : '!=', 'closed')
    .orderBy('trajectory.safety_review_on', (order) => order.asc().nullsLast())
    .orderBy('trajectory.id')
    .execute()
}
