/** Which database holds the data keys: one beside the main database, or one that was named. */
import type { Connection } from './connect.ts'
import { parseDatabaseUrl } from './connect.ts'
import { keyLogin, prepareKeyStore } from './connect-keys.ts'
import { tryLogin, tryLogins, withClient } from './open-database.ts'
import { StartError } from './start-error.ts'

const setting = 'SCHAKEL_KEYS_URL'
/** Bytes that PostgreSQL keeps of a name. */
const longest = 63

/**
 * Brings the key store to the program's version, made when it is not there.
 * @param main owner of the main database
 * @param url of the owner of a key store elsewhere; null for one beside the main database
 * @param anew what it holds belongs to a database that is gone
 * @returns its one login
 * @throws {StartError} database-unusable, database-newer, migration-changed
 */
export async function openKeyDatabase(
  main: Connection,
  secret: string,
  url: string | null,
  { anew = false }: { anew?: boolean } = {},
): Promise<Connection> {
  const owner = keyOwnerOf(main, url)
  if (url === null) await makeBeside(main, owner.database)
  else await tryLogins([owner], setting)
  await withClient(owner, async (client) => {
    await prepareKeyStore(client, owner, secret)
    if (anew) await client.query('truncate keys.person_key, keys.destroyed')
  })
  const login = keyLogin(owner, secret)
  await tryLogin(login)
  return login
}

/**
 * The owner of the key store.
 * @throws {StartError} when the address cannot be understood
 */
export function keyOwnerOf(main: Connection, url: string | null): Connection {
  return url === null ? { ...main, database: `${main.database}_keys` } : parseDatabaseUrl(url, setting)
}

async function makeBeside(main: Connection, name: string): Promise<void> {
  if (Buffer.byteLength(name) > longest) {
    throw new StartError(
      'database-unusable',
      `The name of the database "${main.database}" is too long for a key store beside it; make one and name it in ${setting}.`,
    )
  }
  await withClient(main, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    try {
      await client.query(
        `create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`,
      )
    } catch (error) {
      const { code } = error as { code?: string }
      // Another start made it meanwhile.
      if (code === '42P04') return
      if (code !== '42501') throw error
      throw new StartError(
        'database-unusable',
        `The database user "${main.user}" may not make the database "${name}", in which data keys are kept; make it, owned by "${main.user}", or name another one in ${setting}.`,
        { cause: error },
      )
    }
  })
}
