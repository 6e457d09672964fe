import { createHash } from 'node:crypto'
import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { byWhom } from './by-whom.ts'
import { type DocumentFormat, detectFormat } from './open-document/format.ts'
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

export const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  text: 'text/plain',
}

/**
 * Stores a file under the SHA-256 of its bytes, even when nobody will be able to read it. First of three steps; `receiveDocument`
 * takes them all, since opening a file must not hold a transaction.
 */
export async function storeDocument(
  ctx: Ctx,
  input: { bytes: Uint8Array; fileName: string },
): Promise<StoredDocument> {
  const { municipality } = ctx.actor
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const recesses = await recessesOf(ctx)

  await ctx.tx
    .insertInto('council.original')
    .values({
      municipality,
      sha256,
      bytes: Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength),
      size: input.bytes.byteLength,
      media_type: mediaTypeOf(input.bytes, input.fileName),
      stored_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'sha256']).doNothing())
    .execute()
  const who = byWhom(ctx)
  const added = await ctx.tx
    .insertInto('council.document')
    .values({
      municipality,
      sha256,
      file_name: plainFileName(input.fileName),
      state: 'stored',
      uploaded_by: who.id,
      uploaded_by_name: who.name,
      uploaded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) {
    await record(ctx, 'document.stored', { document: String(added.id), original: sha256 })
    return { document: added.id, known: false, state: 'stored', recesses }
  }
  const known = await ctx.tx
    .selectFrom('council.document')
    .select(['id', 'state'])
    .where('municipality', '=', municipality)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return { document: known.id, known: true, state: known.state, recesses }
}

async function recessesOf(ctx: Ctx): Promise<Recess[] | null> {
  const rows = await ctx.tx
    .selectFrom('council.recess')
    .select(['kind', 'first_day as from', 'last_day as to'])
    .where('municipality', '=', ctx.actor.municipality)
    .orderBy('first_day')
    .execute()
  return rows.length > 0 ? rows : null
}

function mediaTypeOf(bytes: Uint8Array, fileName: string): string | null {
  try {
    return mediaTypes[detectFormat(bytes, fileName)]
  } catch {
    // What a file that cannot be opened is, nobody knows: it is kept all the same.
    return null
  }
}

/** The last part of a path, without control characters, at most 200 units long. */
function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .replace(/\p{C}/gu, '')
      .trim()
      .slice(-200)
      .replace(/^[\udc00-\udfff]/, '') || 'document'
  )
}
