import pg from 'pg'
import type { Connection } from './connect.ts'
import { parseDatabaseUrl } from './connect.ts'
import { StartError } from './start-error.ts'

/** A database that is there: the one that came along, or one on a server. */
export type Server = {
  owner: Connection
  /** Resolves when it is gone without having been asked. */
  lost: Promise<void>
  stop(): Promise<void>
}

/** Held in the database as long as the program lives: a second program on the same database sees it. */
const runningLock = 7_236_003

/**
 * Reaches the PostgreSQL server at `url`.
 * @throws {StartError} database-unusable, already-running
 */
export async function reachServer(url: string): Promise<Server> {
  const owner = parseDatabaseUrl(url)
  const client = new pg.Client({
    ...owner,
    connectionTimeoutMillis: 10_000,
    application_name: 'schakel',
    keepAlive: true,
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new StartError('database-unusable', explain(error, owner, 'DATABASE_URL'), { cause: error })
  }
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    runningLock,
  ])
  if (!rows[0]?.held) {
    await client.end()
    throw new StartError(
      'already-running',
      'Another Schakel is already running on the database of DATABASE_URL; stop it first.',
    )
  }
  let stopping = false
  return {
    owner,
    lost: new Promise<void>((resolve) => {
      client.on('end', () => {
        if (!stopping) resolve()
      })
    }),
    stop: async () => {
      stopping = true
      await client.end().catch(() => {})
    },
  }
}

/**
 * One sentence that never names the password.
 * @param setting where the address stands
 */
export function explain(error: unknown, { host, port, database, user }: Connection, setting: string): string {
  const { code, message } = error as { code?: string; message: string }
  const at = `${host}:${port}`
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `No PostgreSQL server answers at ${at}, the address in ${setting}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The machine "${host}" in ${setting} is not known.`
    case '28P01':
    case '28000':
      return `The PostgreSQL server at ${at} refuses the user "${user}" of ${setting} or its password.`
    case '3D000':
      return `There is no database "${database}" on the PostgreSQL server at ${at}; make it first, owned by "${user}".`
    case '53300':
      return `The PostgreSQL server at ${at} has no connection left for Schakel.`
    default:
      return `The PostgreSQL server at ${at} cannot be used: ${message.split('\n')[0]}.`
  }
}
