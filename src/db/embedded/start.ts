/**
 * The PostgreSQL that comes along: started on a folder, reached over a socket, stopped with the program. It is started detached,
 * so that Ctrl-C reaches Node first; when Node is killed outright, the database lives on and the next start takes it over.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../connect.ts'
import { derive } from '../connect.ts'
import { diskFull, isDiskFull } from '../disk.ts'
import { StartError } from '../start-error.ts'
import { checkCluster, makeCluster, superuser } from './make-cluster.ts'
import type { Postmaster } from './postmaster.ts'
import { hasPostmasterFile, isAlive, readPostmaster, removeForeignPostmaster } from './postmaster.ts'
import type { Binaries, Runner } from './runner.ts'
import { bareEnvironment, findBinaries, findRunner } from './runner.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'

export type Embedded = {
  /** As the owner of the database `schakel`. */
  owner: Connection
  /** True when this database was still running from a program that was killed. */
  tookOver: boolean
  /** Resolves when PostgreSQL ends without having been asked. */
  lost: Promise<void>
  /** Ends PostgreSQL in order: open connections are closed, everything is written to disk. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Faster and unsafe: for databases that are thrown away. */
  throwAway?: boolean
  /** How long to wait for a database that is recovering or stopping, in milliseconds. */
  patience?: number
}

const database = 'schakel'

/** Held on one connection as long as the program lives: a second program on the same data sees it. */
const runningLock = 7_236_003

/**
 * Starts PostgreSQL on `<folder>/db`, made on first use, or takes over the one that still runs there.
 * @param folder the data folder; must exist and be writable
 * @param secret the installation's secret, from which the owner's password is derived
 * @throws {StartError} already-running, disk-full, data-newer, data-not-ours, platform-unsupported, database-unusable
 */
export async function startEmbedded(
  folder: string,
  secret: string,
  { throwAway = false, patience = 60_000 }: EmbeddedOptions = {},
): Promise<Embedded> {
  const cluster = join(folder, 'db')
  const log = join(folder, 'postgres.log')
  const runner = findRunner(cluster)
  const binaries = findBinaries(runner)
  const password = derive(secret, 'password of the owner')
  if (!existsSync(cluster)) await makeCluster(cluster, binaries, runner, password)
  checkCluster(cluster, binaries, runner)

  const deadline = Date.now() + patience
  let launched: Launched | null = null
  let launches = 0
  for (;;) {
    removeForeignPostmaster(cluster)
    const postmaster = readPostmaster(cluster)
    if (postmaster && isAlive(postmaster.pid)) {
      const held = await tryToHold(cluster, postmaster, password)
      if (held) return handle(cluster, postmaster, held, launches === 0)
    } else if (launched === null || launched.ended) {
      if (launches === 3) throw launchError(log, launched?.logFrom ?? 0)
      launches += 1
      launched = launch(cluster, log, binaries, runner, throwAway)
    }
    if (Date.now() > deadline) {
      throw new StartError('database-unusable', `PostgreSQL does not answer; its own account is in ${log}.`)
    }
    await wait(20)
  }
}

export function alreadyRunning(): StartError {
  return new StartError(
    'already-running',
    'Schakel is already running on this data folder; stop it first, or name another folder with SCHAKEL_DATA.',
  )
}

/** Whether another program uses the database in this data folder now. Changes nothing. */
export async function isRunning(folder: string, secret: string): Promise<boolean> {
  const cluster = join(folder, 'db')
  const postmaster = readPostmaster(cluster)
  if (!postmaster || !isAlive(postmaster.pid)) return false
  try {
    const held = await tryToHold(cluster, postmaster, derive(secret, 'password of the owner'))
    await held?.client.end()
    return false
  } catch (error) {
    return error instanceof StartError && error.code === 'already-running'
  }
}

type Launched = { ended: boolean; logFrom: number }

function launch(
  cluster: string,
  log: string,
  binaries: Binaries,
  runner: Runner,
  throwAway: boolean,
): Launched {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: makeSocketFolder(cluster, runner),
    unix_socket_permissions: '0700',
    max_connections: throwAway ? '100' : '80',
    shared_buffers: '64MB',
    // Statements and details hold what people wrote; the log is no place for it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const logFrom = rotate(log)
  const output = openSync(log, 'a', 0o600)
  const child = spawn(
    join(binaries.folder, 'bin/postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...runner, cwd: '/', env: bareEnvironment, detached: true, stdio: ['ignore', output, output] },
  )
  closeSync(output)
  child.unref()
  const launched: Launched = { ended: false, logFrom }
  const end = () => {
    launched.ended = true
  }
  child.on('error', end)
  child.on('exit', end)
  return launched
}

/** Keeps one older log beside a new one from 10 MB on. */
function rotate(log: string): number {
  if (!existsSync(log)) return 0
  const { size } = statSync(log)
  if (size < 10_000_000) return size
  renameSync(log, `${log}.1`)
  return 0
}

function launchError(log: string, from: number): StartError {
  const account = readFileSync(log).subarray(from).toString('utf8')
  if (/No space left|quota exceeded/i.test(account) || isDiskFull(null, dirname(log)))
    return diskFull(dirname(log))
  const reason = /(?:FATAL|PANIC):\s*(.*)/.exec(account)?.[1]
  return new StartError(
    'database-unusable',
    `PostgreSQL does not start${reason ? ` ("${reason}")` : ''}; its own account is in ${log}.`,
  )
}

type Held = { client: pg.Client; owner: Connection }

/** @returns null when PostgreSQL is not ready to answer yet, or is just stopping */
async function tryToHold(cluster: string, postmaster: Postmaster, password: string): Promise<Held | null> {
  const owner: Connection = {
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: superuser,
    password,
    database,
    ssl: undefined,
  }
  const client = new pg.Client({ ...owner, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    if (realpathSync(rows[0]?.data_directory ?? '') !== realpathSync(cluster)) {
      throw new StartError('database-unusable', `Another database than ${cluster} answers at its socket.`)
    }
    if (!(await holdLock(client))) {
      throw alreadyRunning()
    }
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (!found.rowCount) await client.query(`create database ${database}`)
    return { client, owner }
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof StartError) throw error
    if ((error as { code?: string }).code === '28P01') {
      throw new StartError(
        'database-unusable',
        `The file "secret" beside ${cluster} is not the one this database was made with; put the right one back.`,
      )
    }
    if (isDiskFull(error, cluster)) throw diskFull(cluster, { cause: error })
    if (isNotReady(error)) return null
    throw error
  }
}

/** The connection of a program that was just killed may take a moment to close. */
async function holdLock(client: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      runningLock,
    ])
    if (rows[0]?.held) return true
    await wait(50)
  }
  return false
}

function isNotReady(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string }
  return (
    code === '57P03' ||
    code === '57P01' ||
    code === 'ECONNREFUSED' ||
    code === 'ENOENT' ||
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    /Connection terminated|timeout/i.test(message)
  )
}

function handle(cluster: string, postmaster: Postmaster, held: Held, tookOver: boolean): Embedded {
  let stopping = false
  const lost = new Promise<void>((resolve) => {
    held.client.on('end', () => {
      if (!stopping) resolve()
    })
  })
  return {
    owner: held.owner,
    tookOver,
    lost,
    stop: async () => {
      stopping = true
      await stopPostmaster(cluster, postmaster.pid)
      removeSocketFolder(postmaster.socketFolder, cluster)
      await held.client.end().catch(() => {})
    },
  }
}

async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  // Its file goes last; the process itself may linger as a zombie where nobody collects it.
  if (await becomes(() => !hasPostmasterFile(cluster) || !isAlive(pid), 30_000)) {
    await becomes(() => !isAlive(pid), 1000)
    return
  }
  signal(pid, 'SIGQUIT')
  await becomes(() => !isAlive(pid), 5000)
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function becomes(condition: () => boolean, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (!condition()) {
    if (Date.now() > deadline) return false
    await wait(10)
  }
  return true
}
