import type { Selectable } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { workable } from './programme.ts'
import { lockRow, type Row } from './step.ts'
import type { ActionTable, ProgrammeTable } from './tables.ts'

/**
 * A programme that is worked on; it stays as it is until the transaction ends. @throws NotFound; Refused `programme-closed`
 */
export async function openProgramme(ctx: Ctx, id: number): Promise<Selectable<ProgrammeTable>> {
  const row = await ctx.tx
    .selectFrom('programme.programme')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .where('removed', '=', false)
    .forShare()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (!workable.includes(row.state)) throw new Refused('programme-closed')
  return row
}

export type ActionRow = Selectable<ActionTable> & Row
/** Holds an action and its programme for a step: the action before what belongs to it, so that two steps never wait for each other. */
export async function openAction(ctx: Ctx, id: number) {
  const { programme_id } = await actionOf(ctx, 'action', id)
  const programme = await openProgramme(ctx, programme_id)
  const action = await lockRow<ActionRow>(ctx, 'action', id)
  if (action.removed) throw new NotFound()
  return { programme, action, adopted: programme.adopted_on !== null }
}

/** The action that a milestone belongs to, held with its programme. @throws NotFound; Refused `programme-closed` */
export async function actionOfMilestone(ctx: Ctx, milestone: number) {
  const { action_id } = await actionOf(ctx, 'milestone', milestone)
  return openAction(ctx, action_id)
}

async function actionOf(ctx: Ctx, subject: 'action' | 'milestone', id: number) {
  const row = await ctx.tx
    .selectFrom(`programme.${subject}` as 'programme.milestone')
    .select(['programme_id', subject === 'action' ? 'id as action_id' : 'action_id'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row as { programme_id: number; action_id: number }
}
