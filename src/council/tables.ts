import type { ColumnType, Generated } from 'kysely'
import type { DocumentErrorCode } from '../errors.ts'
import type { CorrectionTables, MotionCorrectionTable } from './correct/tables.ts'
import type { CouncilListTables } from './council-list/tables.ts'
import type { FollowTables } from './follow/tables.ts'
import type { ImportedMotionTable, ImportTables } from './import/tables.ts'
import type { LetterOutTables } from './letter-out/tables.ts'
import type { CommitmentLifeColumns, LifeTables, PublicLifeTables } from './life/tables.ts'
import type { MergeTables, MotionMergeTable, MotionPartingTable } from './merge/tables.ts'
import type { DocumentFormat } from './open-document/format.ts'
import type { WishStand } from './public-wishes.ts'
import type {
  At,
  Basis,
  Claim,
  ClauseKind,
  DocumentKind,
  Domain,
  IsoDate,
  Outcome,
  PillarKey,
  Reading,
  RequestAct,
  RequestKind,
  Signatory,
  TermRule,
  VoteChoice,
} from './read/reading.ts'
import type { RequestStatus } from './request-status.ts'
import type { Review } from './review.ts'
import type { TakeBackTables } from './take-back/tables.ts'
import type { LetterWithdrawalTable, WithdrawalTables } from './withdraw/tables.ts'

/** `jsonb`: read as a value, written as `JSON.stringify(value)` (the driver would write an array as a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>
/** `date`: read and written as `2019-07-02`, never as a moment (the driver must not parse type 1082). */
export type Day = ColumnType<IsoDate, IsoDate, IsoDate>

export const documentStates = ['stored', 'unreadable', 'read', 'registered'] as const
/** `stored`: bytes are safe, nothing read yet; `read`: waits for a clerk, who may have saved a draft. */
export type DocumentState = (typeof documentStates)[number]

export type { DocumentFormat }

export const bodyKinds = ['council', 'college', 'committee'] as const
export type BodyKind = (typeof bodyKinds)[number]

export const themes = ['schakel', 'ma'] as const
export type Theme = (typeof themes)[number]

type Due = {
  due_text: string | null
  due_not_before: Day | null
  due_not_after: Day | null
  due_rule: TermRule | null
}

export type MunicipalityTable = { municipality: string; name: string; theme: Theme }
export type RecessTable = {
  municipality: string
  kind: 'summer' | 'autumn' | 'christmas' | 'spring' | 'may'
  first_day: Day
  last_day: Day
  source: string
}
export type SettingTable = {
  municipality: string
  key: string
  valid_from: Day
  value: Json<unknown>
  source: string
}
export type BodyTable = { municipality: string; id: Generated<number>; kind: BodyKind; name: string }
export type MeetingTable = { municipality: string; id: Generated<number>; body_id: number; held_on: Day }
export type PartyTable = { municipality: string; id: Generated<number>; slug: string; name: string }
export type PersonTable = { municipality: string; id: Generated<number>; name: string; family_name: string }
export type PartyMembershipTable = {
  municipality: string
  person_id: number
  party_id: number
  first_day: Day
  last_day: Day | null
}

export type OriginalTable = {
  municipality: string
  sha256: string
  bytes: Buffer
  size: number
  media_type: string | null
  stored_at: Date
}
export type DocumentTable = {
  municipality: string
  id: Generated<number>
  sha256: string
  file_name: string
  state: DocumentState
  format: DocumentFormat | null
  error_code: DocumentErrorCode | null
  pages: Json<string[]> | null
  reading: Json<Reading> | null
  review: Json<Review> | null
  review_version: Generated<number>
  reviewed_by: string | null
  reviewed_by_name: string | null
  reviewed_at: Date | null
  uploaded_by: string | null
  uploaded_by_name: string
  uploaded_at: Date
  registered_by: string | null
  registered_by_name: string | null
  registered_at: Date | null
}
export type DocumentDraftTable = {
  municipality: string
  document_id: number
  version: number
  review: Json<Review>
  saved_by: string | null
  saved_by_name: string
  saved_at: Date
}
export type LetterContactTable = {
  municipality: string
  letter_id: number
  name: string | null
  phone: string | null
  email: string | null
}

export type PublishedDocumentTable = {
  municipality: string
  document_id: number
  year: number
  slug: string
  kind: DocumentKind
  title: string
  dated: Day | null
  pages: Json<string[]>
  published_at: Date | null
}
/** Where a value of a row stands: the document and the slices of its pages. */
export type Source = { document: number; at: At }
export type LetterTable = {
  municipality: string
  id: Generated<number>
  document_id: number
  kind: 'settlement-letter' | 'information-letter'
  dated: Day
  subject: string | null
  reference: string | null
  registry_number: string | null
  addressee: string | null
  place: string | null
  department: string | null
  unit: string | null
  signatories: Json<Signatory[]>
  sources: Json<Record<string, Source>>
  published_at: Date | null
  withdrawn_on: Day | null
}
export type LetterTopicTable = {
  municipality: string
  letter_id: number
  position: number
  kind: 'pillar' | 'domain'
  key: PillarKey | Domain
  text: string
  document_id: number
  at: Json<At>
}
export type MotionTable = {
  municipality: string
  id: Generated<number>
  kind: 'motion' | 'amendment'
  year: number
  slug: string
  number: string | null
  title: string
  dated: Day | null
  meeting_id: number | null
  outcome: Outcome
  votes_for: number | null
  votes_against: number | null
  closing_formula: boolean | null
  sources: Json<Record<string, Source>>
  published_at: Date | null
  created_at: Date
  version: Generated<number>
  merged_into: number | null
}
export type MotionIdentifierTable = {
  municipality: string
  motion_id: number
  kind: 'number' | 'registry'
  value: string
  printed: string
  document_id: number | null
}
export type MotionSubmitterTable = {
  municipality: string
  motion_id: number
  position: number
  printed_name: string
  printed_party: string | null
  person_id: number | null
  party_id: number | null
  /** Null when it comes from an imported list. */
  document_id: number | null
  at: Json<At>
}
export type MotionVoteTable = {
  municipality: string
  motion_id: number
  party_id: number
  vote: VoteChoice
  document_id: number
  at: Json<At>
}
export type ProposalTable = {
  municipality: string
  id: Generated<number>
  title: string | null
  registry_number: string | null
}
export type MotionProposalTable = {
  municipality: string
  motion_id: number
  proposal_id: number
  document_id: number
  at: Json<At>
}
export type ClauseTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  position: number
  kind: ClauseKind
  text: string
  document_id: number
  at: Json<At>
}
export type RequestTable = Due & {
  municipality: string
  id: Generated<number>
  motion_id: number
  position: number
  kind: RequestKind
  act: RequestAct
  addressee: string | null
  text: string
  domain: Domain | null
  periodic_text: string | null
  periodic_months: number | null
  /** Null when it comes from an imported list. */
  document_id: number | null
  at: Json<At>
}
export type RequestPartTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  request_id: number
  position: number
  text: string
  domain: Domain | null
  /** Null when it comes from an imported list. */
  document_id: number | null
  at: Json<At>
}
export type CommitmentTable = Due &
  CommitmentLifeColumns & {
    municipality: string
    id: Generated<number>
    text: string
    made_on: Day
    document_id: number
    at: Json<At>
    published_at: Date | null
  }
export type SettlementClaimTable = {
  municipality: string
  id: Generated<number>
  letter_id: number
  motion_id: number
  claim: Claim
  basis: Basis
  text: string | null
  claimed_on: Day
  document_id: number
  at: Json<At>
}
export type SettlementClaimRequestTable = {
  municipality: string
  claim_id: number
  request_id: number
  part_id: number | null
}
export type LetterMotionTable = {
  municipality: string
  letter_id: number
  motion_id: number
  role: 'answers' | 'mentions'
}
export type CommitmentLetterTable = {
  municipality: string
  commitment_id: number
  letter_id: number
  role: 'made' | 'repeated' | 'kept'
  at: Json<At> | null
}
export type CommitmentMotionTable = { municipality: string; commitment_id: number; motion_id: number }
export type DocumentMotionTable = {
  municipality: string
  document_id: number
  motion_id: number
  role: 'text' | 'quoted' | 'mentioned'
}
/** One row for each public motion: what the register shows, filters and counts. Written only by `refreshRegister`. */
export type RegisterEntryTable = {
  municipality: string
  motion_id: number
  kind: 'motion' | 'amendment'
  year: number
  slug: string
  number: string | null
  title: string
  dated: Day | null
  outcome: Outcome
  status: RequestStatus
  basis: Basis | null
  /** Of the claim, proposal, decision or reopening behind the status. */
  status_on: Day | null
  matters: number
  settled: number
  evidence_unknown: boolean
  /** Earliest last day of what is not settled. */
  term_due: Day | null
  /** Earliest day by which one of its running commitments counts. */
  commitment_due: Day | null
  parties: string[]
  domains: string[]
  requests: number
  parts: number
  /** `status|year|parties|domains`, lists joined by commas. */
  facets: string
  answered_on: Day | null
}
/** One row for each matter of a public motion: where it stands. Kept by triggers on what it is derived from. */
export type WishTable = {
  municipality: string
  matter_id: number
  motion_id: number
  year: number
  /** Adopted or taken over on. */
  dated: Day | null
  parties: string[]
  domain: Domain | null
  stand: WishStand
  /** The day of the decision that stands. */
  settled_on: Day | null
}
export type RegisterSearchTable = { municipality: string; motion_id: number; words: string }

/** What the public login `schakel_public` may read: redacted and published things only. */
export type PublicTables = PublicLifeTables & {
  'council.municipality': MunicipalityTable
  'council.recess': RecessTable
  'council.body': BodyTable
  'council.meeting': MeetingTable
  'council.party': PartyTable
  'council.person': PersonTable
  'council.party_membership': PartyMembershipTable
  'council.published_document': PublishedDocumentTable
  'council.letter': LetterTable
  'council.letter_topic': LetterTopicTable
  'council.motion': MotionTable
  'council.motion_identifier': MotionIdentifierTable
  'council.motion_submitter': MotionSubmitterTable
  'council.motion_vote': MotionVoteTable
  'council.proposal': ProposalTable
  'council.motion_proposal': MotionProposalTable
  'council.clause': ClauseTable
  'council.request': RequestTable
  'council.request_part': RequestPartTable
  'council.commitment': CommitmentTable
  'council.settlement_claim': SettlementClaimTable
  'council.settlement_claim_request': SettlementClaimRequestTable
  'council.letter_motion': LetterMotionTable
  'council.commitment_letter': CommitmentLetterTable
  'council.commitment_motion': CommitmentMotionTable
  'council.document_motion': DocumentMotionTable
  'council.register_entry': RegisterEntryTable
  'council.register_search': RegisterSearchTable
  'council.wish': WishTable
  'council.motion_correction': MotionCorrectionTable
  'council.letter_withdrawal': LetterWithdrawalTable
  'council.imported_motion': ImportedMotionTable
  'council.motion_merge': MotionMergeTable
  'council.motion_parting': MotionPartingTable
}

/** Every table of this room, as the desk's login sees them. */
export type CouncilTables = PublicTables &
  LetterOutTables &
  LifeTables &
  CouncilListTables &
  CorrectionTables &
  WithdrawalTables &
  MergeTables &
  TakeBackTables &
  ImportTables &
  FollowTables & {
    'council.setting': SettingTable
    'council.original': OriginalTable
    'council.document': DocumentTable
    'council.document_draft': DocumentDraftTable
    'council.letter_contact': LetterContactTable
  }
