/** Framework documents of programmes: published without registering what a motion or letter says, then read for ambitions. */
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, Invalid, NotFound, Refused } from '../../errors.ts'
import {
  type AmbitionFound,
  addAmbition,
  addSource,
  programmeReader,
  programmeRoles,
  readAmbitions,
  type SourceAtDesk,
  type SourceFields,
  sourcesOf,
} from '../../programme/index.ts'
import { type EvidencePlace, wordsAt } from '../desk-evidence.ts'
import type { DocumentRef } from '../dossier.ts'
import { readerOf } from '../life/desk-reader.ts'
import { loadDocuments } from '../public-parts.ts'
import type { At, IsoDate } from '../read/reading.ts'
import {
  beginRegistration,
  markRegistered,
  personalDataOf,
  publishDocument,
  type Registration,
} from '../registration.ts'
import { type Review, reviewOf } from '../review.ts'
import type { DocumentState } from '../tables.ts'

/** A document that is here, before it becomes a source. */
export type FrameworkDraft = {
  document: number
  fileName: string
  state: DocumentState
  /** Redacted as it would be published with these names covered; empty when it could not be read. */
  pages: string[]
  /** The document is public already: nothing more is published. */
  published: { title: string; dated: IsoDate | null; year: number; slug: string } | null
}

/** How a document would look when it is published. @throws NotFound; Denied */
export async function frameworkDraft(
  ctx: Ctx,
  input: { document: number; names?: readonly string[] },
): Promise<FrameworkDraft> {
  checkRole(ctx)
  const row = await documentRow(ctx, input.document)
  const published = await publishedRow(ctx, input.document)
  const base = { document: row.id, fileName: row.file_name, state: row.state }
  if (published) {
    const { pages, ...ref } = published
    return { ...base, pages: [...pages], published: ref }
  }
  if (row.state !== 'read') return { ...base, pages: [], published: null }
  const { pages } = await registrationOf(ctx, row, input.names ?? [])
  return { ...base, pages, published: null }
}

/**
 * Publishes the redacted text of a document, unless it is public already, and makes it a source of programmes. `names`: persons to cover
 * beside those that were found.
 * @throws Invalid (`title`, `kind`, `dated`); Refused `not-readable-yet`, `in-use`; NotFound; Denied
 */
export async function addFramework(
  ctx: Ctx,
  input: SourceFields & { document: number; names?: readonly string[] },
): Promise<{ source: number; published: boolean }> {
  checkRole(ctx)
  const row = await documentRow(ctx, input.document)
  const known = (await publishedRow(ctx, input.document)) !== null
  if (!known) {
    if (row.state !== 'read') throw new Refused('not-readable-yet')
    if (input.title.trim() === '') throw new Invalid('form-invalid', [{ field: 'title', code: 'needed' }])
    const registration = await registrationOf(ctx, row, input.names ?? [])
    await publishDocument(
      { ...registration, review: asPaper(registration.review), dated: input.dated ?? null },
      input.title,
    )
    await markRegistered(ctx, row.id)
    await record(ctx, 'document.published', { document: String(row.id) })
  }
  const source = await addSource(ctx, input)
  return { source: source.id, published: !known }
}

/** A source with its text, the ambitions marked in it, and sentences that may be some. */
export type FrameworkAtDesk = SourceAtDesk & {
  ref: DocumentRef
  /** Sentences that state an aim and are not marked yet. */
  suggestions: AmbitionFound[]
}

/** @throws NotFound */
export async function frameworkAtDesk(ctx: Ctx, input: { source: number }): Promise<FrameworkAtDesk> {
  const { municipality } = ctx.actor
  const source = (await sourcesOf(programmeReader(ctx), municipality)).find(({ id }) => id === input.source)
  const document =
    source && (await loadDocuments(readerOf(ctx), municipality, [source.document])).get(source.document)
  if (!document) throw new NotFound()
  return {
    ...source,
    ref: document.ref,
    suggestions: readAmbitions(document.pages).filter(
      ({ at }) => !source.ambitions.some((one) => overlap(one.at, at)),
    ),
  }
}

/**
 * Keeps passages of a source as ambitions, in the redacted words of the document. @returns how many are new
 * @throws Invalid `at` for a place that is not in this source; NotFound; Denied
 */
export async function markAmbitions(
  ctx: Ctx,
  input: { source: number; places: readonly At[] },
): Promise<number> {
  checkRole(ctx)
  const { document } = await frameworkAtDesk(ctx, input)
  const places = input.places.map((at) => ({ document, at }))
  const found: (EvidencePlace | null)[] = await wordsAt(ctx, places)
  let marked = 0
  for (const place of found) {
    if (!place) throw new Invalid('form-invalid', [{ field: 'at', code: 'passage-missing' }])
    const { history } = await addAmbition(ctx, { source: input.source, at: place.at, text: place.words })
    if (history !== 0) marked += 1
  }
  return marked
}

const overlap = (a: At, b: At): boolean =>
  a.some((one) =>
    b.some((other) => one.page === other.page && one.start < other.end && other.start < one.end),
  )

function checkRole({ actor }: Ctx): void {
  if (actor.kind === 'person' && !programmeRoles.includes(actor.role)) {
    throw new Denied(`role ${actor.role} does not add framework documents`)
  }
}

/** A document that is public, or that whoever acts or the program brought; what others brought is the clerk's. @throws NotFound */
async function documentRow(ctx: Ctx, id: number) {
  const row = await ctx.tx
    .selectFrom('council.document')
    .select(['id', 'file_name', 'state', 'reading', 'review', 'pages', 'uploaded_by'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { actor } = ctx
  const own = actor.kind !== 'person' || row.uploaded_by === null || row.uploaded_by === actor.personId
  if (!own && !(await publishedRow(ctx, id))) throw new NotFound()
  return row
}

async function publishedRow(ctx: Ctx, id: number) {
  const row = await ctx.tx
    .selectFrom('council.published_document')
    .select(['title', 'dated', 'year', 'slug', 'pages'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Covers what the reader or a clerk marked, and these names. */
async function registrationOf(
  ctx: Ctx,
  { id, reading, review, pages }: Awaited<ReturnType<typeof documentRow>>,
  names: readonly string[],
): Promise<Registration> {
  const draft = review ?? reviewOf(reading!)
  const covered: Review['personalData'] = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((text, index) => ({ key: `n${index}`, kind: 'name', text, at: [] }))
  return beginRegistration(ctx, id, { ...draft, personalData: [...draft.personalData, ...covered] }, pages!)
}

/** Nothing that was read in it is registered: it is no letter and no motion. */
export const asPaper = (review: Review): Review => ({
  ...review,
  kind: 'unknown',
  letter: null,
  motions: [],
  commitments: [],
  claims: [],
  personalData: personalDataOf(review).map((one, index) => ({ ...one, key: `d${index}` })),
})
