import type { Selectable } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { NotFound, Refused } from '../errors.ts'
import { ownerFields } from './add-action.ts'
import { holdProgramme, naming, programmeOf } from './hold.ts'
import { dayNeedsReason } from './milestone.ts'
import type { ActionRow } from './open-programme.ts'
import { type ActionFields, actionColumns, checkDays, numberFor } from './plan-action.ts'
import { changeRow, checkProgrammeRole, lockRow, noteStep, type Step } from './step.ts'
import type { ActionTable } from './tables.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from './typed.ts'
import { keepOwner, type Owner, ownerOf } from './undo-step.ts'

/** What is not given stays. */
export type ActionChange = Partial<ActionFields> & {
  action: number
  /** As the page showed it; what others changed since is joined. */
  version: number
  number?: string
  /** Needed when a day moves after adoption; the old day stays in the history. */
  reason?: string | null
}

/**
 * Changes an action. @throws Invalid (the fields of `addAction`, `reason`, `ends_on` also with `before-milestone`, or
 * `changed-by-other` per field); Refused `programme-closed`; NotFound; Denied
 */
export async function changeAction(ctx: Ctx, input: ActionChange): Promise<Step> {
  checkProgrammeRole(ctx, 'plan actions')
  const problems: Problems = []
  const wanted = actionColumns(problems, input)
  const reason = publicLine(problems, input.reason, { field: 'reason', most: mostText.reason })
  checkProblems(problems)
  const programme = await holdProgramme(ctx, await programmeOf(ctx, 'action', input.action))
  if (input.number !== undefined) {
    const { pillar_id } = await lockRow<ActionRow>(ctx, 'action', input.action)
    wanted.number = await numberFor(ctx, {
      programme: programme.id,
      pillar: pillar_id,
      action: input.action,
      wanted: input.number,
    })
  }
  return naming('portfolio_holder_id', () =>
    changeRow(
      ctx,
      'action',
      { id: input.action, version: input.version },
      wanted,
      { reason },
      async (row, next) => {
        const [was, now] = [row as Selectable<ActionTable>, next as Selectable<ActionTable>]
        checkDays(problems, now, programme)
        const adopted = programme.adopted_on !== null
        const moved = (['starts_on', 'ends_on'] as const).some((day) =>
          dayNeedsReason(adopted, was[day], now[day]),
        )
        if (moved && reason === null) problem(problems, 'reason', 'reason-needed')
        if (
          now.ends_on !== null &&
          now.ends_on !== was.ends_on &&
          (await openAfter(ctx, now.id, now.ends_on))
        ) {
          problem(problems, 'ends_on', 'before-milestone')
        }
        checkProblems(problems)
      },
    ),
  )
}

async function openAfter(ctx: Ctx, action: number, day: IsoDate): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('programme.milestone')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', action)
    .where('removed', '=', false)
    .where('state', '=', 'open')
    .where('due_on', '>', day)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Moves an action to another pillar; it gets the next number there unless one is given.
 * @throws Invalid (`pillar_id`, `number`); Refused `programme-closed`; NotFound; Denied
 */
export async function moveAction(
  ctx: Ctx,
  input: { action: number; version: number; pillar: number; number?: string | null },
): Promise<Step> {
  checkProgrammeRole(ctx, 'plan actions')
  const programme = await holdProgramme(ctx, await programmeOf(ctx, 'action', input.action))
  const number = await numberFor(ctx, {
    programme: programme.id,
    pillar: input.pillar,
    action: input.action,
    wanted: input.number ?? null,
  })
  return changeRow(
    ctx,
    'action',
    { id: input.action, version: input.version },
    { pillar_id: input.pillar, number },
    { step: 'move' },
  )
}

/**
 * Says which official carries an action; null: nobody. The name is never public, the step is.
 * @throws Invalid `owner`; Refused `changed-by-other`, `programme-closed`; NotFound; Denied
 */
export async function assignOwner(
  ctx: Ctx,
  input: { action: number; version: number; owner: Owner | null },
): Promise<Step> {
  checkProgrammeRole(ctx, 'assign actions')
  const problems: Problems = []
  const owner = ownerFields(problems, input.owner) ?? { account: null, name: null }
  checkProblems(problems)
  await holdProgramme(ctx, await programmeOf(ctx, 'action', input.action))
  const row = await lockRow<ActionRow>(ctx, 'action', input.action)
  if (row.removed) throw new NotFound()
  if (row.version !== input.version) throw new Refused('changed-by-other')
  const before = { ...row, owner: await ownerOf(ctx, row.id) }
  const step = await noteStep(ctx, 'action', row, { step: 'assign' }, before)
  await keepOwner(ctx, row.id, owner)
  return step
}
