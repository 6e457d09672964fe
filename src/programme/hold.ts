/** What commands that plan share: holding a programme alone, and saying that something named does not exist. */
import type { Selectable } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import { type ProgrammeState, workable } from './programme.ts'
import { lockRow, type Row } from './step.ts'
import type { ProgrammeTable } from './tables.ts'

export type ProgrammeRow = Selectable<ProgrammeTable> & Row
/**
 * A programme for one at a time, for rules that look at all of it: numbers, circles, places. Held before anything in it.
 * @throws NotFound; Refused `programme-closed`
 */
export async function holdProgramme(
  ctx: Ctx,
  id: number,
  states: readonly ProgrammeState[] = workable,
): Promise<ProgrammeRow> {
  const row = await lockRow<ProgrammeRow>(ctx, 'programme', id)
  if (row.removed) throw new NotFound()
  if (!states.includes(row.state)) throw new Refused('programme-closed')
  return row
}

/** The programme of a row, to be held before the row is. @throws NotFound */
export async function programmeOf(
  ctx: Ctx,
  subject: 'pillar' | 'action' | 'money' | 'dependency' | 'risk' | 'served',
  id: number,
): Promise<number> {
  const row = await ctx.tx
    .selectFrom(`programme.${subject}` as 'programme.pillar')
    .select('programme_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row.programme_id
}

/** Whether something with these columns stands, such as an action `id` in `programme_id`. */
export async function stands(
  ctx: Ctx,
  subject: 'action' | 'decision' | 'indicator',
  columns: Partial<Record<'id' | 'programme_id' | 'pillar_id' | 'action_id', number>>,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom(`programme.${subject}` as 'programme.action')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('removed', '=', false)
    .where((on) => on.and(columns as { id: number }))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the database says of an id that nothing has becomes an error of the field that named it. @throws Invalid `not-a-choice` */
export async function naming<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') {
      throw new Invalid('form-invalid', [{ field, code: 'not-a-choice' }])
    }
    throw error
  }
}
