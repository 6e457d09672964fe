import { type IsoDate, isIsoDate } from '../days.ts'
import type { ProgrammeDb } from './programme-db.ts'

/** Something that happened in a programme since it was adopted, that whoever follows it wants to hear. */
export type ProgrammeNews = {
  /** Of its history row. */
  id: number
  on: IsoDate
  published: Date
  /** When it was taken back, else when it was recorded. */
  updated: Date
  undone: boolean
  reason: string | null
  fact: NewsFact
}
type NewsAction = { id: number; number: string; title: string }
export type NewsFact =
  | { kind: 'milestone'; step: 'reach' | 'drop'; title: string; action: NewsAction }
  /** Its day moved; null where it had, or has, none. */
  | { kind: 'milestone-moved'; title: string; action: NewsAction; from: IsoDate | null; to: IsoDate | null }
  | { kind: 'action'; step: 'stop' | 'resume' | 'finish'; action: NewsAction }
  | { kind: 'programme'; step: 'adopt' | 'amend' | 'end' | 'succeed' }

const toldSteps: Readonly<Record<string, readonly string[]>> = {
  milestone: ['reach', 'drop', 'change'],
  action: ['stop', 'resume', 'finish'],
  programme: ['adopt', 'amend', 'end', 'succeed'],
}

/** News of an adopted programme, the newest first, over either login. Steps that were taken back say so. */
export async function programmeNews(
  db: ProgrammeDb,
  { municipality, programme, limit }: { municipality: string; programme: number; limit: number },
): Promise<ProgrammeNews[]> {
  const adopted = await db
    .selectFrom('programme.history')
    .select((on) => on.fn.min('id').as('id'))
    .where('municipality', '=', municipality)
    .where('programme_id', '=', programme)
    .where('subject', '=', 'programme')
    .where('step', '=', 'adopt')
    .executeTakeFirst()
  if (adopted?.id == null) return []
  const rows = await db
    .selectFrom('programme.history as history')
    .leftJoin('programme.milestone as milestone', (join) =>
      join
        .onRef('milestone.municipality', '=', 'history.municipality')
        .onRef('milestone.id', '=', 'history.subject_id')
        .on('history.subject', '=', 'milestone'),
    )
    .leftJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'history.municipality')
        .onRef('action.id', '=', 'history.action_id'),
    )
    .leftJoin('programme.history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'history.municipality').onRef('undo.undoes', '=', 'history.id'),
    )
    .select([
      'history.id',
      'history.subject',
      'history.step',
      'history.moved_at',
      'history.moved_on',
      'history.reason',
      'history.changes',
      'undo.moved_at as undone_at',
      'milestone.title as milestone',
      'action.id as action',
      'action.number',
      'action.title',
    ])
    .where('history.municipality', '=', municipality)
    .where('history.programme_id', '=', programme)
    .where('history.id', '>=', adopted.id)
    .where((on) =>
      on.or(
        Object.entries(toldSteps).map(([subject, steps]) =>
          on.and([on('history.subject', '=', subject as 'action'), on('history.step', 'in', [...steps])]),
        ),
      ),
    )
    .orderBy((on) => on.fn.coalesce('undo.moved_at', 'history.moved_at'), 'desc')
    .orderBy('history.id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap((row) => {
    const fact = factOf(row)
    if (!fact) return []
    return {
      id: row.id,
      on: row.moved_on,
      published: row.moved_at,
      updated: row.undone_at ?? row.moved_at,
      undone: row.undone_at !== null,
      reason: row.reason,
      fact,
    }
  })
}

function factOf(row: {
  subject: string
  step: string
  changes: readonly { field: string; from: unknown; to: unknown }[]
  milestone: string | null
  action: number | null
  number: string | null
  title: string | null
}): NewsFact | null {
  if (row.subject === 'programme') return { kind: 'programme', step: row.step as 'adopt' }
  if (row.action === null) return null
  const action = { id: row.action, number: row.number!, title: row.title! }
  if (row.subject === 'action') return { kind: 'action', step: row.step as 'stop', action }
  const title = row.milestone
  if (title === null) return null
  if (row.step !== 'change') return { kind: 'milestone', step: row.step as 'reach', title, action }
  const moved = row.changes.find(({ field }) => field === 'due_on')
  if (!moved) return null
  return { kind: 'milestone-moved', title, action, from: dayOrNull(moved.from), to: dayOrNull(moved.to) }
}

const dayOrNull = (value: unknown): IsoDate | null =>
  typeof value === 'string' && isIsoDate(value) ? value : null
