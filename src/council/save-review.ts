import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { byWhom } from './by-whom.ts'
import type { Review } from './review.ts'
import { toJson } from './save-reading.ts'
import type { DocumentTable } from './tables.ts'

/**
 * Saves the clerk's draft as a new version; older ones are kept.
 * @throws Refused `changed-by-other` when `version` is not the newest; then `mergeReviews(draftAt(version), mine, newest)` helps
 * @throws Refused `already-registered`, `not-readable-yet`; NotFound
 */
export async function saveReview(
  ctx: Ctx,
  input: { document: number; version: number; review: Review },
): Promise<{ version: number; savedAt: Date }> {
  await lockForReview(ctx, input)
  const version = input.version + 1
  const review = toJson(input.review)
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.document_draft')
    .values({
      municipality: ctx.actor.municipality,
      document_id: input.document,
      version,
      review,
      saved_by: who.id,
      saved_by_name: who.name,
      saved_at: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('council.document')
    .set({
      review,
      review_version: version,
      reviewed_by: who.id,
      reviewed_by_name: who.name,
      reviewed_at: ctx.now,
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.document)
    .execute()
  await record(ctx, 'review.saved', { document: String(input.document), version: String(version) })
  return { version, savedAt: ctx.now }
}

export type LockedDocument = Pick<
  import('kysely').Selectable<DocumentTable>,
  'state' | 'reading' | 'review' | 'pages' | 'sha256'
>

/** Holds a document that can be reviewed, at the version that the caller saw. */
export async function lockForReview(
  ctx: Ctx,
  input: { document: number; version: number },
): Promise<LockedDocument> {
  const found = await ctx.tx
    .selectFrom('council.document')
    .select(['state', 'reading', 'review', 'pages', 'sha256', 'review_version'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.document)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.state === 'registered') throw new Refused('already-registered')
  if (found.state !== 'read') throw new Refused('not-readable-yet')
  if (found.review_version !== input.version) throw new Refused('changed-by-other')
  return found
}
