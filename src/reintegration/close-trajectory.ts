import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { dayOf } from '../days.ts'
import { type FieldError, Invalid, Refused } from '../errors.ts'
import { keepUntil } from '../vault/index.ts'
import type { Trajectory } from './open-trajectory.ts'
import type { Closure } from './tables.ts'

/**
 * Closes a case: with a reason, after a safety review, and with everything that was shared stopped.
 * @throws {Invalid} `safety` when safety was not looked at on this day; `shares` when something is still shared
 */
export async function closeTrajectory(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { closure: Closure; version: number },
): Promise<void> {
  if (trajectory.version !== input.version) throw new Invalid('changed-by-other')
  const errors: FieldError[] = []
  if (trajectory.safetyReviewedOn !== dayOf(ctx.now)) errors.push({ field: 'safety', code: 'review-needed' })
  const running = await ctx.tx
    .selectFrom('reintegration.share')
    .select('id')
    .where('trajectory_id', '=', trajectory.id)
    .where('stopped_at', 'is', null)
    .where(sql<boolean>`until_at > meta.clock()`)
    .execute()
  if (running.length > 0) {
    errors.push({ field: 'shares', code: 'shares-run', detail: { count: running.length } })
  }
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  const grounds = await ctx.tx
    .selectFrom('reintegration.basis')
    .select('law')
    .distinct()
    .where('trajectory_id', '=', trajectory.id)
    .where('purpose', '=', 'care')
    .execute()
  await ctx.tx
    .updateTable('reintegration.trajectory')
    .set({
      state: 'closed',
      keep_until: keepUntil(
        grounds.map(({ law }) => law),
        dayOf(ctx.now),
      ),
      closure: input.closure,
      closed_at: sql<Date>`meta.clock()`,
      version: trajectory.version + 1,
    })
    .where('id', '=', trajectory.id)
    .where('version', '=', trajectory.version)
    .execute()
  await append(ctx, {
    event: 'case.closed',
    action: 'U',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    fields: ['state', 'closure', 'keep-until'],
  })
}

/** Opens a closed case again; it goes on where care is given. @throws {Refused} when it is not closed */
export async function reopenTrajectory(ctx: CaseCtx, trajectory: Trajectory): Promise<void> {
  if (trajectory.state !== 'closed') throw new Refused('move-not-possible')
  await ctx.tx
    .updateTable('reintegration.trajectory')
    .set({
      state: 'active',
      closure: null,
      closed_at: null,
      keep_until: null,
      version: trajectory.version + 1,
    })
    .where('id', '=', trajectory.id)
    .execute()
  await append(ctx, {
    event: 'case.reopened',
    action: 'U',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    fields: ['state'],
  })
}
