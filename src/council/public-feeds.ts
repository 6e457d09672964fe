import type { MotionRef } from './dossier.ts'
import type { CommitmentState } from './life/commitment.ts'
import type { MatterState, ReopenCause, SettlementOutcome } from './life/matter.ts'
import type { CommitmentStep, MatterStep } from './life/undo.ts'
import type { Domain, IsoDate } from './read/reading.ts'

/** What a feed or calendar is about. */
export type FeedScope =
  | { kind: 'all' }
  | { kind: 'motion'; year: number; slug: string }
  | { kind: 'party'; slug: string }
  | { kind: 'domain'; domain: Domain }
  | { kind: 'commitment'; id: number }
export type FeedMotion = MotionRef & { kind: 'motion' | 'amendment' }
/** What the scope is called; `motion` only for that of a motion, `party` is its name, `commitment` its words. */
export type FeedSubject = { motion: FeedMotion | null; party: string | null; commitment: string | null }

/** Steps that feeds tell: what somebody outside may act on. Who works on it, and how rows relate, is not among them. */
export const toldMatterSteps = [
  'start',
  'agree-term',
  'note-progress',
  'propose',
  'withdraw-proposal',
  'object',
  'hold',
  'accept',
  'reject',
  'reopen',
  'correct',
] as const satisfies readonly MatterStep[]
export type ToldMatterStep = (typeof toldMatterSteps)[number]
export const toldCommitmentSteps = [
  'register',
  'extend',
  'keep',
  'keep-partly',
  'miss',
  'lapse',
] as const satisfies readonly CommitmentStep[]
export type ToldCommitmentStep = (typeof toldCommitmentSteps)[number]

export type FeedFact =
  | { kind: 'motion' }
  | { kind: 'letter'; subject: string | null; document: { year: number; slug: string } }
  | {
      kind: 'matter'
      step: ToldMatterStep
      text: string
      outcome: SettlementOutcome | null
      cause: ReopenCause | null
      /** Public words with the step: a reason, an explanation, an interim report. */
      reason: string | null
    }
  | {
      kind: 'commitment'
      commitment: number
      step: ToldCommitmentStep
      text: string
      reason: string | null
      /** The day that an extension gave. */
      newDay: IsoDate | null
    }
  | {
      kind: 'milestone'
      /** Its title. */
      text: string
      action: { id: number; number: string; title: string }
      /** Slug. */
      programme: string
    }
export type FeedEvent = {
  /** Never changes, and names one fact: `matter-step/12`. */
  id: string
  published: Date
  /** When it was last told anew: its own moment, or that on which it was taken back. */
  updated: Date
  /** The day that it counts from; null when no document says it. */
  on: IsoDate | null
  undone: boolean
  motion: FeedMotion | null
  fact: FeedFact
}
export type Feed = { subject: FeedSubject; events: FeedEvent[] }

/** Whose day it is: a term of a matter, or of a commitment the letter's, an extension's, or our own check date. */
export type CalendarKind = 'term' | 'due' | 'extended' | 'check'
export type CalendarDay = {
  /** Never changes, also when its day moves: `matter/12`. */
  id: string
  kind: CalendarKind
  /** The commitment whose day it is. */
  commitment: number | null
  on: IsoDate
  /** What is asked or promised. */
  text: string
  motion: FeedMotion | null
  state: MatterState | CommitmentState
  /** Settled, kept or lapsed before its day came: it need not be waited for. */
  cancelled: boolean
  /** Counts changes. */
  sequence: number
  changed: Date
}
export type Calendar = { subject: FeedSubject; days: CalendarDay[] }

/** Whether a day need not be waited for: what it was for was done or decided on the day itself or before. Pure. */
export function cancelledBy(endedOn: IsoDate | null, on: IsoDate): boolean {
  return endedOn !== null && endedOn <= on
}
