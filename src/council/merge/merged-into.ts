import type { Ctx } from '../../ctx.ts'
import { plainSearch } from '../desk-matches.ts'
import { readerOf } from '../life/desk-reader.ts'
import type { DossierMatter } from '../life/facts.ts'
import { loadMatters } from '../life/load-matters.ts'
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

export type MergedMotion = { id: number; on: IsoDate; number: string | null; title: string }

/** The motions that turned out to be this one, oldest merge first. */
export async function mergesOf(db: PublicDb, municipality: string, motion: number): Promise<MergedMotion[]> {
  return db
    .selectFrom('council.motion_merge')
    .select(['motion_id as id', 'merged_on as on', 'number', 'title'])
    .where('municipality', '=', municipality)
    .where('into_id', '=', motion)
    .orderBy('merged_at')
    .orderBy('motion_id')
    .execute()
}

/** A merge that was taken back. */
export type Parting = {
  mergedOn: IsoDate
  on: IsoDate
  reason: string
  /** Whether this motion is the one that had stayed. */
  stayed: boolean
  /** The other motion, when it is public. */
  other: { year: number; slug: string; number: string | null; title: string } | null
}

/** The merges of this motion that were taken back, oldest first. */
export async function partingsOf(db: PublicDb, municipality: string, motion: number): Promise<Parting[]> {
  const rows = await db
    .selectFrom('council.motion_parting as parting')
    .leftJoin('council.motion as other', (join) =>
      join
        .onRef('other.municipality', '=', 'parting.municipality')
        .on((eb) =>
          eb.or([
            eb.and([eb('parting.motion_id', '=', motion), eb('other.id', '=', eb.ref('parting.into_id'))]),
            eb.and([eb('parting.into_id', '=', motion), eb('other.id', '=', eb.ref('parting.motion_id'))]),
          ]),
        ),
    )
    .select([
      'parting.merged_on',
      'parting.parted_on',
      'parting.reason',
      'parting.into_id',
      'other.year',
      'other.slug',
      'other.number',
      'other.title',
    ])
    .where('parting.municipality', '=', municipality)
    .where((eb) => eb.or([eb('parting.motion_id', '=', motion), eb('parting.into_id', '=', motion)]))
    .orderBy('parting.id')
    .execute()
  return rows.map((row) => ({
    mergedOn: row.merged_on,
    on: row.parted_on,
    reason: row.reason,
    stayed: row.into_id === motion,
    other:
      row.year === null || row.slug === null || row.title === null
        ? null
        : { year: row.year, slug: row.slug, number: row.number, title: row.title },
  }))
}

/** A course that no longer counts since two motions were merged and both were being worked on. */
export type SetAside = {
  /** The matter whose course stands. */
  standing: number
  /** The day of the merge. */
  on: IsoDate
  matter: DossierMatter
}

/** The courses that were set aside when motions were merged into this one. */
export async function setAsideOf(db: PublicDb, municipality: string, motion: number): Promise<SetAside[]> {
  const rows = await db
    .selectFrom('council.motion_merge as merge')
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'merge.municipality')
        .onRef('matter.motion_id', '=', 'merge.motion_id'),
    )
    .select(['matter.id', 'matter.aside_for', 'merge.merged_on', 'merge.motion_id'])
    .where('merge.municipality', '=', municipality)
    .where('merge.into_id', '=', motion)
    .where('matter.aside_for', 'is not', null)
    .orderBy('merge.merged_at')
    .orderBy('matter.id')
    .execute()
  const found: SetAside[] = []
  for (const merged of new Set(rows.map((row) => row.motion_id))) {
    const matters = new Map((await loadMatters(db, municipality, merged)).map((one) => [one.id, one]))
    for (const row of rows.filter(({ motion_id }) => motion_id === merged)) {
      const matter = matters.get(row.id)
      if (matter) found.push({ standing: row.aside_for!, on: row.merged_on, matter })
    }
  }
  return found
}
