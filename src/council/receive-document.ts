import type { Ctx } from '../ctx.ts'
import type { DocumentErrorCode } from '../errors.ts'
import type { DocumentState } from './tables.ts'

/** Runs one command in a transaction of its own, as the person who uploads. */
export type InTransaction = <T>(command: (ctx: Ctx) => Promise<T>) => Promise<T>

export type ReceivedDocument = {
  document: number
  known: boolean
  state: DocumentState
  code: DocumentErrorCode | null
}

/**
 * Store, open and read, save: what an upload does, in two transactions with the opening between them. Never throws for a file that
 * cannot be read: then `state` is `unreadable` and `code` says why.
 */
export async function receiveDocument(
  _inTransaction: InTransaction,
  _file: { bytes: Uint8Array; fileName: string },
): Promise<ReceivedDocument> {
  throw new Error('not built')
}
