import { isDeepStrictEqual } from 'node:util'
import {
  type DeskDocument,
  deskDocument,
  draftAt,
  indexPointer,
  keyedPointer,
  type MergeConflict,
  mergeReviews,
  type Review,
  saveReview,
} from '../../council/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import { applyPosted, type PostedReview, type ReviewFieldError, takeOther } from './review-form.ts'

/** Two versions with a common ancestor, as the address of the page names them: `?basis=4&ander=6`. */
export type Beside = { base: number; other: number }
export type KeptReview = {
  version: number
  savedAt: Date | null
  errors: ReviewFieldError[]
  about: string | null
  gone: boolean
  /** Another clerk saved in the meantime: what to lay beside the merged draft. */
  merged: Beside | null
}

/**
 * Keeps what was posted as a new draft, merged with what another clerk saved in the meantime. A button about one difference
 * (`take:/letter/date`) takes the other clerk's value from `beside`.
 * @throws Refused `already-registered`, `not-readable-yet`; NotFound
 */
export async function keepReview(
  ctx: Ctx,
  input: { document: number; posted: PostedReview; beside: Beside | null },
): Promise<KeptReview> {
  const { document, posted, beside } = input
  const current = await deskDocument(ctx, { document })
  if (current.state === 'registered') throw new Refused('already-registered')
  if (!current.review) throw new Refused('not-readable-yet')
  const fresh = posted.version === current.version
  const base = fresh ? current.review : await draftAt(ctx, { document, version: posted.version })
  const applied = applyPosted(base, posted, current.pages)
  let mine = applied.review
  if (posted.action.verb === 'take' && beside) {
    mine = takeOther(mine, await besides(ctx, document, mine, beside), posted.action.about)
  }
  const review = fresh ? mine : mergeReviews(base, mine, current.review).review
  const kept = {
    errors: applied.errors,
    about: applied.about,
    gone: applied.gone,
    merged: fresh ? null : { base: posted.version, other: current.version },
  }
  if (isDeepStrictEqual(review, current.review)) {
    return { ...kept, version: current.version, savedAt: current.reviewedAt }
  }
  return { ...kept, ...(await saveReview(ctx, { document, version: current.version, review })) }
}

/** Where the other clerk's version differs from this draft although both started from the same one; pointers into `mine`. */
export async function besides(
  ctx: Ctx,
  document: number,
  mine: Review,
  beside: Beside,
): Promise<MergeConflict[]> {
  const [base, theirs] = [
    await draftAt(ctx, { document, version: beside.base }),
    await draftAt(ctx, { document, version: beside.other }),
  ]
  const { review, conflicts } = mergeReviews(base, mine, theirs)
  return conflicts.flatMap(({ pointer, theirs: value }) => {
    const here = indexPointer(mine, keyedPointer(review, pointer))
    return here === null ? [] : [{ pointer: here, theirs: value }]
  })
}

/** A document that can be reviewed. */
export type Reviewable = DeskDocument & { review: Review }
