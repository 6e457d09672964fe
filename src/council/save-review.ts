import type { Ctx } from '../ctx.ts'
import type { Review } from './review.ts'

/**
 * Saves the clerk's draft as a new version.
 * @throws Refused `changed-by-other` when `version` is not the newest; then `mergeReviews(draftAt(version), mine, newest)` helps
 * @throws Refused `already-registered`, `not-readable-yet`; NotFound
 */
export async function saveReview(
  _ctx: Ctx,
  _input: { document: number; version: number; review: Review },
): Promise<{ version: number; savedAt: Date }> {
  throw new Error('not built')
}
