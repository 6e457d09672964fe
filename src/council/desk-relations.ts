import type { Ctx } from '../ctx.ts'
import { findMotions, plainSearch } from './desk-matches.ts'
import type { MotionRef } from './dossier.ts'
import type { CommitmentState } from './life/index.ts'
import type { IsoDate } from './read/reading.ts'

/** A commitment that another may repeat, amend or replace. */
export type RelatableCommitment = { id: number; text: string; madeOn: IsoDate; state: CommitmentState }

/**
 * What a commitment may be related to: the others of its motions, newest first, and what a search finds (commitments with all these
 * words, motions that were withdrawn); at most 20 of each.
 */
export async function relatables(
  ctx: Ctx,
  input: { commitment: number; search?: string },
): Promise<{ near: RelatableCommitment[]; found: RelatableCommitment[]; motions: MotionRef[] }> {
  const { municipality } = ctx.actor
  const words = plainSearch(input.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
  const all = ctx.tx
    .selectFrom('council.commitment as commitment')
    .select(['commitment.id', 'commitment.text', 'commitment.made_on as madeOn', 'commitment.state'])
    .where('commitment.municipality', '=', municipality)
    .where('commitment.id', '<>', input.commitment)
    .orderBy('commitment.made_on', 'desc')
    .orderBy('commitment.id', 'desc')
    .limit(20)
  const near = await all
    .where('commitment.id', 'in', (eb) =>
      eb
        .selectFrom('council.commitment_motion as other')
        .innerJoin('council.commitment_motion as own', (join) =>
          join
            .onRef('own.municipality', '=', 'other.municipality')
            .onRef('own.motion_id', '=', 'other.motion_id'),
        )
        .select('other.commitment_id')
        .where('own.municipality', '=', municipality)
        .where('own.commitment_id', '=', input.commitment),
    )
    .execute()
  if (words.length === 0) return { near, found: [], motions: [] }
  let search = all
  for (const word of words) {
    search = search.where('commitment.text', 'ilike', `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  }
  const found = await search.execute()
  const motions = await findMotions(ctx, { search: words.join(' ') })
  return {
    near,
    found: found.filter((one) => !near.some((other) => other.id === one.id)),
    motions: motions.filter((motion) => motion.outcome === 'withdrawn'),
  }
}
