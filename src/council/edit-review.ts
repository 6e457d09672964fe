import { NotFound } from '../errors.ts'
import { locate } from './locate.ts'
import type { At, Domain, PersonalDataKind } from './read/reading.ts'
import {
  comparePlaces,
  type Key,
  type Review,
  type ReviewMotion,
  type ReviewRequest,
  withPassages,
} from './review.ts'

/* All of these are pure: they return a new review and leave the given one alone. An unknown key throws NotFound. */

function newKey(review: Review, prefix: string): Key {
  review.lastKey += 1
  return `${prefix}${review.lastKey}`
}

function motionOf(review: Review, key: Key): ReviewMotion {
  const motion = review.motions.find((m) => m.key === key)
  if (!motion) throw new NotFound()
  return motion
}

function requestOf(
  review: Review,
  key: Key,
): { motion: ReviewMotion; request: ReviewRequest; index: number } {
  for (const motion of review.motions) {
    const index = motion.requests.findIndex((r) => r.key === key)
    if (index >= 0) return { motion, request: motion.requests[index]!, index }
  }
  throw new NotFound()
}

const cleaned = (texts: readonly string[]) =>
  texts.map((t) => t.replace(/\s+/g, ' ').trim()).filter((t) => t !== '')

function narrowed(text: string, at: At, pages: readonly string[] | undefined): At {
  return (pages && locate(text, at, pages)) ?? structuredClone(at)
}

/** Which of the texts holds these words: as whole words ("werk", not "uitwerking"), else as letters, else the first. */
function holderOf(texts: readonly string[], words: string): number {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u')
  const found = texts.findIndex((text) => whole.test(text))
  return found >= 0
    ? found
    : Math.max(
        0,
        texts.findIndex((text) => text.includes(words)),
      )
}

/**
 * One request becomes several, one for each text, in its place. With `pages` each keeps only its own slice, otherwise the whole
 * passage. Parts and term go with the text that holds them; claims about the request become claims about all of them.
 */
export function splitRequest(
  review: Review,
  input: { request: Key; texts: readonly string[]; pages?: readonly string[] },
): Review {
  const texts = cleaned(input.texts)
  return withPassages(review, (draft) => {
    const { motion, request, index } = requestOf(draft, input.request)
    if (texts.length < 2) return
    const holder = (words: string) => holderOf(texts, words)
    const split = texts.map((text, i): ReviewRequest => {
      const parts = request.parts.filter((part) => holder(part.text) === i)
      return {
        ...structuredClone(request),
        key: i === 0 ? request.key : newKey(draft, 'r'),
        text,
        at: narrowed(text, request.at, input.pages),
        parts: parts.length > 1 ? structuredClone(parts) : [],
        domain: parts.length === 1 ? (parts[0]?.domain ?? null) : request.domain,
        deadline: request.deadline && holder(request.deadline.text) === i ? request.deadline : null,
        periodic: request.periodic && holder(request.periodic.text) === i ? request.periodic : null,
      }
    })
    motion.requests.splice(index, 1, ...split)
    const keys = split.map((r) => r.key)
    for (const claim of draft.claims) {
      if (claim.requests) claim.requests = claim.requests.flatMap((k) => (k === request.key ? keys : [k]))
    }
  })
}

/** Several requests of one motion become the first of them: texts joined by `; `, passages and parts together. */
export function mergeRequests(review: Review, input: { requests: readonly Key[] }): Review {
  return withPassages(review, (draft) => {
    const found = [...new Set(input.requests)].map((key) => requestOf(draft, key))
    const motion = found[0]?.motion
    if (!motion || found.length < 2 || found.some((f) => f.motion !== motion)) throw new NotFound()
    const [first, ...others] = found.sort((a, b) => a.index - b.index).map((f) => f.request)
    const all = [first!, ...others]
    first!.text = all.map((r) => r.text.replace(/[;,.\s]+$/, '')).join('; ')
    first!.at = all.flatMap((r) => r.at).sort((a, b) => comparePlaces([a], [b]))
    first!.parts = all.flatMap((r) => r.parts)
    first!.deadline = all.find((r) => r.deadline)?.deadline ?? null
    first!.periodic = all.find((r) => r.periodic)?.periodic ?? null
    first!.domain = all.find((r) => r.domain)?.domain ?? null
    const gone = new Set(others.map((r) => r.key))
    motion.requests = motion.requests.filter((r) => !gone.has(r.key))
    for (const claim of draft.claims) {
      if (!claim.requests) continue
      claim.requests = [...new Set(claim.requests.map((key) => (gone.has(key) ? first!.key : key)))]
    }
  })
}

/** Names the matters of one request, in place of those it had; fewer than two clears them, since one matter is the request itself. */
export function splitIntoParts(
  review: Review,
  input: { request: Key; texts: readonly string[]; pages?: readonly string[] },
): Review {
  const texts = cleaned(input.texts)
  return withPassages(review, (draft) => {
    const { request } = requestOf(draft, input.request)
    const before = request.parts
    request.parts =
      texts.length < 2
        ? []
        : texts.map((text) => {
            const same = before.find((part) => part.text === text)
            return (
              same ?? {
                key: newKey(draft, 'p'),
                text,
                domain: null,
                at: narrowed(text, request.at, input.pages),
              }
            )
          })
  })
}

export function addPart(
  review: Review,
  input: { request: Key; text?: string; domain?: Domain | null; at?: At },
): Review {
  return withPassages(review, (draft) => {
    const { request } = requestOf(draft, input.request)
    request.parts.push({
      key: newKey(draft, 'p'),
      text: input.text ?? '',
      domain: input.domain ?? null,
      at: input.at ?? [],
    })
  })
}

export function addRequest(review: Review, input: { motion: Key; text?: string; at?: At }): Review {
  return withPassages(review, (draft) => {
    const { requests } = motionOf(draft, input.motion)
    requests.push({
      key: newKey(draft, 'r'),
      kind: 'request',
      act: 'other',
      addressee: requests.at(-1)?.addressee ?? null,
      text: input.text ?? '',
      domain: null,
      deadline: null,
      periodic: null,
      parts: [],
      at: input.at ?? [],
    })
  })
}

export function addClause(review: Review, input: { motion: Key; text?: string; at?: At }): Review {
  return withPassages(review, (draft) => {
    const { clauses } = motionOf(draft, input.motion)
    const kind = clauses.at(-1)?.kind ?? 'considering'
    clauses.push({ key: newKey(draft, 'c'), kind, text: input.text ?? '', at: input.at ?? [] })
  })
}

export function addSubmitter(review: Review, input: { motion: Key; name?: string }): Review {
  return withPassages(review, (draft) => {
    const { submitters } = motionOf(draft, input.motion)
    submitters.push({ key: newKey(draft, 's'), name: input.name ?? '', party: null })
  })
}

export function addMotion(review: Review, input: { title?: string } = {}): Review {
  return withPassages(review, (draft) => {
    draft.motions.push({
      key: newKey(draft, 'm'),
      match: { choice: 'undecided' },
      number: null,
      title: input.title ?? null,
      registryNumber: null,
      date: null,
      outcome: 'unknown',
      proposal: null,
      submitters: [],
      votes: null,
      clauses: [],
      requests: [],
      closingFormula: false,
    })
  })
}

export function addCommitment(review: Review, input: { text?: string; at?: At } = {}): Review {
  return withPassages(review, (draft) => {
    draft.commitments.push({
      key: newKey(draft, 't'),
      text: input.text ?? '',
      due: null,
      at: input.at ?? [],
      motions: draft.motions.length === 1 ? [draft.motions[0]!.key] : [],
    })
  })
}

export function addClaim(review: Review, input: { motion: Key }): Review {
  return withPassages(review, (draft) => {
    const motion = motionOf(draft, input.motion).key
    draft.claims.push({
      key: newKey(draft, 'k'),
      motion,
      requests: null,
      claim: 'none',
      basis: 'unstated',
      text: null,
      at: [],
    })
  })
}

export function addPersonalData(
  review: Review,
  input: { kind: PersonalDataKind; text: string; at?: At },
): Review {
  return withPassages(review, (draft) => {
    draft.personalData.push({
      key: newKey(draft, 'd'),
      kind: input.kind,
      text: input.text,
      at: input.at ?? [],
    })
  })
}

/** Removes any keyed item and what hangs on it. A claim about a removed request only stays, for the clerk to decide. */
export function removeItem(review: Review, input: { key: Key }): Review {
  const { key } = input
  return withPassages(review, (draft) => {
    const before = count(draft)
    const others = <T extends { key: Key }>(items: T[]) => items.filter((item) => item.key !== key)
    draft.motions = others(draft.motions)
    for (const motion of draft.motions) {
      motion.submitters = others(motion.submitters)
      motion.clauses = others(motion.clauses)
      motion.requests = others(motion.requests)
      for (const request of motion.requests) request.parts = others(request.parts)
    }
    draft.commitments = others(draft.commitments)
    draft.claims = others(draft.claims)
    draft.personalData = others(draft.personalData)
    if (count(draft) === before) throw new NotFound()
    draft.claims = draft.claims.filter((claim) => claim.motion !== key)
    for (const commitment of draft.commitments)
      commitment.motions = commitment.motions.filter((k) => k !== key)
    for (const claim of draft.claims) claim.requests = claim.requests?.filter((k) => k !== key) ?? null
  })
}

function count(review: Review): number {
  const inMotions = review.motions.map(
    (m) =>
      m.submitters.length +
      m.clauses.length +
      m.requests.length +
      m.requests.reduce((sum, r) => sum + r.parts.length, 0),
  )
  return (
    review.motions.length +
    review.commitments.length +
    review.claims.length +
    review.personalData.length +
    inMotions.reduce((sum, n) => sum + n, 0)
  )
}
