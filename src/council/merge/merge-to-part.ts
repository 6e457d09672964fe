import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { findMerge, type PartingBlock, partingBlocks, tracesOf } from './parting-blocks.ts'

export type MergeToPart = {
  kept: { id: number; version: number; year: number; slug: string; number: string | null; title: string }
  /** As it was when it was merged. */
  gone: { id: number; year: number; slug: string; number: string | null; title: string }
  on: IsoDate
  by: string
  blocks: PartingBlock[]
  /** Documents that were registered with the motion since; they stay with it. */
  documents: number
}

/** A merge that the clerk may take back, with what is in the way. @throws NotFound */
export async function mergeToPart(
  ctx: Ctx,
  input: { year: number; slug: string; motion: number },
): Promise<MergeToPart> {
  const { municipality } = ctx.actor
  const merge = await findMerge(ctx, input.motion)
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'version', 'year', 'slug', 'number', 'title'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [merge.into, merge.motion])
    .execute()
  const kept = rows.find(({ id }) => id === merge.into)
  const gone = rows.find(({ id }) => id === merge.motion)
  if (!kept || !gone || kept.year !== input.year || kept.slug !== input.slug) throw new NotFound()
  const traces = merge.set === null ? null : await tracesOf(ctx, merge.set)
  const { documents } = await ctx.tx
    .selectFrom('council.document_motion as link')
    .innerJoin('council.document as document', (join) =>
      join
        .onRef('document.municipality', '=', 'link.municipality')
        .onRef('document.id', '=', 'link.document_id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('documents'))
    .where('link.municipality', '=', municipality)
    .where('link.motion_id', '=', merge.into)
    .where('document.registered_at', '>', merge.at)
    .executeTakeFirstOrThrow()
  const { version: _, ...named } = gone
  return {
    kept,
    gone: named,
    on: merge.on,
    by: merge.by,
    blocks: await partingBlocks(ctx, merge, traces),
    documents: Number(documents),
  }
}
