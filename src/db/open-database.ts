import pg from 'pg'
import type { Mode } from '../config.ts'
import type { Connection, Databases } from './connect.ts'
import { connect, ensureRoles, groups, loginFor } from './connect.ts'
import { migrate, ownSchemas } from './migrate.ts'
import { explain } from './server.ts'
import { otherMode, StartError } from './start-error.ts'

export type OpenedDatabase = {
  databases: Databases
  /** False until `markSeeded`. */
  seeded: boolean
  /** Whether the confidential side of a demonstration holds nobody yet. */
  caseEmpty: boolean
  /** Nothing of this database was ever used: what is kept beside it is of an earlier one. */
  anew: boolean
  markSeeded(): Promise<void>
  /** While a demonstration is made: its clock goes where it is sent, over one connection, and at the end back to where it was. */
  withMovingClock<T>(work: (moveClock: (to: Date) => Promise<void>) => Promise<T>): Promise<T>
}

/**
 * Brings a database to the program's version and opens its logins. A demonstration whose seeding was interrupted holds nothing
 * that anyone made (pages open only afterwards), so it is begun anew.
 * @param mode what a new database is begun in
 * @param clockAhead how far its clock runs ahead, in milliseconds: for tests of a demonstration
 * @throws {StartError} database-newer, migration-changed, database-unusable
 */
export async function openDatabase(
  owner: Connection,
  secret: string,
  mode: Mode,
  clockAhead = 0,
): Promise<OpenedDatabase> {
  const state = await asOwner(owner, async (client) => {
    await refuseOtherMode(client, mode)
    await ensureRoles(client, owner, secret)
    await migrate(client)
    const begun = await beginAs(client, mode)
    if (begun.fresh || begun.seeded || mode !== 'demo') return settle(client, begun, clockAhead)
    await client.query(
      `drop schema ${ownSchemas()
        .map((name) => client.escapeIdentifier(name))
        .join(', ')} cascade`,
    )
    await migrate(client)
    return settle(client, await beginAs(client, mode), clockAhead)
  })
  await Promise.all(groups.map((group) => tryLogin(loginFor(owner, secret, group))))
  return {
    databases: connect(owner, secret),
    seeded: state.seeded,
    caseEmpty: state.caseEmpty,
    anew: state.fresh,
    markSeeded: () =>
      asOwner(owner, async (client) => {
        await client.query('update meta.installation set seeded_at = now()')
      }),
    withMovingClock: (work) =>
      asOwner(owner, async (client) => {
        const done = await work(async (to) => {
          await client.query('update meta.installation set clock_ahead = $1::timestamptz - now()', [to])
        })
        await setClock(client, clockAhead)
        return done
      }),
  }
}

async function setClock(client: pg.ClientBase, ahead: number): Promise<void> {
  await client.query(
    `update meta.installation set clock_ahead = make_interval(secs => $1)
      where clock_ahead is distinct from make_interval(secs => $1)`,
    [ahead / 1000],
  )
}

async function settle<T>(
  client: pg.ClientBase,
  begun: T,
  clockAhead: number,
): Promise<T & { caseEmpty: boolean }> {
  await setClock(client, clockAhead)
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from gate.account) as empty',
  )
  return { ...begun, caseEmpty: rows[0]?.empty ?? true }
}

async function refuseOtherMode(client: pg.ClientBase, mode: Mode): Promise<void> {
  const found = await client.query(`select to_regclass('meta.installation') is not null as it`)
  if (!found.rows[0].it) return
  const { rows } = await client.query<{ mode: Mode }>('select mode from meta.installation')
  if (rows[0] && rows[0].mode !== mode) throw otherMode('This database', mode)
}

/**
 * A server that lets only its owner in is told at the start, not on the first page.
 * @throws {StartError} database-unusable
 */
export async function tryLogin(login: Connection): Promise<void> {
  try {
    await withClient(login, (client) => client.query('select 1'))
  } catch (error) {
    if (!/^28/.test((error as { code?: string }).code ?? '')) throw error
    throw new StartError(
      'database-unusable',
      `The database server does not let in "${login.user}", a login that Schakel made; allow it in pg_hba.conf, with scram-sha-256.`,
      { cause: error },
    )
  }
}

/**
 * Logins that somebody gave: that their database answers them is told at the start.
 * @param from where they stand
 * @throws {StartError} database-unusable
 */
export async function tryLogins(logins: readonly Connection[], from: string): Promise<void> {
  const tried = await Promise.allSettled(
    logins.map((login) =>
      withClient({ ...login, connectionTimeoutMillis: 10_000 } as Connection, (client) =>
        client.query('select 1'),
      ),
    ),
  )
  tried.forEach((result, index) => {
    if (result.status === 'fulfilled') return
    const login = logins[index] as Connection
    throw new StartError('database-unusable', explain(result.reason, login, from), { cause: result.reason })
  })
}

async function beginAs(client: pg.ClientBase, mode: Mode): Promise<{ seeded: boolean; fresh: boolean }> {
  const added = await client.query(
    'insert into meta.installation (mode) values ($1) on conflict do nothing',
    [mode],
  )
  const { rows } = await client.query<{ seeded: boolean }>(
    'select seeded_at is not null as seeded from meta.installation',
  )
  const row = rows[0]
  if (!row) throw new Error('meta.installation is empty')
  return { ...row, fresh: added.rowCount === 1 }
}

async function asOwner<T>(owner: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await withClient(owner, use)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new StartError(
      'database-unusable',
      `The database user "${owner.user}" may not make what Schakel needs in the database "${owner.database}"; make it the owner of that database.`,
      { cause: error },
    )
  }
}

/** A connection for as long as `use` takes. */
export async function withClient<T>(
  connection: Connection,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'schakel' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
