import type { Ctx } from '../../ctx.ts'
import { plainSearch } from '../desk-matches.ts'
import { readerOf } from '../life/desk-reader.ts'
import type { PublicDb } from '../public-register.ts'
import type { IsoDate } from '../read/reading.ts'

/** The address of the motion that this address leads to since two were merged; null when it never was another. */
export async function mergedInto(
  db: PublicDb,
  input: { municipality: string; year: number; slug: string },
): Promise<{ id: number; year: number; slug: string } | null> {
  const row = await db
    .selectFrom('council.motion_merge as merge')
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'merge.municipality').onRef('motion.id', '=', 'merge.into_id'),
    )
    .select(['motion.id', 'motion.year', 'motion.slug'])
    .where('merge.municipality', '=', input.municipality)
    .where('merge.year', '=', input.year)
    .where('merge.slug', '=', plainSearch(input.slug))
    .executeTakeFirst()
  return row ?? null
}

/** The same for whoever works at a desk. */
export const mergedIntoAtDesk = (ctx: Ctx, input: { year: number; slug: string }) =>
  mergedInto(readerOf(ctx), { municipality: ctx.actor.municipality, ...input })

export type MergedMotion = { on: IsoDate; number: string | null; title: string }

/** The motions that turned out to be this one, oldest merge first. */
export async function mergesOf(db: PublicDb, municipality: string, motion: number): Promise<MergedMotion[]> {
  return db
    .selectFrom('council.motion_merge')
    .select(['merged_on as on', 'number', 'title'])
    .where('municipality', '=', municipality)
    .where('into_id', '=', motion)
    .orderBy('merged_at')
    .orderBy('motion_id')
    .execute()
}
