import { sql } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Denied, Invalid, NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { correctLocked } from '../correct/correct-motion.ts'
import { editableMotion } from '../correct/editable-motion.ts'
import { renewTerms } from '../correct/renew-terms.ts'
import { moveFollows } from '../follow/move-follows.ts'
import { beginFollowing } from '../life/begin-following.ts'
import { roleOf } from '../life/moving.ts'
import { refreshRegister } from '../refresh-register.ts'
import { takeTurn } from '../registration.ts'
import { toJson } from '../save-reading.ts'
import type { Source } from '../tables.ts'
import { closeSet, openSet } from '../take-back/index.ts'
import { copyOf } from './keep-copy.ts'
import { loadAsked } from './load-asked.ts'
import { moveAsked, setAside } from './move-asked.ts'
import { moveClauses, moveLinks, moveRest, moveSubmitters } from './move-rows.ts'
import { type Asked, type PairChoices, planPairs } from './pairing.ts'

/** Of these one value stands; registry numbers all stay with the motion. */
export const mergeFieldNames = ['title', 'number', 'date', 'outcome'] as const
export type MergeField = (typeof mergeFieldNames)[number]

export type MergeMotions = {
  /** The motion that stays. */
  kept: number
  keptVersion: number
  /** The one that turned out to be the same. */
  gone: number
  goneVersion: number
  /** Whose value stands; where none is chosen, that of the motion that stays. */
  fields: Partial<Record<MergeField, 'kept' | 'gone'>>
  pairs: PairChoices
}

/**
 * Merges a motion that was registered twice into the one that stays. Everything that hangs on it moves: documents, letters, claims,
 * commitments, submitters, numbers, requests with their whole course, followers. What both say is there once; a copy of how it was is
 * kept. Where both were being worked on, the clerk says whose course stands; the other stays readable. The merged motion is no longer public,
 * and its address leads to the other. `partMotions` takes it back.
 * @throws Refused `changed-by-other` (a version), `merged-already`, `merge-itself`, `merge-kinds` (a motion and an amendment),
 *   `letter-under-way` (a letter about the one that goes is being written), `followed-already` (it would not be adopted, but its
 *   requests are being followed); Invalid with `PairErrorCode`s; Denied; NotFound
 */
export async function mergeMotions(ctx: Ctx, input: MergeMotions): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk') throw new Denied(`role ${actor.role} does not merge`)
  const { municipality } = actor
  const move = { from: input.gone, to: input.kept }
  if (move.from === move.to) throw new Refused('merge-itself')
  await takeTurn(ctx)
  const { kept, gone } = await hold(ctx, input)
  await checkLetters(ctx, gone.id)
  const asked = await loadAsked(ctx, [kept.id, gone.id])
  const { plan, errors } = planPairs(asked.get(kept.id)!, asked.get(gone.id)!, input.pairs)
  if (errors.length > 0) throw new Invalid('form-invalid', errors)

  const [now, other] = [
    await editableMotion(ctx, { motion: kept.id }),
    await editableMotion(ctx, { motion: gone.id }),
  ]
  const taken = mergeFieldNames.filter((field) => input.fields[field] === 'gone')
  const values = Object.fromEntries(taken.map((field) => [field, other.fields[field]!]))
  checkOutcome({ ...now.fields, ...values }.outcome!, asked.get(gone.id)!)
  const set = await openSet(ctx, 'merge', gone.id)
  const numbers = await identifiersOf(ctx, kept.id)
  const { version } = await correctLocked(ctx, now, { values }, 'desk')

  const sorted = await setAside(ctx, move, plan)
  const before = await copyOf(ctx, gone.id)
  await mark(ctx, kept, gone, taken, version)
  await refreshRegister(ctx, [gone.id])
  await moveSubmitters(ctx, move)
  await moveAsked(ctx, move, plan, sorted)
  await moveClauses(ctx, move)
  const key = await sourceKeyOf(ctx, gone.id)
  await moveLinks(ctx, move)
  await putBack(ctx, numbers)
  await moveRest(
    ctx,
    move,
    sorted.aside.map(({ matter }) => matter),
  )
  await moveFollows(ctx, move)
  await addMerge(ctx, kept.id, gone)
  await beginFollowing(ctx, [kept.id])
  if (now.fields.date !== other.fields.date) await renewTerms(ctx, kept.id, { date: '' })
  await closeSet(ctx)
  await addDetail(ctx, { motion: gone.id, set, key, before, joined: sorted.joined })
  await refreshRegister(ctx, [kept.id])
  await record(
    ctx,
    'motion.merged',
    { motion: String(gone.id), into: String(kept.id), municipality },
    { fields: taken },
  )
}

type Row = {
  id: number
  version: number
  kind: string
  year: number
  slug: string
  number: string | null
  title: string
  merged_into: number | null
  sources: Record<string, Source>
}

/** Both rows, held in the order of their ids, so that two merges of the same pair wait for each other. */
async function hold(ctx: Ctx, input: MergeMotions): Promise<{ kept: Row; gone: Row }> {
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'version', 'kind', 'year', 'slug', 'number', 'title', 'merged_into', 'sources'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', [input.kept, input.gone])
    .orderBy('id')
    .forUpdate()
    .execute()
  const kept = rows.find((row) => row.id === input.kept)
  const gone = rows.find((row) => row.id === input.gone)
  if (!kept || !gone) throw new NotFound()
  if (kept.merged_into !== null || gone.merged_into !== null) throw new Refused('merged-already')
  if (kept.kind !== gone.kind) throw new Refused('merge-kinds')
  if (kept.version !== input.keptVersion || gone.version !== input.goneVersion)
    throw new Refused('changed-by-other')
  // Nobody takes a step with what is followed of them meanwhile.
  await ctx.tx
    .selectFrom('council.matter')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('motion_id', 'in', [kept.id, gone.id])
    .orderBy('id')
    .forUpdate()
    .execute()
  return { kept, gone }
}

/** The text of a letter that is being written names the motion and what it asks; it cannot move by itself. */
async function checkLetters(ctx: Ctx, gone: number): Promise<void> {
  const row = await ctx.tx
    .selectFrom('council.letter_out_motion as link')
    .innerJoin('council.letter_out as letter', (join) =>
      join.onRef('letter.municipality', '=', 'link.municipality').onRef('letter.id', '=', 'link.letter_id'),
    )
    .select('letter.id')
    .where('link.municipality', '=', ctx.actor.municipality)
    .where('link.motion_id', '=', gone)
    .where('letter.state', '<>', 'dropped')
    .where('letter.document_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (row) throw new Refused('letter-under-way')
}

function checkOutcome(outcome: string, gone: readonly Asked[]): void {
  if (outcome === 'adopted' || outcome === 'taken-over') return
  if (gone.some(({ begun, parts }) => begun || parts.some((part) => part.begun)))
    throw new Refused('followed-already')
}

async function identifiersOf(ctx: Ctx, motion: number) {
  return ctx.tx
    .selectFrom('council.motion_identifier')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('motion_id', '=', motion)
    .execute()
}

/** Correcting a number takes the old one away; here it is no mistake, and the motion is still found by it. */
async function putBack(ctx: Ctx, numbers: Awaited<ReturnType<typeof identifiersOf>>): Promise<void> {
  if (numbers.length === 0) return
  await ctx.tx
    .insertInto('council.motion_identifier')
    .values(numbers)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function mark(
  ctx: Ctx,
  kept: Row,
  gone: Row,
  taken: readonly string[],
  version: number,
): Promise<void> {
  const { municipality } = ctx.actor
  const sources = { ...gone.sources, ...kept.sources }
  for (const field of taken) {
    if (gone.sources[field]) sources[field] = gone.sources[field]
    else delete sources[field]
  }
  await sql`
    update council.motion kept
    set version = ${version + 1}, sources = ${toJson(sources)}::jsonb,
      votes_for = coalesce(kept.votes_for, gone.votes_for),
      votes_against = coalesce(kept.votes_against, gone.votes_against),
      closing_formula = coalesce(kept.closing_formula, gone.closing_formula)
    from council.motion gone
    where kept.municipality = ${municipality} and kept.id = ${kept.id}
      and gone.municipality = ${municipality} and gone.id = ${gone.id}`.execute(ctx.tx)
  await ctx.tx
    .updateTable('council.motion')
    .set({ merged_into: kept.id, published_at: null, version: gone.version + 1 })
    .where('municipality', '=', municipality)
    .where('id', '=', gone.id)
    .execute()
}

async function sourceKeyOf(ctx: Ctx, motion: number): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('council.imported_fields')
    .select('source_key')
    .where('municipality', '=', ctx.actor.municipality)
    .where('motion_id', '=', motion)
    .executeTakeFirst()
  return row?.source_key ?? null
}

/** The merge for the course of the motion, and what led to the merged one before leads to the other now. */
async function addMerge(ctx: Ctx, into: number, gone: Row): Promise<void> {
  const { municipality } = ctx.actor
  await ctx.tx
    .updateTable('council.motion_merge')
    .set({ into_id: into })
    .where('municipality', '=', municipality)
    .where('into_id', '=', gone.id)
    .execute()
  await ctx.tx
    .updateTable('council.motion')
    .set({ merged_into: into })
    .where('municipality', '=', municipality)
    .where('merged_into', '=', gone.id)
    .execute()
  await ctx.tx
    .insertInto('council.motion_merge')
    .values({
      municipality,
      motion_id: gone.id,
      into_id: into,
      year: gone.year,
      slug: gone.slug,
      number: gone.number,
      title: gone.title,
      merged_at: ctx.now,
      merged_on: dayOf(ctx.now),
      by_role: roleOf(ctx),
    })
    .execute()
}

type Detail = {
  motion: number
  set: number
  key: string | null
  before: Record<string, unknown[]>
  joined: number[]
}

async function addDetail(ctx: Ctx, { motion, set, key, before, joined }: Detail): Promise<void> {
  const { municipality } = ctx.actor
  const { last } = await ctx.tx
    .selectFrom('council.matter_history')
    .select((eb) => eb.fn.max('id').as('last'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.motion_merge_detail')
    .values({
      municipality,
      motion_id: motion,
      actor_id: who.id,
      actor_name: who.name,
      source_key: key,
      before: toJson(before),
      set_id: set,
      joined,
      last_step: last,
    })
    .execute()
}
