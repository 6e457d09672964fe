import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { Place } from '../vault/index.ts'
import type { Trajectory } from './open-trajectory.ts'

/** Tables with sealed columns: what is sealed is bound to the row's identifier, so that comes first. */
export type SealedTable =
  | `reintegration.${'basis' | 'note' | 'attachment' | 'appointment' | 'goal' | 'contact' | 'term' | 'share_item' | 'share_message' | 'message' | 'history'}`
  | 'vault.location'

/** The identifier of a row that is about to be added. */
export async function nextId(ctx: CaseCtx, table: SealedTable): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id`.execute(ctx.tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`${table} has no sequence`)
  return id
}

/** Where a sealed value of a row stands. */
export function placeIn(table: SealedTable, id: number, column: string, version = 1): Place {
  return { table, row: String(id), column, version }
}

/** Keeps what a row was, sealed, before it changes; `version` is the one that it had. */
export async function keepBefore(
  ctx: CaseCtx,
  trajectory: Trajectory,
  row: { part: string; id: number; version: number; change: string; before: unknown },
): Promise<void> {
  const id = await nextId(ctx, 'reintegration.history')
  const { actor } = ctx
  await ctx.tx
    .insertInto('reintegration.history')
    .values({
      id,
      trajectory_id: trajectory.id,
      at: ctx.now,
      by: actor.kind === 'system' ? null : actor.accountId,
      part: row.part,
      row_id: row.id,
      change: row.change,
      version: row.version,
      before: trajectory.key.seal(placeIn('reintegration.history', id, 'before'), JSON.stringify(row.before)),
    })
    .execute()
}
