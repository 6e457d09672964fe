import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import type { Part } from './tables.ts'

export type Member = {
  relationId: number
  accountId: string
  name: string
  part: Part
  from: Date
  until: Date | null
}
export type Colleague = { accountId: string; name: string }

/** Who works with her now, the coordinator first. */
export async function teamOf(ctx: CaseCtx, trajectory: Trajectory): Promise<Member[]> {
  return ctx.tx
    .selectFrom('reintegration.care_relation as relation')
    .innerJoin('gate.account as account', 'account.id', 'relation.account_id')
    .select([
      'relation.id as relationId',
      'account.id as accountId',
      sql<string>`account.name`.as('name'),
      'relation.part',
      'relation.from_at as from',
      'relation.until_at as until',
    ])
    .where('relation.trajectory_id', '=', trajectory.id)
    .where(sql<boolean>`(relation.until_at is null or relation.until_at > meta.clock())`)
    .orderBy('relation.part')
    .orderBy('account.name')
    .execute()
}

/** Whoever could work with her: in a care role, here. */
export async function colleaguesOf(ctx: CaseCtx): Promise<Colleague[]> {
  return ctx.tx
    .selectFrom('gate.account as account')
    .select(['account.id as accountId', sql<string>`account.name`.as('name')])
    .where('account.kind', '=', 'staff')
    .where('account.ended_at', 'is', null)
    .where(
      sql<boolean>`exists (select from gate.role where role.account_id = account.id
        and role.role in ('care-coordinator', 'care-worker') and role.approved_at is not null and role.ended_at is null)`,
    )
    .orderBy('account.name')
    .execute()
}

/** @throws {Invalid} `account` unknown or in the team already; @throws {Refused} for whoever is there in an emergency only */
export async function joinTeam(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { accountId: string; part: Exclude<Part, 'coordinator'>; until?: Date | null },
): Promise<void> {
  ownTeam(trajectory)
  const colleagues = await colleaguesOf(ctx)
  if (!colleagues.some(({ accountId }) => accountId === input.accountId)) {
    throw new Invalid('form-invalid', [{ field: 'account', code: 'unknown' }])
  }
  const team = await teamOf(ctx, trajectory)
  if (team.some(({ accountId }) => accountId === input.accountId)) {
    throw new Invalid('form-invalid', [{ field: 'account', code: 'already-there' }])
  }
  await start(ctx, trajectory, input.accountId, input.part, input.until ?? null)
}

/** Ends somebody's part in the team: their own, or another's. The coordinator hands over instead. */
export async function leaveTeam(ctx: CaseCtx, trajectory: Trajectory, relationId: number): Promise<void> {
  ownTeam(trajectory)
  const member = (await teamOf(ctx, trajectory)).find((one) => one.relationId === relationId)
  if (!member) throw new Invalid('form-invalid', [{ field: 'account', code: 'unknown' }])
  if (member.part === 'coordinator') throw new Refused('move-not-possible')
  await end(ctx, trajectory, member)
}

/**
 * Hands the case over: another coordinates it from now on. Whoever hands over stays as a worker until a moment, or leaves.
 * @throws {Refused} `move-not-possible` for anyone but the coordinator
 */
export async function handOver(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { accountId: string; stayUntil: Date | null },
): Promise<void> {
  ownTeam(trajectory)
  const team = await teamOf(ctx, trajectory)
  const me = ctx.actor.kind === 'staff' ? ctx.actor.accountId : ''
  const coordinator = team.find(({ part }) => part === 'coordinator')
  if (coordinator && coordinator.accountId !== me) throw new Refused('move-not-possible')
  const colleagues = await colleaguesOf(ctx)
  if (input.accountId === me || !colleagues.some(({ accountId }) => accountId === input.accountId)) {
    throw new Invalid('form-invalid', [{ field: 'account', code: 'unknown' }])
  }
  const already = team.find(({ accountId }) => accountId === input.accountId)
  // What is mine goes last: afterwards nothing of this case can be written any more.
  if (already) await end(ctx, trajectory, already)
  if (coordinator) await changePart(ctx, trajectory, coordinator, input.stayUntil)
  await start(ctx, trajectory, input.accountId, 'coordinator', null)
  if (coordinator && !input.stayUntil) {
    const rest = (await teamOf(ctx, trajectory)).find(({ accountId }) => accountId === me)
    if (rest) await end(ctx, trajectory, rest)
  }
}

async function changePart(ctx: CaseCtx, trajectory: Trajectory, member: Member, until: Date | null) {
  await ctx.tx
    .updateTable('reintegration.care_relation')
    .set({ part: 'worker', ...(until ? { until_at: until } : {}) })
    .where('id', '=', member.relationId)
    .execute()
  await log(ctx, trajectory, 'team.changed', 'U', member.accountId)
}

async function start(
  ctx: CaseCtx,
  trajectory: Trajectory,
  accountId: string,
  part: Part,
  until: Date | null,
): Promise<void> {
  await ctx.tx
    .insertInto('reintegration.care_relation')
    .values({
      trajectory_id: trajectory.id,
      account_id: accountId,
      part,
      from_at: sql<Date>`meta.clock()`,
      until_at: until,
      started_by: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
      ended_by: null,
    })
    .execute()
  await log(ctx, trajectory, 'team.joined', 'C', accountId)
}

async function end(ctx: CaseCtx, trajectory: Trajectory, member: Member): Promise<void> {
  await log(ctx, trajectory, 'team.left', 'U', member.accountId)
  await ctx.tx
    .updateTable('reintegration.care_relation')
    .set({
      until_at: sql<Date>`meta.clock()`,
      ended_by: ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
    })
    .where('id', '=', member.relationId)
    .execute()
}

async function log(
  ctx: CaseCtx,
  trajectory: Trajectory,
  event: string,
  action: 'C' | 'U',
  accountId: string,
): Promise<void> {
  await append(ctx, {
    event,
    action,
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { account: accountId },
  })
}

/** The team is made by whoever is in it; an emergency changes nobody's part. */
function ownTeam(trajectory: Trajectory): void {
  if (trajectory.access.by !== 'relation') throw new Refused('move-not-possible')
}
