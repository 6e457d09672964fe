/**
 * Who connects to PostgreSQL, and as whom. The owner migrates and leaves; signed-in work uses a login in the group
 * `schakel_desk`; pages without sign-in use one in `schakel_public`, which can only read what migrations grant; the scheduler keeps
 * its queue and sends mail as one in `schakel_worker`.
 * Names of logins are shared by a whole server, so they carry a part derived from the installation's secret; their passwords
 * are derived from it too and are stored nowhere.
 */
import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import pg from 'pg'
import { StartError } from './start-error.ts'
import type { PublicTables, Tables } from './tables.ts'

/** How to reach one database as one user. */
export type Connection = {
  host: string
  port: number
  database: string
  user: string
  password: string | undefined
  ssl: boolean | object | undefined
}

/** The groups of the site that migrations grant to: signed-in work, pages without sign-in, and the scheduler. */
export const siteGroups = ['schakel_desk', 'schakel_public', 'schakel_worker'] as const
/**
 * The groups of the confidential side: signing in (which reads no case), staff, chain partners, the people whose cases they are,
 * counting, and what keeps the trail (which reads identifiers only).
 */
export const caseGroups = [
  'schakel_gate',
  'schakel_casework',
  'schakel_partner',
  'schakel_survivor',
  'schakel_counts',
  'schakel_keeper',
] as const
export const groups = [...siteGroups, ...caseGroups] as const
export type Group = (typeof groups)[number]
export type CaseGroup = (typeof caseGroups)[number]
/** Owns the functions that decide who reaches which row; nobody signs in as it. */
export const guard = 'schakel_guard'

export type Databases = {
  /** For signed-in work, through `transact` only. */
  desk: Kysely<Tables>
  /** For pages without sign-in: writing, and tables that are not public, do not compile (and have no grant). */
  public: ReadonlyKysely<PublicTables>
  /** For sending mail: reads what a mail needs, marks it sent, and has no other grant. Through `transact` only. */
  worker: Kysely<Tables>
  close(): Promise<void>
}

/** Derives one password or name part from the installation's secret; hexadecimal. */
export function derive(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex')
}

/**
 * @param setting that the address was set in
 * @throws {StartError} when the address cannot be understood
 */
export function parseDatabaseUrl(url: string, setting = 'DATABASE_URL'): Connection {
  try {
    const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url })
    return {
      host,
      port,
      database: database ?? user ?? 'postgres',
      user: user ?? 'postgres',
      password: password ?? undefined,
      ssl: ssl || undefined,
    }
  } catch (error) {
    throw new StartError(
      'database-unusable',
      `${setting} is not an address that PostgreSQL understands, such as postgres://user:password@host:5432/schakel.`,
      { cause: error },
    )
  }
}

/** The login of a group in this installation, at the same server and database as `owner`. */
export function loginFor(owner: Connection, secret: string, group: Group | 'schakel_keys'): Connection {
  return {
    ...owner,
    user: `${group}_${derive(secret, 'logins').slice(0, 8)}`,
    password: derive(secret, `password of ${group}`),
  }
}

/**
 * Makes the groups and this installation's logins, and lets only those enter the database. Safe to repeat.
 * @throws {StartError} when the server is older than PostgreSQL 15, or the owner may not make roles
 */
export async function ensureRoles(client: pg.ClientBase, owner: Connection, secret: string): Promise<void> {
  await makeLogins(client, owner, secret, groups, async () => {
    await createRole(client, guard, 'nologin')
    // Functions can be given only to a role that one may become; a superuser may anyhow.
    await client.query(`do $$ begin
      if not pg_has_role(current_user, '${guard}', 'member') then grant ${guard} to current_user; end if;
    end $$`)
  })
}

/** The same for a database with groups of its own. */
export async function makeLogins(
  client: pg.ClientBase,
  owner: Connection,
  secret: string,
  wanted: readonly (Group | 'schakel_keys')[],
  first?: () => Promise<void>,
): Promise<void> {
  await checkServer(client)
  await client.query('select pg_advisory_lock($1)', [rolesLock])
  try {
    await first?.()
    for (const group of wanted) {
      await createRole(client, group, 'nologin')
      const login = loginFor(owner, secret, group)
      await createRole(client, login.user, 'login')
      const name = client.escapeIdentifier(login.user)
      const password = client.escapeLiteral(login.password ?? '')
      await client.query(`alter role ${name} login password ${password}; grant ${group} to ${name}`)
      await client.query(`grant connect on database ${client.escapeIdentifier(owner.database)} to ${name}`)
    }
    await client.query(`revoke connect on database ${client.escapeIdentifier(owner.database)} from public`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new StartError(
      'database-unusable',
      `The database user "${owner.user}" may not make the roles that Schakel needs; give it CREATEROLE (and, on a server with another Schakel, "grant ${[...wanted, ...(first ? [guard] : [])].join(', ')} to ${owner.user} with admin option").`,
      { cause: error },
    )
  } finally {
    await client.query('select pg_advisory_unlock($1)', [rolesLock])
  }
}

/** Roles belong to the whole server; two databases must not make them at the same moment. */
const rolesLock = 7_236_002

async function createRole(client: pg.ClientBase, role: string, kind: 'login' | 'nologin'): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role])
  if (found.rowCount) return
  try {
    await client.query(`create role ${client.escapeIdentifier(role)} ${kind}`)
  } catch (error) {
    // Advisory locks belong to one database, roles to all: another database may have been first.
    if ((error as { code?: string }).code !== '42710') throw error
  }
}

async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
            current_setting('server_encoding') as encoding`,
  )
  const server = rows[0]
  if (!server || server.version < 150000) {
    throw new StartError(
      'database-unusable',
      `The database server is PostgreSQL ${server?.name ?? '?'}, but Schakel needs PostgreSQL 15 or newer.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new StartError(
      'database-unusable',
      `The database stores its text as ${server.encoding}, but Schakel needs a database made with encoding UTF8.`,
    )
  }
}

/** The logins of the site, and nothing from which others could be derived. */
export type SiteConnections = Readonly<Record<(typeof siteGroups)[number], Connection>>

export function siteConnections(owner: Connection, secret: string): SiteConnections {
  return Object.fromEntries(
    siteGroups.map((group) => [group, loginFor(owner, secret, group)]),
  ) as SiteConnections
}

/** Opens the pools of the site. Connections are made when first needed. */
export function connectSite(connections: SiteConnections): Databases {
  const desk = open<Tables>(connections.schakel_desk)
  const readers = open<PublicTables>(connections.schakel_public)
  const worker = open<Tables>(connections.schakel_worker, 2)
  return {
    desk,
    // Kysely itself documents this cast: the two types differ in what a write returns.
    public: readers as never,
    worker,
    close: async () => {
      await Promise.all([desk.destroy(), readers.destroy(), worker.destroy()])
    },
  }
}

export function connect(owner: Connection, secret: string): Databases {
  return connectSite(siteConnections(owner, secret))
}

/** Opens a pool over one login. */
export function open<T>(connection: Connection, max = 8): Kysely<T> {
  const pool = new pg.Pool({ ...connection, max, types, application_name: 'schakel', keepAlive: true })
  // Without a listener, a server that stops would crash the program and print the connection.
  pool.on('error', () => {})
  // The pool listens to idle connections only; one that breaks between two queries of a transaction fails at the next query.
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return new Kysely<T>({ dialect: new PostgresDialect({ pool }) })
}

/** A `date` stays the text YYYY-MM-DD: a day has no time zone. A `bigint` becomes a number: ours stay far below 2^53. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (value: string) => value
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}
