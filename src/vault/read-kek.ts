/** Where the key-encryption key comes from: SCHAKEL_KEK_COMMAND, SCHAKEL_KEK_FILE or SCHAKEL_KEK, of which one is set. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Kek } from './kek.ts'
import { secretKek } from './kek.ts'
import { commandKek } from './kek-command.ts'
import { keyLength } from './seal.ts'

/** A key-encryption key that cannot be used as it was set; the sentence never repeats it. */
export class KekError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'KekError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>
const names = ['SCHAKEL_KEK_COMMAND', 'SCHAKEL_KEK_FILE', 'SCHAKEL_KEK'] as const

/**
 * The key-encryption key that the environment names; null when it names none.
 * @param dataFolder which must not hold it
 * @throws {KekError}
 */
export function readKek(env: Environment, dataFolder: string): Kek | null {
  const set = names.filter((name) => env[name]?.trim())
  if (set.length > 1) throw new KekError(`${set.join(' and ')} are both set; set one of them.`)
  const [name] = set
  if (!name) return null
  const value = env[name]!.trim()
  if (name === 'SCHAKEL_KEK_COMMAND') return commandKek(parseCommand(value), { env: without(env) })
  if (name === 'SCHAKEL_KEK_FILE') return fileKek(value, dataFolder)
  const keys = parseKeys(value, name)
  return secretKek(() => keys)
}

/** What the command sees: the environment without secrets of this program. */
function without(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => name !== 'DATABASE_URL' && !/^SCHAKEL_(KEK|KEYS|LOGINS|SMTP)/.test(name),
    ),
  )
}

/** A list in JSON, or words between spaces. */
function parseCommand(value: string): [string, ...string[]] {
  let words: unknown = value.split(/\s+/)
  if (value.startsWith('[')) {
    try {
      words = JSON.parse(value)
    } catch {
      words = null
    }
  }
  if (
    Array.isArray(words) &&
    words.length > 0 &&
    words.every((word) => typeof word === 'string' && word !== '')
  )
    return words as [string, ...string[]]
  throw new KekError('SCHAKEL_KEK_COMMAND must be a command, or a list in JSON: ["program", "argument"].')
}

/**
 * Keys of a file: one a line, the newest first; `#` begins a remark. Read again when it changed, so that a new key counts at once in
 * programs that run.
 * @throws {KekError} when it stands in the data folder, or holds no key
 */
export function fileKek(file: string, dataFolder: string): Kek {
  refuseInside(file, dataFolder)
  let stamp = ''
  let keys: Buffer[] = []
  const read = () => {
    const { mtimeMs, size, ino } = statSync(file)
    const now = `${mtimeMs} ${size} ${ino}`
    if (now !== stamp) {
      keys = parseKeys(readFileSync(file, 'utf8'), `the file ${file}`)
      stamp = now
    }
    return keys
  }
  try {
    read()
  } catch (error) {
    if (error instanceof KekError) throw error
    throw new KekError(`The file ${file} of the key-encryption key cannot be read.`)
  }
  return secretKek(read)
}

/** @throws {KekError} */
export function refuseInside(file: string, dataFolder: string): void {
  const folder = real(dataFolder)
  const place = real(file)
  if (place === folder || place.startsWith(folder + sep))
    throw new KekError(
      `The key-encryption key is in the data folder ${dataFolder}: whoever takes that has both. Keep it elsewhere.`,
    )
}

/** Without links, as far as it exists. */
function real(path: string): string {
  const full = resolve(path)
  if (existsSync(full)) return realpathSync(full)
  const parent = dirname(full)
  return parent === full ? full : join(real(parent), basename(full))
}

/** 32 bytes each, in base64 or hexadecimal, newest first. @throws {KekError} */
export function parseKeys(text: string, from: string): Buffer[] {
  const words = text
    .split('\n')
    .map((line) => line.replace(/#.*/, ''))
    .join('\n')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const keys = words.map((word) => {
    if (/^[0-9a-f]{64}$/i.test(word)) return Buffer.from(word, 'hex')
    if (/^[A-Za-z0-9+/_-]{43}=?$/.test(word)) return Buffer.from(word, 'base64')
    throw new KekError(`A key in ${from} is not 32 bytes in base64 or hexadecimal.`)
  })
  if (keys.length === 0) throw new KekError(`There is no key in ${from}.`)
  if (keys.some((key) => key.length !== keyLength || key.every((byte) => byte === key[0])))
    throw new KekError(`A key in ${from} is not 32 random bytes.`)
  return keys
}

/**
 * Puts a key before those of a file, which is made when it is not there, for its owner only. Whole or not at all.
 * @returns the key that was added
 * @throws {KekError} when it stands in the data folder
 */
export function addKey(file: string, dataFolder: string, key: Buffer = randomBytes(keyLength)): Buffer {
  refuseInside(file, dataFolder)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (before.trim() !== '') parseKeys(before, `the file ${file}`)
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 })
  const fresh = writeFresh(file, `${key.toString('base64')}\n${before}`)
  renameSync(fresh, file)
  return key
}

/**
 * For a demonstration, which nobody gives a key: made once, beside the data folder and not in it. Two that start at once agree.
 * @param file such as `<data folder>.kek`
 */
export function demonstrationKek(file: string, dataFolder: string): Kek {
  refuseInside(file, dataFolder)
  if (!existsSync(file)) {
    const fresh = writeFresh(file, `${randomBytes(keyLength).toString('base64')}\n`)
    try {
      linkSync(fresh, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(fresh, { force: true })
    }
  }
  return fileKek(file, dataFolder)
}

function writeFresh(file: string, text: string): string {
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return fresh
}
