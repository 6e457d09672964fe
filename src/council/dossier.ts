import type { CommitmentLife, DossierMatter } from './life/facts.ts'
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
}
export type DossierCommitment = {
  id: number
  text: string
  madeOn: IsoDate
  due: Term | null
  passage: Passage
  /** First the letter that made it. */
  letters: (LetterRef & { role: 'made' | 'repeated' | 'kept' })[]
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
  status: StatusFact
}

/** One dated fact of the course of a motion, oldest first; of one day in the order of this union. */
export type TimelineFact =
  | { on: IsoDate; kind: 'outcome'; outcome: Outcome; passage: Passage }
  | { on: IsoDate; kind: 'deadline'; request: number; term: Term; passage: Passage }
  | { on: IsoDate; kind: 'letter'; letter: LetterRef; role: 'answers' | 'mentions' }
  | { on: IsoDate; kind: 'claim'; claim: DossierClaim }
  | { on: IsoDate; kind: 'commitment'; commitment: DossierCommitment }
  /** The first day on which the promised thing may be expected (`notBefore`), or the last (`notAfter`). */
  | { on: IsoDate; kind: 'commitment-not-before' | 'commitment-not-after'; commitment: DossierCommitment }

/** The facts of "In het kort"; the sentences are made from `src/words`. Days are whole calendar days. */
export type Summary = {
  outcome: Outcome
  decidedOn: IsoDate | null
  requests: number
  /** Matters asked for: parts, and one for each request without parts. */
  matters: number
  partsNamed: string[]
  status: StatusFact
  /** The newest claim that says anything, and the days from decision to claim (null when a date is unknown). */
  claim: { claim: Claim; basis: Basis; on: IsoDate; daysAfterDecision: number | null } | null
  /** Days since the decision while no claim was made; null otherwise. */
  openDays: number | null
  commitments: {
    id: number
    text: string
    madeOn: IsoDate
    due: Term | null /** Whole days since `notAfter`, or else since `notBefore`; negative before it; null without a date. */
    daysPast: number | null
  }[]
  letters: number
}

/** The chain of rings, in order. `state`: `unknown` where no document says; nothing is ever assumed. */
export type ChainRing = {
  ring: 'asked' | 'decided' | 'promised' | 'claimed'
  state: 'there' | 'not-yet' | 'not-there' | 'unknown'
  on: IsoDate | null
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
  claims: (Omit<DossierClaim, 'letter' | 'requests'> & { motion: MotionRef })[]
  commitments: DossierCommitment[]
  topics: { kind: 'pillar' | 'domain'; key: PillarKey | Domain; text: string; at: At }[]
  /** Passages to mark, in page order, each with the anchor `passage-<id>` of its first slice. */
  marks: Mark[]
}
/** `id` is stable for the document: pages link to `#passage-<id>`. Use `passageId(at)` to link from elsewhere. */
export type Mark = {
  id: string
  kind: 'field' | 'clause' | 'request' | 'part' | 'commitment' | 'claim' | 'topic' | 'submitter' | 'vote'
  /** For `field` its name, such as `date`; otherwise the kind of clause, claim and so on. */
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

const timelineOrder = [
  'outcome',
  'letter',
  'commitment',
  'claim',
  'deadline',
  'commitment-not-before',
  'commitment-not-after',
] as const satisfies TimelineFact['kind'][]

/** The course of a motion as dated facts, oldest first. What has no date is not in it. */
export function timelineOf(dossier: MotionDossier): TimelineFact[] {
  const facts: TimelineFact[] = []
  const { motion } = dossier
  if (motion.dated) {
    const { outcome, dated } = motion
    facts.push({
      on: dated,
      kind: 'outcome',
      outcome,
      passage: motion.passages.outcome ?? motion.passages.date ?? null,
    })
  }
  for (const { id, deadline, passage } of dossier.requests) {
    const on = deadline?.notAfter ?? deadline?.notBefore
    if (deadline && on) facts.push({ on, kind: 'deadline', request: id, term: deadline, passage })
  }
  for (const { role, ...letter } of dossier.letters)
    facts.push({ on: letter.dated, kind: 'letter', letter, role })
  for (const claim of dossier.claims) {
    if (claim.claim !== 'none') facts.push({ on: claim.on, kind: 'claim', claim })
  }
  for (const commitment of dossier.commitments) {
    const { madeOn, due } = commitment
    facts.push({ on: madeOn, kind: 'commitment', commitment })
    if (due?.notBefore && due.notBefore !== due.notAfter) {
      facts.push({ on: due.notBefore, kind: 'commitment-not-before', commitment })
    }
    if (due?.notAfter) facts.push({ on: due.notAfter, kind: 'commitment-not-after', commitment })
  }
  const rank = (fact: TimelineFact) => timelineOrder.indexOf(fact.kind)
  return facts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)))
}

/** The newest claim that says anything; of one day the last. */
function newestClaim(dossier: MotionDossier): DossierClaim | null {
  return dossier.claims.filter((claim) => claim.claim !== 'none').at(-1) ?? null
}

/** `today` decides only how many days something has been open or past. */
export function summaryOf(dossier: MotionDossier, today: IsoDate): Summary {
  const { motion, requests, commitments, letters, status } = dossier
  const claim = newestClaim(dossier)
  const asked = motion.outcome === 'adopted' || motion.outcome === 'taken-over'
  return {
    outcome: motion.outcome,
    decidedOn: motion.dated,
    requests: requests.length,
    matters: requests.reduce((sum, request) => sum + Math.max(1, request.parts.length), 0),
    partsNamed: requests.flatMap((request) => request.parts.map((part) => part.text)),
    status,
    claim: claim && {
      claim: claim.claim,
      basis: claim.basis,
      on: claim.on,
      daysAfterDecision: motion.dated ? daysBetween(motion.dated, claim.on) : null,
    },
    openDays: asked && !claim && motion.dated ? daysBetween(motion.dated, today) : null,
    commitments: commitments.map(({ id, text, madeOn, due }) => {
      const date = due?.notAfter ?? due?.notBefore ?? null
      return { id, text, madeOn, due, daysPast: date ? daysBetween(date, today) : null }
    }),
    letters: letters.length,
  }
}

/** The rings of the chain for a motion: asked, decided, promised, claimed. What no document says is `not-yet` or `unknown`. */
export function chainOf(dossier: MotionDossier): ChainRing[] {
  const { motion, requests, commitments } = dossier
  const claim = newestClaim(dossier)
  const promised = commitments[0] ?? null
  const ended = ['rejected', 'withdrawn', 'lapsed', 'not-voted'].includes(motion.outcome)
  const later = ended ? 'not-there' : 'not-yet'
  const decided = { adopted: 'there', 'taken-over': 'there', held: 'not-yet', unknown: 'unknown' } as const
  return [
    { ring: 'asked', state: requests.length > 0 ? 'there' : 'unknown', on: motion.dated },
    {
      ring: 'decided',
      state: ended ? 'not-there' : decided[motion.outcome as keyof typeof decided],
      on: motion.outcome === 'unknown' ? null : motion.dated,
    },
    { ring: 'promised', state: promised ? 'there' : later, on: promised?.madeOn ?? null },
    { ring: 'claimed', state: claim ? 'there' : later, on: claim?.on ?? null },
  ]
}
