import type { Ctx } from '../ctx.ts'
import { Refused } from '../errors.ts'
import { holdProgramme, programmeOf, stands } from './hold.ts'
import type { Plan } from './plan.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'

/**
 * Takes an action out of the plan. What was adopted is not taken out but stopped, with a reason.
 * @throws Refused `action-adopted`, `action-needed` (others wait for it), `in-use` (an indicator counts it), `programme-closed`; NotFound; Denied
 */
export async function removeAction(ctx: Ctx, input: { action: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'plan actions')
  const programme = await holdProgramme(ctx, await programmeOf(ctx, 'action', input.action))
  return changeRow(
    ctx,
    'action',
    { id: input.action, version: input.version },
    { removed: true },
    { step: 'remove' },
    () => checkRemovable(ctx, programme.id, input.action),
  )
}

/** @throws Refused `action-adopted`, `action-needed`, `in-use` (an indicator counts it) */
export async function checkRemovable(ctx: Ctx, programme: number, action: number): Promise<void> {
  const editions = await ctx.tx
    .selectFrom('programme.edition')
    .select('content')
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .execute()
  if (editions.some(({ content }) => (content as Plan).actions.some(({ id }) => id === action))) {
    throw new Refused('action-adopted')
  }
  const needed = await ctx.tx
    .selectFrom('programme.dependency as dependency')
    .innerJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'dependency.municipality')
        .onRef('action.id', '=', 'dependency.action_id'),
    )
    .select('dependency.id')
    .where('dependency.municipality', '=', ctx.actor.municipality)
    .where('dependency.needs_id', '=', action)
    .where('dependency.removed', '=', false)
    .where('action.removed', '=', false)
    .limit(1)
    .executeTakeFirst()
  if (needed) throw new Refused('action-needed')
  if (await stands(ctx, 'indicator', { action_id: action })) throw new Refused('in-use')
}
