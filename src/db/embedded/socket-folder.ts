import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import type { Runner } from './runner.ts'
import { canEnter } from './runner.ts'

/** Bytes that the address of a socket may have on Linux; macOS allows three fewer. */
const longest = process.platform === 'linux' ? 107 : 103

/**
 * A folder for the socket that only PostgreSQL's user can enter: beside the database, or, where that path is too long for a
 * socket, in the temporary folder.
 * @throws {StartError} when someone else already made the temporary one
 */
export function makeSocketFolder(cluster: string, runner: Runner): string {
  const beside = join(dirname(cluster), 'socket')
  if (fits(beside)) return makePrivate(beside, runner)
  const name = `schakel-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  for (const temporary of [tmpdir(), '/tmp']) {
    const folder = join(temporary, name)
    if (fits(folder) && (runner.uid === undefined || canEnter(runner, temporary)))
      return makePrivate(folder, runner)
  }
  throw new StartError(
    'data-unreachable',
    `The path ${cluster} is too long for PostgreSQL; name a data folder with a shorter path with SCHAKEL_DATA.`,
  )
}

/** A temporary one is taken away again; the one beside the database stays. */
export function removeSocketFolder(folder: string, cluster: string): void {
  if (dirname(folder) === dirname(cluster)) return
  try {
    rmdirSync(folder)
  } catch {
    // Not empty or gone already: nothing that stands in the way of anything.
  }
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longest
}

function makePrivate(folder: string, { uid, gid }: Runner): string {
  const owner = uid ?? process.getuid?.() ?? 0
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
    chmodSync(folder, 0o700)
    return folder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // `lstat`: a link laid by someone else must not lead us away.
  const found = lstatSync(folder)
  const isPrivate = found.isDirectory() && (found.mode & 0o077) === 0
  if (isPrivate && found.uid === owner) return folder
  if (isPrivate && uid !== undefined && gid !== undefined && found.uid === process.getuid?.()) {
    // Root's own: another start is between making it and giving it away.
    chownSync(folder, uid, gid)
    return folder
  }
  throw new StartError(
    'data-not-ours',
    `The folder ${folder} belongs to someone else; remove it and start again.`,
  )
}
