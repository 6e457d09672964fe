import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IdentityField } from '../vault/index.ts'
import type { Trajectory } from './open-trajectory.ts'
import { keepBefore } from './sealed-rows.ts'

export type Identity = Partial<Record<IdentityField, string>>

/** Fields by which somebody can be found again, always two of them together. */
export const findable = [
  'surname',
  'birth-date',
  'phone',
  'document-number',
] as const satisfies IdentityField[]
export type Findable = (typeof findable)[number]

const placeOfField = (personId: string, field: IdentityField, version: number) => ({
  table: 'vault.identity',
  row: `${personId}/${field}`,
  column: 'body',
  version,
})

/** Who she is. That it was read stands in the trail, with the names of the fields. */
export async function readIdentity(ctx: CaseCtx, trajectory: Trajectory): Promise<Identity> {
  const identity = await openIdentity(ctx, trajectory)
  await append(ctx, {
    event: 'identity.opened',
    action: 'R',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    fields: Object.keys(identity),
  })
  return identity
}

async function openIdentity(ctx: CaseCtx, trajectory: Trajectory): Promise<Identity> {
  const rows = await ctx.tx
    .selectFrom('vault.identity')
    .select(['field', 'body', 'version'])
    .where('person_id', '=', trajectory.personId)
    .execute()
  return Object.fromEntries(
    rows.map(({ field, body, version }) => [
      field,
      trajectory.key.openText(placeOfField(trajectory.personId, field, version), body),
    ]),
  )
}

/** Sets what is given; an empty text removes nothing, it is kept as unknown. What it was, is kept sealed. */
export async function setIdentity(ctx: CaseCtx, trajectory: Trajectory, given: Identity): Promise<void> {
  const known = await openIdentity(ctx, trajectory)
  const fields = (Object.keys(given) as IdentityField[]).filter(
    (field) => given[field]?.trim() && given[field]?.trim() !== known[field],
  )
  for (const field of fields) {
    const value = given[field]?.trim() ?? ''
    await putField(ctx, trajectory, field, value)
    if ((findable as readonly string[]).includes(field)) await putIndex(ctx, trajectory, field, value)
  }
  if (fields.length === 0) return
  await append(ctx, {
    event: 'identity.set',
    action: 'U',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    fields,
  })
}

async function putField(
  ctx: CaseCtx,
  trajectory: Trajectory,
  field: IdentityField,
  value: string,
): Promise<void> {
  const { personId, key } = trajectory
  const row = await ctx.tx
    .selectFrom('vault.identity')
    .select(['body', 'version'])
    .where('person_id', '=', personId)
    .where('field', '=', field)
    .forUpdate()
    .executeTakeFirst()
  const version = (row?.version ?? 0) + 1
  if (row) {
    await keepBefore(ctx, trajectory, {
      part: `identity.${field}`,
      id: trajectory.id,
      version: row.version,
      change: 'changed',
      before: key.openText(placeOfField(personId, field, row.version), row.body),
    })
  }
  const body = key.seal(placeOfField(personId, field, version), value)
  await ctx.tx
    .insertInto('vault.identity')
    .values({ trajectory_id: trajectory.id, person_id: personId, field, body, version, set_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'field']).doUpdateSet({ body, version, set_at: ctx.now }),
    )
    .execute()
}

async function putIndex(ctx: CaseCtx, trajectory: Trajectory, field: string, value: string): Promise<void> {
  const index = ctx.vault.blind(field, value)
  await ctx.tx
    .insertInto('vault.blind')
    .values({ trajectory_id: trajectory.id, person_id: trajectory.personId, field, index })
    .onConflict((conflict) => conflict.columns(['person_id', 'field']).doUpdateSet({ index }))
    .execute()
}
