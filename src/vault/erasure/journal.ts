/**
 * The journal of erasures, a file outside the database that is only ever added to: a line of JSON for each person, with their identifier
 * and a day, and nothing else. A restore of older data goes by it.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { IsoDate } from '../../days.ts'

const entry = z.strictObject({ person: z.guid(), on: z.iso.date() })
export type Erased = { person: string; on: IsoDate }

/** A journal that cannot be trusted to be whole: nothing is served before someone has looked at it. */
export class JournalDamaged extends Error {
  readonly line: number
  constructor(file: string, line: number) {
    super(`Line ${line} of the journal of erasures ${file} is damaged; put the file back from a copy.`)
    this.name = 'JournalDamaged'
    this.line = line
  }
}

/**
 * Everyone in it, each once, by the first day. A last line without an end was not finished, and what it announces had not begun.
 * @throws {JournalDamaged}
 */
export function readJournal(file: string): Erased[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  lines.pop()
  const people = new Map<string, Erased>()
  lines.forEach((line, index) => {
    const parsed = entry.safeParse(read(line))
    if (!parsed.success) {
      // What a crash left unfinished was closed off when the next line came.
      if (line.startsWith('{"person":') && !line.endsWith('}')) return
      throw new JournalDamaged(file, index + 1)
    }
    const { person, on } = parsed.data
    if (!people.has(person)) people.set(person, { person, on })
  })
  return [...people.values()]
}

function read(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Adds lines, and returns when they are on the disk. */
export function addToJournal(file: string, erased: readonly Erased[]): void {
  if (erased.length === 0) return
  const fresh = !existsSync(file)
  if (fresh) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const torn =
    !fresh && !readFileSync(file).subarray(-1).equals(Buffer.from('\n')) && readFileSync(file).length > 0
  const text = erased.map(({ person, on }) => JSON.stringify({ person: person.toLowerCase(), on })).join('\n')
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, `${torn ? '\n' : ''}${text}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (fresh) syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Not every system syncs a folder.
  } finally {
    closeSync(handle)
  }
}

/** Where it is: with the checkpoints of the trail, which are outside the data folder too. */
export function journalFile(checkpoints: string | null | undefined, dataFolder: string): string {
  return join(checkpoints ?? `${dataFolder}.checkpoints`, 'erasures.jsonl')
}
