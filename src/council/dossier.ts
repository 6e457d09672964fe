import type { CommitmentLife, DossierMatter } from './life/facts.ts'
import type { MergedMotion, Parting, SetAside } from './merge/merged-into.ts'
import type { MotionProgramme } from './programme/work-on.ts'
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
  RequestAct,
  RequestKind,
  Signatory,
  Term,
  VoteChoice,
} from './read/reading.ts'
import type { StatusFact } from './request-status.ts'
import type { BodyKind } from './tables.ts'

/** A published document, as far as a link needs it. Its public page is that of `publicDocument`. */
export type DocumentRef = {
  id: number
  year: number
  slug: string
  kind: DocumentKind
  title: string
  dated: IsoDate | null
}
/** The place in a published document that a value comes from; `text` is the redacted passage. Null when no place is known. */
export type Passage = { document: DocumentRef; at: At; text: string } | null
export type PartyRef = { slug: string; name: string }
export type MotionRef = {
  id: number
  year: number
  slug: string
  number: string | null
  title: string
  dated: IsoDate | null
  outcome: Outcome
}
export type LetterRef = { id: number; dated: IsoDate; subject: string | null; document: DocumentRef }

export type DossierPart = {
  id: number
  text: string
  domain: Domain | null
  passage: Passage
  status: StatusFact
}
export type DossierRequest = {
  id: number
  kind: RequestKind
  act: RequestAct
  addressee: string | null
  text: string
  domain: Domain | null
  deadline: Term | null
  periodic: { text: string; months: number | null } | null
  passage: Passage
  parts: DossierPart[]
  status: StatusFact
}
export type DossierClaim = {
  id: number
  claim: Claim
  basis: Basis
  on: IsoDate
  text: string | null
  passage: Passage
  letter: LetterRef
  /** Requests that it is about; all of the motion's for a claim about the whole. */
  requests: number[]
  /** The same with the parts that it names; `part` null: the whole request. */
  about: { request: number; part: number | null }[]
}
export type DossierCommitment = {
  id: number
  text: string
  madeOn: IsoDate
  due: Term | null
  passage: Passage
  /** First the letter that made it; `passage`: where another says it again. */
  letters: (LetterRef & { role: 'made' | 'repeated' | 'kept'; passage?: Passage })[]
  motions: MotionRef[]
  /** How it fares; its check date is ours, never the letter's. */
  life: CommitmentLife
}
export type DossierVote = { party: PartyRef; vote: VoteChoice }

/** Everything public about one motion. */
export type MotionDossier = {
  municipality: { slug: string; name: string }
  motion: MotionRef & {
    kind: 'motion' | 'amendment'
    closingFormula: boolean | null
    /** All numbers that documents print for it, as printed. */
    numbers: string[]
    registryNumbers: string[]
    /** Field name (`title`, `number`, `date`, `outcome`, `registryNumber`, `votes`) → where it stands. */
    passages: Record<string, Passage>
  }
  meeting: { body: string; kind: BodyKind; heldOn: IsoDate } | null
  proposals: { title: string | null; registryNumber: string | null; passage: Passage }[]
  submitters: { name: string; printedName: string; party: PartyRef | null; passage: Passage }[]
  votes: { for: number | null; against: number | null; parties: DossierVote[] } | null
  clauses: { kind: ClauseKind; text: string; passage: Passage }[]
  requests: DossierRequest[]
  claims: DossierClaim[]
  /** What is followed of it, each to a settlement of its own; empty when nothing is. */
  matters: DossierMatter[]
  commitments: DossierCommitment[]
  letters: (LetterRef & { role: 'answers' | 'mentions' })[]
  documents: (DocumentRef & { role: 'text' | 'quoted' | 'mentioned' })[]
  /** Motions that turned out to be this one. */
  merges: MergedMotion[]
  /** Merges that were taken back. */
  partings: Parting[]
  /** Courses that no longer count since motions were merged. */
  setAside: SetAside[]
  /** What the action programme does about it. */
  programme?: MotionProgramme
  status: StatusFact
}

/** A public page for one document: its redacted pages, and everything that was read from it. */
export type PublicDocument = {
  document: DocumentRef
  municipality: { slug: string; name: string }
  /** Redacted text per page, as long as the original page. */
  pages: string[]
  letter:
    | (LetterRef & {
        kind: 'settlement-letter' | 'information-letter'
        reference: string | null
        registryNumber: string | null
        addressee: string | null
        place: string | null
        department: string | null
        unit: string | null
        signatories: Signatory[]
      })
    | null
  motions: (MotionRef & { role: 'text' | 'quoted' | 'mentioned' })[]
  claims: (Omit<DossierClaim, 'letter' | 'requests' | 'about'> & { motion: MotionRef })[]
  commitments: DossierCommitment[]
  topics: { kind: 'pillar' | 'domain'; key: PillarKey | Domain; text: string; at: At }[]
  /** Passages to mark, in page order, each with the anchor `passage-<id>` of its first slice. */
  marks: Mark[]
}
/** `id` is stable for the document: pages link to `#passage-<id>`. Use `passageId(at)` to link from elsewhere. */
export type Mark = {
  id: string
  kind:
    | 'field'
    | 'clause'
    | 'request'
    | 'part'
    | 'commitment'
    | 'claim'
    | 'topic'
    | 'submitter'
    | 'vote'
    /** Words that people picked: nothing read them, something rests on them. */
    | 'evidence'
  /** For `field` its name, such as `date`; for `evidence` what rests on it; otherwise the kind of clause, claim and so on. */
  name: string
  at: At
}

/** Anchor of a passage: `p1-120-164` for page 1, offsets 120 to 164 (its first slice). */
export function passageId(at: At): string {
  const first = at[0]
  return first ? `p${first.page}-${first.start}-${first.end}` : 'p0'
}

/** Whole calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
