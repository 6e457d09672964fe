import type { InTransaction } from '../ctx.ts'
import { type DocumentErrorCode, UnreadableDocument } from '../errors.ts'
import { openDocument } from './open-document/index.ts'
import { read } from './read/index.ts'
import type { Recess } from './read/reading.ts'
import { type ReadOutcome, saveReading } from './save-reading.ts'
import { storeDocument } from './store-document.ts'
import type { DocumentState } from './tables.ts'

export type { InTransaction }

export type ReceivedDocument = {
  document: number
  known: boolean
  state: DocumentState
  /** Why it is unreadable; null when this upload could read it, or when the file was known. */
  code: DocumentErrorCode | null
}

/**
 * Store, open and read, save: what an upload does, in two transactions with the opening between them. A file that cannot be read is
 * no error: then `state` is `unreadable` and `code` says why. A known file that was never read, or could not be, is tried again.
 */
export async function receiveDocument(
  inTransaction: InTransaction,
  file: { bytes: Uint8Array; fileName: string },
): Promise<ReceivedDocument> {
  const stored = await inTransaction((ctx) => storeDocument(ctx, file))
  const { document, known } = stored
  if (stored.state === 'read' || stored.state === 'registered') {
    return { document, known, state: stored.state, code: null }
  }
  const outcome = await readFile(file, stored.recesses)
  const { state } = await inTransaction((ctx) => saveReading(ctx, { document, outcome }))
  return { document, known, state, code: outcome.ok ? null : outcome.code }
}

/** Opens and reads a file, outside any transaction. Only what makes a file unreadable is caught. */
export async function readFile(
  file: { bytes: Uint8Array; fileName: string },
  recesses: readonly Recess[] | null,
): Promise<ReadOutcome> {
  try {
    const { pages, format } = await openDocument(file.bytes, file.fileName)
    return { ok: true, format, pages, reading: read({ pages }, { recesses }) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { ok: false, code: error.code }
    throw error
  }
}
