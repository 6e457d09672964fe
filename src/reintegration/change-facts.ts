import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { placeOf } from './open-trajectory.ts'
import { keepBefore } from './sealed-rows.ts'
import type { Phase, Residence, TrajectoryState } from './tables.ts'

/** What is not given stays. */
export type Facts = {
  version: number
  state?: Exclude<TrajectoryState, 'closed'>
  phase?: Phase
  residence?: Residence
  residenceUntil?: IsoDate | null
  title?: string | null
  caution?: string | null
  safetyReviewedOn?: IsoDate | null
  safetyReviewOn?: IsoDate | null
}

/** From which state to which; closing and reopening are commands of their own. */
const moves: Readonly<Record<TrajectoryState, readonly TrajectoryState[]>> = {
  registered: ['intake', 'active'],
  intake: ['active'],
  active: ['paused', 'aftercare'],
  paused: ['active', 'aftercare'],
  aftercare: ['active'],
  closed: [],
}

/**
 * Changes what stands at the head of a case.
 * @throws {Invalid} `changed-by-other` when somebody changed it meanwhile; `safetyReviewOn` before `safetyReviewedOn`
 * @throws {Refused} `move-not-possible`
 */
export async function changeFacts(ctx: CaseCtx, trajectory: Trajectory, facts: Facts): Promise<void> {
  const row = await ctx.tx
    .selectFrom('reintegration.trajectory')
    .selectAll()
    .where('id', '=', trajectory.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.version !== facts.version) throw new Invalid('changed-by-other')
  if (facts.state && facts.state !== row.state && !moves[row.state].includes(facts.state)) {
    throw new Refused('move-not-possible')
  }
  const reviewed = facts.safetyReviewedOn === undefined ? row.safety_reviewed_on : facts.safetyReviewedOn
  const review = facts.safetyReviewOn === undefined ? row.safety_review_on : facts.safetyReviewOn
  if (review && reviewed && review < reviewed) {
    throw new Invalid('form-invalid', [{ field: 'safetyReviewOn', code: 'before-review' }])
  }
  const seal = (column: 'title' | 'caution', text: string | null) =>
    text === null || text.trim() === '' ? null : trajectory.key.seal(placeOf(row.id, column), text.trim())
  const set = {
    ...(facts.state ? { state: facts.state } : {}),
    ...(facts.phase ? { phase: facts.phase } : {}),
    ...(facts.residence ? { residence: facts.residence } : {}),
    ...(facts.residenceUntil === undefined ? {} : { residence_until: facts.residenceUntil }),
    ...(facts.title === undefined ? {} : { title: seal('title', facts.title) }),
    ...(facts.caution === undefined ? {} : { caution: seal('caution', facts.caution) }),
    ...(facts.safetyReviewedOn === undefined ? {} : { safety_reviewed_on: reviewed }),
    ...(facts.safetyReviewOn === undefined ? {} : { safety_review_on: review }),
  }
  const fields = Object.keys(set)
  if (fields.length === 0) return
  const { state, phase, residence, residence_until, safety_reviewed_on, safety_review_on } = row
  const { title, caution } = trajectory
  await keepBefore(ctx, trajectory, {
    part: 'trajectory',
    id: row.id,
    version: row.version,
    change: 'changed',
    before: {
      state,
      phase,
      residence,
      residence_until,
      safety_reviewed_on,
      safety_review_on,
      title,
      caution,
    },
  })
  await ctx.tx
    .updateTable('reintegration.trajectory')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await append(ctx, {
    event: 'case.changed',
    action: 'U',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    fields,
  })
}
