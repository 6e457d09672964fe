import type { IsoDate } from '../../src/council/index.ts'
import type {
  ActionMove,
  IndicatorFields,
  PillarKind,
  ReportKind,
  ReportSectionKind,
  RiskLevel,
  SourceKind,
} from '../../src/programme/index.ts'
import type { Words } from '../course.ts'

/** What an action is for: words of an ambition, a part of a request (from 1), or what a paper promised. */
export type Serves =
  | { ambition: string }
  | { motion: string; part: number }
  | { motion: string; promisedIn: string }
/** In euros: of the budget, committed, spent. */
type Line = { year: number; budget?: number; committed?: number; spent?: number; reason?: string }

/** Days are `from`, `to`; `by` carries it, `holder` answers for it; both are names. */
export type PlannedAction = {
  /** The next one of its pillar when not given. */
  number?: string
  /** Place of its pillar, from 1. */
  pillar: number
  title: string
  description?: string
  from: IsoDate
  to: IsoDate
  by: string
  holder: string
  partners?: readonly string[]
  serves?: readonly Serves[]
  /** Budget in euros by year. */
  budget?: Readonly<Record<number, number>>
  milestones: readonly (readonly [due: IsoDate | null, title: string])[]
  risks?: readonly { text: string; chance: RiskLevel; effect: RiskLevel; measure?: string }[]
  /** Numbers of actions that come first. */
  needs?: readonly string[]
}
/** `pillar`: place from 1; `action`: number. */
export type PlannedIndicator = Omit<Partial<IndicatorFields>, 'pillar' | 'action'> &
  Pick<IndicatorFields, 'name' | 'definition' | 'unit' | 'counts' | 'direction' | 'source' | 'certainty'> & {
    pillar?: number
    action?: string
  }
type Span = { title: string; startsOn: IsoDate; endsOn: IsoDate; summary: string }
/** A milestone of an action, by its words. */
type Of = { action: string; milestone: string }
/** A report to the council, by its period. */
export type OfReport = { kind: ReportKind; from: IsoDate; to: IsoDate }
export type Proof = { words: readonly Words[] } | { decision: string }

/** One thing that somebody did for a programme on a day; `programme` is its address. */
export type ProgrammeStep = { on: IsoDate; by: string; programme: string } & (
  | ({ does: 'begin'; pillars: readonly { kind: PillarKind; name: string; aim: string }[] } & Span)
  | ({ does: 'succeed'; after: string; actions: readonly string[] } & Span)
  | { does: 'frame'; lines: readonly Line[] }
  | { does: 'plan'; actions: readonly PlannedAction[] }
  /** What a new programme says of actions that it took over. */
  | { does: 'replan'; action: string; to: IsoDate; budget?: Readonly<Record<number, number>> }
  | { does: 'serve'; action: string | null; what: Serves }
  | { does: 'measure'; indicators: readonly PlannedIndicator[] }
  | {
      does: 'adopt' | 'amend'
      decidedOn: IsoDate
      body: 'college' | 'council'
      paper: string
      reason?: string
      /** What a paper promised the council and is kept by sending the programme. */
      keeps?: { motion: string; promisedIn: string }
    }
  | { does: 'start'; actions: readonly string[] }
  | { does: 'step'; action: string; move: ActionMove; reason?: string; when?: IsoDate }
  /** `reached`: the milestone that came with it. */
  | { does: 'report'; action: string; text: string; words?: readonly Words[]; reached?: string }
  | ({ does: 'reach'; when?: IsoDate } & Of & Proof)
  | ({ does: 'move'; dueOn: IsoDate; reason: string; extend?: boolean } & Of)
  | ({ does: 'drop'; reason: string } & Of)
  | { does: 'extend'; action: string; to: IsoDate; reason: string }
  | { does: 'money'; lines: readonly ({ action: string } & Line)[] }
  | { does: 'risk'; action: string; risk: string; state: 'happened' | 'past'; measure?: string }
  | {
      does: 'meet'
      name: string
      notes: string
      decisions: readonly { text: string; action?: string; dueOn?: IsoDate; milestone?: string }[]
    }
  | {
      does: 'count'
      indicator: string
      from: IsoDate
      to: IsoDate
      value: number
      words: Words
      note?: string
    }
  | ({ does: 'account' } & OfReport)
  /** What somebody wrote in a draft, each as a first paragraph; `pillar`: its place, from 1. */
  | ({
      does: 'write'
      dated?: IsoDate
      texts: readonly { section: ReportSectionKind; pillar?: number; text: string }[]
    } & OfReport)
  | ({ does: 'agree' } & OfReport)
  /** `as`: what other steps call the paper that it becomes. */
  | ({ does: 'send'; as: string } & OfReport)
)
/** A framework document, and the ambitions that were picked in it. */
export type SourceStep = {
  on: IsoDate
  by: string
  does: 'source'
  paper: string
  kind: SourceKind
  title: string
  dated: IsoDate
  ambitions: readonly string[]
}
