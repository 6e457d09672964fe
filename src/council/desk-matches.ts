import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { isIsoDate } from '../days.ts'
import type { FieldError } from '../errors.ts'
import type { MotionRef } from './dossier.ts'
import { type MatchReason, type MotionMarks, matchMotion } from './match-motion.ts'
import type { Reading } from './read/reading.ts'
import { type Key, type Review, reviewOf } from './review.ts'
import { foldNumber } from './slug.ts'

export type PossibleMatch = {
  motion: MotionRef
  registryNumbers: string[]
  /** 0–1. */
  score: number
  reasons: MatchReason[]
  /** So sure that the first draft chooses it. */
  certain: boolean
}

/** Below this a motion of the register is not even suggested. */
const suggestFrom = 0.3

const likeReasons: readonly MatchReason[] = [
  'registry-number',
  'number-and-date',
  'number',
  'title-and-date',
  'title',
]

/**
 * Motions of the register that have a mark of this one, best first, itself among them when it is there. What was registered twice may
 * contradict itself in the rest: that is no reason to leave it out.
 */
export async function likeMotions(ctx: Ctx, motion: MotionMarks): Promise<PossibleMatch[]> {
  const candidates = await candidatesFor(ctx, motion)
  return candidates
    .map((one) => scored(motion, one, null))
    .filter((match) => match.reasons.some((reason) => likeReasons.includes(reason)))
    .sort(bestFirst)
}

const isLikely = (match: PossibleMatch) => match.score >= suggestFrom
const bestFirst = (a: PossibleMatch, b: PossibleMatch) => b.score - a.score || b.motion.id - a.motion.id

function scored(motion: MotionMarks, candidate: Candidate, letterNumber: string | null): PossibleMatch {
  const { ref, numbers, registryNumbers } = candidate
  const marks = { numbers, registryNumbers, date: ref.dated, title: ref.title }
  return { motion: ref, registryNumbers, ...matchMotion(motion, marks, letterNumber) }
}

/** For each motion of a review, by its key: motions of the register that may be the same, best first, at most five. */
export async function matchesFor(ctx: Ctx, review: Review): Promise<Record<Key, PossibleMatch[]>> {
  const matches: Record<Key, PossibleMatch[]> = {}
  for (const motion of review.motions) {
    const candidates = await candidatesFor(ctx, motion)
    matches[motion.key] = candidates
      .map((candidate) => scored(motion, candidate, review.letter?.registryNumber ?? null))
      .filter(isLikely)
      .sort(bestFirst)
      .slice(0, 5)
  }
  return matches
}

type Matches = Record<Key, PossibleMatch[]>

/** The first draft of a reading: motions of the register are chosen where the match is certain and the only one. */
export async function firstDraft(ctx: Ctx, reading: Reading): Promise<{ review: Review; matches: Matches }> {
  const review = reviewOf(reading)
  const matches = await matchesFor(ctx, review)
  for (const motion of review.motions) {
    const certain = matches[motion.key]!.filter((match) => match.certain)
    if (certain.length === 1) motion.match = { choice: 'existing', motion: certain[0]!.motion.id }
  }
  return { review, matches }
}

export type MotionTargets = { targets: Map<Key, number | 'new'>; errors: FieldError[] }

/**
 * Which motions to write. One that was left undecided is new only when the register has none that may be the same.
 * @param known matches of this review, when the caller has just found them
 */
export async function chooseMotions(ctx: Ctx, review: Review, known?: Matches): Promise<MotionTargets> {
  const targets = new Map<Key, number | 'new'>()
  const errors: FieldError[] = []
  const undecided = review.motions.some((motion) => motion.match.choice === 'undecided')
  const matches = known ?? (undecided ? await matchesFor(ctx, review) : {})
  const chosen = review.motions.flatMap(({ match }) => (match.choice === 'existing' ? [match.motion] : []))
  const stays = await nowOf(ctx, chosen)
  for (const [index, motion] of review.motions.entries()) {
    const field = `/motions/${index}/match`
    if (motion.match.choice === 'existing') {
      const target = stays.get(motion.match.motion)
      if (target !== undefined) targets.set(motion.key, target)
      else errors.push({ field, code: 'motion-unknown' })
    } else if (motion.match.choice === 'undecided' && matches[motion.key]!.length > 0) {
      errors.push({ field, code: 'choice-needed' })
    } else {
      targets.set(motion.key, 'new')
    }
  }
  return { targets, errors }
}

/** Motions of the register found by words or number, for choosing one by hand; at most 20. */
export async function findMotions(ctx: Ctx, input: { search: string }): Promise<MotionRef[]> {
  const search = plainSearch(input.search)
  if (search === '') return []
  const { municipality } = ctx.actor
  const byNumber = await idsByNumber(ctx, [foldNumber(search)])
  const byWords = await ctx.tx
    .selectFrom('council.register_search')
    .select('motion_id')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`words @@ council.search_query(${search})`)
    .orderBy('motion_id', 'desc')
    .limit(20)
    .execute()
  const ids = [...new Set([...byNumber, ...byWords.map((row) => row.motion_id)])].slice(0, 20)
  const found = await motionsByIds(ctx, ids)
  return ids.flatMap((id) => found.find((candidate) => candidate.ref.id === id)?.ref ?? [])
}

/** What PostgreSQL takes as a search: no control characters, not endless. */
export function plainSearch(search: string): string {
  return search
    .toWellFormed()
    .replace(/\p{Cc}|\ufffd/gu, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed()
}

/** Which motion each of these is now: itself, or the one that it was merged into. */
async function nowOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'merged_into'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.merged_into ?? row.id]))
}

type Candidate = { ref: MotionRef; numbers: string[]; registryNumbers: string[] }

async function candidatesFor(ctx: Ctx, motion: MotionMarks): Promise<Candidate[]> {
  const { municipality } = ctx.actor
  const numbers = [motion.number, motion.registryNumber].flatMap((printed) => {
    const folded = printed ? foldNumber(printed) : ''
    return folded === '' ? [] : [folded]
  })
  const ids = new Set(await idsByNumber(ctx, numbers))
  if (motion.date && isIsoDate(motion.date)) {
    const sameDay = await ctx.tx
      .selectFrom('council.motion')
      .select('id')
      .where('municipality', '=', municipality)
      .where('dated', '=', motion.date)
      .limit(300)
      .execute()
    for (const { id } of sameDay) ids.add(id)
  }
  const words = plainSearch(motion.title ?? '').replace(/["-]|\bor\b/gi, ' ')
  if (words.trim() !== '') {
    const alike = await ctx.tx
      .selectFrom('council.register_search')
      .select('motion_id')
      .where('municipality', '=', municipality)
      .where(sql<boolean>`words @@ council.search_query(${words})`)
      .orderBy('motion_id', 'desc')
      .limit(50)
      .execute()
    for (const { motion_id } of alike) ids.add(motion_id)
  }
  return motionsByIds(ctx, [...ids])
}

/** A short number such as "1" belongs to many motions: only the newest hundred are looked at. */
async function idsByNumber(ctx: Ctx, folded: readonly string[]): Promise<number[]> {
  const values = folded.filter((value) => value !== '')
  if (values.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.motion_identifier')
    .select('motion_id')
    .distinct()
    .where('municipality', '=', ctx.actor.municipality)
    .where('kind', 'in', ['number', 'registry'])
    .where('value', 'in', values)
    .orderBy('motion_id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => row.motion_id)
}

async function motionsByIds(ctx: Ctx, ids: readonly number[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const { municipality } = ctx.actor
  const [motions, identifiers] = [
    await ctx.tx
      .selectFrom('council.motion')
      .select(['id', 'year', 'slug', 'number', 'title', 'dated', 'outcome'])
      .where('municipality', '=', municipality)
      .where('id', 'in', [...ids])
      .where('merged_into', 'is', null)
      .execute(),
    await ctx.tx
      .selectFrom('council.motion_identifier')
      .select(['motion_id', 'kind', 'printed'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', [...ids])
      .execute(),
  ]
  return motions.map((ref) => {
    const own = identifiers.filter((row) => row.motion_id === ref.id)
    return {
      ref,
      numbers: own.filter((row) => row.kind === 'number').map((row) => row.printed),
      registryNumbers: own.filter((row) => row.kind === 'registry').map((row) => row.printed),
    }
  })
}
