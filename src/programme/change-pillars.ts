import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { type NewPillar, pillarFields } from './begin-programme.ts'
import { holdProgramme, programmeOf, stands } from './hold.ts'
import { addRow, changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, type Problems } from './typed.ts'

/** Adds a pillar after the last one. @throws Invalid (`name`, `kind`, `aim`); Refused `programme-closed`; NotFound; Denied */
export async function addPillar(ctx: Ctx, input: NewPillar & { programme: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'plan pillars')
  const problems: Problems = []
  const fields = pillarFields(problems, input)
  checkProblems(problems)
  await holdProgramme(ctx, input.programme)
  const pillars = await pillarsOf(ctx, input.programme)
  const position = Math.max(0, ...pillars.map((one) => one.position)) + 1
  return addRow(ctx, 'pillar', { programme_id: input.programme, position, ...fields })
}

/** @throws Invalid (as `addPillar`, or `changed-by-other` per field); Refused `programme-closed`; NotFound; Denied */
export async function changePillar(
  ctx: Ctx,
  input: NewPillar & { pillar: number; version: number },
): Promise<Step> {
  checkProgrammeRole(ctx, 'plan pillars')
  const problems: Problems = []
  const fields = pillarFields(problems, input)
  checkProblems(problems)
  await holdProgramme(ctx, await programmeOf(ctx, 'pillar', input.pillar))
  return changeRow(ctx, 'pillar', { id: input.pillar, version: input.version }, fields)
}

/** Changes places with the pillar before or after it; nothing happens to the first or last. @throws as `changePillar` */
export async function movePillar(
  ctx: Ctx,
  input: { pillar: number; to: 'earlier' | 'later' },
): Promise<void> {
  checkProgrammeRole(ctx, 'plan pillars')
  const programme = await programmeOf(ctx, 'pillar', input.pillar)
  await holdProgramme(ctx, programme)
  const pillars = await pillarsOf(ctx, programme)
  const at = pillars.findIndex(({ id }) => id === input.pillar)
  if (at === -1) throw new NotFound()
  const [one, other] = [pillars[at]!, pillars[input.to === 'earlier' ? at - 1 : at + 1]]
  if (!other) return
  await changeRow(ctx, 'pillar', one, { position: other.position }, { step: 'move' })
  await changeRow(ctx, 'pillar', other, { position: one.position }, { step: 'move' })
}

/** @throws Refused `pillar-not-empty`, `programme-closed`; NotFound; Denied */
export async function removePillar(ctx: Ctx, input: { pillar: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'plan pillars')
  await holdProgramme(ctx, await programmeOf(ctx, 'pillar', input.pillar))
  return changeRow(
    ctx,
    'pillar',
    { id: input.pillar, version: input.version },
    { removed: true },
    { step: 'remove' },
    () => checkEmpty(ctx, input.pillar),
  )
}

/** Actions and indicators keep a pillar. @throws Refused `pillar-not-empty` */
export async function checkEmpty(ctx: Ctx, pillar: number): Promise<void> {
  for (const subject of ['action', 'indicator'] as const)
    if (await stands(ctx, subject, { pillar_id: pillar })) throw new Refused('pillar-not-empty')
}

/** Those of a programme, in order. */
export async function pillarsOf(ctx: Ctx, programme: number) {
  return ctx.tx
    .selectFrom('programme.pillar')
    .select(['id', 'version', 'position', 'kind', 'name', 'aim'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
