import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { type Change, differing, fullName, type Keys, nameOf, netOf, type Row } from './change-set.ts'

/** A row that a set of changes wrote and that is no longer so: the columns that differ, or null when it is gone. */
export type Altered = { table: string; row: Row; columns: string[] | null }
/** A row that came later and hangs on one that the set added. */
export type Hanging = { table: string; row: Row; on: string }

/** Never compared: counted by others, put together of parts, or left out of the note. */
const notCompared = new Set(['version', 'sources'])
/** Derived rows, and the detail of a merge, which goes first. */
const ofItself = new Set(['wish', 'register_entry', 'register_search', 'motion_merge_detail'])

/** What of these changes is no longer as they left it. */
export async function alteredSince(ctx: Ctx, keys: Keys, changes: readonly Change[]): Promise<Altered[]> {
  const found: Altered[] = []
  for (const [table, rows] of byTable(netOf(keys, changes).filter(({ after }) => after !== null))) {
    const now = await rowsNow(
      ctx,
      keys,
      table,
      rows.map(({ after }) => after!),
    )
    for (const { name, before, after } of rows) {
      const row = now.get(name)
      if (!row) {
        found.push({ table, row: after!, columns: null })
        continue
      }
      const changed = before ? differing(before, after!) : Object.keys(after!)
      const columns = changed.filter(
        (column) =>
          !notCompared.has(column) && JSON.stringify(row[column]) !== JSON.stringify(after![column]),
      )
      if (columns.length > 0) found.push({ table, row: after!, columns })
    }
  }
  return found
}

/** Rows that name one that the set added, and that the set itself did not write. */
export async function hangingOn(ctx: Ctx, keys: Keys, changes: readonly Change[]): Promise<Hanging[]> {
  const net = netOf(keys, changes)
  const touched = new Set(net.map(({ name }) => name))
  const added = byTable(net.filter(({ before }) => before === null))
  const found = new Map<string, Hanging>()
  for (const { schema, child, parent, from, to } of await references(ctx)) {
    const rows = added.get(parent)
    if (!rows || ofItself.has(child)) continue
    const { rows: hanging } = await sql<{ row: Row }>`
      select to_jsonb(c) - 'pages' - 'cells' as row from ${sql.table(`${schema}.${child}`)} c
      where (${columns('c', from)}) in (
        select ${columns('p', to)} from jsonb_populate_recordset(
          null::${sql.table(`council.${parent}`)}, ${JSON.stringify(rows.map(({ after }) => after))}::jsonb) p)`.execute(
      ctx.tx,
    )
    for (const { row } of hanging) {
      // Another room names it too.
      const own = schema === 'council'
      const table = own ? child : `${schema}.${child}`
      const name = own ? nameOf(keys, child, row) : JSON.stringify([table, row])
      if (!touched.has(name)) found.set(name, { table, row, on: parent })
    }
  }
  return [...found.values()]
}

const columns = (of: string, names: readonly string[]) =>
  sql.join(names.map((name) => sql`${sql.id(of)}.${sql.id(name)}`))

function byTable<T extends { table: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.table, [...(found.get(row.table) ?? []), row])
  return found
}

async function rowsNow(ctx: Ctx, keys: Keys, table: string, rows: readonly Row[]): Promise<Map<string, Row>> {
  const name = sql.table(fullName(table))
  const same = keys
    .get(table)!
    .map((column) => sql`t.${sql.id(column)} is not distinct from p.${sql.id(column)}`)
  const found = await sql<{ row: Row }>`
    select to_jsonb(t) - 'pages' - 'cells' as row
    from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb) p
    join ${name} t on ${sql.join(same, sql` and `)}`.execute(ctx.tx)
  return new Map(found.rows.map(({ row }) => [nameOf(keys, table, row), row]))
}

type Reference = { schema: string; child: string; parent: string; from: string[]; to: string[] }

/** Every foreign key to a table of the room. */
async function references(ctx: Ctx): Promise<Reference[]> {
  const named = (of: 'conrelid' | 'confrelid', list: 'conkey' | 'confkey') => sql`
    (select array_agg(a.attname::text order by k.place) from unnest(${sql.ref(`r.${list}`)}) with ordinality k (number, place)
      join pg_attribute a on a.attrelid = ${sql.ref(`r.${of}`)} and a.attnum = k.number)`
  const { rows } = await sql<Reference>`
    select child.relnamespace::regnamespace::text as schema, child.relname as child, parent.relname as parent,
      ${named('conrelid', 'conkey')} as "from", ${named('confrelid', 'confkey')} as "to"
    from pg_constraint r
    join pg_class child on child.oid = r.conrelid
    join pg_class parent on parent.oid = r.confrelid
    where r.contype = 'f' and parent.relnamespace = 'council'::regnamespace`.execute(ctx.tx)
  return rows
}
