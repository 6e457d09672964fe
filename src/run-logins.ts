/** For a set-up on two machines: brings the database to this version, and gives the logins of one part and nothing else. */
import type { Part } from './config.ts'
import { ConfigError, parseConfig } from './config.ts'
import { openDataFolder } from './data-folder.ts'
import { siteConnections } from './db/connect.ts'
import { caseConnections } from './db/connect-case.ts'
import { openDatabase } from './db/open-database.ts'
import { openKeyDatabase } from './db/open-key-store.ts'
import { reachServer } from './db/server.ts'
import { StartError } from './db/start-error.ts'
import { followSecrets } from './follow-secrets.ts'
import { asData } from './process/connections.ts'
import { databaseVersion, type PartFile } from './process/part-file.ts'

/** Whether it is a sentence for the person at the terminal. */
export const told = (error: unknown): boolean => error instanceof StartError || error instanceof ConfigError

/**
 * @returns the contents of the file for `SCHAKEL_LOGINS`
 * @throws {ConfigError | StartError}
 */
export async function loginsOf(
  part: Part,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<string> {
  const config = parseConfig({ ...env, SCHAKEL_PART: 'all', SCHAKEL_LOGINS: undefined }, cwd)
  if (config.mode !== 'production') {
    throw new ConfigError('SCHAKEL_MODE must be "production": a demonstration runs on one machine.')
  }
  if (config.databaseUrl === null) {
    throw new ConfigError(
      'DATABASE_URL must be set: the database that comes along is reached from its own machine only.',
    )
  }
  const { secret } = openDataFolder(config)
  const server = await reachServer(config.databaseUrl)
  try {
    const { databases } = await openDatabase(server.owner, secret, config.mode)
    await databases.close()
    const head = { mode: config.mode, database: databaseVersion() }
    const file: PartFile =
      part === 'site'
        ? {
            part,
            ...head,
            connections: asData(siteConnections(server.owner, secret)),
            follow: followSecrets(secret),
          }
        : {
            part,
            ...head,
            connections: asData(caseConnections(server.owner, secret)),
            ...asData({ keys: await openKeyDatabase(server.owner, secret, config.keysUrl) }),
          }
    return `${JSON.stringify(file, null, 2)}\n`
  } finally {
    await server.stop()
  }
}
