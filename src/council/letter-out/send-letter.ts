import { type Ctx, checkRoles, type InTransaction } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import {
  makeDocument,
  makeFiles,
  type OutDocument,
  type OutFormat,
  outFileName,
  outFormats,
} from '../../documents-out/index.ts'
import { NotFound, Refused } from '../../errors.ts'
import { allowed } from '../life/moving.ts'
import { letterDocument } from './letter-document.ts'
import { letterDesks, moveLetter } from './letter-life.ts'
import { checkComplete } from './move-letter.ts'
import type { LetterPhrases } from './phrases.ts'
import { type LetterRow, type LetterStepDone, lockLetter, stepLetter } from './step-letter.ts'

export type SentLetter = LetterStepDone & {
  files: { format: OutFormat; sha256: string }[]
  /** This machine makes no PDF: the letter was sent with its Word file alone. */
  withoutPdf: boolean
}

/**
 * Sends a letter: the college has decided on it. Its files are made outside any transaction and kept exactly so; if the letter
 * changed meanwhile, nothing is sent.
 * @throws Refused `changed-by-other`, `move-not-possible`, `sign-unprintable`; Invalid (`date`, `subject`); Denied; NotFound
 */
export async function sendLetter(
  inTransaction: InTransaction,
  input: { letter: number; version: number; phrases: LetterPhrases },
): Promise<SentLetter> {
  const document = await inTransaction(async (ctx) => {
    const row = await lockLetter(ctx, input)
    checkSend(ctx, row)
    return documentOf(ctx, row, input.phrases)
  })
  const files = await makeFiles(document)
  return inTransaction(async (ctx) => {
    const row = await lockLetter(ctx, input)
    checkSend(ctx, row)
    await ctx.tx
      .insertInto('council.letter_out_file')
      .values(
        files.map(({ format, bytes, sha256 }) => ({
          municipality: ctx.actor.municipality,
          letter_id: row.id,
          format,
          sha256,
          bytes: Buffer.from(bytes),
          size: bytes.byteLength,
          made_at: ctx.now,
        })),
      )
      .execute()
    const done = await stepLetter(
      ctx,
      row,
      { step: 'send', state: 'sent', event: 'letter-out.sent' },
      { sent_on: dayOf(ctx.now) },
    )
    return {
      ...done,
      files: files.map(({ format, sha256 }) => ({ format, sha256 })),
      withoutPdf: files.length < outFormats.length,
    }
  })
}

function checkSend(ctx: Ctx, row: LetterRow): void {
  allowed(moveLetter(row.state, 'send'))
  checkRoles(ctx, letterDesks[row.state], 'send this letter')
  checkComplete(row.content)
}

async function documentOf(ctx: Ctx, row: LetterRow, phrases: LetterPhrases): Promise<OutDocument> {
  const { name } = await ctx.tx
    .selectFrom('council.municipality')
    .select('name')
    .where('municipality', '=', ctx.actor.municipality)
    .executeTakeFirstOrThrow()
  return letterDocument(row.content, name, phrases)
}

/**
 * A letter as a file: as it was sent, or as it stands now. Call it as `sendLetter`, with transactions of its own.
 * @throws Refused `pdf-not-here`, `sign-unprintable`; NotFound
 */
export async function letterFile(
  inTransaction: InTransaction,
  input: { letter: number; format: OutFormat; phrases: LetterPhrases },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const found = await inTransaction(async (ctx) => {
    const { municipality } = ctx.actor
    const row = await ctx.tx
      .selectFrom('council.letter_out')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('id', '=', input.letter)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    const { date, subject } = row.content.fields
    const fileName = outFileName([date, subject], input.format)
    if (row.state !== 'sent') return { fileName, document: await documentOf(ctx, row, input.phrases) }
    const file = await ctx.tx
      .selectFrom('council.letter_out_file')
      .select('bytes')
      .where('municipality', '=', municipality)
      .where('letter_id', '=', row.id)
      .where('format', '=', input.format)
      .executeTakeFirst()
    if (!file) throw new Refused('pdf-not-here')
    return { fileName, bytes: new Uint8Array(file.bytes) }
  })
  if (found.bytes) return { fileName: found.fileName, bytes: found.bytes }
  return { fileName: found.fileName, bytes: await makeDocument(found.document, input.format) }
}
