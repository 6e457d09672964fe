import type { Ctx } from '../../ctx.ts'
import { plainSearch } from '../desk-matches.ts'
import type { MotionRef } from '../dossier.ts'
import { mattersWithWords } from '../life/matters-with-words.ts'

/** A request of the council, or a part of one, that a programme may serve. */
export type ServableMatter = { matter: number; text: string; settled: boolean; motion: MotionRef }
export type ServableCommitment = {
  commitment: number
  text: string
  motions: { number: string | null; title: string }[]
}

const motionColumns = [
  'motion.id as motion_id',
  'motion.year',
  'motion.slug',
  'motion.number',
  'motion.title',
  'motion.dated',
  'motion.outcome',
] as const

/**
 * Requests of adopted motions: of one motion, or that have all these words in themselves or their motion; the newest motion first,
 * at most 40.
 */
export async function servableMatters(
  ctx: Ctx,
  input: { motion: number } | { search: string },
): Promise<ServableMatter[]> {
  let query = mattersWithWords(ctx)
    .select(['matter.id', 'matter.state', 'request.text as request_text', 'part.text as part_text'])
    .select(motionColumns)
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
  if ('motion' in input) query = query.where('matter.motion_id', '=', input.motion)
  else {
    for (const like of likesOf(input.search)) {
      query = query.where((eb) =>
        eb.or([
          eb('motion.title', 'ilike', like),
          eb('motion.number', 'ilike', like),
          eb.and([eb('part.id', 'is', null), eb('request.text', 'ilike', like)]),
          eb('part.text', 'ilike', like),
        ]),
      )
    }
  }
  const rows = await query
    .orderBy('motion.dated', (order) => order.desc().nullsLast())
    .orderBy('motion.id', 'desc')
    .orderBy('request.position')
    .orderBy('part.position')
    .limit(40)
    .execute()
  return rows.map((row) => ({
    matter: row.id,
    text: row.part_text ?? row.request_text,
    settled: row.state === 'settled',
    motion: {
      id: row.motion_id,
      year: row.year,
      slug: row.slug,
      number: row.number,
      title: row.title,
      dated: row.dated,
      outcome: row.outcome,
    },
  }))
}

/** Adopted motions with something that is followed, that have all these words in their title or number; newest first, at most 12. */
export async function adoptedMotions(
  ctx: Ctx,
  input: { search: string },
): Promise<(MotionRef & { open: number })[]> {
  let query = mattersWithWords(ctx)
    .select(motionColumns)
    .select((eb) => eb.fn.countAll<number>().filterWhere('matter.state', '<>', 'settled').as('open'))
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
  for (const like of likesOf(input.search)) {
    query = query.where((eb) =>
      eb.or([eb('motion.title', 'ilike', like), eb('motion.number', 'ilike', like)]),
    )
  }
  const rows = await query
    .groupBy([
      'motion.id',
      'motion.year',
      'motion.slug',
      'motion.number',
      'motion.title',
      'motion.dated',
      'motion.outcome',
    ])
    .orderBy('motion.dated', (order) => order.desc().nullsLast())
    .orderBy('motion.id', 'desc')
    .limit(12)
    .execute()
  return rows.map(({ motion_id, open, ...motion }) => ({ id: motion_id, ...motion, open: Number(open) }))
}

/** Commitments that are not kept yet, the newest first, at most 60. */
export async function servableCommitments(ctx: Ctx): Promise<ServableCommitment[]> {
  const rows = await ctx.tx
    .selectFrom('council.commitment')
    .select(['id', 'text'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', 'in', ['open', 'late', 'partly-kept'])
    .orderBy('id', 'desc')
    .limit(60)
    .execute()
  if (rows.length === 0) return []
  const links = await ctx.tx
    .selectFrom('council.commitment_motion as link')
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'link.municipality').onRef('motion.id', '=', 'link.motion_id'),
    )
    .select(['link.commitment_id', 'motion.number', 'motion.title'])
    .where('link.municipality', '=', ctx.actor.municipality)
    .where(
      'link.commitment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('motion.id')
    .execute()
  return rows.map(({ id, text }) => ({
    commitment: id,
    text,
    motions: links
      .filter(({ commitment_id }) => commitment_id === id)
      .map(({ number, title }) => ({ number, title })),
  }))
}

const likesOf = (search: string): string[] =>
  plainSearch(search)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
