import { type MissedCommitment, missedCommitments, noteMissed } from '../life/check-missed.ts'
import type { IsoDate } from '../read/reading.ts'
import type { InTransaction } from '../receive-document.ts'
import { tellReopened } from './tell-reopened.ts'

/**
 * Notes every commitment whose day has passed, reopens what was settled on it, and makes the mail that tells followers; each commitment
 * with its mail in one transaction. Safe to repeat, to be killed, and to run twice at once.
 */
export async function watchMissed(
  inTransaction: InTransaction,
  input: { today: IsoDate; tell?: boolean },
  signal?: AbortSignal,
): Promise<(MissedCommitment & { mails: number })[]> {
  const { today, tell = true } = input
  const waiting = await inTransaction((ctx) => missedCommitments(ctx, today))
  const noted: (MissedCommitment & { mails: number })[] = []
  for (const commitment of waiting) {
    if (signal?.aborted) break
    const one = await inTransaction(async (ctx) => {
      const missed = await noteMissed(ctx, { commitment, today })
      if (!missed) return null
      return { ...missed, mails: tell ? await tellReopened(ctx, missed) : 0 }
    })
    if (one) noted.push(one)
  }
  return noted
}
