/** What a command for whoever runs the installation needs: its databases as their owner, and its data folder. */
import { join } from 'node:path'
import type { Config } from './config.ts'
import { parseConfig } from './config.ts'
import { openDataFolder } from './data-folder.ts'
import type { Connection } from './db/connect.ts'
import { derive, parseDatabaseUrl } from './db/connect.ts'
import { openKeyStore } from './db/connect-keys.ts'
import { superuser } from './db/embedded/make-cluster.ts'
import { readPostmaster } from './db/embedded/postmaster.ts'
import { startEmbedded } from './db/embedded/start.ts'
import { keyOwnerOf } from './db/open-key-store.ts'
import { reachServer } from './db/server.ts'
import { StartError } from './db/start-error.ts'

export type Reached = {
  config: Config
  owner: Connection
  keyOwner: Connection
  dataFolder: string
  secret: string
  /** Whether Schakel runs on these databases now. */
  running: boolean
  /** The key store; close it before leaving. */
  keyStore(): ReturnType<typeof openKeyStore>
  leave(): Promise<void>
}

/** Beside a Schakel that runs, or by starting its database for as long as the command takes. @throws {StartError} {ConfigError} */
export async function openOwner(env: NodeJS.ProcessEnv, folder: string): Promise<Reached> {
  const config = parseConfig(env, folder)
  const data = openDataFolder(config)
  const server = await (config.databaseUrl === null
    ? startEmbedded(data.folder, data.secret)
    : reachServer(config.databaseUrl)
  ).catch((error: unknown) => {
    if (error instanceof StartError && error.code === 'already-running') return null
    throw error
  })
  const owner = server?.owner ?? runningOwner(config, data.folder, data.secret)
  const keyOwner = keyOwnerOf(owner, config.keysUrl)
  return {
    config,
    owner,
    keyOwner,
    keyStore: () => openKeyStore(keyOwner),
    dataFolder: data.folder,
    secret: data.secret,
    running: server === null,
    leave: async () => server?.stop(),
  }
}

function runningOwner({ databaseUrl }: Config, folder: string, secret: string): Connection {
  if (databaseUrl !== null) return parseDatabaseUrl(databaseUrl)
  const postmaster = readPostmaster(join(folder, 'db'))
  if (!postmaster) throw new StartError('database-unusable', 'The database is just stopping; try again.')
  return {
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: superuser,
    password: derive(secret, 'password of the owner'),
    database: 'schakel',
    ssl: undefined,
  }
}
