import type { Ctx } from '../ctx.ts'
import type { DocumentErrorCode } from '../errors.ts'
import type { MotionRef } from './dossier.ts'
import type { DocumentKind, IsoDate, Reading } from './read/reading.ts'
import type { Review } from './review.ts'
import type { DocumentFormat, DocumentState } from './tables.ts'

/** What the clerk does next with a document. */
export type NextStep = 'wait' | 'review' | 'continue-review' | 'replace' | 'view'

export type InboxItem = {
  document: number
  fileName: string
  state: DocumentState
  errorCode: DocumentErrorCode | null
  kind: DocumentKind | null
  /** Subject of the letter, or title of its first motion, from the newest draft or else the reading. */
  title: string | null
  dated: IsoDate | null
  warnings: number
  uploadedAt: Date
  uploadedBy: string
  reviewedAt: Date | null
  reviewedBy: string | null
  registeredAt: Date | null
  nextStep: NextStep
  /** Public page, once registered. */
  published: { year: number; slug: string } | null
}
export type Inbox = {
  waiting: InboxItem[]
  unreadable: InboxItem[]
  registered: InboxItem[]
  registeredTotal: number
}

export type DeskDocument = InboxItem & {
  format: DocumentFormat | null
  size: number
  sha256: string
  pages: string[]
  reading: Reading | null
  /** The newest draft, or a first one made from the reading (then `version` is 0). Null when unreadable. */
  review: Review | null
  version: number
}

/** Everything in the inbox of the actor's municipality; of the registered ones the newest 50. */
export async function inbox(_ctx: Ctx): Promise<Inbox> {
  throw new Error('not built')
}
/** @throws NotFound */
export async function deskDocument(_ctx: Ctx, _input: { document: number }): Promise<DeskDocument> {
  throw new Error('not built')
}
/** The draft as it was at a version; version 0 is the first one, from the reading. @throws NotFound */
export async function draftAt(_ctx: Ctx, _input: { document: number; version: number }): Promise<Review> {
  throw new Error('not built')
}
/** The file as received, for the desk only. @throws NotFound */
export async function originalOf(
  _ctx: Ctx,
  _input: { document: number },
): Promise<{ bytes: Buffer; fileName: string; mediaType: string }> {
  throw new Error('not built')
}

export type MatchReason =
  | 'registry-number'
  | 'number-and-date'
  | 'number'
  | 'title-and-date'
  | 'title'
  | 'other-number'
export type PossibleMatch = {
  motion: MotionRef
  registryNumbers: string[]
  /** 0–1. */
  score: number
  reasons: MatchReason[]
  /** So sure that the first draft chooses it. */
  certain: boolean
}
/** For each motion of the review, by its key: motions of the register that may be the same, best first, at most five. */
export async function possibleMatches(
  _ctx: Ctx,
  _input: { document: number },
): Promise<Record<string, PossibleMatch[]>> {
  throw new Error('not built')
}
/** Motions of the register found by words or number, for choosing one by hand; at most 20. */
export async function findMotions(_ctx: Ctx, _input: { search: string }): Promise<MotionRef[]> {
  throw new Error('not built')
}
