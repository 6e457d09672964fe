import type { At, Review, WarningCode } from '../../council/index.ts'
import type { Value } from '../components/document-sheet/marks.ts'

/** Every value of a review with its JSON pointer and its place in the document; `at` is `[]` for what no document says. */
export function valuesOf(review: Review): Value[] {
  const values: Value[] = Object.entries(review.passages).map(([key, at]) => ({ key, at }))
  const add = (key: string, items: readonly { at: At }[]) => {
    items.forEach((item, index) => {
      values.push({ key: `${key}/${index}`, at: item.at })
    })
  }
  review.motions.forEach((motion, m) => {
    add(`/motions/${m}/clauses`, motion.clauses)
    add(`/motions/${m}/requests`, motion.requests)
    motion.requests.forEach((request, r) => {
      add(`/motions/${m}/requests/${r}/parts`, request.parts)
    })
  })
  add('/commitments', review.commitments)
  add('/claims', review.claims)
  add('/pillars', review.pillars)
  add('/domains', review.domains)
  add('/personalData', review.personalData)
  return values
}

/** How many values were read: those that stand somewhere in the document. */
export function countRead(review: Review): number {
  return valuesOf(review).filter((value) => value.at.length > 0).length
}

/**
 * The number beside a field: of the value itself, else of what it is part of (`/commitments/0/text` has the place of
 * `/commitments/0`, `…/due/notBefore` that of `…/due` or `…/due/text`).
 */
export function numberOf(numbers: ReadonlyMap<string, number>, pointer: string): number | null {
  for (const candidate of placesOf(pointer)) {
    const number = numbers.get(candidate)
    if (number !== undefined) return number
  }
  return null
}

function placesOf(pointer: string): string[] {
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const last = pointer.slice(parent.length + 1)
  if (last === 'notBefore' || last === 'notAfter') return [pointer, parent, `${parent}/text`]
  if (last === 'months') return [pointer, parent, `${parent}/text`]
  if (last === 'text' || last === 'name') return [pointer, parent]
  return [pointer]
}

/** A warning with the field to look at; `pointer` is null when it is about the document as a whole. */
export type OpenWarning = { code: WarningCode; pointer: string | null }

/**
 * The warnings of the reading that the clerk has not answered yet, each once. A warning about something missing is answered when
 * it is filled in; one about something that stands in the paper stays.
 */
export function openWarnings(review: Review, codes: readonly WarningCode[]): OpenWarning[] {
  return [...new Set(codes)].flatMap((code) => {
    const place = placeOf(code, review)
    return place === 'answered' ? [] : [{ code, pointer: place }]
  })
}

function placeOf(code: WarningCode, review: Review): string | null | 'answered' {
  const firstMotion = (wanted: (motion: Review['motions'][number]) => boolean, field: string) => {
    const m = review.motions.findIndex(wanted)
    return m < 0 ? null : `/motions/${m}${field}`
  }
  switch (code) {
    case 'same-registry-number-for-letter-and-motion': {
      const number = review.letter?.registryNumber
      const place = firstMotion((motion) => motion.registryNumber === number, '/registryNumber')
      return number && place ? place : 'answered'
    }
    case 'no-closing-formula':
      return firstMotion((motion) => !motion.closingFormula, '/closingFormula') ?? 'answered'
    case 'two-numbers-for-one-motion':
      return firstMotion((motion) => motion.number !== null, '/number')
    case 'no-settlement-for-motion': {
      const c = review.claims.findIndex((claim) => claim.claim === 'none')
      if (c >= 0) return `/claims/${c}/claim`
      const claimed = new Set(review.claims.map((claim) => claim.motion))
      return firstMotion((motion) => !claimed.has(motion.key), '') ?? 'answered'
    }
    case 'no-request-found':
      return firstMotion((motion) => motion.requests.length === 0, '') ?? 'answered'
    case 'no-letter-date':
      return review.letter && !review.letter.date ? '/letter/date' : 'answered'
    case 'no-motion-found':
      return review.motions.length === 0 ? null : 'answered'
    case 'outcome-unknown':
      return firstMotion((motion) => motion.outcome === 'unknown', '/outcome') ?? 'answered'
    case 'settled-on-announcement': {
      const c = review.claims.findIndex((claim) => claim.claim === 'settled' && claim.basis === 'announced')
      return c < 0 ? 'answered' : `/claims/${c}/basis`
    }
    case 'votes-do-not-add-up':
      return firstMotion((motion) => motion.votes !== null, '/votes/for')
    case 'date-after-letter':
      return review.letter ? '/letter/date' : null
    case 'looks-like-ocr':
      return null
    case 'submitter-without-party': {
      const m = review.motions.findIndex((motion) => motion.submitters.some((s) => !s.party))
      const s = review.motions[m]?.submitters.findIndex((submitter) => !submitter.party)
      return s === undefined ? 'answered' : `/motions/${m}/submitters/${s}/party`
    }
    case 'term-without-date':
      return undatedTerm(review) ?? 'answered'
    default:
      return null
  }
}

function undatedTerm(review: Review): string | null {
  const c = review.commitments.findIndex(({ due }) => due && !due.notBefore && !due.notAfter)
  if (c >= 0) return `/commitments/${c}/due/notAfter`
  for (const [m, motion] of review.motions.entries()) {
    const r = motion.requests.findIndex(
      ({ deadline }) => deadline && !deadline.notBefore && !deadline.notAfter,
    )
    if (r >= 0) return `/motions/${m}/requests/${r}/deadline/notAfter`
  }
  return null
}
