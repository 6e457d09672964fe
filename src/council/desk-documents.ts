import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { type DocumentErrorCode, NotFound } from '../errors.ts'
import { firstDraft, matchesFor, type PossibleMatch } from './desk-matches.ts'
import { asOwnLetter } from './letter-out/own-letter.ts'
import type { DocumentKind, IsoDate, Reading } from './read/reading.ts'
import { type Key, type Review, reviewOf } from './review.ts'
import { mediaTypes } from './store-document.ts'
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

const shownRegistered = 50

/** Everything in the inbox of the actor's municipality, newest first; of the registered ones the newest 50. */
export async function inbox(ctx: Ctx): Promise<Inbox> {
  const open = await items(ctx)
    .where('document.state', '!=', 'registered')
    .orderBy('document.uploaded_at', 'desc')
    .orderBy('document.id', 'desc')
    .execute()
  const registered = await items(ctx)
    .where('document.state', '=', 'registered')
    .orderBy('document.registered_at', 'desc')
    .orderBy('document.id', 'desc')
    .limit(shownRegistered)
    .execute()
  const { total } = await ctx.tx
    .selectFrom('council.document')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', '=', 'registered')
    .executeTakeFirstOrThrow()
  const rows = open.map(itemOf)
  return {
    waiting: rows.filter((row) => row.state !== 'unreadable'),
    unreadable: rows.filter((row) => row.state === 'unreadable'),
    registered: registered.map(itemOf),
    registeredTotal: total,
  }
}

/** @throws NotFound */
export async function deskDocument(ctx: Ctx, input: { document: number }): Promise<DeskDocument> {
  const row = await items(ctx)
    .innerJoin('council.original as original', (join) =>
      join
        .onRef('original.municipality', '=', 'document.municipality')
        .onRef('original.sha256', '=', 'document.sha256'),
    )
    .select([
      'document.format',
      'document.sha256',
      'document.pages',
      'document.reading',
      'document.review',
      'document.review_version',
      'original.size',
    ])
    .where('document.id', '=', input.document)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    ...itemOf(row),
    format: row.format,
    size: row.size,
    sha256: row.sha256,
    pages: row.pages ?? [],
    reading: row.reading,
    review: row.review ?? (row.reading && (await firstReview(ctx, row.reading, row))),
    version: row.review_version,
  }
}

/** The first draft of a document, with what is known of a letter of our own. */
async function firstReview(
  ctx: Ctx,
  reading: Reading,
  { sha256, pages }: { sha256: string; pages: string[] | null },
): Promise<Review> {
  const { review } = await firstDraft(ctx, reading)
  return asOwnLetter(ctx, { sha256, pages: pages ?? [] }, review)
}

/** The draft as it was at a version; version 0 is the reading as a draft, without any choice made. @throws NotFound */
export async function draftAt(ctx: Ctx, input: { document: number; version: number }): Promise<Review> {
  if (input.version === 0) {
    const document = await ctx.tx
      .selectFrom('council.document')
      .select('reading')
      .where('municipality', '=', ctx.actor.municipality)
      .where('id', '=', input.document)
      .executeTakeFirst()
    if (!document?.reading) throw new NotFound()
    return reviewOf(document.reading)
  }
  const draft = await ctx.tx
    .selectFrom('council.document_draft')
    .select('review')
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', input.document)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (!draft) throw new NotFound()
  return draft.review
}

/** For each motion of the document's draft, by its key: motions of the register that may be the same, best first. @throws NotFound */
export async function possibleMatches(
  ctx: Ctx,
  input: { document: number },
): Promise<Record<Key, PossibleMatch[]>> {
  const found = await ctx.tx
    .selectFrom('council.document')
    .select(['reading', 'review'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.document)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const review = found.review ?? (found.reading && reviewOf(found.reading))
  return review ? matchesFor(ctx, review) : {}
}

/** The file as received, for the desk only. @throws NotFound */
export async function originalOf(
  ctx: Ctx,
  input: { document: number },
): Promise<{ bytes: Buffer; fileName: string; mediaType: string }> {
  const found = await ctx.tx
    .selectFrom('council.document as document')
    .innerJoin('council.original as original', (join) =>
      join
        .onRef('original.municipality', '=', 'document.municipality')
        .onRef('original.sha256', '=', 'document.sha256'),
    )
    .select(['original.bytes', 'original.media_type', 'document.file_name', 'document.format'])
    .where('document.municipality', '=', ctx.actor.municipality)
    .where('document.id', '=', input.document)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return {
    bytes: found.bytes,
    fileName: found.file_name,
    mediaType: found.format ? mediaTypes[found.format] : (found.media_type ?? 'application/octet-stream'),
  }
}

const newest = sql`coalesce(document.review, document.reading)`

function items(ctx: Ctx) {
  return ctx.tx
    .selectFrom('council.document as document')
    .leftJoin('council.published_document as published', (join) =>
      join
        .onRef('published.municipality', '=', 'document.municipality')
        .onRef('published.document_id', '=', 'document.id'),
    )
    .select([
      'document.id',
      'document.file_name',
      'document.state',
      'document.error_code',
      'document.uploaded_at',
      'document.uploaded_by_name',
      'document.reviewed_at',
      'document.reviewed_by_name',
      'document.registered_at',
      'published.year',
      'published.slug',
      sql<DocumentKind | null>`${newest} ->> 'kind'`.as('kind'),
      sql<string | null>`coalesce(${newest} #>> '{letter,subject}', ${newest} #>> '{motions,0,title}')`.as(
        'title',
      ),
      sql<string | null>`coalesce(${newest} #>> '{letter,date}', ${newest} #>> '{motions,0,date}')`.as(
        'dated',
      ),
      sql<number>`coalesce(jsonb_array_length(document.reading -> 'warnings'), 0)`.as('warnings'),
    ])
    .where('document.municipality', '=', ctx.actor.municipality)
}

function itemOf(row: Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>): InboxItem {
  return {
    document: row.id,
    fileName: row.file_name,
    state: row.state,
    errorCode: row.error_code,
    kind: row.kind,
    title: row.title,
    dated: row.dated,
    warnings: row.warnings,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by_name,
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewed_by_name,
    registeredAt: row.registered_at,
    nextStep: nextStep(row.state, row.reviewed_at !== null),
    published: row.year !== null && row.slug !== null ? { year: row.year, slug: row.slug } : null,
  }
}

function nextStep(state: DocumentState, reviewed: boolean): NextStep {
  if (state === 'stored') return 'wait'
  if (state === 'unreadable') return 'replace'
  if (state === 'registered') return 'view'
  return reviewed ? 'continue-review' : 'review'
}
