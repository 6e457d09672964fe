import type {
  At,
  Basis,
  Claim,
  Clause,
  Commitment,
  DocumentKind,
  Domain,
  IsoDate,
  Letter,
  Motion,
  Outcome,
  PersonalDataKind,
  PillarKey,
  Request,
  Votes,
} from './read/reading.ts'

/** Names one item of a review through all edits and merges: `m1`, `r3`. Unique within the review, never reused. */
export type Key = string

/** Which motion of the register this is. Nothing is chosen for the clerk unless the match is certain (see `match-motion.ts`). */
export type MotionMatch = { choice: 'undecided' } | { choice: 'new' } | { choice: 'existing'; motion: number }

export type ReviewClause = Clause & { key: Key }
export type ReviewPart = { key: Key; text: string; domain: Domain | null; at: At }
export type ReviewRequest = Omit<Request, 'parts'> & { key: Key; domain: Domain | null; parts: ReviewPart[] }
export type ReviewSubmitter = { key: Key; name: string; party: string | null }
export type ReviewMotion = Omit<Motion, 'clauses' | 'requests' | 'submitters'> & {
  key: Key
  match: MotionMatch
  submitters: ReviewSubmitter[]
  clauses: ReviewClause[]
  requests: ReviewRequest[]
}
/** `motions`: keys of the motions that the commitment answers. */
export type ReviewCommitment = Commitment & { key: Key; motions: Key[] }
/** `requests`: keys of the requests that the claim is about; null means the whole motion. */
export type ReviewClaim = {
  key: Key
  motion: Key
  requests: Key[] | null
  claim: Claim
  basis: Basis
  text: string | null
  at: At
}
export type ReviewPersonalData = { key: Key; kind: PersonalDataKind; text: string; at: At }
export type ReviewPillar = { key: PillarKey; text: string; at: At }
export type ReviewDomain = { key: Domain; text: string; at: At }

/**
 * The corrected reading: every value editable, each with its passage. Dates hold whatever the clerk typed until the document is
 * registered. `passages` has the same JSON pointers as the reading, moved along when items are added or removed.
 */
export type Review = {
  kind: DocumentKind
  letter: Letter | null
  motions: ReviewMotion[]
  commitments: ReviewCommitment[]
  claims: ReviewClaim[]
  pillars: ReviewPillar[]
  domains: ReviewDomain[]
  personalData: ReviewPersonalData[]
  passages: Record<string, At>
  /** Highest number used in a key. */
  lastKey: number
}

export type { At, Basis, Claim, Domain, IsoDate, Outcome, Votes }
