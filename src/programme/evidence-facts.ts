import type { IsoDate } from '../days.ts'
import type { Evidence } from './evidence.ts'
import { evidenceOf } from './load-steps.ts'
import type { ProgrammeDb } from './programme-db.ts'
import type { ProgrammeRef } from './tree.ts'

/** What shows that a step is true, with the words of a decision of the steering group. */
export type OwnEvidence =
  | Exclude<Evidence, { kind: 'decision' }>
  | { kind: 'decision'; decision: number; text: string; on: IsoDate }
/** Something that was done, as others may rest on it: a milestone that was reached, or a report of an action. */
export type DoneFacts = {
  kind: 'milestone' | 'action-report'
  /** Of the milestone, or of the step that reported. */
  id: number
  /** Title of the milestone, or the line of the report. */
  text: string
  /** The day on which it was reached or reported. */
  on: IsoDate
  programme: ProgrammeRef & { adopted: boolean }
  action: { id: number; number: string; title: string }
  own: OwnEvidence[]
}
type Of = { municipality: string; id: number }

/** A milestone that is reached; null when it is not, or is gone. */
export async function milestoneFacts(db: ProgrammeDb, { municipality, id }: Of): Promise<DoneFacts | null> {
  const [found] = await reachedMilestones(db, { municipality, milestones: [id] })
  return found ?? null
}

/** A report that stands; null when it was taken back, or was none. */
export async function reportFacts(db: ProgrammeDb, { municipality, id }: Of): Promise<DoneFacts | null> {
  const [found] = await standingReports(db, { municipality, reports: [id] })
  return found ?? null
}

/** Everything that was done in these actions and still stands, the newest first. */
export async function doneIn(
  db: ProgrammeDb,
  { municipality, actions }: { municipality: string; actions: readonly number[] },
): Promise<DoneFacts[]> {
  if (actions.length === 0) return []
  const found = [
    ...(await reachedMilestones(db, { municipality, actions })),
    ...(await standingReports(db, { municipality, actions })),
  ]
  return found.sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)
}

async function reachedMilestones(
  db: ProgrammeDb,
  wanted: { municipality: string; milestones?: readonly number[]; actions?: readonly number[] },
): Promise<DoneFacts[]> {
  const { municipality, milestones, actions } = wanted
  const rows = await db
    .selectFrom('programme.milestone as milestone')
    .innerJoin('programme.history as reached', (join) =>
      join
        .onRef('reached.municipality', '=', 'milestone.municipality')
        .onRef('reached.action_id', '=', 'milestone.action_id')
        .onRef('reached.subject_id', '=', 'milestone.id')
        .on('reached.subject', '=', 'milestone')
        .on('reached.step', '=', 'reach'),
    )
    .innerJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'milestone.municipality')
        .onRef('action.id', '=', 'milestone.action_id'),
    )
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'milestone.municipality')
        .onRef('programme.id', '=', 'milestone.programme_id'),
    )
    .select([
      'milestone.id',
      'milestone.title as text',
      'milestone.reached_on as on',
      'reached.id as step',
      ...about,
    ])
    .where('milestone.municipality', '=', municipality)
    .where('milestone.state', '=', 'reached')
    .where('milestone.removed', '=', false)
    .where('action.removed', '=', false)
    .where('programme.removed', '=', false)
    .$if(milestones !== undefined, (query) => query.where('milestone.id', 'in', [...milestones!]))
    .$if(actions !== undefined, (query) => query.where('milestone.action_id', 'in', [...actions!]))
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('programme.history as undo')
            .select('undo.id')
            .whereRef('undo.municipality', '=', 'reached.municipality')
            .whereRef('undo.undoes', '=', 'reached.id'),
        ),
      ),
    )
    .orderBy('reached.id')
    .execute()
  // Of two people who said so at once, the later step has the evidence of both.
  const newest = [...new Map(rows.map((row) => [row.id, row])).values()]
  return completed(db, municipality, 'milestone', newest)
}

async function standingReports(
  db: ProgrammeDb,
  wanted: { municipality: string; reports?: readonly number[]; actions?: readonly number[] },
): Promise<DoneFacts[]> {
  const { municipality, reports, actions } = wanted
  const rows = await db
    .selectFrom('programme.history as report')
    .innerJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'report.municipality')
        .onRef('action.id', '=', 'report.subject_id'),
    )
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'report.municipality')
        .onRef('programme.id', '=', 'report.programme_id'),
    )
    .select(['report.id', 'report.id as step', 'report.text', 'report.moved_on as on', ...about])
    .where('report.municipality', '=', municipality)
    .where('report.subject', '=', 'action')
    .where('report.step', '=', 'report')
    .where('action.removed', '=', false)
    .where('programme.removed', '=', false)
    .$if(reports !== undefined, (query) => query.where('report.id', 'in', [...reports!]))
    .$if(actions !== undefined, (query) => query.where('report.action_id', 'in', [...actions!]))
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('programme.history as undo')
            .select('undo.id')
            .whereRef('undo.municipality', '=', 'report.municipality')
            .whereRef('undo.undoes', '=', 'report.id'),
        ),
      ),
    )
    .orderBy('report.id')
    .execute()
  return completed(db, municipality, 'action-report', rows)
}

const about = [
  'action.id as action_id',
  'action.number',
  'action.title as action_title',
  'programme.id as programme_id',
  'programme.slug',
  'programme.title as programme_title',
  'programme.adopted_on',
] as const
type Row = {
  id: number
  step: number
  text: string | null
  on: IsoDate | null
  action_id: number
  number: string
  action_title: string
  programme_id: number
  slug: string
  programme_title: string
  adopted_on: IsoDate | null
}

async function completed(
  db: ProgrammeDb,
  municipality: string,
  kind: DoneFacts['kind'],
  rows: readonly Row[],
): Promise<DoneFacts[]> {
  const own = await ownEvidence(
    db,
    municipality,
    rows.map((row) => row.step),
  )
  return rows.map((row) => ({
    kind,
    id: row.id,
    text: row.text!,
    on: row.on!,
    programme: {
      id: row.programme_id,
      slug: row.slug,
      title: row.programme_title,
      adopted: row.adopted_on !== null,
    },
    action: { id: row.action_id, number: row.number, title: row.action_title },
    own: own.get(row.step) ?? [],
  }))
}

async function ownEvidence(
  db: ProgrammeDb,
  municipality: string,
  steps: readonly number[],
): Promise<Map<number, OwnEvidence[]>> {
  const found = new Map<number, OwnEvidence[]>()
  if (steps.length === 0) return found
  const rows = await db
    .selectFrom('programme.evidence')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('history_id', 'in', [...steps])
    .orderBy('history_id')
    .orderBy('position')
    .execute()
  const decisions = await decisionsOf(
    db,
    municipality,
    rows.flatMap((row) => row.decision_id ?? []),
  )
  for (const row of rows) {
    const one = evidenceOf(row)
    const decision = one.kind === 'decision' ? decisions.get(one.decision) : null
    const piece: OwnEvidence | null =
      one.kind !== 'decision' ? one : decision ? { ...one, ...decision } : null
    if (piece) found.set(row.history_id, [...(found.get(row.history_id) ?? []), piece])
  }
  return found
}

async function decisionsOf(db: ProgrammeDb, municipality: string, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { text: string; on: IsoDate }>()
  const rows = await db
    .selectFrom('programme.decision')
    .select(['id', 'text', 'decided_on as on'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, text, on }) => [id, { text, on }]))
}
