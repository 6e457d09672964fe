import {
  addClaim,
  addClause,
  addCommitment,
  addMotion,
  addPart,
  addPersonalData,
  addRequest,
  addSubmitter,
  editReview,
  indexPointer,
  keyedPointer,
  type MergeConflict,
  mergeRequests,
  type Review,
  type ReviewErrorCode,
  removeItem,
  splitRequest,
} from '../../council/index.ts'
import { NotFound } from '../../errors.ts'
import { formatDate, type Language } from '../../words/format.ts'
import { parseTypedDate } from './typed-date.ts'

/** What a clerk asks with a button: a verb, and for most the key or pointer that it is about. */
export type Action = { verb: string; about: string }
/** A posted review: the version it was drawn from, its fields by JSON pointer as typed, and what to do. */
export type PostedReview = { version: number; action: Action; fields: Record<string, string> }
export type ReviewFieldError = { field: string; code: ReviewErrorCode | 'split-needs-line' }
/** `about`: key of the item to show next. `gone`: what the button was about was no longer there. */
export type AppliedReview = {
  review: Review
  errors: ReviewFieldError[]
  about: string | null
  gone: boolean
}

const datePointer = /\/(?:date|notBefore|notAfter|check)$/

/** Names that begin with `/` are fields. Of several values with one name (ticks) the filled ones are joined by commas. */
export function readReviewForm(form: FormData): PostedReview {
  const fields: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (!name.startsWith('/')) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = values.length > 1 ? values.filter((value) => value !== '').join(',') : (values[0] ?? '')
  }
  const action = String(form.get('action') ?? 'save')
  const colon = action.indexOf(':')
  const version = String(form.get('version') ?? '')
  return {
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    action:
      colon < 0
        ? { verb: action, about: '' }
        : { verb: action.slice(0, colon), about: action.slice(colon + 1) },
    fields,
  }
}

/** A date as its field shows it: "2 juli 2019", or whatever else was typed. */
export function showDate(date: string | null, language: Language): string | null {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date, language) : date
}

/**
 * The review with what was typed, and with what the button asks. Every field is applied before the button, so nothing typed is
 * lost; a date that cannot be read stays as typed until somebody mends it. `pages` are the texts of the document.
 */
export function applyPosted(base: Review, posted: PostedReview, pages: readonly string[]): AppliedReview {
  const fields = Object.fromEntries(
    Object.entries(posted.fields).map(([pointer, typed]) => [pointer, heldValue(base, pointer, typed)]),
  )
  const { review, errors } = editReview(base, fields)
  try {
    return {
      errors: errors as ReviewFieldError[],
      ...act(review, posted, pages, errors as ReviewFieldError[]),
    }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return { review, errors: errors as ReviewFieldError[], about: null, gone: true }
  }
}

function heldValue(base: Review, pointer: string, typed: string): string {
  // A tick that says "none agreed" stands beside the day, under the same name.
  if (pointer.endsWith('/check') && typed.split(',').includes('none-agreed')) return 'none-agreed'
  if (datePointer.test(pointer)) return parseTypedDate(typed) ?? typed
  const claim = /^\/claims\/(\d+)\/requests$/.exec(pointer)
  if (claim) {
    // All of them ticked, or none, is the motion as a whole.
    const motion = base.motions.find((m) => m.key === base.claims[Number(claim[1])]?.motion)
    const keys = typed.split(',').filter((key) => key !== '')
    return keys.length === motion?.requests.length ? '' : keys.join(',')
  }
  return typed
}

type Acted = Pick<AppliedReview, 'review' | 'about' | 'gone'> & { errors?: ReviewFieldError[] }

function act(
  review: Review,
  { action, fields }: PostedReview,
  pages: readonly string[],
  errors: ReviewFieldError[],
): Acted {
  const { verb, about } = action
  const to = (next: Review, key: string | null = about): Acted => ({ review: next, about: key, gone: false })
  const added = (next: Review, prefix: string) => to(next, `${prefix}${next.lastKey}`)
  switch (verb) {
    case 'split': {
      const place = placeOfRequest(review, about)
      const texts = (fields[`${place.pointer}/text`] ?? '')
        .split(/\r?\n[^\S\n]*\r?\n/)
        .filter((t) => t.trim() !== '')
      if (texts.length < 2) {
        return {
          ...to(review),
          errors: [...errors, { field: `${place.pointer}/text`, code: 'split-needs-line' }],
        }
      }
      return to(splitRequest(review, { request: about, texts, pages }))
    }
    case 'merge': {
      const { previous } = placeOfRequest(review, about)
      return previous ? to(mergeRequests(review, { requests: [previous, about] }), previous) : to(review)
    }
    case 'add-part': {
      const { parts } = placeOfRequest(review, about)
      const one = addPart(review, { request: about })
      return parts === 0 ? to(addPart(one, { request: about }), `p${one.lastKey}`) : added(one, 'p')
    }
    case 'remove':
      return to(removeItem(review, { key: about }), ownerOf(review, about))
    case 'add-request':
      return added(addRequest(review, { motion: about }), 'r')
    case 'add-clause':
      return added(addClause(review, { motion: about }), 'c')
    case 'add-submitter':
      return added(addSubmitter(review, { motion: about }), 's')
    case 'add-claim':
      return added(addClaim(review, { motion: about }), 'k')
    case 'add-motion':
      return added(addMotion(review), 'm')
    case 'add-commitment':
      return added(addCommitment(review), 't')
    case 'add-personal':
      return added(addPersonalData(review, { kind: 'name', text: '' }), 'd')
    case 'add-signatory':
      return to(withSignatory(review), 'signatories')
    default:
      return to(review, null)
  }
}

function placeOfRequest(
  review: Review,
  key: string,
): { pointer: string; previous: string | null; parts: number } {
  for (const [m, motion] of review.motions.entries()) {
    const r = motion.requests.findIndex((request) => request.key === key)
    const request = motion.requests[r]
    if (request) {
      return {
        pointer: `/motions/${m}/requests/${r}`,
        previous: motion.requests[r - 1]?.key ?? null,
        parts: request.parts.length,
      }
    }
  }
  throw new NotFound()
}

/** What to show when an item is gone: the request of a part, the motion of the rest. */
function ownerOf(review: Review, key: string): string | null {
  for (const motion of review.motions) {
    for (const request of motion.requests) {
      if (request.parts.some((part) => part.key === key)) return request.key
    }
    const own = [...motion.requests, ...motion.clauses, ...motion.submitters]
    if (own.some((item) => item.key === key)) return motion.key
  }
  return null
}

function withSignatory(review: Review): Review {
  if (!review.letter) return review
  const signatories = [...review.letter.signatories, { name: '', role: null, acting: false }]
  return { ...review, letter: { ...review.letter, signatories } }
}

/** Takes the other clerk's value at one of the places where two drafts differ. */
export function takeOther(review: Review, conflicts: readonly MergeConflict[], pointer: string): Review {
  const conflict = conflicts.find((c) => c.pointer === pointer)
  if (!conflict) return review
  const keyed = keyedPointer(review, pointer)
  const removed = /\/@([^/]+)$/.exec(keyed)
  if (removed?.[1] && conflict.theirs === null) return removeItem(review, { key: removed[1] })
  const copy = structuredClone(review)
  const place = indexPointer(copy, keyed)
  if (place === null) return review
  const segments = place.split('/').slice(1)
  const name = segments.pop() as string
  let node: unknown = copy
  for (const segment of segments) node = (node as Record<string, unknown> | null | undefined)?.[segment]
  if (typeof node === 'object' && node !== null) (node as Record<string, unknown>)[name] = conflict.theirs
  return copy
}
