import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { plainSearch } from './desk-matches.ts'
import type { DocumentRef } from './dossier.ts'
import type { Place } from './life/index.ts'
import { passageText } from './locate.ts'
import { type FoundQuotation, placesOf } from './quotation.ts'

/** A published document in which evidence may be found. */
export type EvidenceDocument = DocumentRef & { reference: string | null }
/** Words in a published document, and what stands around them. */
export type EvidencePlace = Place & {
  words: string
  before: string
  after: string
  how: FoundQuotation['how']
  source: DocumentRef
}

const around = 90

function published(ctx: Ctx) {
  return ctx.tx
    .selectFrom('council.published_document as document')
    .leftJoin('council.letter as letter', (join) =>
      join
        .onRef('letter.municipality', '=', 'document.municipality')
        .onRef('letter.document_id', '=', 'document.document_id'),
    )
    .select([
      'document.document_id as id',
      'document.year',
      'document.slug',
      'document.kind',
      'document.title',
      'document.dated',
      'letter.reference',
    ])
    .where('document.municipality', '=', ctx.actor.municipality)
    .where('document.published_at', 'is not', null)
}

/** Published documents about these motions, newest first, at most 12. */
export async function documentsOfMotions(
  ctx: Ctx,
  input: { motions: readonly number[] },
): Promise<EvidenceDocument[]> {
  if (input.motions.length === 0) return []
  return published(ctx)
    .where('document.document_id', 'in', (eb) =>
      eb
        .selectFrom('council.document_motion as link')
        .select('link.document_id')
        .where('link.municipality', '=', ctx.actor.municipality)
        .where('link.motion_id', 'in', [...input.motions]),
    )
    .orderBy(sql`document.dated desc nulls last`)
    .orderBy('document.document_id', 'desc')
    .limit(12)
    .execute()
}

/** Published documents whose title, reference or registry number has all these words, newest first, at most 12. */
export async function searchDocuments(ctx: Ctx, input: { search: string }): Promise<EvidenceDocument[]> {
  const words = plainSearch(input.search).split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return []
  let query = published(ctx)
  for (const word of words) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('document.title', 'ilike', like),
        eb('letter.reference', 'ilike', like),
        eb('letter.registry_number', 'ilike', like),
      ]),
    )
  }
  return query
    .orderBy(sql`document.dated desc nulls last`)
    .orderBy('document.document_id', 'desc')
    .limit(12)
    .execute()
}

/** These published documents, in this order; those that are not published are left out. */
export async function documentsNamed(ctx: Ctx, ids: readonly number[]): Promise<EvidenceDocument[]> {
  if (ids.length === 0) return []
  const rows = await published(ctx)
    .where('document.document_id', 'in', [...ids])
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/**
 * Where a quotation stands in published documents, in the order of `documents`, at most 20 places. Exact places of any document go
 * before those that only look alike: as soon as one is exact, the others are left out.
 */
export async function findQuotation(
  ctx: Ctx,
  input: { quotation: string; documents: readonly number[] },
): Promise<EvidencePlace[]> {
  const pages = await pagesOf(ctx, input.documents)
  const found = [...pages].flatMap(([document, { pages: texts, source }]) =>
    placesOf(input.quotation, texts).map(({ at, how }) => placeOf({ document, at }, texts, source, how)),
  )
  const exact = found.filter((place) => place.how === 'exact')
  return (exact.length > 0 ? exact : found).slice(0, 20)
}

/** The words at these places; null where no published document has any. */
export async function wordsAt(ctx: Ctx, places: readonly Place[]): Promise<(EvidencePlace | null)[]> {
  const pages = await pagesOf(ctx, [...new Set(places.map((place) => place.document))])
  return places.map((place) => {
    const found = pages.get(place.document)
    const fits =
      found !== undefined &&
      place.at.length > 0 &&
      place.at.every(
        ({ page, start, end }) => start >= 0 && start < end && end <= (found.pages[page - 1]?.length ?? 0),
      )
    return fits ? placeOf(place, found.pages, found.source, 'exact') : null
  })
}

async function pagesOf(ctx: Ctx, documents: readonly number[]) {
  const pages = new Map<number, { pages: readonly string[]; source: DocumentRef }>()
  if (documents.length === 0) return pages
  const rows = await published(ctx)
    .select('document.pages')
    .where('document.document_id', 'in', [...documents])
    .execute()
  for (const id of documents) {
    const row = rows.find((one) => one.id === id)
    if (row) {
      const { pages: texts, reference: _, ...source } = row
      pages.set(id, { pages: texts, source })
    }
  }
  return pages
}

function placeOf(
  place: Place,
  pages: readonly string[],
  source: DocumentRef,
  how: FoundQuotation['how'],
): EvidencePlace {
  const first = place.at[0]!
  const last = place.at.at(-1)!
  const fold = (text: string) => text.replace(/\s+/g, ' ')
  const before = fold(pages[first.page - 1]!.slice(Math.max(0, first.start - around), first.start))
  const lastPage = pages[last.page - 1]!
  const after = fold(lastPage.slice(last.end, last.end + around))
  return {
    ...place,
    words: passageText(place.at, pages),
    // Half words at the edges say nothing.
    before: first.start > around ? before.replace(/^\S*\s/, '… ') : before,
    after: last.end + around >= lastPage.length ? after : after.replace(/\s\S*$/, ' …'),
    how,
    source,
  }
}
