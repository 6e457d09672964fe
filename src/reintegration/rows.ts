import type { Selectable } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { Tables } from '../db/tables.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { placeIn } from './sealed-rows.ts'

/** What is needed of an opened case to read and seal what hangs on it. Her own page has a handle of its own. */
export type CaseKey = Pick<Trajectory, 'id' | 'key'>

type Versioned = `reintegration.${'note' | 'appointment' | 'goal' | 'contact' | 'term'}`

/**
 * Holds a row of this case until the transaction ends.
 * @throws {NotFound} no such row in this case
 * @throws {Invalid} `changed-by-other` when it is not of this version any more
 */
export async function lockRow<T extends Versioned>(
  ctx: CaseCtx,
  trajectory: Pick<Trajectory, 'id'>,
  table: T,
  wanted: { id: number; version: number },
): Promise<Selectable<Tables[T]>> {
  const row = await ctx.tx
    .selectFrom(table as 'reintegration.goal')
    .selectAll()
    .where('id', '=', wanted.id)
    .where('trajectory_id', '=', trajectory.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.version !== wanted.version) throw new Invalid('changed-by-other')
  return row as unknown as Selectable<Tables[T]>
}

/** The account of whoever acts. @throws {Error} for the program itself */
export function accountOf({ actor }: CaseCtx): string {
  if (actor.kind === 'system') throw new Error('the program itself does nothing in a case')
  return actor.accountId
}

/** Text without space around it; null when nothing is left. */
export const written = (text: string | null | undefined): string | null => text?.trim() || null

/** What a row was before each change, the last change first. */
export type Before<T> = { at: Date; by: string | null; change: string; version: number; before: T }

/** @param part as the commands name it: `goal`, `note`, `contact`, … */
export async function historyOf<T = Record<string, unknown>>(
  ctx: CaseCtx,
  trajectory: CaseKey,
  part: string,
  rowId?: number,
): Promise<(Before<T> & { row: number })[]> {
  let query = ctx.tx
    .selectFrom('reintegration.history as history')
    .leftJoin('gate.account as account', 'account.id', 'history.by')
    .select([
      'history.id',
      'history.row_id',
      'history.at',
      'history.change',
      'history.version',
      'history.before',
      'account.name',
    ])
    .where('history.trajectory_id', '=', trajectory.id)
    .where('history.part', '=', part)
    .orderBy('history.id', 'desc')
  if (rowId !== undefined) query = query.where('history.row_id', '=', rowId)
  const rows = await query.execute()
  return rows.flatMap(({ id, row_id, at, change, version, before, name }) =>
    before
      ? [
          {
            row: row_id,
            at,
            by: name,
            change,
            version,
            before: JSON.parse(
              trajectory.key.openText(placeIn('reintegration.history', id, 'before'), before),
            ) as T,
          },
        ]
      : [],
  )
}
