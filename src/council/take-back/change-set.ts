import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { byWhom } from '../by-whom.ts'
import { notedElsewhere } from '../programme/noted-tables.ts'
import type { ChangeKind } from './tables.ts'

/** A row as JSON, by column. */
export type Row = Readonly<Record<string, unknown>>
/** One change of a row: added (`before` null), gone (`after` null), or changed. */
export type Change = { table: string; before: Row | null; after: Row | null }

/** From here on every row that this transaction changes is noted, until `closeSet`. @returns the set */
export async function openSet(ctx: Ctx, kind: ChangeKind, subject: number): Promise<number> {
  const who = byWhom(ctx)
  const { id } = await ctx.tx
    .insertInto('council.change_set')
    .values({
      municipality: ctx.actor.municipality,
      kind,
      subject,
      made_at: ctx.now,
      actor_id: who.id,
      actor_name: who.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`select set_config('schakel.change_set', ${String(id)}, true)`.execute(ctx.tx)
  return id
}

export async function closeSet(ctx: Ctx): Promise<void> {
  await sql`select set_config('schakel.change_set', '', true)`.execute(ctx.tx)
}

export type ChangeSet = { id: number; madeAt: Date }

/** The newest set of this kind about this that was not taken back. */
export async function standingSet(ctx: Ctx, kind: ChangeKind, subject: number): Promise<ChangeSet | null> {
  const row = await ctx.tx
    .selectFrom('council.change_set')
    .select(['id', 'made_at', 'taken_back_at'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && row.taken_back_at === null ? { id: row.id, madeAt: row.made_at } : null
}

/** What a set changed, oldest first. */
export async function changesOf(ctx: Ctx, set: number): Promise<Change[]> {
  const rows = await ctx.tx
    .selectFrom('council.change')
    .select(['table_name', 'before', 'after'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('set_id', '=', set)
    .orderBy('nth')
    .execute()
  return rows.map(({ table_name, before, after }) => ({ table: table_name, before, after }))
}

/** The full name of a table that is noted. */
export const fullName = (table: string): string =>
  notedElsewhere.find(([own]) => own === table)?.[1] ?? `council.${table}`

/** Columns that name a row, by table; of a table without a primary key, all of them. */
export type Keys = ReadonlyMap<string, readonly string[]>

export async function keysOf(ctx: Ctx): Promise<Keys> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, coalesce(
      (select array_agg(a.attname::text order by a.attnum) from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary),
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as columns
    from pg_class c
    where c.relkind = 'r' and (c.relnamespace = 'council'::regnamespace or c.oid = any (${notedElsewhere.map(
      ([, name]) => name,
    )}::regclass[]))`.execute(ctx.tx)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

/** Names one row among all tables. */
export const nameOf = (keys: Keys, table: string, row: Row) =>
  JSON.stringify([table, ...keys.get(table)!.map((column) => row[column] ?? null)])

/** Columns of which two versions of a row differ. */
export const differing = (one: Row, other: Row) =>
  Object.keys(other).filter((column) => JSON.stringify(one[column]) !== JSON.stringify(other[column]))

/** A row that a set touched: how it was before the first change of it and after the last. */
export type Net = Change & { name: string }

/** What a set came to, row by row. Rows that it added and removed again are left out. */
export function netOf(keys: Keys, changes: readonly Change[]): Net[] {
  const found = new Map<string, Net>()
  for (const { table, before, after } of changes) {
    const name = nameOf(keys, table, (before ?? after)!)
    const first = found.get(name)
    const now = after ? nameOf(keys, table, after) : name
    if (now !== name) found.delete(name)
    found.set(now, { table, name: now, before: first ? first.before : before, after })
  }
  return [...found.values()].filter(({ before, after }) => before !== null || after !== null)
}
