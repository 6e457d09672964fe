import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'

/**
 * Removes a document that came in by mistake, with its drafts and its original. What is registered stays.
 * @throws Refused `already-registered`; NotFound
 */
export async function removeDocument(ctx: Ctx, input: { document: number }): Promise<void> {
  const { municipality } = ctx.actor
  const found = await ctx.tx
    .selectFrom('council.document')
    .select(['state', 'sha256'])
    .where('municipality', '=', municipality)
    .where('id', '=', input.document)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.state === 'registered') throw new Refused('already-registered')
  await ctx.tx
    .deleteFrom('council.document_draft')
    .where('municipality', '=', municipality)
    .where('document_id', '=', input.document)
    .execute()
  await ctx.tx
    .deleteFrom('council.document')
    .where('municipality', '=', municipality)
    .where('id', '=', input.document)
    .execute()
  await ctx.tx
    .deleteFrom('council.original')
    .where('municipality', '=', municipality)
    .where('sha256', '=', found.sha256)
    .execute()
  await record(ctx, 'document.removed', { document: String(input.document), original: found.sha256 })
}
