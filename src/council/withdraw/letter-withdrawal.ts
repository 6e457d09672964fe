import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { PublicDb } from '../public-register.ts'
import type { IsoDate } from '../read/reading.ts'
import { commitmentsOf, lockLetter, settledOn, waitingProposals } from './resting-on.ts'

export type Withdrawal = { on: IsoDate; reason: string }

/** Since when and why this document is withdrawn; null: it stands. */
export async function letterWithdrawal(
  db: PublicDb,
  input: { municipality: string; document: number },
): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('council.letter as letter')
    .innerJoin('council.letter_withdrawal as step', (join) =>
      join.onRef('step.municipality', '=', 'letter.municipality').onRef('step.letter_id', '=', 'letter.id'),
    )
    .select(['step.moved_on as on', 'step.reason'])
    .where('letter.municipality', '=', input.municipality)
    .where('letter.document_id', '=', input.document)
    .where('letter.withdrawn_on', 'is not', null)
    .where('step.step', '=', 'withdraw')
    .orderBy('step.id', 'desc')
    .executeTakeFirst()
  return row ? { on: row.on, reason: row.reason ?? '' } : null
}

export type LetterToWithdraw = {
  document: number
  subject: string | null
  dated: IsoDate
  withdrawn: Withdrawal | null
  /** What would move with it, in its own words. */
  commitments: string[]
  proposals: { motion: string; text: string }[]
  settled: { motion: string; text: string }[]
}

/** A letter with everything that rests on it. @throws NotFound when the document is no registered letter */
export async function letterToWithdraw(ctx: Ctx, input: { document: number }): Promise<LetterToWithdraw> {
  const letter = await lockLetter(ctx, input.document)
  if (!letter) throw new NotFound()
  const { document } = input
  const words = (rows: Awaited<ReturnType<typeof settledOn>>) =>
    rows.map((row) => ({ motion: row.motion, text: row.part_text ?? row.request_text }))
  return {
    document,
    subject: letter.subject,
    dated: letter.dated,
    withdrawn: await letterWithdrawal(ctx.tx as unknown as PublicDb, {
      municipality: ctx.actor.municipality,
      document,
    }),
    commitments: (await commitmentsOf(ctx, letter.id, document)).map((row) => row.text),
    proposals: words(await waitingProposals(ctx, document)),
    settled: words(await settledOn(ctx, document)),
  }
}
