import pg from 'pg'
import type { Connection } from '../src/db/connect.ts'

/**
 * Every row of every table of a database, as whoever took the whole of it would read them: bytes are hexadecimal after `\x`.
 * @param schemas all but PostgreSQL's own when none are named
 */
export async function readTables(
  owner: Connection,
  schemas?: readonly string[],
): Promise<Record<string, string[]>> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
         and ($1::text[] is null or n.nspname = any($1)) order by 1`,
      [schemas ?? null],
    )
    const tables: Record<string, string[]> = {}
    for (const { name } of rows) {
      const found = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      tables[name] = found.rows.map(({ row }) => row)
    }
    return tables
  } finally {
    await client.end()
  }
}
