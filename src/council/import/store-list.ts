import { createHash } from 'node:crypto'
import { record } from '../../audit/index.ts'
import type { Ctx, InTransaction } from '../../ctx.ts'
import { type CsvTable, readCsv } from '../../read-csv.ts'
import { byWhom } from '../by-whom.ts'
import { toJson } from '../save-reading.ts'

/**
 * Takes in a list: its bytes under their hash, as every original, and its rows. Nothing of it is in the register yet, and nothing of
 * it is ever public. Reading happens outside any transaction.
 * @returns the import; the one that waits already when the same file was taken in before and not begun
 * @throws Invalid `csv-empty`, `csv-damaged`, `csv-too-long`, `file-too-large`
 */
export async function receiveList(
  inTransaction: InTransaction,
  file: { bytes: Uint8Array; fileName: string },
): Promise<{ import: number; known: boolean }> {
  const table = await readCsv(file.bytes)
  return inTransaction((ctx) => storeList(ctx, { ...file, table }))
}

async function storeList(
  ctx: Ctx,
  input: { bytes: Uint8Array; fileName: string; table: CsvTable },
): Promise<{ import: number; known: boolean }> {
  const { municipality } = ctx.actor
  const { table, bytes } = input
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await ctx.tx
    .insertInto('council.original')
    .values({
      municipality,
      sha256,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      size: bytes.byteLength,
      media_type: 'text/csv',
      stored_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'sha256']).doNothing())
    .execute()
  const waiting = await ctx.tx
    .selectFrom('council.import')
    .select('id')
    .where('municipality', '=', municipality)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['mapping', 'checking', 'checked'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (waiting) return { import: waiting.id, known: true }
  const who = byWhom(ctx)
  const { id } = await ctx.tx
    .insertInto('council.import')
    .values({
      municipality,
      sha256,
      file_name: input.fileName.normalize('NFC').replace(/\p{C}/gu, '').slice(-200) || 'lijst.csv',
      encoding: table.encoding,
      delimiter: table.delimiter,
      headers: toJson(table.headers),
      row_count: table.rows.length,
      state: 'mapping',
      uploaded_by: who.id,
      uploaded_by_name: who.name,
      uploaded_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let start = 0; start < table.rows.length; start += 1000) {
    await ctx.tx
      .insertInto('council.import_row')
      .values(
        table.rows.slice(start, start + 1000).map(({ number, cells }) => ({
          municipality,
          import_id: id,
          row_number: number,
          cells: toJson(cells),
        })),
      )
      .execute()
  }
  await record(ctx, 'import.stored', { import: String(id), original: sha256 })
  return { import: id, known: false }
}
