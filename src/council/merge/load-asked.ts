import type { Ctx } from '../../ctx.ts'
import type { Asked } from './pairing.ts'

/** What each of these motions asks, in the order of their papers, and of what something was begun. */
export async function loadAsked(ctx: Ctx, motions: readonly number[]): Promise<Map<number, Asked[]>> {
  const { municipality } = ctx.actor
  const requests = await ctx.tx
    .selectFrom('council.request')
    .select(['id', 'motion_id', 'text'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [...motions])
    .orderBy('position')
    .execute()
  const parts = await ctx.tx
    .selectFrom('council.request_part')
    .select(['id', 'request_id', 'text'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [...motions])
    .orderBy('position')
    .execute()
  const begun = await ctx.tx
    .selectFrom('council.matter as matter')
    .select(['matter.request_id', 'matter.part_id'])
    .where('matter.municipality', '=', municipality)
    .where('matter.motion_id', 'in', [...motions])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('council.matter_history as history')
          .select('history.id')
          .whereRef('history.municipality', '=', 'matter.municipality')
          .whereRef('history.matter_id', '=', 'matter.id')
          .where('history.step', '<>', 'register'),
      ),
    )
    .execute()
  const hasBegun = (request: number, part: number | null) =>
    begun.some((row) => row.request_id === request && row.part_id === part)
  const found = new Map<number, Asked[]>(motions.map((id) => [id, []]))
  for (const { id, motion_id, text } of requests) {
    found.get(motion_id)!.push({
      id,
      text,
      begun: hasBegun(id, null),
      parts: parts
        .filter((part) => part.request_id === id)
        .map((part) => ({ id: part.id, text: part.text, begun: hasBegun(id, part.id) })),
    })
  }
  return found
}
