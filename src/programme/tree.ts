import type { IsoDate } from '../days.ts'
import type { ActionState } from './action.ts'
import type { Evidence } from './evidence.ts'
import type { Area, Certainty, Counts, Direction, ValueKind } from './indicator.ts'
import type { MilestoneState } from './milestone.ts'
import type { PillarKind, ProgrammeState } from './programme.ts'
import type { RiskLevel, RiskState } from './risk.ts'
import type { Change, Subject } from './step.ts'

/** A whole programme as it stands now, without what was removed. Money in euro cents; days as `2019-07-02`. */
export type ProgrammeTree = {
  id: number
  version: number
  slug: string
  title: string
  summary: string | null
  startsOn: IsoDate
  endsOn: IsoDate
  state: ProgrammeState
  adoptedOn: IsoDate | null
  /** The programme before it, and the one after it. */
  succeeds: ProgrammeRef | null
  succeededBy: ProgrammeRef | null
  editions: EditionRef[]
  /** By position. */
  pillars: Pillar[]
  /** By number, as people count: 2.10 after 2.9. */
  actions: Action[]
  /** The frame of the whole programme, by year. */
  frame: Money[]
  /** What the programme itself serves. */
  serves: Served[]
  indicators: Indicator[]
  decisions: Decision[]
}
export type ProgrammeRef = { id: number; slug: string; title: string }
export type EditionRef = {
  number: number
  kind: 'adopted' | 'amended'
  decidedOn: IsoDate
  body: 'college' | 'council'
  document: number | null
  reason: string | null
}
export type Pillar = {
  id: number
  version: number
  position: number
  kind: PillarKind
  name: string
  aim: string | null
}
export type Action = {
  id: number
  version: number
  pillar: number
  number: string
  title: string
  description: string | null
  state: ActionState
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  endedOn: IsoDate | null
  /** Id of a person of the council's register. */
  portfolioHolder: number | null
  partners: string[]
  /** By year. */
  money: Money[]
  needs: { id: number; version: number; action: number }[]
  risks: Risk[]
  serves: Served[]
  /** By day, those without one last. */
  milestones: Milestone[]
  /** Newest first; without those that were taken back. */
  reports: Report[]
}
export type Money = {
  id: number
  version: number
  year: number
  budget: number | null
  committed: number | null
  spent: number | null
}
export type Risk = {
  id: number
  version: number
  text: string
  chance: RiskLevel
  effect: RiskLevel
  measure: string | null
  state: RiskState
}
export type Served = {
  id: number
  version: number
  kind: 'matter' | 'commitment' | 'ambition'
  /** Id of the matter, the commitment or the ambition. */
  of: number
}
export type Milestone = {
  id: number
  version: number
  title: string
  dueOn: IsoDate | null
  /** The day that was planned first, when it was moved since. */
  firstDueOn: IsoDate | null
  state: MilestoneState
  reachedOn: IsoDate | null
  /** Of the step by which it was reached. */
  evidence: Evidence[]
}
/** One line of progress. `history` is its row; attachments are for the desk only. */
export type Report = {
  history: number
  on: IsoDate
  text: string
  role: string
  name: string | null
  evidence: Evidence[]
}
export type Indicator = {
  id: number
  version: number
  pillar: number | null
  action: number | null
  name: string
  definition: string
  unit: string
  counts: Counts
  eventKind: string | null
  direction: Direction
  decimals: number
  baseline: { value: number; on: IsoDate } | null
  target: { value: number; on: IsoDate | null } | null
  source: string
  certainty: Certainty
  /** Of which area its values are, and its name where it is not the municipality. */
  area: Area
  areaName: string | null
  /** By period. */
  values: Value[]
}
export type Value = {
  id: number
  version: number
  from: IsoDate
  to: IsoDate
  value: number
  kind: ValueKind
  /** `count`: the document that states it, and where. */
  document: number | null
  quotation: string | null
  /** `series`: the file it came from. */
  series: string | null
  sourceOn: IsoDate | null
  certainty: Certainty
  note: string | null
}
export type Decision = {
  id: number
  version: number
  meeting: number
  on: IsoDate
  action: number | null
  text: string
  milestone: number | null
}
/** A step as everybody may see it. */
export type HistoryLine = {
  id: number
  subject: Subject
  of: number
  action: number | null
  step: string
  /** The version of its subject that the step made. */
  version: number
  /** The day that it concerns. */
  on: IsoDate
  /** When it was entered. */
  at: Date
  role: string
  name: string | null
  reason: string | null
  text: string | null
  changes: Change[]
  /** Whether it was taken back since. */
  undone: boolean
}
