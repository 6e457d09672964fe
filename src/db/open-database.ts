import pg from 'pg'
import type { Mode } from '../config.ts'
import type { Connection, Databases } from './connect.ts'
import { connect, ensureRoles } from './connect.ts'
import { migrate, ownSchemas } from './migrate.ts'
import { StartError } from './start-error.ts'

export type OpenedDatabase = {
  databases: Databases
  /** The mode that this database was begun in; the caller compares. */
  mode: Mode
  /** False until `markSeeded`. */
  seeded: boolean
  markSeeded(): Promise<void>
}

/**
 * Brings a database to the program's version and opens its logins. A demonstration whose seeding was interrupted holds nothing
 * that anyone made (pages open only afterwards), so it is begun anew.
 * @param mode what a new database is begun in
 * @throws {StartError} database-newer, migration-changed, database-unusable
 */
export async function openDatabase(owner: Connection, secret: string, mode: Mode): Promise<OpenedDatabase> {
  const state = await asOwner(owner, async (client) => {
    await ensureRoles(client, owner, secret)
    await migrate(client)
    const begun = await beginAs(client, mode)
    if (begun.fresh || begun.seeded || begun.mode !== 'demo') return begun
    await client.query(
      `drop schema ${ownSchemas()
        .map((name) => client.escapeIdentifier(name))
        .join(', ')} cascade`,
    )
    await migrate(client)
    return beginAs(client, mode)
  })
  return {
    databases: connect(owner, secret),
    mode: state.mode,
    seeded: state.seeded,
    markSeeded: () =>
      asOwner(owner, async (client) => {
        await client.query('update meta.installation set seeded_at = now()')
      }),
  }
}

async function beginAs(
  client: pg.ClientBase,
  mode: Mode,
): Promise<{ mode: Mode; seeded: boolean; fresh: boolean }> {
  const added = await client.query(
    'insert into meta.installation (mode) values ($1) on conflict do nothing',
    [mode],
  )
  const { rows } = await client.query<{ mode: Mode; seeded: boolean }>(
    'select mode, seeded_at is not null as seeded from meta.installation',
  )
  const row = rows[0]
  if (!row) throw new Error('meta.installation is empty')
  return { ...row, fresh: added.rowCount === 1 }
}

async function asOwner<T>(owner: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...owner, application_name: 'schakel' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new StartError(
      'database-unusable',
      `The database user "${owner.user}" may not make what Schakel needs in the database "${owner.database}"; make it the owner of that database.`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
}
