import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { type DocumentErrorCode, NotFound } from '../errors.ts'
import type { Reading } from './read/reading.ts'
import type { DocumentFormat, DocumentState } from './tables.ts'

export type ReadOutcome =
  | { ok: true; format: DocumentFormat; pages: readonly string[]; reading: Reading }
  | { ok: false; code: DocumentErrorCode }

/**
 * Keeps what the reader found (or why it could not) beside a stored document. A document that was read already is left alone.
 * @throws NotFound
 */
export async function saveReading(
  ctx: Ctx,
  input: { document: number; outcome: ReadOutcome },
): Promise<{ document: number; state: DocumentState }> {
  const { document, outcome } = input
  const found = await ctx.tx
    .selectFrom('council.document')
    .select('state')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', document)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.state === 'read' || found.state === 'registered') return { document, state: found.state }

  const state = outcome.ok ? 'read' : 'unreadable'
  await ctx.tx
    .updateTable('council.document')
    .set(
      outcome.ok
        ? {
            state,
            error_code: null,
            format: outcome.format,
            pages: toJson(outcome.pages),
            reading: toJson(outcome.reading),
          }
        : { state, error_code: outcome.code },
    )
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', document)
    .execute()
  await record(ctx, outcome.ok ? 'document.read' : 'document.unreadable', { document: String(document) })
  return { document, state }
}

/** JSON that PostgreSQL accepts: it has no place for U+0000 or half a surrogate pair; both become a space, so offsets stay valid. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'string' ? storable(item) : item))
}

function storable(text: string): string {
  return text.replace(/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ')
}
