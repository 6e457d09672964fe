import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { UnreadableDocument } from '../../errors.ts'
import type { TextDocument } from '../read/reading.ts'
import { type DocumentFormat, detectFormat } from './format.ts'
import { limits } from './limits.ts'
import { pagesOf } from './open-content.ts'
import { Opener } from './opener.ts'

export type OpenedDocument = TextDocument & { pages: string[]; format: DocumentFormat }

export type OpenOptions = {
  /** Milliseconds for this document; 20,000 unless told. */
  time?: number
}

const idle: Opener[] = []
const busy = new Set<Opener>()
const waiting: ((opener: Opener) => void)[] = []
let most = Math.max(1, Math.min(4, availableParallelism()))

/**
 * The text of a document, page by page, in NFC with `\n` line ends. The format follows from the content and must agree with the
 * ending of `name`. Text is decoded here; PDF, DOCX and HTML are opened in a child process with hard limits.
 * @throws UnreadableDocument with a code of `documentErrorCodes`; its message holds nothing of the document.
 */
export async function openDocument(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<OpenedDocument> {
  if (bytes.length === 0) throw new UnreadableDocument('file-empty')
  if (bytes.length > limits.bytes) throw new UnreadableDocument('file-too-large')
  const format = detectFormat(bytes, name)
  if (format === 'text') return { pages: await pagesOf(bytes, format), format }
  const opener = await takeOpener()
  try {
    const pages = await opener.open(bytes, format, options.time ?? limits.time)
    giveBack(opener, true)
    return { pages, format }
  } catch (error) {
    giveBack(opener, error instanceof UnreadableDocument && !shaken.has(error.code))
    throw error
  }
}

/**
 * Opens a file. Only regular files, and no more of them than the limit is read.
 * @throws UnreadableDocument also `file-not-found`, `not-a-file`, `file-unreadable`.
 */
export async function openFile(path: string, options: OpenOptions = {}): Promise<OpenedDocument> {
  return openDocument(await readBytes(path), path, options)
}

async function readBytes(path: string): Promise<Uint8Array> {
  // Not blocking: a named pipe would otherwise wait for its writer.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UnreadableDocument('file-not-found')
    throw new UnreadableDocument(code === 'EISDIR' || code === 'ENXIO' ? 'not-a-file' : 'file-unreadable')
  })
  try {
    const { size } = await file.stat().then((stat) => {
      if (!stat.isFile()) throw new UnreadableDocument('not-a-file')
      return stat
    })
    if (size > limits.bytes) throw new UnreadableDocument('file-too-large')
    const bytes = Buffer.allocUnsafeSlow(size)
    const { bytesRead } = await file.read(bytes, 0, size, 0).catch(() => {
      throw new UnreadableDocument('file-unreadable')
    })
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Sets how many documents may be opened at the same time; each takes a process. */
export function limitOpeners(children: number): void {
  most = Math.max(1, children)
}

/** Starts a child before the first document comes, so that nobody waits for it. */
export function warmOpeners(): void {
  if (idle.length + busy.size === 0) idle.push(new Opener())
}

/** Stops all children. Documents being opened fail with `open-failed` or `open-out-of-memory`. */
export function closeOpeners(): void {
  for (const opener of [...idle.splice(0), ...busy]) opener.kill()
  busy.clear()
}

async function takeOpener(): Promise<Opener> {
  for (let opener = idle.pop(); opener; opener = idle.pop())
    if (!opener.dead) {
      busy.add(opener)
      return opener
    }
  if (busy.size >= most) return new Promise((resolve) => waiting.push(resolve))
  const opener = new Opener()
  busy.add(opener)
  return opener
}

/** Refusals after which a child may hold what it should not. */
const shaken = new Set<string>(['open-failed', 'open-out-of-memory', 'open-timed-out', 'zip-too-large'])

/** A child that was shaken is replaced, as is one that has worked long. */
function giveBack(opener: Opener, good: boolean): void {
  busy.delete(opener)
  const fresh = good && !opener.dead && !opener.tired
  if (!fresh) opener.kill()
  const next = waiting.shift()
  if (next) {
    const other = fresh ? opener : new Opener()
    busy.add(other)
    next(other)
  } else if (fresh) idle.push(opener)
}
