import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { byWhom } from '../by-whom.ts'
import { toJson } from '../save-reading.ts'
import { type Change, changesOf, differing, fullName, type Keys, keysOf, type Row } from './change-set.ts'

export type PutBack = {
  set: number
  reason: string
  /** What a set added and what stays nevertheless, such as a row of a history. */
  stays?: (added: { table: string; row: Row }) => boolean
  /** Columns that stay as they are now when somebody changed them since, by table. */
  yields?: Readonly<Record<string, readonly string[]>>
  /** What must go first, while rows may go. */
  first?: () => Promise<void>
}

/** Counted by others, or put together of parts: never simply put back. */
const own: readonly string[] = ['version', 'sources']

/**
 * Puts every row of a set of changes back as it was, the newest change first. Whoever calls has seen to it that nothing of it was changed
 * since, or may yield.
 */
export async function putBack(ctx: Ctx, { set, reason, stays, yields = {}, first }: PutBack): Promise<void> {
  const keys = await keysOf(ctx)
  const changes = await changesOf(ctx, set)
  await sql`select set_config('schakel.taking_back', ${String(set)}, true)`.execute(ctx.tx)
  await sql`set constraints all deferred`.execute(ctx.tx)
  await first?.()
  for (const change of changes.toReversed()) {
    const { table, before, after } = change
    if (before && after) await restore(ctx, keys, { table, before, after }, yields[table] ?? [])
    else if (before) await add(ctx, table, before)
    else if (!stays?.({ table, row: after! })) await remove(ctx, keys, table, after!)
  }
  await sql`set constraints all immediate`.execute(ctx.tx)
  const who = byWhom(ctx)
  await ctx.tx
    .updateTable('council.change_set')
    .set({ taken_back_at: ctx.now, taken_back_by: who.id, taken_back_by_name: who.name, reason })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', set)
    .execute()
  await sql`select set_config('schakel.taking_back', '', true)`.execute(ctx.tx)
}

const tableNamed = (table: string) => sql.table(fullName(table))
const rowOf = (table: string, row: Row) =>
  sql`jsonb_populate_record(null::${tableNamed(table)}, ${JSON.stringify(row)}::jsonb)`

/** `t` is the row that `a` names. */
const isRow = (keys: Keys, table: string) =>
  sql.join(
    keys.get(table)!.map((column) => sql`t.${sql.id(column)} is not distinct from a.${sql.id(column)}`),
    sql` and `,
  )

async function add(ctx: Ctx, table: string, row: Row): Promise<void> {
  await sql`
    insert into ${tableNamed(table)} overriding system value select (${rowOf(table, row)}).*`.execute(ctx.tx)
}

async function remove(ctx: Ctx, keys: Keys, table: string, row: Row): Promise<void> {
  await sql`
    delete from ${tableNamed(table)} t using ${rowOf(table, row)} a where ${isRow(keys, table)}`.execute(
    ctx.tx,
  )
}

async function restore(
  ctx: Ctx,
  keys: Keys,
  { table, before, after }: Change & { before: Row; after: Row },
  yielding: readonly string[],
): Promise<void> {
  const changed = differing(before, after)
  if (changed.includes('sources')) await putSourcesBack(ctx, before, after)
  const columns = changed.filter((column) => !own.includes(column))
  if (columns.length === 0) return
  const soft = columns.filter((column) => yielding.includes(column))
  const same = sql.join(
    yielding.map((column) => sql`t.${sql.id(column)} is not distinct from a.${sql.id(column)}`),
    sql` and `,
  )
  const sets = columns.map((column) =>
    soft.includes(column)
      ? sql`${sql.id(column)} = case when ${same} then b.${sql.id(column)} else t.${sql.id(column)} end`
      : sql`${sql.id(column)} = b.${sql.id(column)}`,
  )
  await sql`
    update ${tableNamed(table)} t set ${sql.join(sets)}
    from ${rowOf(table, after)} a, ${rowOf(table, before)} b
    where ${isRow(keys, table)}`.execute(ctx.tx)
}

/** Where the fields of a motion come from: those that the set changed and nobody since. */
async function putSourcesBack(ctx: Ctx, before: Row, after: Row): Promise<void> {
  const of = (row: Row) => row.sources as Record<string, unknown>
  const [was, became] = [of(before), of(after)]
  const { municipality } = ctx.actor
  const { sources } = await ctx.tx
    .selectFrom('council.motion')
    .select('sources')
    .where('municipality', '=', municipality)
    .where('id', '=', after.id as number)
    .executeTakeFirstOrThrow()
  const now: Record<string, unknown> = { ...sources }
  for (const field of new Set([...Object.keys(was), ...Object.keys(became)])) {
    if (JSON.stringify(now[field]) !== JSON.stringify(became[field])) continue
    if (was[field] === undefined) delete now[field]
    else now[field] = was[field]
  }
  await ctx.tx
    .updateTable('council.motion')
    .set({ sources: toJson(now) })
    .where('municipality', '=', municipality)
    .where('id', '=', after.id as number)
    .execute()
}
