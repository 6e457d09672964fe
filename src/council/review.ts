import { findDomains } from './read/domains.ts'
import type {
  At,
  Basis,
  Claim,
  Clause,
  Commitment,
  DocumentKind,
  Domain,
  Letter,
  Motion,
  PersonalDataKind,
  PillarKey,
  Reading,
  Request,
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
/**
 * `motions`: keys of the motions that the commitment answers. `check`: the day on which the clerk wants to look whether it was kept, or
 * `none-agreed`; absent or null lets the municipality's term say. `repeats`: the commitment of the register that it says again; null: it
 * is a new one; absent: nobody looked.
 */
export type ReviewCommitment = Commitment & {
  key: Key
  motions: Key[]
  check?: string | null
  repeats?: number | null
}
/**
 * `requests`: keys of the requests that the claim is about; null means the whole motion. `answers`: what a letter of our own says that it
 * answers: the matter of the register, and its words; it holds as long as the claim is about that request.
 */
export type ReviewClaim = {
  key: Key
  motion: Key
  requests: Key[] | null
  claim: Claim
  basis: Basis
  text: string | null
  at: At
  answers?: { matter: number; text: string } | null
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

/** The first draft: the reading, with keys. A commitment is tied to the motion of the first claim after it. */
export function reviewOf(reading: Reading): Review {
  let lastKey = 0
  const keyed = <T>(prefix: string, value: T): T & { key: Key } => {
    lastKey += 1
    return { ...value, key: `${prefix}${lastKey}` }
  }
  const motions = reading.motions.map(
    (motion): ReviewMotion =>
      keyed('m', {
        ...motion,
        match: { choice: 'undecided' as const },
        submitters: motion.submitters.map((submitter) => keyed('s', submitter)),
        clauses: motion.clauses.map((clause) => keyed('c', clause)),
        requests: motion.requests.map((request) =>
          keyed('r', {
            ...request,
            domain: domainNamed(request),
            parts: request.parts.map((part) => keyed('p', part)),
          }),
        ),
      }),
  )
  const claims = reading.settlement.flatMap(({ motion, claim, basis, text, at }) => {
    const of = motions[motion]
    return of ? [keyed('k', { motion: of.key, requests: null, claim, basis, text, at })] : []
  })
  const answered = (at: At): Key[] => {
    if (motions.length < 2) return motions.map((motion) => motion.key)
    const next = claims.find((claim) => claim.at.length > 0 && comparePlaces(at, claim.at) <= 0)
    return next ? [next.motion] : []
  }
  const review: Review = {
    kind: reading.kind,
    letter: reading.letter,
    motions,
    claims,
    commitments: reading.commitments.map((commitment) =>
      keyed('t', { ...commitment, motions: answered(commitment.at) }),
    ),
    pillars: reading.pillars,
    domains: reading.domains,
    personalData: reading.personalData.map((item) => keyed('d', item)),
    passages: Object.fromEntries(
      Object.entries(reading.passages).map(([pointer, at]) => [
        pointer.replace(/^\/settlement\//, '/claims/'),
        at,
      ]),
    ),
    lastKey,
  }
  return structuredClone({ ...review, lastKey })
}

/** What an undivided request is about: the first domain that its words name. A divided one has a domain for each part. */
function domainNamed(request: Request): Domain | null {
  return request.parts.length > 0 ? null : (findDomains(request.text)[0]?.domain ?? null)
}

/** Reading order of two passages; one without a place comes last. */
export function comparePlaces(a: At, b: At): number {
  const [x, y] = [a[0], b[0]]
  if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1)
  return x.page - y.page || x.start - y.start
}

/** Arrays of keyed items, by the name of the property that holds them; the other arrays are replaced as a whole. */
export const keyedArrays: ReadonlySet<string> = new Set([
  'motions',
  'submitters',
  'clauses',
  'requests',
  'parts',
  'commitments',
  'claims',
  'personalData',
])

/** JSON pointers of a review → the same with keys for indices (`/motions/@m1/title`), which survive insertions; and back. */
export function keyedPointer(review: Review, pointer: string): string {
  return translate(review, pointer, (items, segment) => {
    const key = items[Number(segment)]?.key
    return key === undefined ? null : `@${key}`
  })
}
/** Null when the item is no longer there. */
export function indexPointer(review: Review, pointer: string): string | null {
  let gone = false
  const found = translate(review, pointer, (items, segment) => {
    if (!segment.startsWith('@')) return null
    const index = items.findIndex((item) => item.key === segment.slice(1))
    if (index < 0) gone = true
    return String(index)
  })
  return gone ? null : found
}

type Item = { key: Key }
function translate(
  review: Review,
  pointer: string,
  change: (items: Item[], segment: string) => string | null,
): string {
  let node: unknown = review
  let inKeyed = false
  const segments = pointer.split('/').slice(1)
  const changed = segments.map((segment) => {
    if (inKeyed && Array.isArray(node)) {
      const items = node as Item[]
      const to = change(items, segment)
      node = segment.startsWith('@')
        ? items.find((item) => item.key === segment.slice(1))
        : items[Number(segment)]
      inKeyed = false
      return to ?? segment
    }
    inKeyed = keyedArrays.has(segment)
    node = (node as Record<string, unknown> | null | undefined)?.[segment]
    return segment
  })
  return `/${changed.join('/')}`
}

/** Runs an edit that moves items about, and moves the passages along with their items. */
export function withPassages(review: Review, edit: (draft: Review) => void): Review {
  const draft = structuredClone(review)
  const keyed = Object.entries(draft.passages).map(
    ([pointer, at]) => [keyedPointer(draft, pointer), at] as const,
  )
  edit(draft)
  draft.passages = {}
  for (const [pointer, at] of keyed) {
    const now = indexPointer(draft, pointer)
    if (now !== null) draft.passages[now] = at
  }
  return draft
}
