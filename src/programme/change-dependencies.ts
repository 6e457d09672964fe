import type { Ctx } from '../ctx.ts'
import { Blocked, Invalid } from '../errors.ts'
import { circleWith } from './dependencies.ts'
import { holdProgramme, programmeOf } from './hold.ts'
import { addRow, changeRow, checkProgrammeRole, type Step } from './step.ts'

/** An action of a circle, as people call it. */
export type InCircle = { id: number; number: string; title: string }

/**
 * Says that an action can only be done after another of the same programme; said twice, nothing changes.
 * @throws Blocked<InCircle> `dependency-circle`: in order, each waiting for the next, the first again at the end;
 * Invalid `needs_id`; Refused `programme-closed`; NotFound; Denied
 */
export async function addDependency(ctx: Ctx, input: { action: number; needs: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'plan what waits for what')
  const programme = await holdProgramme(ctx, await programmeOf(ctx, 'action', input.action))
  const actions = await actionsOf(ctx, programme.id)
  if (!actions.has(input.action) || !actions.has(input.needs)) {
    throw new Invalid('form-invalid', [{ field: 'needs_id', code: 'not-a-choice' }])
  }
  await checkCircle(ctx, programme.id, input, actions)
  const known = await ctx.tx
    .selectFrom('programme.dependency')
    .select(['id', 'version', 'removed'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', input.action)
    .where('needs_id', '=', input.needs)
    .executeTakeFirst()
  if (!known) {
    return addRow(ctx, 'dependency', {
      programme_id: programme.id,
      action_id: input.action,
      needs_id: input.needs,
    })
  }
  if (!known.removed) return { id: known.id, version: known.version, history: 0, joined: [] }
  return changeRow(ctx, 'dependency', known, { removed: false }, { step: 'add' })
}

/** @throws Refused `programme-closed`; NotFound; Denied */
export async function removeDependency(
  ctx: Ctx,
  input: { dependency: number; version: number },
): Promise<Step> {
  checkProgrammeRole(ctx, 'plan what waits for what')
  await holdProgramme(ctx, await programmeOf(ctx, 'dependency', input.dependency))
  const seen = { id: input.dependency, version: input.version }
  return changeRow(ctx, 'dependency', seen, { removed: true }, { step: 'remove' })
}

/** @throws Blocked<InCircle> `dependency-circle` */
export async function checkCircle(
  ctx: Ctx,
  programme: number,
  added: { action: number; needs: number },
  actions?: ReadonlyMap<number, InCircle>,
): Promise<void> {
  const named = actions ?? (await actionsOf(ctx, programme))
  const rows = await ctx.tx
    .selectFrom('programme.dependency')
    .select(['action_id as action', 'needs_id as needs'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .execute()
  const standing = rows.filter(({ action, needs }) => named.has(action) && named.has(needs))
  const circle = circleWith(standing, added)
  if (circle)
    throw new Blocked<InCircle>(
      'dependency-circle',
      circle.map((id) => named.get(id)!),
    )
}

async function actionsOf(ctx: Ctx, programme: number): Promise<Map<number, InCircle>> {
  const rows = await ctx.tx
    .selectFrom('programme.action')
    .select(['id', 'number', 'title'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
