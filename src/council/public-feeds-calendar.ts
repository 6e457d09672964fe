import { sql } from 'kysely'
import { addDays } from '../days.ts'
import type { Calendar, CalendarDay, CalendarKind, FeedScope } from './public-feeds.ts'
import { cancelledBy } from './public-feeds.ts'
import {
  commitmentInScope,
  feedMotions,
  inScope,
  motionOfCommitments,
  type Scoped,
  scopeOf,
} from './public-feeds-scope.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

/** Most days of one kind in a calendar, and how long past days stay in one that is not of a single motion. */
const mostDays = 2000
const pastDays = 366

/**
 * Days that count within a scope: terms of matters, and of commitments the day of the letter, of an extension, or our check date. Days
 * that no document gives are not there. Days to come stand first, the nearest first; then past ones, the latest first. `most`: of one kind;
 * where there are more, days to come stay before past ones. @throws NotFound
 */
export async function calendarOf(
  db: PublicDb,
  input: { municipality: string; scope: FeedScope; today: IsoDate; most?: number },
): Promise<Calendar> {
  const { today, most = mostDays } = input
  const scoped = await scopeOf(db, input.municipality, input.scope)
  const past = input.scope.kind === 'motion' ? null : addDays(today, -pastDays)
  const of = (page: Page) =>
    comingFirst(most, (when, most) =>
      page(db, scoped, when === 'coming' ? { from: today, most } : { from: past, before: today, most }),
    )
  const found = (await Promise.all([of(matterDays), of(commitmentDays)])).flat()
  const motions = await feedMotions(
    db,
    input.municipality,
    found.flatMap(({ motionId }) => motionId ?? []),
  )
  return {
    subject: scoped.subject,
    days: found
      .map(({ motionId, ...day }) => ({
        ...day,
        motion: (motionId !== null && motions.get(motionId)) || null,
      }))
      .sort((a, b) => nearest(a.on, b.on, today) || a.id.localeCompare(b.id)),
  }
}

const nearest = (a: IsoDate, b: IsoDate, today: IsoDate) =>
  a >= today === b >= today ? (a >= today ? a.localeCompare(b) : b.localeCompare(a)) : a >= today ? -1 : 1

/** Days from `from` on, ascending; or those before `before`, the latest first. */
type Span = { from: IsoDate | null; before?: IsoDate; most: number }
type Page = (db: PublicDb, scoped: Scoped, span: Span) => Promise<Found[]>

async function comingFirst<T>(
  most: number,
  page: (when: 'coming' | 'past', most: number) => Promise<T[]>,
): Promise<T[]> {
  const coming = await page('coming', most)
  return coming.length < most ? [...coming, ...(await page('past', most - coming.length))] : coming
}

type Found = Omit<CalendarDay, 'motion'> & { motionId: number | null }

async function matterDays(db: PublicDb, scoped: Scoped, span: Span): Promise<Found[]> {
  const { municipality } = scoped
  const direction = span.before === undefined ? 'asc' : 'desc'
  const rows = await db
    .selectFrom(
      // Bounded before anything is joined, so that a large register costs no more than the bound.
      db
        .selectFrom('council.matter')
        .select(['id', 'motion_id', 'request_id', 'part_id', 'decision_id', 'state', 'version'])
        .select('term_not_after as on')
        .where('municipality', '=', municipality)
        .where('term_not_after', 'is not', null)
        .where('aside_for', 'is', null)
        .where(inScope(db, scoped, 'motion_id'))
        .$if(span.from !== null, (query) => query.where('term_not_after', '>=', span.from!))
        .$if(span.before !== undefined, (query) => query.where('term_not_after', '<', span.before!))
        .orderBy('term_not_after', direction)
        .orderBy('id', direction)
        .limit(span.most)
        .as('matter'),
    )
    .innerJoin('council.request as request', (join) =>
      join.on('request.municipality', '=', municipality).onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.on('part.municipality', '=', municipality).onRef('part.id', '=', 'matter.part_id'),
    )
    .leftJoin('council.settlement_decision as decision', (join) =>
      join.on('decision.municipality', '=', municipality).onRef('decision.id', '=', 'matter.decision_id'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('council.matter_history')
          .select('moved_at as changed')
          .where('municipality', '=', municipality)
          .whereRef('matter_id', '=', 'matter.id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'matter.id',
      'matter.motion_id',
      'matter.state',
      'matter.version',
      'matter.on',
      'decision.decided_on',
      'newest.changed',
      eb.fn.coalesce('part.text', 'request.text').as('text'),
    ])
    .execute()
  return rows.map((row) => ({
    id: `matter/${row.id}`,
    kind: 'term' as const,
    commitment: null,
    on: row.on!,
    text: row.text,
    motionId: row.motion_id,
    state: row.state,
    cancelled: cancelledBy(row.decided_on, row.on!),
    sequence: row.version - 1,
    changed: row.changed,
  }))
}

const due = sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on)`

async function commitmentDays(db: PublicDb, scoped: Scoped, span: Span): Promise<Found[]> {
  const { municipality } = scoped
  const direction = span.before === undefined ? 'asc' : 'desc'
  const rows = await db
    .selectFrom('council.commitment as commitment')
    .select([
      'commitment.id',
      'commitment.text',
      'commitment.state',
      'commitment.version',
      due.as('on'),
      sql<CalendarKind>`case when extended_to is not null then 'extended' when due_not_after is not null then 'due' else 'check' end`.as(
        'kind',
      ),
    ])
    .where('commitment.municipality', '=', municipality)
    .where(due, 'is not', null)
    .where(commitmentInScope(db, scoped, 'commitment.id'))
    .$if(span.from !== null, (query) => query.where(due, '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.where(due, '<', span.before!))
    .orderBy(due, direction)
    .orderBy('commitment.id', direction)
    .limit(span.most)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [history, motions] = await Promise.all([
    db
      .selectFrom('council.commitment_history')
      .select(['id', 'commitment_id', 'step', 'moved_at', 'moved_on', 'undoes'])
      .where('municipality', '=', municipality)
      .where(sql<boolean>`commitment_id = any(${ids}::int[])`)
      .orderBy('id')
      .execute(),
    motionOfCommitments(db, scoped, ids),
  ])
  const steps = Map.groupBy(history, (row) => row.commitment_id)
  const undone = new Set(history.flatMap((row) => row.undoes ?? []))
  return rows.flatMap((row) => {
    const own = steps.get(row.id) ?? []
    const last = own.at(-1)
    if (!last || row.on === null) return []
    const ended = own.find(
      (step) => ['keep', 'keep-partly', 'lapse'].includes(step.step) && !undone.has(step.id),
    )
    return {
      id: `commitment/${row.id}`,
      kind: row.kind,
      commitment: row.id,
      on: row.on,
      text: row.text,
      motionId: motions.get(row.id) ?? null,
      state: row.state,
      cancelled: cancelledBy(ended?.moved_on ?? null, row.on),
      sequence: row.version - 1,
      changed: last.moved_at,
    }
  })
}
