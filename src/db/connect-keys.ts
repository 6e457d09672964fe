/** The key store: a database of its own, in which one login may read and write, that only the confidential side is given. */
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Connection } from './connect.ts'
import { loginFor, makeLogins, open } from './connect.ts'
import type { KeyTables } from './key-tables.ts'
import { counting, migrate, readMigrations } from './migrate.ts'

export const keyGroup = 'schakel_keys'

/** Beside this file in `src/db`, and beside the bundle in `dist`: the build copies the folder. */
export const keyMigrations = new URL('./key-migrations/', import.meta.url)

/** Opens a pool over the login of the key store. Connections are made when first needed. */
export function openKeyStore(connection: Connection): Kysely<KeyTables> {
  return open<KeyTables>(connection, 4)
}

/** @param owner of the key store, which may stand on another server than the main database */
export function keyLogin(owner: Connection, secret: string): Connection {
  return loginFor(owner, secret, keyGroup)
}

/**
 * Brings the key store to the program's version, with its one login. Safe to repeat.
 * @throws {StartError} database-newer, migration-changed, database-unusable
 */
export async function prepareKeyStore(
  client: pg.ClientBase,
  owner: Connection,
  secret: string,
): Promise<void> {
  await makeLogins(client, owner, secret, [keyGroup])
  await migrate(client, readMigrations(keyMigrations), counting)
}
