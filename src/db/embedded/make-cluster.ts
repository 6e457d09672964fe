import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diskFull, roomIn } from '../disk.ts'
import { StartError } from '../start-error.ts'
import { isAlive } from './postmaster.ts'
import type { Binaries, Runner } from './runner.ts'
import { run } from './runner.ts'

export const superuser = 'schakel_owner'

/** PostgreSQL takes its log of changes from the disk in pieces of this many bytes. */
const oneLogFile = 16_777_216

/**
 * Makes the database folder, in a folder of its own and with one rename: an interrupted first start, or two at once, never leave
 * half a database.
 * @throws {StartError} disk-full, database-unusable
 */
export async function makeCluster(cluster: string, binaries: Binaries, runner: Runner, password: string) {
  removeLeftovers(cluster)
  const fresh = `${cluster}.new-${process.pid}`
  try {
    mkdirSync(fresh, { mode: 0o700 })
    const passwordFile = `${fresh}.password`
    give(fresh, runner)
    writeFileSync(passwordFile, password, { mode: 0o600 })
    give(passwordFile, runner)
    const { code, output } = await run(runner, join(binaries.folder, 'bin/initdb'), [
      ...['-D', fresh, '-U', superuser, `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--no-clean'],
      ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
    ])
    if (code !== 0) throw initdbError(output, cluster)
    renameSync(fresh, cluster)
  } catch (error) {
    // Another first start may have made it meanwhile: then that one is used.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  } finally {
    rmSync(`${fresh}.password`, { force: true })
    rmSync(fresh, { recursive: true, force: true })
    // The initdb of a first start that was killed may have outlived it, and made its folder again meanwhile.
    removeLeftovers(cluster)
  }
}

/** What first starts left behind that did not live to rename it. */
function removeLeftovers(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`
  for (const name of readdirSync(dirname(cluster))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!name.startsWith(prefix) || (pid !== process.pid && isAlive(pid))) continue
    rmSync(join(dirname(cluster), name), { recursive: true, force: true })
  }
}

function give(path: string, { uid, gid }: Runner): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

function initdbError(output: string, cluster: string): Error {
  // Measured, since the half-made database is still there and PostgreSQL's own last words vary.
  if (/No space left|quota exceeded/i.test(output) || roomIn(dirname(cluster)) < oneLogFile) {
    return diskFull(dirname(cluster))
  }
  if (/look up effective user|user does not exist/.test(output)) {
    return new StartError(
      'platform-unsupported',
      'PostgreSQL only runs as a user with a name, and this user is not in /etc/passwd; start Schakel as a named user, or set DATABASE_URL to the address of a PostgreSQL server.',
    )
  }
  const reason = output.split('\n').findLast((line) => /(error|fatal|panic):/i.test(line)) ?? output.trim()
  return new StartError(
    'database-unusable',
    `PostgreSQL could not make its files: ${reason.replace(/^.*?(error|fatal|panic):\s*/i, '')}.`,
  )
}

/** @throws {StartError} data-not-ours, data-newer, database-unusable */
export function checkCluster(cluster: string, binaries: Binaries, runner: Runner): void {
  const user = runner.uid ?? process.getuid?.()
  if (user !== undefined && statSync(cluster).uid !== user) throw notOurs(cluster)
  const major = readMajor(cluster)
  if (major === binaries.major) return
  throw new StartError(
    'data-newer',
    `The database in ${cluster} was made by PostgreSQL ${major}, but this version of Schakel brings PostgreSQL ${binaries.major}; start the version of Schakel that made it.`,
  )
}

function readMajor(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw notOurs(cluster)
    throw new StartError(
      'database-unusable',
      `The folder ${cluster} holds no PostgreSQL database; move it away, or name another data folder with SCHAKEL_DATA.`,
      { cause: error },
    )
  }
}

function notOurs(cluster: string): StartError {
  return new StartError(
    'data-not-ours',
    `The database in ${cluster} belongs to another user of this machine; start Schakel as that user, or name another data folder with SCHAKEL_DATA.`,
  )
}
