import { sql } from 'kysely'
import type { FeedEvent } from '../public-feeds.ts'
import { commitmentInScope, inScope, type Scoped } from '../public-feeds-scope.ts'
import type { PublicDb } from '../public-register.ts'

/** Milestones that actions reached for what a feed is about, newest first, each once; by the motion that it was reached for. */
export async function milestoneEvents(
  db: PublicDb,
  scoped: Scoped,
  limit: number,
): Promise<(Omit<FeedEvent, 'motion'> & { motionId: number | null })[]> {
  const { municipality } = scoped
  const forCommitment = db
    .selectFrom('programme.served as served')
    .leftJoin('council.commitment_motion as link', (join) =>
      join
        .onRef('link.municipality', '=', 'served.municipality')
        .onRef('link.commitment_id', '=', 'served.commitment_id'),
    )
    .select(['served.action_id', 'link.motion_id'])
    .where('served.municipality', '=', municipality)
    .where('served.removed', '=', false)
    .where('served.commitment_id', 'is not', null)
    .where(commitmentInScope(db, scoped, 'served.commitment_id'))
  const served = db
    .selectFrom('programme.served as served')
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'served.municipality')
        .onRef('matter.id', '=', 'served.matter_id'),
    )
    .select(['served.action_id', sql<number | null>`matter.motion_id`.as('motion_id')])
    .where('served.municipality', '=', municipality)
    .where('served.removed', '=', false)
    .where(inScope(db, scoped, 'matter.motion_id'))
    .unionAll(forCommitment)
  const rows = await db
    .with('serving', () => served)
    .selectFrom('programme.history as history')
    .innerJoin('programme.milestone as milestone', (join) =>
      join
        .onRef('milestone.municipality', '=', 'history.municipality')
        .onRef('milestone.id', '=', 'history.subject_id'),
    )
    .innerJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'history.municipality')
        .onRef('action.id', '=', 'history.action_id'),
    )
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'history.municipality')
        .onRef('programme.id', '=', 'history.programme_id')
        .on('programme.adopted_on', 'is not', null),
    )
    .innerJoin('serving', 'serving.action_id', 'history.action_id')
    .leftJoin('programme.history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'history.municipality').onRef('undo.undoes', '=', 'history.id'),
    )
    .select([
      'history.id',
      'history.moved_at',
      'history.moved_on',
      'undo.moved_at as undone_at',
      'milestone.title',
      'action.id as action',
      'action.number',
      'action.title as action_title',
      'programme.slug',
      sql<number | null>`min(serving.motion_id)`.as('motion'),
    ])
    .where('history.municipality', '=', municipality)
    .where('history.subject', '=', 'milestone')
    .where('history.step', '=', 'reach')
    .groupBy([
      'history.id',
      'history.moved_at',
      'history.moved_on',
      'undo.moved_at',
      'milestone.title',
      'action.id',
      'action.number',
      'action.title',
      'programme.slug',
    ])
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: `milestone-step/${row.id}`,
    published: row.moved_at,
    updated: row.undone_at ?? row.moved_at,
    undone: row.undone_at !== null,
    on: row.moved_on,
    motionId: row.motion,
    fact: {
      kind: 'milestone',
      text: row.title,
      action: { id: row.action, number: row.number, title: row.action_title },
      programme: row.slug,
    },
  }))
}
