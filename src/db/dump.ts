/**
 * A copy of a database in one compressed file, and back. A line of JSON for the database, then one for each table, followed by one for
 * each of its rows: values as PostgreSQL writes them, null for none. What a table computes itself is left out.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import type { Connection } from './connect.ts'
import { withClient } from './open-database.ts'

export type DumpHead = {
  schakel: 'dump'
  of: 'main' | 'keys'
  at: string
  /** `number name` and checksum, as in `meta.migration`. */
  migrations: Record<string, string>
}
/** A copy that cannot be made or put back; the message is one sentence for whoever asked. */
export class DumpError extends Error {
  override name = 'DumpError'
}

type Column = { name: string; type: string }
type Table = { table: string; columns: Column[] }
type Sequence = { sequence: string; value: string; called: boolean }

const fetched = 200

/**
 * Writes everything of this program's schemas, as it was at one moment, while others go on.
 * @param file made whole or not at all, for its owner only
 * @throws {Error} when the owner is subject to row-level security: a copy with rows missing is none
 */
export async function dumpDatabase(
  owner: Connection,
  file: string,
  { of, at, schemas }: { of: DumpHead['of']; at: Date; schemas: readonly string[] },
): Promise<void> {
  const unfinished = `${file}.part`
  const zip = createGzip()
  const writing = pipeline(zip, createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }))
  writing.catch(() => {})
  const line = async (value: unknown) => {
    if (!zip.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(zip, 'drain'), writing])
  }
  try {
    await withClient(owner, async (client) => {
      await client.query('begin isolation level repeatable read read only')
      await client.query('set local row_security = off')
      await line({
        schakel: 'dump',
        of,
        at: at.toISOString(),
        migrations: await migrationsOf(client),
      } satisfies DumpHead)
      for (const table of await tablesOf(client, schemas)) {
        await line(table)
        await rowsOf(client, table, line)
      }
      for (const sequence of await sequencesOf(client, schemas)) await line(sequence)
      await line({ end: true })
      await client.query('commit')
    })
    zip.end()
    await writing
    await finished(zip)
    renameSync(unfinished, file)
  } catch (error) {
    zip.destroy()
    await writing.catch(() => {})
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** @throws {DumpError} */
export async function readDumpHead(file: string): Promise<DumpHead> {
  for await (const value of linesOf(file)) return headOf(value, file)
  throw damaged(file)
}

/**
 * Puts a copy in the place of what a database holds, all of it or nothing. The database is of the same migrations, and nobody uses it.
 * @throws {DumpError} not whole, of another version, or the owner may not
 */
export async function restoreDatabase(
  owner: Connection,
  file: string,
  { of, schemas }: { of: DumpHead['of']; schemas: readonly string[] },
): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query('begin')
    try {
      await client.query('set local session_replication_role = replica')
    } catch (error) {
      throw new DumpError(
        `The database user "${owner.user}" may not put a copy back; only a superuser may.`,
        { cause: error },
      )
    }
    const here = await migrationsOf(client)
    const tables = new Set((await tablesOf(client, schemas)).map(({ table }) => table))
    let head: DumpHead | null = null
    let table: Table | null = null
    let rows: (string | null)[][] = []
    let whole = false
    for await (const value of linesOf(file)) {
      if (!head) {
        head = headOf(value, file)
        if (head.of !== of || JSON.stringify(sorted(head.migrations)) !== JSON.stringify(sorted(here)))
          throw new DumpError(
            `The copy ${file} was made ${head.of === of ? 'by another version of Schakel' : 'of another database'}; put it back with that version.`,
          )
        await client.query(`truncate ${[...tables].map(quoted).join(', ')}`)
      } else if (Array.isArray(value)) {
        rows.push(value as (string | null)[])
        if (rows.length === fetched) rows = await put(client, table, rows, file)
      } else {
        rows = await put(client, table, rows, file)
        if (isTable(value)) {
          if (!tables.has(value.table)) throw damaged(file)
          table = value
        } else if (isSequence(value))
          await client.query('select setval($1, $2, $3)', [value.sequence, value.value, value.called])
        else whole = true
      }
    }
    if (!whole) throw damaged(file)
    await client.query('commit')
  })
}

async function put(
  client: pg.Client,
  table: Table | null,
  rows: (string | null)[][],
  file: string,
): Promise<(string | null)[][]> {
  if (rows.length === 0) return []
  if (!table || rows.some((row) => row.length !== table.columns.length)) throw damaged(file)
  const names = table.columns.map(({ name }) => pg.escapeIdentifier(name))
  const casts = table.columns.map(({ type }, index) => `u.c${index}::${type}`)
  const lists = table.columns.map((_, index) => `$${index + 1}::text[]`)
  await client.query(
    `insert into ${quoted(table.table)} (${names}) overriding system value
     select ${casts} from unnest(${lists}) as u(${table.columns.map((_, index) => `c${index}`)})`,
    table.columns.map((_, index) => rows.map((row) => row[index])),
  )
  return []
}

async function rowsOf(
  client: pg.Client,
  { table, columns }: Table,
  line: (value: unknown) => Promise<void>,
): Promise<void> {
  if (columns.length === 0) return
  const texts = columns.map(({ name }) => `${pg.escapeIdentifier(name)}::text`)
  await client.query(`declare copied no scroll cursor for select ${texts} from ${quoted(table)}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${fetched} from copied`,
      rowMode: 'array',
    })
    for (const row of rows) await line(row)
    if (rows.length < fetched) break
  }
  await client.query('close copied')
}

async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; columns: Column[] | null }>(
    `select n.nspname || '.' || c.relname as "table",
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and n.nspname || '.' || c.relname <> 'meta.migration'
     order by 1`,
    [schemas],
  )
  return rows.map(({ table, columns }) => ({ table, columns: columns ?? [] }))
}

async function sequencesOf(client: pg.Client, schemas: readonly string[]): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and n.nspname = any($1) order by 1`,
    [schemas],
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    for (const one of found.rows) sequences.push({ sequence: name, ...one })
  }
  return sequences
}

async function migrationsOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from meta.migration order by number',
  )
  return Object.fromEntries(rows.map(({ number, name, checksum }) => [`${number} ${name}`, checksum]))
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(line)
    }
    if (text.errored) throw text.errored
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      error instanceof SyntaxError ||
      /^Z_/.test(`${(error as NodeJS.ErrnoException).code}`)
    )
      throw damaged(file)
    throw error
  } finally {
    source.destroy()
  }
}

function headOf(value: unknown, file: string): DumpHead {
  const head = value as Partial<DumpHead> | null
  if (head?.schakel !== 'dump' || !head.migrations || Number.isNaN(Date.parse(head.at ?? '')))
    throw damaged(file)
  return head as DumpHead
}

const damaged = (file: string) => new DumpError(`The copy ${file} is not there, or not whole.`)

const isTable = (value: unknown): value is Table => typeof (value as Table)?.table === 'string'
const isSequence = (value: unknown): value is Sequence => typeof (value as Sequence)?.sequence === 'string'
const sorted = (record: Record<string, string>) => Object.entries(record).sort()

function quoted(table: string): string {
  return table.split('.').map(pg.escapeIdentifier).join('.')
}
