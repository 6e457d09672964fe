import type { Generated } from 'kysely'
import type { At, IsoDate } from '../read/reading.ts'
import type { Day, Json } from '../tables.ts'
import type { CheckSource, CommitmentRelation, CommitmentState } from './commitment.ts'
import type { DoneSource, EvidenceKind } from './evidence.ts'
import type { Fallen } from './facts.ts'
import type { MatterState, ReopenCause, SettlementOutcome } from './matter.ts'
import type { ProposalState } from './proposal.ts'
import type { TermSource } from './term.ts'
import type { CommitmentStep, MatterStep } from './undo.ts'

export type MatterTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  request_id: number
  part_id: number | null
  /** The matter whose course stands instead of this one, since two motions were merged. */
  aside_for: Generated<number | null>
  state: Generated<MatterState>
  outcome: SettlementOutcome | null
  decision_id: number | null
  proposal_id: number | null
  held: Generated<boolean>
  portfolio_holder_id: number | null
  term_source: TermSource
  term_text: string | null
  term_not_before: Day | null
  term_not_after: Day | null
  term_basis: string | null
  version: Generated<number>
}
export type MatterOfficialTable = {
  municipality: string
  matter_id: number
  account_id: string | null
  name: string | null
}
type HistoryColumns = {
  municipality: string
  id: Generated<number>
  moved_at: Date
  moved_on: Day
  /** A role, or `program`. */
  by_role: string
  by_name: string | null
  reason: string | null
  undoes: number | null
}
export type MatterHistoryTable = HistoryColumns & {
  motion_id: number
  matter_id: number
  step: MatterStep
  from_state: MatterState
  to_state: MatterState
  cause: ReopenCause | null
  outcome: SettlementOutcome | null
  commitment_id: number | null
  document_id: number | null
  at: Json<At> | null
}
/** What a step changed, as it was before; an undo puts it back. */
export type MatterBefore = {
  state: MatterState
  outcome: SettlementOutcome | null
  decision_id: number | null
  proposal_id: number | null
  held: boolean
  portfolio_holder_id: number | null
  term_source: TermSource
  term_text: string | null
  term_not_before: IsoDate | null
  term_not_after: IsoDate | null
  term_basis: string | null
  official: { account_id: string | null; name: string | null } | null
  /** The proposal that waited, and how it stood. */
  proposal: { id: number; state: ProposalState } | null
}
export type CommitmentBefore = {
  state: CommitmentState
  check_on: IsoDate | null
  check_source: CheckSource | null
  extended_to: IsoDate | null
  missed_on: IsoDate | null
}
type DetailTable<Before> = {
  municipality: string
  history_id: number
  actor_id: string | null
  actor_name: string
  before: Json<Before>
}
export type SettlementProposalTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  matter_id: number
  history_id: number
  state: ProposalState
  outcome: SettlementOutcome
  explanation: string | null
  proposed_on: Day
  objection_until: Day | null
  origin: 'own' | 'imported'
}
type EvidenceColumns = {
  municipality: string
  position: number
  kind: EvidenceKind
  document_id: number | null
  at: Json<At> | null
  /** Of a milestone its title, of a report its line. */
  quotation: string | null
  milestone_id: number | null
  report_id: number | null
  source: Json<DoneSource> | null
}
type FallenColumns = { municipality: string; position: number } & {
  cause: Fallen['cause']
  moved_on: Day
  reason: string | null
}
export type SettlementEvidenceTable = EvidenceColumns & { motion_id: number; proposal_id: number }
export type SettlementCommitmentTable = {
  municipality: string
  motion_id: number
  proposal_id: number
  commitment_id: number
}
export type SettlementObjectionTable = {
  municipality: string
  motion_id: number
  proposal_id: number
  history_id: number
  submitter_position: number
  objected_on: Day
  reason: string
}
export type SettlementDecisionTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  matter_id: number
  proposal_id: number
  verdict: 'accept' | 'reject'
  outcome: SettlementOutcome | null
  body: 'college' | 'council'
  decided_on: Day
  meeting_id: number | null
  reason: string | null
  corrects: number | null
}
/** What the life of a commitment adds to its row. */
export type CommitmentLifeColumns = {
  state: Generated<CommitmentState>
  check_on: Day | null
  check_source: CheckSource | null
  extended_to: Day | null
  missed_on: Day | null
  version: Generated<number>
}
export type CommitmentHistoryTable = HistoryColumns & {
  commitment_id: number
  step: CommitmentStep
  from_state: CommitmentState
  to_state: CommitmentState
}
export type CommitmentExtensionTable = {
  municipality: string
  commitment_id: number
  history_id: number
  old_day: Day | null
  new_day: Day
  reason: string
  document_id: number | null
  at: Json<At> | null
}
export type CommitmentEvidenceTable = EvidenceColumns & { commitment_id: number; history_id: number }
export type CommitmentRelationTable = {
  municipality: string
  commitment_id: number
  history_id: number
  kind: CommitmentRelation
  other_id: number | null
  motion_id: number | null
}
export type PersonAccountTable = { municipality: string; account_id: string; person_id: number }
export type PersonAccountHistoryTable = {
  municipality: string
  id: Generated<number>
  account_id: string
  account_name: string
  person_id: number
  step: 'link' | 'unlink'
  moved_at: Date
  actor_id: string | null
  actor_name: string
}

export type PublicLifeTables = {
  'council.matter': MatterTable
  'council.matter_history': MatterHistoryTable
  'council.settlement_proposal': SettlementProposalTable
  'council.settlement_evidence': SettlementEvidenceTable
  'council.settlement_commitment': SettlementCommitmentTable
  'council.settlement_objection': SettlementObjectionTable
  'council.settlement_decision': SettlementDecisionTable
  'council.commitment_history': CommitmentHistoryTable
  'council.commitment_extension': CommitmentExtensionTable
  'council.commitment_evidence': CommitmentEvidenceTable
  'council.commitment_relation': CommitmentRelationTable
  /** Views: evidence that no longer stands. */
  'council.fallen_milestone': Omit<FallenColumns, 'position'> & { milestone_id: number }
  'council.fallen_report': Omit<FallenColumns, 'position'> & { report_id: number }
  'council.fallen_settlement_evidence': FallenColumns & { proposal_id: number }
  'council.fallen_commitment_evidence': FallenColumns & { history_id: number }
  /** A view: relations that were not taken back. */
  'council.standing_relation': CommitmentRelationTable
}
export type LifeTables = PublicLifeTables & {
  'council.matter_official': MatterOfficialTable
  'council.matter_history_detail': DetailTable<MatterBefore>
  'council.commitment_history_detail': DetailTable<CommitmentBefore>
  'council.person_account': PersonAccountTable
  'council.person_account_history': PersonAccountHistoryTable
}
