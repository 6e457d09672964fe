import type { Ctx } from '../ctx.ts'
import type { Recess } from './read/reading.ts'
import type { DocumentState } from './tables.ts'

export type StoredDocument = {
  document: number
  /** True when the same bytes were stored before; then nothing was written. */
  known: boolean
  state: DocumentState
  /** The recess calendar of the municipality, for the reader; null when none is known. */
  recesses: Recess[] | null
}

/**
 * Stores a file under the SHA-256 of its bytes, even when nobody will be able to read it. First of three steps; `receiveDocument`
 * takes them all, since opening a file must not hold a transaction.
 */
export async function storeDocument(
  _ctx: Ctx,
  _input: { bytes: Uint8Array; fileName: string },
): Promise<StoredDocument> {
  throw new Error('not built')
}
