import type { Fallen } from '../life/facts.ts'
import type { CommitmentStep, MatterStep } from '../life/undo.ts'
import type { Domain, IsoDate } from '../read/reading.ts'

/**
 * Why there is a mail: the question to confirm, the answer to somebody who follows already, the weekly mail, a matter that was opened
 * again because a commitment was missed, a term of somebody's own, and evidence that was taken back under what somebody decided, or
 * noted as kept.
 */
export type MailKind = 'confirm' | 'known' | 'digest' | 'reopened' | 'reminder' | 'fallen'
/** `failed`: the receiving side refused it for good; `given-up`: it could not be delivered for days. Neither is tried again. */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'given-up'

/** A motion, as far as a mail names it. */
export type MailMotion = {
  id: number
  kind: 'motion' | 'amendment'
  number: string | null
  title: string
  year: number
  slug: string
}
/** What somebody follows, with its name. */
export type NamedTopic =
  | { kind: 'motion'; motion: MailMotion }
  | { kind: 'party'; slug: string; name: string }
  | { kind: 'domain'; domain: Domain }

export type EventKind =
  | 'registered'
  | 'answered'
  | 'milestone'
  | `matter.${MatterStep}`
  | `commitment.${CommitmentStep}`
/** One thing that happened; `text` is what the council asked or the college promised, in the words of the document. */
export type MailEvent = {
  what: EventKind
  on: IsoDate
  text: string | null
  /** Of a proposal, a decision or a reopening. */
  outcome: string | null
  /** New day of an extension. */
  until: IsoDate | null
}
export type MotionEvents = { motion: MailMotion; events: MailEvent[] }
export type ReminderStage = 'before' | 'passed'
type Reminded = {
  id: number
  text: string
  due: IsoDate
  stage: ReminderStage
  /** The day on which this reminder was owed; earlier than the mail after days of being down. */
  owedOn: IsoDate
}
export type ReminderItem = Reminded &
  (
    | {
        /** `matter`: what the council asks; `commitment`: what the college promised. */
        about: 'matter' | 'commitment'
        motions: MailMotion[]
      }
    | {
        /** Of an adopted programme: a milestone, or the end of an action. */
        about: 'milestone' | 'action'
        programme: { slug: string; title: string }
        action: { id: number; number: string; title: string }
      }
  )

export type FallenCommitment = Fallen & { id: number; text: string; motions: MailMotion[] }

/** What a mail tells. Public facts only, apart from the name of whoever it goes to. */
export type MailFacts =
  | { kind: 'confirm'; follow: number; topic: NamedTopic }
  | { kind: 'known'; topic: NamedTopic }
  | { kind: 'digest'; from: IsoDate; until: IsoDate; motions: MotionEvents[]; name: string | null }
  | {
      kind: 'reopened'
      on: IsoDate
      commitment: { text: string; due: IsoDate | null }
      motions: { motion: MailMotion; matters: string[] }[]
    }
  | { kind: 'reminder'; name: string; items: ReminderItem[] }
  /** To whoever decided: what these matters were settled on was taken back. */
  | {
      kind: 'fallen'
      name: string
      motion: MailMotion
      body: 'college' | 'council'
      matters: { id: number; text: string; cause: Fallen['cause']; on: IsoDate; reason: string | null }[]
    }
  /** To whoever noted that a commitment was kept: what showed it was taken back. */
  | { kind: 'fallen'; name: string; commitment: FallenCommitment }
