import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'

/** Who saved a version of a draft, by the name of that day. @throws NotFound */
export async function draftAuthor(ctx: Ctx, input: { document: number; version: number }): Promise<string> {
  const draft = await ctx.tx
    .selectFrom('council.document_draft')
    .select('saved_by_name')
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', input.document)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (!draft) throw new NotFound()
  return draft.saved_by_name
}

/** The motions of the register that a registered document is about, in the order in which they were made. */
export async function motionsOfDocument(
  ctx: Ctx,
  input: { document: number },
): Promise<{ id: number; year: number; slug: string; number: string | null; title: string }[]> {
  return ctx.tx
    .selectFrom('council.document_motion as link')
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'link.municipality').onRef('motion.id', '=', 'link.motion_id'),
    )
    .select(['motion.id', 'motion.year', 'motion.slug', 'motion.number', 'motion.title'])
    .where('link.municipality', '=', ctx.actor.municipality)
    .where('link.document_id', '=', input.document)
    .orderBy('motion.id')
    .execute()
}
