import type { ColumnType, Generated } from 'kysely'
import type { IsoDate } from '../days.ts'
import type { ActionState } from './action.ts'
import type { At, EvidenceKind } from './evidence.ts'
import type { Area, Certainty, Counts, Direction, ValueKind } from './indicator.ts'
import type { MilestoneState } from './milestone.ts'
import type { PillarKind, ProgrammeState } from './programme.ts'
import type {
  ReportOutFileTable,
  ReportOutHistoryTable,
  ReportOutTable,
  ReportPublishedTable,
} from './report-out/tables.ts'
import type { RiskLevel, RiskState } from './risk.ts'
import type { Change, Subject } from './step.ts'

/** Days are read and written as `2019-07-02`, never as moments. */
type Day = IsoDate
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>
/** PostgreSQL gives bigint and numeric as text. */
type Cents = ColumnType<string | null, number | null, number | null>
type Numeric<T> = ColumnType<T extends null ? string | null : string, T | number, T | number>

type Row = {
  municipality: string
  id: Generated<number>
  /** Counts steps. */
  version: Generated<number>
  removed: Generated<boolean>
}
type InProgramme = Row & { programme_id: number }

export type ProgrammeTable = Row & {
  slug: string
  title: string
  summary: string | null
  starts_on: Day
  ends_on: Day
  state: Generated<ProgrammeState>
  adopted_on: Day | null
  succeeds: number | null
}
export type PillarTable = InProgramme & {
  position: number
  kind: PillarKind
  name: string
  aim: string | null
}
export type ActionTable = InProgramme & {
  pillar_id: number
  number: string
  title: string
  description: string | null
  state: Generated<ActionState>
  starts_on: Day | null
  ends_on: Day | null
  ended_on: Day | null
  portfolio_holder_id: number | null
  partners: Generated<string[]>
}
export type ActionOwnerTable = {
  municipality: string
  action_id: number
  account_id: string | null
  name: string | null
}
export type MoneyTable = InProgramme & {
  action_id: number | null
  year: number
  budget_cents: Cents
  committed_cents: Cents
  spent_cents: Cents
}
export type DependencyTable = InProgramme & { action_id: number; needs_id: number }
export type RiskTable = InProgramme & {
  action_id: number
  text: string
  chance: RiskLevel
  effect: RiskLevel
  measure: string | null
  state: Generated<RiskState>
}
export type SourceTable = Row & {
  document_id: number
  kind: 'coalition-agreement' | 'safety-plan' | 'care-policy' | 'other'
  title: string
  dated: Day | null
}
export type AmbitionTable = Row & { source_id: number; text: string; at: Json<At> }
export type ServedTable = InProgramme & {
  action_id: number | null
  kind: 'matter' | 'commitment' | 'ambition'
  matter_id: number | null
  commitment_id: number | null
  ambition_id: number | null
}
export type MilestoneTable = InProgramme & {
  action_id: number
  title: string
  due_on: Day | null
  state: Generated<MilestoneState>
  reached_on: Day | null
}
export type IndicatorTable = InProgramme & {
  pillar_id: number | null
  action_id: number | null
  name: string
  definition: string
  unit: string
  counts: Counts
  event_kind: string | null
  direction: Direction
  decimals: Generated<number>
  baseline: Numeric<string | null>
  baseline_on: Day | null
  target: Numeric<string | null>
  target_on: Day | null
  source: string
  certainty: Certainty
  area: Generated<Area>
  area_name: string | null
}
export type SeriesTable = {
  municipality: string
  id: Generated<number>
  sha256: string
  file_name: string
  format: 'csv' | 'json-stat'
  bytes: Buffer
  dated: Day | null
  brought_at: Date
}
export type ValueTable = InProgramme & {
  indicator_id: number
  period_start: Day
  period_end: Day
  value: Numeric<string>
  kind: ValueKind
  document_id: number | null
  at: Json<At> | null
  quotation: string | null
  series_id: number | null
  series_name: string | null
  source_on: Day | null
  certainty: Certainty
  note: string | null
}
export type MeetingTable = InProgramme & {
  held_on: Day
  name: string
  notes: string | null
  closed: Generated<boolean>
}
export type DecisionTable = InProgramme & {
  meeting_id: number
  action_id: number | null
  text: string
  decided_on: Day
  milestone_id: number | null
}
export type HistoryTable = {
  municipality: string
  id: Generated<number>
  programme_id: number | null
  subject: Subject
  subject_id: number
  action_id: number | null
  step: string
  version: number
  moved_at: Date
  moved_on: Day
  /** A role, or `program`. */
  by_role: string
  by_name: string | null
  reason: string | null
  text: string | null
  changes: Json<Change[]>
  undoes: number | null
}
export type HistoryDetailTable = {
  municipality: string
  history_id: number
  actor_id: string | null
  actor_name: string
  before: Json<Record<string, unknown>> | null
}
export type EvidenceTable = {
  municipality: string
  history_id: number
  position: number
  programme_id: number
  kind: EvidenceKind
  document_id: number | null
  at: Json<At> | null
  quotation: string | null
  decision_id: number | null
}
export type AttachmentTable = {
  municipality: string
  id: Generated<number>
  programme_id: number
  history_id: number
  sha256: string
  file_name: string
  media_type: string
  /** Null once it was destroyed, by the step `destroyed_in`. */
  bytes: Buffer | null
  destroyed_in: Generated<number | null>
}
export type EditionTable = {
  municipality: string
  programme_id: number
  number: number
  kind: 'adopted' | 'amended'
  decided_on: Day
  body: 'college' | 'council'
  document_id: number | null
  reason: string | null
  /** A `Plan` (plan.ts) as it was. */
  content: Json<unknown>
  kept_at: Date
}

/** What the public login may read of this room; of a programme once it is adopted. */
export type PublicProgrammeTables = {
  'programme.programme': ProgrammeTable
  'programme.pillar': PillarTable
  'programme.action': ActionTable
  'programme.money': MoneyTable
  'programme.dependency': DependencyTable
  'programme.risk': RiskTable
  'programme.source': SourceTable
  'programme.ambition': AmbitionTable
  'programme.served': ServedTable
  'programme.milestone': MilestoneTable
  'programme.indicator': IndicatorTable
  'programme.value': ValueTable
  'programme.decision': DecisionTable
  'programme.history': HistoryTable
  'programme.evidence': EvidenceTable
  'programme.edition': EditionTable
  'programme.report_published': ReportPublishedTable
}
/** Every table of this room, as the desk's login sees them. */
export type ProgrammeTables = PublicProgrammeTables & {
  'programme.action_owner': ActionOwnerTable
  'programme.series': SeriesTable
  'programme.meeting': MeetingTable
  'programme.history_detail': HistoryDetailTable
  'programme.attachment': AttachmentTable
  'programme.report_out': ReportOutTable
  'programme.report_out_history': ReportOutHistoryTable
  'programme.report_out_file': ReportOutFileTable
}
