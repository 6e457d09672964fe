import { sql } from 'kysely'
import { addDays } from './life/days.ts'
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
const limit = 2000
const pastDays = 366

/**
 * Days that count within a scope: terms of matters, and of commitments the day of the letter, of an extension, or our check date. Days
 * that no document gives are not there. @throws NotFound
 */
export async function calendarOf(
  db: PublicDb,
  input: { municipality: string; scope: FeedScope; today: IsoDate },
): Promise<Calendar> {
  const scoped = await scopeOf(db, input.municipality, input.scope)
  const from = input.scope.kind === 'motion' ? null : addDays(input.today, -pastDays)
  const found = (await Promise.all([matterDays(db, scoped, from), commitmentDays(db, scoped, from)])).flat()
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
      .sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id)),
  }
}

type Found = Omit<CalendarDay, 'motion'> & { motionId: number | null }

async function matterDays(db: PublicDb, scoped: Scoped, from: IsoDate | null): Promise<Found[]> {
  const { municipality } = scoped
  const rows = await db
    .selectFrom('council.matter as matter')
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .leftJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .select((eb) => [
      'matter.id',
      'matter.motion_id',
      'matter.state',
      'matter.version',
      'matter.term_not_after as on',
      'decision.decided_on',
      eb.fn.coalesce('part.text', 'request.text').as('text'),
    ])
    .where('matter.municipality', '=', municipality)
    .where('matter.term_not_after', 'is not', null)
    .where('matter.aside_for', 'is', null)
    .where(inScope(db, scoped, 'matter.motion_id'))
    .$if(from !== null, (query) => query.where('matter.term_not_after', '>=', from!))
    .orderBy('matter.term_not_after')
    .orderBy('matter.id')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const changed = await db
    .selectFrom('council.matter_history')
    .select((eb) => ['matter_id', eb.fn.max('moved_at').as('at')])
    .where('municipality', '=', municipality)
    .where(
      'matter_id',
      'in',
      rows.map((row) => row.id),
    )
    .groupBy('matter_id')
    .execute()
  const changedAt = new Map(changed.map((row) => [row.matter_id, row.at]))
  return rows.flatMap((row) => {
    const at = changedAt.get(row.id)
    if (!at || row.on === null) return []
    return {
      id: `matter/${row.id}`,
      kind: 'term' as const,
      commitment: null,
      on: row.on,
      text: row.text,
      motionId: row.motion_id,
      state: row.state,
      cancelled: cancelledBy(row.decided_on, row.on),
      sequence: row.version - 1,
      changed: at,
    }
  })
}

const due = sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on)`

async function commitmentDays(db: PublicDb, scoped: Scoped, from: IsoDate | null): Promise<Found[]> {
  const { municipality } = scoped
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
    .$if(from !== null, (query) => query.where(due, '>=', from!))
    .orderBy(due)
    .orderBy('commitment.id')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [history, motions] = await Promise.all([
    db
      .selectFrom('council.commitment_history')
      .select(['id', 'commitment_id', 'step', 'moved_at', 'moved_on', 'undoes'])
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
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
