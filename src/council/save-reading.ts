import type { Ctx } from '../ctx.ts'
import type { DocumentErrorCode } from '../errors.ts'
import type { Reading } from './read/reading.ts'
import type { DocumentFormat, DocumentState } from './tables.ts'

export type ReadOutcome =
  | { ok: true; format: DocumentFormat; pages: string[]; reading: Reading }
  | { ok: false; code: DocumentErrorCode }

/** Keeps what the reader found (or why it could not) beside a stored document. A document that was read already is left alone. */
export async function saveReading(
  _ctx: Ctx,
  _input: { document: number; outcome: ReadOutcome },
): Promise<{ document: number; state: DocumentState }> {
  throw new Error('not built')
}
