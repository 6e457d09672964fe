import type { DoneFacts } from '../../programme/index.ts'
import type { DocumentRef, Passage } from '../dossier.ts'
import type { IsoDate } from '../read/reading.ts'
import type { CheckSource, CommitmentRelation, CommitmentState } from './commitment.ts'
import type { DoneSource } from './evidence.ts'
import type { MatterState, ReopenCause, SettlementOutcome } from './matter.ts'
import type { ProposalState } from './proposal.ts'
import type { MatterTerm } from './term.ts'
import type { CommitmentStep, MatterStep } from './undo.ts'

/**
 * Why evidence no longer stands. `letter`: the college took back the letter that it stands in; `taken-back`: the programme no longer says
 * so; `own-evidence`: what showed it was taken back. `on`: since when.
 */
export type Fallen = { cause: 'letter' | 'taken-back' | 'own-evidence'; on: IsoDate; reason: string | null }
/** What showed that something was done, as pages show it. */
export type DossierOwnEvidence =
  | { kind: 'passage'; passage: NonNullable<Passage>; quotation: string }
  | { kind: 'document'; document: DocumentRef }
  | { kind: 'decision'; text: string; on: IsoDate }
/** Something that the action programme did, as it was when it was taken up as evidence. */
export type DossierDone = Omit<DoneSource, 'own'> & {
  kind: DoneFacts['kind']
  /** Of the milestone, or of the step that reported. */
  id: number
  /** The title of the milestone, or the line of the report. */
  quotation: string
  own: DossierOwnEvidence[]
}
/** Evidence as pages show it: the words in their document, what the programme did, or that nobody knows. */
export type DossierEvidence =
  | { kind: 'passage'; passage: NonNullable<Passage>; quotation: string; fallen?: Fallen | null }
  | (DossierDone & { fallen?: Fallen | null })
  | { kind: 'unknown' }
/** `by`: a role, or `program`; a name only of councillors and members of the college. */
export type TakenBy = { role: string; name: string | null }
type HistoryFact<Step, State> = {
  id: number
  step: Step
  from: State
  to: State
  /** The day that it counts from. */
  on: IsoDate
  by: TakenBy
  reason: string | null
  /** It was taken back later. */
  undone: boolean
  /** The step that this one takes back. */
  undoes: number | null
}
export type MatterFact = HistoryFact<MatterStep, MatterState> & {
  cause: ReopenCause | null
  /** Proposed, decided, or, of a reopening, what it was settled as. */
  outcome: SettlementOutcome | null
  /** The commitment that was missed. */
  commitment: number | null
  passage: Passage
}
export type CommitmentFact = HistoryFact<CommitmentStep, CommitmentState>
export type DossierObjection = { submitter: string; on: IsoDate; reason: string }
export type DossierDecision = {
  id: number
  proposal: number
  verdict: 'accept' | 'reject'
  outcome: SettlementOutcome | null
  body: 'college' | 'council'
  on: IsoDate
  reason: string | null
  /** The earlier decision that this one replaces. */
  corrects: number | null
}
export type DossierProposal = {
  id: number
  state: ProposalState
  outcome: SettlementOutcome
  explanation: string | null
  on: IsoDate
  objectionUntil: IsoDate | null
  /** `imported`: from an old register, whose evidence may be unknown. */
  origin: 'own' | 'imported'
  evidence: DossierEvidence[]
  /** Commitments that carry it. */
  commitments: number[]
  /** Those that stand. */
  objections: DossierObjection[]
}
/** A request without parts, or one part, with its whole course. */
export type DossierMatter = {
  id: number
  request: number
  part: number | null
  text: string
  state: MatterState
  outcome: SettlementOutcome | null
  /** The waiting proposal is put off. */
  held: boolean
  /** The member of the college who answers for it. */
  owner: { id: number; name: string } | null
  term: MatterTerm
  /** The proposal that waits for a decision. */
  proposal: DossierProposal | null
  /** The decision that it is settled by. */
  decision: DossierDecision | null
  /** What its settlement, or else its waiting proposal, rests on. */
  evidence: DossierEvidence[]
  /** All of them, oldest first, also rejected and withdrawn ones. */
  proposals: DossierProposal[]
  decisions: DossierDecision[]
  history: MatterFact[]
}
/** How a commitment fares. `check` is ours, never the letter's; null: nobody settled it yet. */
export type CommitmentLife = {
  state: CommitmentState
  /** The day by which it counts now. */
  due: { on: IsoDate; source: 'extension' | 'text' | 'check' } | null
  check: { on: IsoDate | null; source: CheckSource } | null
  /** The first of its days that passed while it was open; stays when it was kept later. */
  missedOn: IsoDate | null
  extensions: { on: IsoDate; from: IsoDate | null; to: IsoDate; reason: string; passage: Passage }[]
  /** `earlier` or `motion` is what this one repeats, amends or replaces. */
  relations: { kind: CommitmentRelation; earlier: number | null; motion: number | null }[]
  /** Commitments that repeat, amend or replace this one. */
  later: { kind: CommitmentRelation; commitment: number }[]
  /** By what it was kept, wholly or partly. */
  kept: { on: IsoDate; how: 'kept' | 'partly-kept'; reason: string | null; evidence: DossierEvidence[] }[]
  history: CommitmentFact[]
}
