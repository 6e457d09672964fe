import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { Hanging } from './in-the-way.ts'

const histories = ['matter_history', 'commitment_history'] as const

/** Of what hangs on added rows: the steps that still stand, which are in the way. Steps that were undone, and their undoing, are not. */
export function standingSteps(hanging: readonly Hanging[]): Hanging[] {
  return hanging.filter(({ table, row }) => {
    if (!(histories as readonly string[]).includes(table) || row.undoes !== null) return false
    return !hanging.some((other) => other.table === table && other.row.undoes === row.id)
  })
}

/** What may go together with the rows that it hangs on. */
export const goesAlong = (hanging: readonly Hanging[]): boolean =>
  standingSteps(hanging).length === 0 &&
  hanging.every(({ table }) =>
    ['matter_history', 'commitment_history', 'matter_official', 'follow', 'follow_merge'].includes(table),
  )

/** Removes steps that were undone, of what a set of changes added and that goes with it; only while that set is taken back. */
export async function clearUndone(ctx: Ctx, hanging: readonly Hanging[]): Promise<void> {
  const { municipality } = ctx.actor
  for (const table of histories) {
    const ids = hanging.flatMap((one) => (one.table === table ? [one.row.id as number] : []))
    if (ids.length === 0) continue
    const detail = sql.table(`council.${table}_detail`)
    await sql`delete from ${detail} where municipality = ${municipality} and history_id = any (${ids})`.execute(
      ctx.tx,
    )
    // In one statement: a step may go with its undoing, not after it.
    await sql`
      delete from ${sql.table(`council.${table}`)}
      where municipality = ${municipality} and id = any (${ids})`.execute(ctx.tx)
  }
  const officials = hanging.flatMap(({ table, row }) =>
    table === 'matter_official' ? [row.matter_id as number] : [],
  )
  await sql`
    delete from council.matter_official
    where municipality = ${municipality} and matter_id = any (${officials})`.execute(ctx.tx)
}
