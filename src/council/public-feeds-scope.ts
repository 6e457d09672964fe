import { sql } from 'kysely'
import { NotFound } from '../errors.ts'
import { plainSearch } from './desk-matches.ts'
import type { FeedMotion, FeedScope, FeedSubject } from './public-feeds.ts'
import { motionColumns } from './public-parts.ts'
import type { PublicDb } from './public-register.ts'

/** What a feed is about, and how it narrows rows that name a motion; `all` narrows nothing. */
export type Scoped = { municipality: string; subject: FeedSubject; motions: MotionFilter }
type MotionFilter =
  | { kind: 'all' }
  | { kind: 'one'; id: number }
  | { kind: 'listed'; column: 'parties' | 'domains'; value: string }
  /** No row that names a motion: one commitment. */
  | { kind: 'commitment'; id: number }

/** @throws NotFound */
export async function scopeOf(db: PublicDb, municipality: string, scope: FeedScope): Promise<Scoped> {
  const nobody = { motion: null, party: null, commitment: null }
  switch (scope.kind) {
    case 'all':
      return { municipality, subject: nobody, motions: { kind: 'all' } }
    case 'domain':
      return {
        municipality,
        subject: nobody,
        motions: { kind: 'listed', column: 'domains', value: scope.domain },
      }
    case 'party': {
      const party = await db
        .selectFrom('council.party')
        .select(['slug', 'name'])
        .where('municipality', '=', municipality)
        .where('slug', '=', plainSearch(scope.slug))
        .executeTakeFirst()
      if (!party) throw new NotFound()
      return {
        municipality,
        subject: { ...nobody, party: party.name },
        motions: { kind: 'listed', column: 'parties', value: party.slug },
      }
    }
    case 'commitment': {
      const commitment = await db
        .selectFrom('council.commitment')
        .select(['id', 'text'])
        .where('municipality', '=', municipality)
        .where('id', '=', scope.id)
        .executeTakeFirst()
      if (!commitment) throw new NotFound()
      return {
        municipality,
        subject: { ...nobody, commitment: commitment.text },
        motions: { kind: 'commitment', id: commitment.id },
      }
    }
    case 'motion': {
      const motion = await db
        .selectFrom('council.motion')
        .select([...motionColumns, 'kind'])
        .where('municipality', '=', municipality)
        .where('year', '=', scope.year)
        .where('slug', '=', plainSearch(scope.slug))
        .executeTakeFirst()
      if (!motion) throw new NotFound()
      return { municipality, subject: { ...nobody, motion }, motions: { kind: 'one', id: motion.id } }
    }
  }
}

/** A condition on a column that names a motion. */
export function inScope(db: PublicDb, { municipality, motions }: Scoped, column: string) {
  const ref = sql.ref(column)
  switch (motions.kind) {
    case 'all':
      return sql<boolean>`true`
    case 'commitment':
      return sql<boolean>`false`
    case 'one':
      return sql<boolean>`${ref} = ${motions.id}`
    case 'listed':
      return sql<boolean>`${ref} in ${db
        .selectFrom('council.register_entry')
        .select('motion_id')
        .where('municipality', '=', municipality)
        .where(sql<boolean>`${sql.ref(motions.column)} @> array[${motions.value}]::text[]`)}`
  }
}

/** The same on a column that names a commitment, by the motions that it is about. */
export function commitmentInScope(db: PublicDb, scoped: Scoped, column: string) {
  if (scoped.motions.kind === 'all') return sql<boolean>`true`
  if (scoped.motions.kind === 'commitment') return sql<boolean>`${sql.ref(column)} = ${scoped.motions.id}`
  return sql<boolean>`${sql.ref(column)} in ${db
    .selectFrom('council.commitment_motion as link')
    .select('link.commitment_id')
    .where('link.municipality', '=', scoped.municipality)
    .where(inScope(db, scoped, 'link.motion_id'))}`
}

/** Motions as feeds name them, by id; those that are not public are not there. */
export async function feedMotions(
  db: PublicDb,
  municipality: string,
  ids: Iterable<number>,
): Promise<Map<number, FeedMotion>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.motion')
    .select([...motionColumns, 'kind'])
    .where('municipality', '=', municipality)
    .where(sql<boolean>`id = any(${wanted}::int[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The motion of each of these commitments: the first one that it is about, in scope where it can be. */
export async function motionOfCommitments(
  db: PublicDb,
  scoped: Scoped,
  commitments: readonly number[],
): Promise<Map<number, number>> {
  if (commitments.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.commitment_motion as link')
    .select(['link.commitment_id', 'link.motion_id'])
    .where('link.municipality', '=', scoped.municipality)
    .where(sql<boolean>`link.commitment_id = any(${[...new Set(commitments)]}::int[])`)
    .$if(scoped.motions.kind !== 'commitment', (query) => query.where(inScope(db, scoped, 'link.motion_id')))
    .orderBy('link.motion_id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.commitment_id, row.motion_id]))
}
