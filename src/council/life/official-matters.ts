import type { Ctx } from '../../ctx.ts'
import { type ListedMatter, listMatters } from './desk-lists.ts'

/** The matters that are assigned to whoever acts, in the order of motions and texts. */
export async function officialMatters(ctx: Ctx): Promise<ListedMatter[]> {
  const { actor } = ctx
  if (actor.kind !== 'person') return []
  const rows = await ctx.tx
    .selectFrom('council.matter_official as official')
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'official.municipality')
        .onRef('matter.id', '=', 'official.matter_id'),
    )
    .select(['matter.id', 'matter.motion_id'])
    .where('official.municipality', '=', actor.municipality)
    .where('official.account_id', '=', actor.personId)
    .execute()
  const ids = new Set(rows.map((row) => row.id))
  const matters = await listMatters(ctx, { motions: [...new Set(rows.map((row) => row.motion_id))] })
  return matters.filter((matter) => ids.has(matter.id))
}
