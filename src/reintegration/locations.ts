import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { nextId, placeIn } from './sealed-rows.ts'

export type LocationKind = 'stay' | 'post' | 'meeting' | 'avoid'
/** A place of which it is known that it is there; what it is, is opened apart. */
export type KnownLocation = {
  id: number
  kind: LocationKind
  fromOn: IsoDate | null
  untilOn: IsoDate | null
}

/** Keeps a place. Whoever keeps it may see it; others only when they are granted it by name. */
export async function addLocation(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { kind: LocationKind; text: string; fromOn?: IsoDate | null; untilOn?: IsoDate | null },
): Promise<number> {
  if (input.text.trim() === '') throw new Invalid('form-invalid', [{ field: 'text', code: 'needed' }])
  const by = accountOf(ctx)
  const id = await nextId(ctx, 'vault.location')
  await ctx.tx
    .insertInto('vault.location')
    .values({
      id,
      trajectory_id: trajectory.id,
      person_id: trajectory.personId,
      kind: input.kind,
      body: trajectory.key.seal(placeIn('vault.location', id, 'body'), input.text.trim()),
      from_on: input.fromOn ?? null,
      until_on: input.untilOn ?? null,
      set_at: ctx.now,
      set_by: by,
    })
    .execute()
  await append(ctx, {
    event: 'location.added',
    action: 'C',
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { location: id },
    fields: ['kind', 'text'],
  })
  await grantLocation(ctx, trajectory, { locationId: id, accountId: by })
  return id
}

/** Lets a colleague see a place, by name. */
export async function grantLocation(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { locationId: number; accountId: string; until?: Date | null },
): Promise<void> {
  await ctx.tx
    .insertInto('vault.location_grant')
    .values({
      location_id: input.locationId,
      trajectory_id: trajectory.id,
      account_id: input.accountId,
      granted_by: accountOf(ctx),
      granted_at: ctx.now,
      until_at: input.until ?? null,
    })
    .execute()
  await append(ctx, {
    event: 'location.granted',
    action: 'U',
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { location: input.locationId, account: input.accountId },
  })
}

/** The places that whoever acts may open, without what they are. */
export async function locationsOf(ctx: CaseCtx, trajectory: Trajectory): Promise<KnownLocation[]> {
  const rows = await ctx.tx
    .selectFrom('vault.location')
    .select(['id', 'kind', 'from_on', 'until_on'])
    .where('trajectory_id', '=', trajectory.id)
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, from_on, until_on }) => ({ id, kind, fromOn: from_on, untilOn: until_on }))
}

/**
 * Shows one place. That it was shown stands in the trail.
 * @throws {NotFound} also when it was not granted
 */
export async function showLocation(ctx: CaseCtx, trajectory: Trajectory, id: number): Promise<string> {
  const row = await ctx.tx
    .selectFrom('vault.location')
    .select(['body', 'version'])
    .where('id', '=', id)
    .where('trajectory_id', '=', trajectory.id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  await append(ctx, {
    event: 'location.opened',
    action: 'R',
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { location: id },
  })
  return trajectory.key.openText(placeIn('vault.location', id, 'body', row.version), row.body)
}

function accountOf({ actor }: CaseCtx): string {
  if (actor.kind === 'system') throw new Error('the program itself keeps no places')
  return actor.accountId
}
