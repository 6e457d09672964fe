import type { Selectable } from 'kysely'
import type { IsoDate } from '../days.ts'
import { NotFound } from '../errors.ts'
import { loadEvidence, standingSteps } from './load-steps.ts'
import type { ProgrammeDb } from './programme-db.ts'
import type { PublicProgrammeTables } from './tables.ts'
import type { HistoryLine, Milestone, Money, ProgrammeRef, ProgrammeTree, Served } from './tree.ts'

export type { ProgrammeDb }

type Rows = { [T in keyof PublicProgrammeTables]: Selectable<PublicProgrammeTables[T]> }
type Of = { municipality: string; slug: string }

/** All programmes that this login may see, the newest first. */
export async function programmes(db: ProgrammeDb, municipality: string) {
  return db
    .selectFrom('programme.programme')
    .select([
      'id',
      'slug',
      'title',
      'state',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'adopted_on as adoptedOn',
    ])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** @throws NotFound */
export async function loadTree(db: ProgrammeDb, { municipality, slug }: Of): Promise<ProgrammeTree> {
  const row = await db
    .selectFrom('programme.programme')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('slug', '=', slug)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const of = <T extends keyof PublicProgrammeTables>(table: T) =>
    db
      .selectFrom(table as 'programme.pillar')
      .where('municipality', '=', municipality)
      .where('programme_id', '=', row.id)
      .where('removed', '=', false)
  const rows = <T extends keyof PublicProgrammeTables>(table: T) =>
    of(table).selectAll().orderBy('id').execute() as unknown as Promise<Rows[T][]>
  const [pillars, actions, money, needs, risks, served, milestones, indicators, values, decisions] = [
    await rows('programme.pillar'),
    await rows('programme.action'),
    await rows('programme.money'),
    await rows('programme.dependency'),
    await rows('programme.risk'),
    await rows('programme.served'),
    await rows('programme.milestone'),
    await rows('programme.indicator'),
    await rows('programme.value'),
    await rows('programme.decision'),
  ]
  const steps = await standingSteps(db, municipality, row.id)
  const evidence = await loadEvidence(db, municipality, row.id)
  const moneyOf = (action: number | null): Money[] =>
    money
      .filter((one) => one.action_id === action)
      .sort((a, b) => a.year - b.year)
      .map((one) => ({
        id: one.id,
        version: one.version,
        year: one.year,
        budget: number(one.budget_cents),
        committed: number(one.committed_cents),
        spent: number(one.spent_cents),
      }))
  const servedBy = (action: number | null): Served[] =>
    served
      .filter((one) => one.action_id === action)
      .map(({ id, version, kind, matter_id, commitment_id, ambition_id }) => ({
        id,
        version,
        kind,
        of: (matter_id ?? commitment_id ?? ambition_id)!,
      }))
  const milestoneOf = (one: (typeof milestones)[number]): Milestone => {
    const own = steps.filter(({ subject, subject_id }) => subject === 'milestone' && subject_id === one.id)
    const moved = own.flatMap(({ changes }) => changes.filter(({ field }) => field === 'due_on'))
    const reach = own.findLast(({ step }) => step === 'reach')
    return {
      id: one.id,
      version: one.version,
      title: one.title,
      dueOn: one.due_on,
      firstDueOn: (moved.find(({ from }) => from !== null)?.from as IsoDate | undefined) ?? null,
      state: one.state,
      reachedOn: one.reached_on,
      evidence: one.state === 'reached' && reach ? (evidence.get(reach.id) ?? []) : [],
    }
  }
  return {
    id: row.id,
    version: row.version,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    adoptedOn: row.adopted_on,
    succeeds: row.succeeds === null ? null : await refOf(db, municipality, 'id', row.succeeds),
    succeededBy: await refOf(db, municipality, 'succeeds', row.id),
    editions: await editionsOf(db, municipality, row.id),
    pillars: pillars
      .sort((a, b) => a.position - b.position)
      .map(({ id, version, position, kind, name, aim }) => ({ id, version, position, kind, name, aim })),
    actions: actions
      .sort((a, b) => a.number.localeCompare(b.number, 'nl', { numeric: true }))
      .map((one) => ({
        id: one.id,
        version: one.version,
        pillar: one.pillar_id,
        number: one.number,
        title: one.title,
        description: one.description,
        state: one.state,
        startsOn: one.starts_on,
        endsOn: one.ends_on,
        endedOn: one.ended_on,
        portfolioHolder: one.portfolio_holder_id,
        partners: one.partners,
        money: moneyOf(one.id),
        needs: needs
          .filter(
            ({ action_id, needs_id }) => action_id === one.id && actions.some(({ id }) => id === needs_id),
          )
          .map(({ id, version, needs_id }) => ({ id, version, action: needs_id })),
        risks: risks
          .filter(({ action_id }) => action_id === one.id)
          .map(({ id, version, text, chance, effect, measure, state }) => ({
            id,
            version,
            text,
            chance,
            effect,
            measure,
            state,
          })),
        serves: servedBy(one.id),
        milestones: milestones
          .filter(({ action_id }) => action_id === one.id)
          .map(milestoneOf)
          .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.id - b.id),
        reports: steps
          .filter(
            ({ subject, subject_id, step }) =>
              subject === 'action' && subject_id === one.id && step === 'report',
          )
          .map((step) => ({
            history: step.id,
            on: step.moved_on,
            text: step.text!,
            role: step.by_role,
            name: step.by_name,
            evidence: evidence.get(step.id) ?? [],
          }))
          .sort((a, b) => b.on.localeCompare(a.on) || b.history - a.history),
      })),
    frame: moneyOf(null),
    serves: servedBy(null),
    indicators: indicators.map((one) => ({
      id: one.id,
      version: one.version,
      pillar: one.pillar_id,
      action: one.action_id,
      name: one.name,
      definition: one.definition,
      unit: one.unit,
      counts: one.counts,
      eventKind: one.event_kind,
      direction: one.direction,
      decimals: one.decimals,
      baseline: one.baseline === null ? null : { value: Number(one.baseline), on: one.baseline_on! },
      target: one.target === null ? null : { value: Number(one.target), on: one.target_on },
      source: one.source,
      certainty: one.certainty,
      area: one.area,
      areaName: one.area_name,
      values: values
        .filter(({ indicator_id }) => indicator_id === one.id)
        .sort(
          (a, b) => a.period_start.localeCompare(b.period_start) || a.period_end.localeCompare(b.period_end),
        )
        .map((value) => ({
          id: value.id,
          version: value.version,
          from: value.period_start,
          to: value.period_end,
          value: Number(value.value),
          kind: value.kind,
          document: value.document_id,
          quotation: value.quotation,
          series: value.series_name,
          sourceOn: value.source_on,
          certainty: value.certainty,
          note: value.note,
        })),
    })),
    decisions: decisions.map((one) => ({
      id: one.id,
      version: one.version,
      meeting: one.meeting_id,
      on: one.decided_on,
      action: one.action_id,
      text: one.text,
      milestone: one.milestone_id,
    })),
  }
}

/** Every step of a programme, or of one action with all that belongs to it; the newest first. */
export async function historyOf(
  db: ProgrammeDb,
  { municipality, programme, action }: { municipality: string; programme: number; action?: number },
): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('programme.history')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('programme_id', '=', programme)
    .$if(action !== undefined, (query) => query.where('action_id', '=', action!))
    .orderBy('id', 'desc')
    .execute()
  const undone = new Set(rows.map(({ undoes }) => undoes))
  return rows.map((one) => ({
    id: one.id,
    subject: one.subject,
    of: one.subject_id,
    action: one.action_id,
    step: one.step,
    version: one.version,
    on: one.moved_on,
    at: one.moved_at,
    role: one.by_role,
    name: one.by_name,
    reason: one.reason,
    text: one.text,
    changes: one.changes,
    undone: undone.has(one.id),
  }))
}

async function refOf(
  db: ProgrammeDb,
  municipality: string,
  column: 'id' | 'succeeds',
  of: number,
): Promise<ProgrammeRef | null> {
  const row = await db
    .selectFrom('programme.programme')
    .select(['id', 'slug', 'title'])
    .where('municipality', '=', municipality)
    .where(column, '=', of)
    .where('removed', '=', false)
    .where('state', '!=', 'dropped')
    .executeTakeFirst()
  return row ?? null
}

async function editionsOf(db: ProgrammeDb, municipality: string, programme: number) {
  return db
    .selectFrom('programme.edition')
    .select(['number', 'kind', 'decided_on as decidedOn', 'body', 'document_id as document', 'reason'])
    .where('municipality', '=', municipality)
    .where('programme_id', '=', programme)
    .orderBy('number')
    .execute()
}

const number = (text: string | null) => (text === null ? null : Number(text))
