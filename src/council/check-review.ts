import { isIsoDate } from '../days.ts'
import type { FieldError } from '../errors.ts'
import type { Term } from './read/reading.ts'
import type { Review, ReviewMotion } from './review.ts'

/** Why a field of a review cannot be registered; `FieldError.code`. `src/words` has a sentence for each. */
export const reviewErrorCodes = [
  'needed',
  'date-invalid',
  'date-order',
  'check-too-early',
  'number-invalid',
  'not-a-choice',
  'choice-needed',
  'motion-unknown',
  'motion-twice',
  'request-needed',
  'part-alone',
] as const
export type ReviewErrorCode = (typeof reviewErrorCodes)[number]

export function isLetter(review: Review): boolean {
  return review.kind === 'settlement-letter' || review.kind === 'information-letter'
}

/** Everything that stands in the way of registering, with JSON pointers as fields; empty when nothing does. Pure. */
export function checkReview(review: Review): FieldError[] {
  const errors: FieldError[] = []
  const report = (field: string, code: ReviewErrorCode) => errors.push({ field, code })
  const day = (field: string, value: string | null, needed = false) => {
    if (value === null) {
      if (needed) report(field, 'needed')
    } else if (!isIsoDate(value)) report(field, 'date-invalid')
  }
  const term = (field: string, value: Term | null) => {
    if (!value) return
    day(`${field}/notBefore`, value.notBefore)
    day(`${field}/notAfter`, value.notAfter)
    if (value.notBefore && value.notAfter && value.notBefore > value.notAfter) {
      report(`${field}/notAfter`, 'date-order')
    }
  }
  const filled = (field: string, value: string | null | undefined) => {
    if (!value?.trim()) report(field, 'needed')
  }

  if (review.kind === 'unknown') report('/kind', 'choice-needed')
  if (isLetter(review)) {
    day('/letter/date', review.letter?.date ?? null, true)
    filled('/letter/subject', review.letter?.subject)
    review.letter?.signatories.forEach((s, i) => {
      filled(`/letter/signatories/${i}/name`, s.name)
    })
  } else if (review.commitments.length > 0 || review.claims.some((claim) => claim.claim !== 'none')) {
    // Only a letter promises or claims.
    if (review.kind !== 'unknown') report('/kind', 'choice-needed')
  }
  if (review.motions.length === 0 && review.kind !== 'information-letter' && review.kind !== 'unknown') {
    report('/motions', 'needed')
  }

  const chosen = new Set<number>()
  review.motions.forEach((motion, index) => {
    const at = `/motions/${index}`
    if (motion.match.choice === 'existing') {
      if (chosen.has(motion.match.motion)) report(`${at}/match`, 'motion-twice')
      chosen.add(motion.match.motion)
    } else {
      filled(`${at}/title`, motion.title)
    }
    day(`${at}/date`, motion.date)
    if ((review.kind === 'motion' || review.kind === 'amendment') && motion.requests.length === 0) {
      report(`${at}/requests`, 'request-needed')
    }
    checkMotion(motion, at, { filled, term, report })
  })

  review.commitments.forEach((commitment, index) => {
    filled(`/commitments/${index}/text`, commitment.text)
    term(`/commitments/${index}/due`, commitment.due)
    if (commitment.check !== 'none-agreed') {
      const check = commitment.check ?? null
      const first = commitment.due?.notBefore ?? review.letter?.date ?? null
      day(`/commitments/${index}/check`, check)
      if (check && first && isIsoDate(check) && isIsoDate(first) && check < first) {
        report(`/commitments/${index}/check`, 'check-too-early')
      }
    }
    if (commitment.motions.some((key) => !review.motions.some((motion) => motion.key === key))) {
      report(`/commitments/${index}/motions`, 'not-a-choice')
    }
  })
  review.claims.forEach((claim, index) => {
    const motion = review.motions.find((m) => m.key === claim.motion)
    if (!motion) report(`/claims/${index}/motion`, 'not-a-choice')
    if (claim.requests === null) return
    if (claim.requests.length === 0) report(`/claims/${index}/requests`, 'choice-needed')
    else if (!claim.requests.every((key) => motion?.requests.some((request) => request.key === key))) {
      report(`/claims/${index}/requests`, 'not-a-choice')
    }
  })
  review.personalData.forEach((item, index) => {
    filled(`/personalData/${index}/text`, item.text)
  })
  return errors
}

function checkMotion(
  motion: ReviewMotion,
  at: string,
  check: {
    filled: (field: string, value: string | null) => void
    term: (field: string, value: Term | null) => void
    report: (field: string, code: ReviewErrorCode) => void
  },
): void {
  motion.submitters.forEach((s, i) => {
    check.filled(`${at}/submitters/${i}/name`, s.name)
  })
  motion.votes?.parties.forEach((v, i) => {
    check.filled(`${at}/votes/parties/${i}/party`, v.party)
  })
  motion.clauses.forEach((c, i) => {
    check.filled(`${at}/clauses/${i}/text`, c.text)
  })
  motion.requests.forEach((request, i) => {
    const here = `${at}/requests/${i}`
    check.filled(`${here}/text`, request.text)
    check.term(`${here}/deadline`, request.deadline)
    if (request.periodic && !(request.periodic.months > 0))
      check.report(`${here}/periodic/months`, 'number-invalid')
    if (request.parts.length === 1) check.report(`${here}/parts/0/text`, 'part-alone')
    request.parts.forEach((part, p) => {
      check.filled(`${here}/parts/${p}/text`, part.text)
    })
  })
}
