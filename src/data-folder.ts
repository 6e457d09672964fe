/**
 * The one folder that holds all data. A marker in it says which mode it was begun in and which layout it has; a secret in it, from
 * which passwords of database logins are derived, is readable by its owner only.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config, Mode } from './config.ts'
import { diskFull } from './db/disk.ts'
import { canEnter, findRunner, reachablePlace } from './db/embedded/runner.ts'
import { otherMode, StartError } from './db/start-error.ts'

export type DataFolder = {
  folder: string
  /** 64 hexadecimal characters. */
  secret: string
  /** Where the data went instead of the default folder, and why; null when it is where one expects it. */
  movedBecause: string | null
}

/** Raised when a newer program could not be followed by an older one. */
const layout = 1

const marker = 'schakel.json'

/**
 * Finds or makes the data folder, and makes sure that it can be written and is of this mode.
 * @throws {StartError} data-unreachable, data-not-writable, data-not-ours, data-other-mode, data-newer, disk-full
 */
export function openDataFolder(config: Pick<Config, 'data' | 'mode' | 'databaseUrl'>): DataFolder {
  const { folder, movedBecause } = config.databaseUrl === null ? place(config.data) : keep(config.data)
  try {
    makeFolder(folder)
    refuseForeign(folder)
    readMarker(folder, config.mode)
    const secret = once(folder, 'secret', () => randomBytes(32).toString('hex'))
    probe(folder)
    return { folder, secret, movedBecause }
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function keep(data: Config['data']): { folder: string; movedBecause: null } {
  return { folder: data.folder, movedBecause: null }
}

/** As root PostgreSQL runs as another user, who must be able to reach the folder. */
function place({ folder, explicit }: Config['data']): { folder: string; movedBecause: string | null } {
  const runner = findRunner(join(folder, 'db'))
  if (runner.uid === undefined) return keep({ folder, explicit })
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const elsewhere = join(reachablePlace, name)
  const closed = nearest(folder)
  if (canEnter(runner, closed)) {
    // Opened up since: the data stays where it was begun.
    const stays = !explicit && isBegun(elsewhere) && !isBegun(folder)
    return stays ? { folder: elsewhere, movedBecause: 'it was begun there' } : keep({ folder, explicit })
  }
  if (explicit) {
    throw new StartError(
      'data-unreachable',
      `PostgreSQL does not run as root, and its own user cannot enter ${closed}; name a data folder that others can enter with SCHAKEL_DATA, or start Schakel as a normal user.`,
    )
  }
  return {
    folder: elsewhere,
    movedBecause: `PostgreSQL does not run as root, and its own user cannot enter ${closed}`,
  }
}

function isBegun(folder: string): boolean {
  return existsSync(join(folder, marker))
}

/** The folder itself when it is there, else the first above it that is. */
function nearest(folder: string): string {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder ? folder : nearest(dirname(folder))
}

function makeFolder(folder: string): void {
  for (let missing = folder; !existsSync(missing); ) {
    const top = topMissing(missing)
    mkdirSync(top)
    // Whatever the umask: PostgreSQL's user must be able to pass, and nobody else needs to list.
    chmodSync(top, 0o711)
  }
}

function topMissing(folder: string): string {
  const parent = dirname(folder)
  return existsSync(parent) ? folder : topMissing(parent)
}

function refuseForeign(folder: string): void {
  if (isBegun(folder)) return
  const others = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'lost+found')
  if (others.length === 0 || others.every((name) => name.startsWith(`${marker}.`))) return
  // Another first start may have laid the marker since we looked.
  if (isBegun(folder)) return
  throw new StartError(
    'data-not-ours',
    `The folder ${folder} already holds other files, such as "${others[0]}"; name an empty folder with SCHAKEL_DATA.`,
  )
}

function readMarker(folder: string, mode: Mode): void {
  const text = once(folder, marker, () => `${JSON.stringify({ layout, mode })}\n`)
  let found: { layout?: unknown; mode?: unknown }
  try {
    found = JSON.parse(text)
  } catch {
    found = {}
  }
  if (typeof found.layout !== 'number') {
    throw new StartError(
      'data-not-ours',
      `The file ${join(folder, marker)} is damaged; put it back from a copy.`,
    )
  }
  if (found.layout > layout) {
    throw new StartError(
      'data-newer',
      `The data in ${folder} was made by a newer version of Schakel; start that version, or name another data folder with SCHAKEL_DATA.`,
    )
  }
  if (found.mode !== mode) throw otherMode(`The data in ${folder}`, mode)
}

/** Writes a file whole and once: when two starts come together, both read what the first one wrote. */
function once(folder: string, name: string, content: () => string): string {
  const file = join(folder, name)
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}`
    try {
      write(fresh, content())
      linkSync(fresh, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(fresh, { force: true })
    }
  }
  return readFileSync(file, 'utf8')
}

function write(file: string, content: string | Buffer): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, content as string)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A full disk or a read-only one is told before anything else is touched. */
function probe(folder: string): void {
  const file = join(folder, `.probe-${process.pid}`)
  try {
    write(file, Buffer.alloc(65_536, 1))
  } finally {
    rmSync(file, { force: true })
  }
}

function sentenceFor(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, { cause: error })
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new StartError(
        'data-not-writable',
        `The data folder ${folder} cannot be written by this user; make it writable, or name another one with SCHAKEL_DATA.`,
        { cause: error },
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartError(
        'data-not-writable',
        `The data folder ${folder} is not a folder; name another one with SCHAKEL_DATA.`,
        { cause: error },
      )
    default:
      return error
  }
}
