import path from 'node:path'
import { openFile } from '../council/open-document/index.ts'
import { read } from '../council/read/index.ts'
import type { Reading } from '../council/read/reading.ts'
import { type DocumentErrorCode, UnreadableDocument } from '../errors.ts'

export type FileResult =
  | { file: string; reading: Reading; text: readonly string[] }
  | { file: string; error: DocumentErrorCode }

/**
 * Reads files and yields one result for each, in the order of the names. At most `window` are held at a time, so that memory does
 * not grow with their number. What fails is a result too.
 */
export async function* readFiles(
  names: AsyncIterable<string>,
  folder: string,
  window: number,
): AsyncGenerator<FileResult> {
  const source = names[Symbol.asyncIterator]()
  const pending: Promise<FileResult>[] = []
  let next: Promise<IteratorResult<string>> | null = source.next()
  while (next || pending.length > 0) {
    const head = pending[0]
    // A name that comes late (from a pipe) does not keep back what is ready.
    const event: IteratorResult<string> | null =
      next && pending.length < window
        ? await Promise.race([next, ...(head ? [head.then(() => null)] : [])])
        : null
    if (!event) {
      yield await pending.shift()!
    } else if (event.done) {
      next = null
    } else {
      pending.push(readOne(event.value, folder))
      next = source.next()
    }
  }
}

async function readOne(file: string, folder: string): Promise<FileResult> {
  try {
    if (file.includes('\0')) throw new UnreadableDocument('file-not-found')
    const { pages } = await openFile(path.resolve(folder, file))
    return { file, reading: read({ pages }), text: pages }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { file, error: error.code }
    // A mistake in the program: where it happened, never what it was working on.
    if (error instanceof Error)
      process.stderr.write(
        `${error.name}\n${error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 6)
          .join('\n')}\n`,
      )
    return { file, error: 'open-failed' }
  }
}
