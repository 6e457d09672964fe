import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { isIsoDate } from '../../days.ts'
import type { Review } from '../review.ts'
import { loadLetterFacts, motionsOfLetter } from './load-facts.ts'
import { reviewOfLetter } from './review-of-letter.ts'

/**
 * A first draft with what we know besides, where the document is a letter that Schakel sent: the very file, or one with its reference and
 * date (signed, scanned, or printed anew). Any other draft comes back as it is.
 */
export async function asOwnLetter(
  ctx: Ctx,
  document: { sha256: string; pages: readonly string[] },
  review: Review,
): Promise<Review> {
  if (!review.letter) return review
  const { reference, date } = review.letter
  const { municipality } = ctx.actor
  const letters = await ctx.tx
    .selectFrom('council.letter_out as letter')
    .select(['letter.id', 'letter.content'])
    .where('letter.municipality', '=', municipality)
    .where('letter.state', '=', 'sent')
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('council.letter_out_file as file')
            .select('file.format')
            .whereRef('file.municipality', '=', 'letter.municipality')
            .whereRef('file.letter_id', '=', 'letter.id')
            .where('file.sha256', '=', document.sha256),
        ),
        ...(reference && date && isIsoDate(date)
          ? [
              eb.and([
                eb(sql<string>`letter.content #>> '{fields,reference}'`, '=', reference),
                eb(sql<string>`letter.content #>> '{fields,date}'`, '=', date),
              ]),
            ]
          : []),
      ]),
    )
    .limit(2)
    .execute()
  const [letter] = letters
  if (!letter || letters.length > 1) return review
  const motions = await motionsOfLetter(ctx, letter.id)
  const standing = await ctx.tx
    .selectFrom('council.motion')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', 'in', motions)
    .where('merged_into', 'is', null)
    .execute()
  // A motion that was merged since is told by the one that stays: nothing is known of it under its own name.
  if (standing.length < motions.length) return review
  return reviewOfLetter(review, document.pages, letter.content, await loadLetterFacts(ctx, motions))
}
