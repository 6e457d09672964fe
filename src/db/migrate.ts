/**
 * Brings a database to the program's version. Migrations are files `migrations/NNNN-name.sql`, in order, only ever added.
 * Grants go to group roles that exist in every installation: `schakel_desk` (signed-in work), `schakel_public` (pages without
 * sign-in, which read only what a migration grants them) and `schakel_worker` (sends mail, and fills the schema of the scheduler's
 * queue, which the scheduler itself migrates). Write `grant … to schakel_desk` in the migration itself.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { StartError } from './start-error.ts'

export type Migration = { number: number; name: string; sql: string; checksum: string }

/** Held while migrating, so that two programs on one server wait for each other. */
const migrationLock = 7_236_001

/** Beside this file in `src/db`, and beside the bundle in `dist`: the build copies the folder. */
const folder = new URL('./migrations/', import.meta.url)

/** @throws {Error} when a file is not named NNNN-name.sql or two share a number: a mistake in the program itself. */
export function readMigrations(from: URL = folder): Migration[] {
  const migrations = readdirSync(from)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
      if (!match) throw new Error(`migration ${file} is not named NNNN-name.sql`)
      const sql = readFileSync(new URL(file, from), 'utf8')
      return { number: Number(match[1]), name: match[2] as string, sql, checksum: sha256(sql) }
    })
  migrations.forEach((migration, index) => {
    if (migrations[index - 1]?.number === migration.number) {
      throw new Error(`two migrations have number ${migration.number}`)
    }
  })
  return migrations
}

/**
 * Applies what is missing, over the owner's connection. Each file and its line in `meta.migration` are one transaction (one
 * multi-statement query), so a failing file leaves nothing behind.
 * @returns the numbers that were applied now
 * @throws {StartError} when the database is newer than the program, or an applied migration was changed afterwards
 */
export async function migrate(
  client: pg.ClientBase,
  migrations = readMigrations(),
  before = bookkeeping,
): Promise<number[]> {
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    await client.query(before)
    const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from meta.migration order by number',
    )
    const pending = compareMigrations(rows, migrations)
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.number)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

/**
 * What is still to apply. Pure.
 * @throws {StartError} see {@link migrate}
 */
export function compareMigrations(
  applied: readonly { number: number; name: string; checksum: string }[],
  known: readonly Migration[],
): Migration[] {
  const knownByNumber = new Map(known.map((migration) => [migration.number, migration]))
  for (const row of applied) {
    const migration = knownByNumber.get(row.number)
    if (!migration) {
      throw new StartError(
        'database-newer',
        'This data was made by a newer version of Schakel; start that version, or use another data folder.',
      )
    }
    if (migration.checksum !== row.checksum) {
      throw new StartError(
        'migration-changed',
        `This data was made with another text of migration ${label(migration)}; start the version of Schakel that made it, or use another data folder.`,
      )
    }
  }
  const done = new Set(applied.map((row) => row.number))
  return known.filter((migration) => !done.has(migration.number))
}

/** The schemas that the migrations make, and the one that counts them. */
export function ownSchemas(migrations = readMigrations()): string[] {
  const made = migrations.flatMap(({ sql }) =>
    [...sql.matchAll(/^create schema (\w+)/gm)].map((match) => match[1]),
  )
  return ['meta', ...(made as string[])]
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const line = [migration.number, migration.name, migration.checksum]
    .map((value) => client.escapeLiteral(String(value)))
    .join(', ')
  try {
    await client.query(
      `${migration.sql}\n;insert into meta.migration (number, name, checksum) values (${line})`,
    )
  } catch (error) {
    throw new Error(`migration ${label(migration)} failed: ${(error as Error).message}`, { cause: error })
  }
}

function label(migration: { number: number; name: string }): string {
  return `${String(migration.number).padStart(4, '0')}-${migration.name}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The table that must exist before any migration can be counted; safe to repeat. */
export const counting = `
create schema if not exists meta;
create table if not exists meta.migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);
`
/** What the main database must have besides; safe to repeat. */
const bookkeeping = `${counting}
create table if not exists meta.installation (
  single boolean primary key default true check (single),
  mode text not null check (mode in ('demo', 'production')),
  begun_at timestamptz not null default now(),
  seeded_at timestamptz
);
comment on table meta.installation is 'One row: the mode this database was begun in. A database never changes mode.';
grant usage on schema meta to schakel_desk, schakel_public;
grant select on meta.installation to schakel_desk, schakel_public;
create schema if not exists pgboss;
comment on schema pgboss is 'The queue of the scheduler; made and migrated by pg-boss over the login in schakel_worker. Holds nothing that cannot be made again.';
grant usage, create on schema pgboss to schakel_worker;
`
