import type { FieldError } from '../errors.ts'
import type { At, Domain, Reading } from './read/reading.ts'
import type { Key, Review } from './review.ts'

/** Why a field of a review cannot be registered; `FieldError.code`. */
export const reviewErrorCodes = [
  'needed',
  'date-invalid',
  'date-order',
  'number-invalid',
  'not-a-choice',
  'choice-needed',
  'motion-unknown',
  'motion-twice',
  'request-needed',
  'part-alone',
] as const
export type ReviewErrorCode = (typeof reviewErrorCodes)[number]

const unbuilt = (): never => {
  throw new Error('not built')
}
/* All of these are pure: they return a new review and leave the given one alone. An unknown key throws NotFound. */

/** The first draft: the reading, with keys. Requests without parts get a domain only when their words name one. */
export const reviewOf = (_reading: Reading): Review => unbuilt()
/**
 * Applies the fields of a form: name = JSON pointer into the review (`/letter/date`, `/motions/0/requests/1/text`), value = what was
 * typed (blank = null where null is allowed). Unknown pointers are ignored, so that a form may send what it likes; text is trimmed.
 * Values that cannot be held at all (a vote that is no number) are reported and left as they were.
 */
export const editReview = (
  _review: Review,
  _fields: Readonly<Record<string, string>>,
): { review: Review; errors: FieldError[] } => unbuilt()
/** One request becomes several, one for each text, in its place; with `pages` each keeps only its own slice, otherwise the whole. */
export const splitRequest = (
  _review: Review,
  _input: { request: Key; texts: string[]; pages?: readonly string[] },
): Review => unbuilt()
/** Several requests of one motion become the first of them: texts joined, passages and parts together. */
export const mergeRequests = (_review: Review, _input: { requests: Key[] }): Review => unbuilt()
/** Names the matters of one request (replaces its parts); fewer than two clears them. */
export const splitIntoParts = (
  _review: Review,
  _input: { request: Key; texts: string[]; pages?: readonly string[] },
): Review => unbuilt()
export const addPart = (
  _review: Review,
  _input: { request: Key; text?: string; domain?: Domain | null; at?: At },
): Review => unbuilt()
export const addRequest = (_review: Review, _input: { motion: Key; text?: string; at?: At }): Review =>
  unbuilt()
export const addClause = (_review: Review, _input: { motion: Key; text?: string; at?: At }): Review =>
  unbuilt()
export const addSubmitter = (_review: Review, _input: { motion: Key; name?: string }): Review => unbuilt()
export const addMotion = (_review: Review, _input?: { title?: string }): Review => unbuilt()
export const addCommitment = (_review: Review, _input?: { text?: string; at?: At }): Review => unbuilt()
export const addClaim = (_review: Review, _input: { motion: Key }): Review => unbuilt()
export const addPersonalData = (
  _review: Review,
  _input: { kind: 'name' | 'email' | 'phone'; text: string; at?: At },
): Review => unbuilt()
/** Removes any keyed item (motion, clause, request, part, submitter, commitment, claim, personal data), and what hangs on it. */
export const removeItem = (_review: Review, _input: { key: Key }): Review => unbuilt()

/** Everything that stands in the way of registering; empty when nothing does. */
export const checkReview = (_review: Review): FieldError[] => unbuilt()

/**
 * Merges two drafts that started from the same one. Where only one of them changed a value, that change is kept; where both changed
 * it differently, `mine` is kept and its pointer (into the merged review) and the other value are reported.
 */
export const mergeReviews = (
  _base: Review,
  _mine: Review,
  _theirs: Review,
): { review: Review; conflicts: { pointer: string; theirs: unknown }[] } => unbuilt()
