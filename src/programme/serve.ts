import type { Ctx } from '../ctx.ts'
import { Invalid } from '../errors.ts'
import { holdProgramme, naming, programmeOf, stands } from './hold.ts'
import { addRow, changeRow, checkProgrammeRole, type Step } from './step.ts'

export const servedKinds = ['matter', 'commitment', 'ambition'] as const
export type ServedKind = (typeof servedKinds)[number]
const columnOf = { matter: 'matter_id', commitment: 'commitment_id', ambition: 'ambition_id' } as const

/**
 * Says what an action (or without one the programme itself) is for; said twice, nothing changes.
 * @throws Invalid (`action_id`, `kind`, or `matter_id`, `commitment_id`, `ambition_id` when there is none); Refused `programme-closed`;
 * NotFound; Denied
 */
export async function serve(
  ctx: Ctx,
  input: { programme: number; action: number | null; kind: ServedKind; of: number },
): Promise<Step> {
  checkProgrammeRole(ctx, 'say what an action is for')
  const { kind, of, action } = input
  if (!servedKinds.includes(kind))
    throw new Invalid('form-invalid', [{ field: 'kind', code: 'not-a-choice' }])
  const column = columnOf[kind]
  const programme = await holdProgramme(ctx, input.programme)
  if (action !== null && !(await stands(ctx, 'action', { programme_id: programme.id, id: action }))) {
    throw new Invalid('form-invalid', [{ field: 'action_id', code: 'not-a-choice' }])
  }
  const known = await ctx.tx
    .selectFrom('programme.served')
    .select(['id', 'version', 'removed'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme.id)
    .where('action_id', action === null ? 'is' : '=', action as number)
    .where(column, '=', of)
    .orderBy('removed')
    .executeTakeFirst()
  if (known && !known.removed) return { id: known.id, version: known.version, history: 0, joined: [] }
  if (kind === 'ambition') await checkAmbition(ctx, of)
  if (known) return changeRow(ctx, 'served', known, { removed: false }, { step: 'add' })
  return naming(column, () =>
    addRow(ctx, 'served', { programme_id: programme.id, action_id: action, kind, [column]: of }),
  )
}

/** @throws Invalid `ambition_id` when it is not marked (any more) */
export async function checkAmbition(ctx: Ctx, ambition: number): Promise<void> {
  const row = await ctx.tx
    .selectFrom('programme.ambition')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', ambition)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw new Invalid('form-invalid', [{ field: 'ambition_id', code: 'not-a-choice' }])
}

/** @throws Refused `programme-closed`; NotFound; Denied */
export async function unserve(ctx: Ctx, input: { served: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'say what an action is for')
  await holdProgramme(ctx, await programmeOf(ctx, 'served', input.served))
  const seen = { id: input.served, version: input.version }
  return changeRow(ctx, 'served', seen, { removed: true }, { step: 'remove' })
}
