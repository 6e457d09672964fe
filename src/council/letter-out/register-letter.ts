import { type Ctx, checkRoles } from '../../ctx.ts'
import { Invalid, NotFound, Refused } from '../../errors.ts'
import { deskDocument } from '../desk-documents.ts'
import { type InTransaction, receiveDocument } from '../receive-document.ts'
import { registerDocument } from '../register-document.ts'
import { saveReview } from '../save-review.ts'
import { letterDesks } from './letter-life.ts'
import { loadLetterFacts, motionsOfLetter } from './load-facts.ts'
import type { LetterPhrases } from './phrases.ts'
import { reviewOfLetter } from './review-of-letter.ts'
import { type LetterRow, lockLetter, stepLetter } from './step-letter.ts'

/**
 * Registers a sent letter as a document, through the same door as any other: stored, opened, read, reviewed, registered. Its motions
 * are known, and each answer becomes a claim with its passage. When something stands in the way of registering, the document waits
 * in the inbox with this review, and `errors` says what.
 * @throws Refused `changed-by-other`, `move-not-possible` (not sent yet), `already-registered`; Denied; NotFound
 */
export async function registerSentLetter(
  inTransaction: InTransaction,
  input: { letter: number; version: number; phrases: LetterPhrases },
): Promise<{ document: number; registered: boolean }> {
  const { bytes, fileName } = await inTransaction(async (ctx) => {
    const row = await lockLetter(ctx, input)
    checkRegister(ctx, row)
    const files = await ctx.tx
      .selectFrom('council.letter_out_file')
      .select(['format', 'bytes'])
      .where('municipality', '=', ctx.actor.municipality)
      .where('letter_id', '=', row.id)
      .execute()
    const file = files.find(({ format }) => format === 'pdf') ?? files[0]
    if (!file) throw new NotFound()
    return { bytes: new Uint8Array(file.bytes), fileName: `brief-${row.id}.${file.format}` }
  })
  const received = await receiveDocument(inTransaction, { bytes, fileName })
  const { document } = received
  const reviewed = await inTransaction(async (ctx) => {
    const row = await lockLetter(ctx, input)
    checkRegister(ctx, row)
    const motions = await motionsOfLetter(ctx, row.id)
    const facts = await loadLetterFacts(ctx, motions)
    const found = await deskDocument(ctx, { document })
    if (found.state === 'registered') throw new Refused('already-registered')
    if (!found.review) throw new Refused('not-readable-yet')
    const review = reviewOfLetter(found.review, found.pages, row.content, facts)
    const { version } = await saveReview(ctx, { document, version: found.version, review })
    return version
  })
  try {
    await inTransaction(async (ctx) => {
      const row = await lockLetter(ctx, input)
      await registerDocument(ctx, { document, version: reviewed })
      await stepLetter(
        ctx,
        row,
        { step: 'register', event: 'letter-out.registered' },
        { document_id: document },
      )
    })
    return { document, registered: true }
  } catch (error) {
    if (error instanceof Invalid) return { document, registered: false }
    throw error
  }
}

function checkRegister(ctx: Ctx, row: LetterRow): void {
  if (row.state !== 'sent') throw new Refused('move-not-possible')
  if (row.document_id !== null) throw new Refused('already-registered')
  checkRoles(ctx, letterDesks.sent, 'register this letter')
}
