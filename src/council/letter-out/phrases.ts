import type { SettlementOutcome } from '../life/matter.ts'
import type { IsoDate, RequestKind } from '../read/reading.ts'
import type { LetterDone } from './facts.ts'

export type NamedMotion = { number: string | null; title: string }
/** What a settled claim rests on; of several outcomes each once. */
export type SettledOutcome = Exclude<SettlementOutcome, 'partly' | 'not'>

/**
 * Every sentence of a letter. The room knows their order and when each is said; `src/words` knows how, in words that our own reader
 * understands (`src/council/read/formulae.ts`, `settlement.ts`).
 */
export type LetterPhrases = {
  labels: {
    to: string
    date: string
    subject: string
    reference: string
    registry: string
    contact: string
    department: string
    unit: string
    phone: string
    email: string
    page: string
    of: string
    /** Begins the line that says where a quotation stands; ends with a colon. */
    source: string
  }
  date(iso: IsoDate): string
  letterhead(municipality: string): string
  addressee: string
  /** Roles that sign when nobody says otherwise. */
  signatories: readonly string[]
  signatory(role: string): string
  college(municipality: string): string
  subject(motions: readonly NamedMotion[], settles: boolean): string
  salutation: string
  intro(motions: number): string
  motionHeading(motion: NamedMotion): string
  adopted(
    motion: NamedMotion & {
      registryNumber: string | null
      dated: IsoDate | null
      /** `told`: the register does not say that the council adopted it. */
      outcome: 'adopted' | 'taken-over' | 'told'
      submitters: readonly { name: string; party: string | null }[]
    },
  ): string
  asked: string
  opener(kind: RequestKind, addressee: string | null): string
  closingFormula: string
  /** `position` null: the motion is one matter. */
  matterHeading(position: number | null, text: string): string
  outcome: Record<SettlementOutcome, string>
  decided(on: IsoDate): string
  reason(text: string): string
  /** `also`: besides what was quoted above. */
  evidence(count: number, also: boolean): string
  /** The letter quoted the same words in an answer above. */
  quotedAbove(count: number): string
  unknownEvidence: string
  /** Some of what it rested on was taken back, and is not quoted. */
  fallenEvidence: string
  /** Before what the action programme did. */
  done(count: number): string
  /** Where something that was done can be found; begins as `source`. */
  doneSource(done: LetterDone): string
  shownByDocument(title: string, dated: IsoDate | null): string
  shownByDecision(on: IsoDate, text: string): string
  quotation(words: string): string
  source(title: string, dated: IsoDate | null, page: number | null): string
  running(begun: boolean): string
  report(on: IsoDate, text: string): string
  term(on: IsoDate): string
  openHeading: string
  /** `positions` empty: the motion is one matter. */
  announced(positions: readonly number[]): string
  /** When the council hears whether it was kept. */
  check(on: IsoDate, source: 'extension' | 'text' | 'check'): string
  checkPassed(on: IsoDate): string
  noCheck: string
  stillOpen(positions: readonly number[]): string
  conclusionHeading: string
  conclusion: {
    settled(motion: NamedMotion, outcomes: readonly SettledOutcome[], proposedToCouncil: boolean): string
    partly(motion: NamedMotion, outcomes: readonly SettledOutcome[]): string
    not(motion: NamedMotion): string
    running(motion: NamedMotion): string
  }
  councilDecides: string
  closing(contact: boolean): string
}
