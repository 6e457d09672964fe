import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** The list of names cannot be read. */
export class ListUnreadable extends Error {}

/** A line of a list of names longer than this is no name. */
const longestName = 65_536

/**
 * The folder that relative names start from: npm runs a script in the folder of the package, and keeps the one that the user stands
 * in as `INIT_CWD`.
 */
export function startingFolder(env: NodeJS.ProcessEnv, cwd: string): string {
  return env.npm_lifecycle_event === 'schakel' && env.INIT_CWD ? env.INIT_CWD : cwd
}

/** Opens a list of names before anything is read, so that a wrong list is wrong usage. @throws ListUnreadable */
export async function openList(name: string, folder: string, stdin: Readable): Promise<Readable> {
  if (name === '-') return stdin
  const file = path.resolve(folder, name)
  const found = await stat(file).catch(() => null)
  if (!found || found.isDirectory()) throw new ListUnreadable(name)
  const stream = createReadStream(file)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', () => reject(new ListUnreadable(name)))
  })
  return stream
}

/** The names given and then those of the list, one per line, as they come; empty lines are left out. */
export async function* fileNames(files: readonly string[], list: Readable | null): AsyncGenerator<string> {
  yield* files
  if (!list) return
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let first = true
  for await (const chunk of list) {
    rest += decoder.write(chunk as Buffer)
    if (first && rest !== '') {
      rest = rest.replace(/^\ufeff/, '')
      first = false
    }
    const lines = rest.split('\n')
    rest = lines.pop()!
    if (rest.length > longestName) throw new ListUnreadable('-')
    for (const line of lines) {
      const name = line.replace(/\r$/, '')
      if (name !== '') yield name
    }
  }
  const last = (rest + decoder.end()).replace(/\r$/, '')
  if (last !== '') yield last
}
