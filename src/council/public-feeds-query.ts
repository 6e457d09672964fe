import { milestoneEvents } from './programme/feed-milestones.ts'
import type { FeedEvent, FeedScope, ToldCommitmentStep, ToldMatterStep } from './public-feeds.ts'
import { type Feed, toldCommitmentSteps, toldMatterSteps } from './public-feeds.ts'
import {
  commitmentInScope,
  feedMotions,
  inScope,
  motionOfCommitments,
  type Scoped,
  scopeOf,
} from './public-feeds-scope.ts'
import type { PublicDb } from './public-register.ts'

/** Most events of one feed. */
const limit = 100

/** What was entered last within a scope, newest first. Public, redacted facts; names nobody. @throws NotFound */
export async function feedOf(db: PublicDb, input: { municipality: string; scope: FeedScope }): Promise<Feed> {
  const scoped = await scopeOf(db, input.municipality, input.scope)
  const found = (
    await Promise.all([
      newMotions(db, scoped),
      newLetters(db, scoped),
      matterEvents(db, scoped),
      commitmentEvents(db, scoped),
      milestoneEvents(db, scoped, limit),
    ])
  ).flat()
  const events = found
    .sort((a, b) => b.updated.getTime() - a.updated.getTime() || b.id.localeCompare(a.id))
    .slice(0, limit)
  const motions = await feedMotions(
    db,
    input.municipality,
    events.flatMap(({ motionId }) => motionId ?? []),
  )
  return {
    subject: scoped.subject,
    events: events.map(({ motionId, ...event }) => ({
      ...event,
      motion: (motionId !== null && motions.get(motionId)) || null,
    })),
  }
}

type Found = Omit<FeedEvent, 'motion'> & { motionId: number | null }
const once = (at: Date) => ({ published: at, updated: at, undone: false })

async function newMotions(db: PublicDb, scoped: Scoped): Promise<Found[]> {
  const rows = await db
    .selectFrom('council.motion as motion')
    .select(['motion.id', 'motion.dated', 'motion.published_at'])
    .where('motion.municipality', '=', scoped.municipality)
    .where(inScope(db, scoped, 'motion.id'))
    .orderBy('motion.id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, dated, published_at }) =>
    published_at === null
      ? []
      : { id: `motion/${id}`, ...once(published_at), on: dated, motionId: id, fact: { kind: 'motion' } },
  )
}

async function newLetters(db: PublicDb, scoped: Scoped): Promise<Found[]> {
  const rows = await db
    .selectFrom('council.letter as letter')
    .innerJoin('council.letter_motion as link', (join) =>
      join.onRef('link.municipality', '=', 'letter.municipality').onRef('link.letter_id', '=', 'letter.id'),
    )
    .innerJoin('council.published_document as document', (join) =>
      join
        .onRef('document.municipality', '=', 'letter.municipality')
        .onRef('document.document_id', '=', 'letter.document_id'),
    )
    .select([
      'letter.id',
      'letter.dated',
      'letter.subject',
      'letter.published_at',
      'link.motion_id',
      'document.year',
      'document.slug',
    ])
    .where('letter.municipality', '=', scoped.municipality)
    .where('link.role', '=', 'answers')
    .where(inScope(db, scoped, 'link.motion_id'))
    .orderBy('letter.id', 'desc')
    .orderBy('link.motion_id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, dated, subject, published_at, motion_id, year, slug }) =>
    published_at === null
      ? []
      : {
          id: `letter/${id}/${motion_id}`,
          ...once(published_at),
          on: dated,
          motionId: motion_id,
          fact: { kind: 'letter', subject, document: { year, slug } },
        },
  )
}

/** Ids of steps to tell: the newest, and older ones that were taken back lately. */
const told = (rows: readonly { id: number; undoes: number | null }[]) => [
  ...new Set(rows.map(({ id, undoes }) => undoes ?? id)),
]

async function matterEvents(db: PublicDb, scoped: Scoped): Promise<Found[]> {
  const { municipality } = scoped
  const newest = await db
    .selectFrom('council.matter_history as history')
    .select(['history.id', 'history.undoes'])
    .where('history.municipality', '=', municipality)
    .where('history.step', 'in', [...toldMatterSteps, 'undo'])
    .where(inScope(db, scoped, 'history.motion_id'))
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  if (newest.length === 0) return []
  const rows = await db
    .selectFrom('council.matter_history as history')
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'history.municipality')
        .onRef('matter.id', '=', 'history.matter_id'),
    )
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .leftJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'history.municipality')
        .onRef('proposal.matter_id', '=', 'history.matter_id')
        .onRef('proposal.history_id', '=', 'history.id'),
    )
    .leftJoin('council.settlement_objection as objection', (join) =>
      join
        .onRef('objection.municipality', '=', 'history.municipality')
        .onRef('objection.history_id', '=', 'history.id'),
    )
    .leftJoin('council.matter_history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'history.municipality').onRef('undo.undoes', '=', 'history.id'),
    )
    .select((eb) => [
      'history.id',
      'history.motion_id',
      'history.step',
      'history.outcome',
      'history.cause',
      'history.moved_at',
      'history.moved_on',
      'undo.moved_at as undone_at',
      eb.fn.coalesce('part.text', 'request.text').as('text'),
      eb.fn.coalesce('history.reason', 'proposal.explanation', 'objection.reason').as('reason'),
      eb.fn.coalesce('history.outcome', 'proposal.outcome').as('result'),
    ])
    .where('history.municipality', '=', municipality)
    .where('history.id', 'in', told(newest))
    .where('history.step', 'in', toldMatterSteps)
    .where('matter.aside_for', 'is', null)
    .execute()
  return rows.map((row) => ({
    id: `matter-step/${row.id}`,
    published: row.moved_at,
    updated: row.undone_at ?? row.moved_at,
    undone: row.undone_at !== null,
    on: row.moved_on,
    motionId: row.motion_id,
    fact: {
      kind: 'matter',
      step: row.step as ToldMatterStep,
      text: row.text,
      outcome: row.result,
      cause: row.cause,
      reason: row.reason,
    },
  }))
}

async function commitmentEvents(db: PublicDb, scoped: Scoped): Promise<Found[]> {
  const { municipality } = scoped
  const newest = await db
    .selectFrom('council.commitment_history as history')
    .select(['history.id', 'history.undoes'])
    .where('history.municipality', '=', municipality)
    .where('history.step', 'in', [...toldCommitmentSteps, 'undo'])
    .where(commitmentInScope(db, scoped, 'history.commitment_id'))
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  if (newest.length === 0) return []
  const rows = await db
    .selectFrom('council.commitment_history as history')
    .innerJoin('council.commitment as commitment', (join) =>
      join
        .onRef('commitment.municipality', '=', 'history.municipality')
        .onRef('commitment.id', '=', 'history.commitment_id'),
    )
    .leftJoin('council.commitment_extension as extension', (join) =>
      join
        .onRef('extension.municipality', '=', 'history.municipality')
        .onRef('extension.history_id', '=', 'history.id'),
    )
    .leftJoin('council.commitment_history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'history.municipality').onRef('undo.undoes', '=', 'history.id'),
    )
    .select((eb) => [
      'history.id',
      'history.commitment_id',
      'history.step',
      'history.moved_at',
      'history.moved_on',
      'commitment.text',
      'extension.new_day',
      'undo.moved_at as undone_at',
      eb.fn.coalesce('history.reason', 'extension.reason').as('reason'),
    ])
    .where('history.municipality', '=', municipality)
    .where('history.id', 'in', told(newest))
    .where('history.step', 'in', toldCommitmentSteps)
    .execute()
  const motions = await motionOfCommitments(
    db,
    scoped,
    rows.map((row) => row.commitment_id),
  )
  return rows.map((row) => ({
    id: `commitment-step/${row.id}`,
    published: row.moved_at,
    updated: row.undone_at ?? row.moved_at,
    undone: row.undone_at !== null,
    on: row.moved_on,
    motionId: motions.get(row.commitment_id) ?? null,
    fact: {
      kind: 'commitment',
      commitment: row.commitment_id,
      step: row.step as ToldCommitmentStep,
      text: row.text,
      reason: row.reason,
      newDay: row.new_day,
    },
  }))
}
