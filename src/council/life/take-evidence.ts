import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import { passageText } from '../locate.ts'
import type { At, IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import type { Evidence } from './evidence.ts'

/** Words in a published document. */
export type Place = { document: number; at: At }
/** Evidence as it is handed in; the quotation is taken from the document itself. */
export type EvidenceInput = { kind: 'passage'; document: number; at: At } | { kind: 'unknown' }
type Quoted = Place & { quotation: string; dated: IsoDate | null }

/** @throws Invalid `passage-missing` when no published document has these words */
export async function checkPlace(ctx: Ctx, place: Place, field: string): Promise<Quoted> {
  const document = await ctx.tx
    .selectFrom('council.published_document')
    .select(['pages', 'dated'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', place.document)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  const fits = place.at.every(
    ({ page, start, end }) => start >= 0 && start < end && end <= (document?.pages[page - 1]?.length ?? 0),
  )
  const quotation = document && fits ? passageText(place.at, document.pages) : ''
  if (!document || quotation === '') {
    throw new Invalid('form-invalid', [{ field, code: 'passage-missing' }])
  }
  return { ...place, quotation, dated: document.dated }
}

export type TakenEvidence = Evidence & { dated: IsoDate | null }

/** Reads each quotation from its document. @throws Invalid (`evidence/0`, …) */
export async function takeEvidence(ctx: Ctx, evidence: readonly EvidenceInput[]): Promise<TakenEvidence[]> {
  const taken: TakenEvidence[] = []
  for (const [index, one] of evidence.entries()) {
    if (one.kind === 'unknown') taken.push({ kind: 'unknown', dated: null })
    else {
      const { document, at } = one
      taken.push({ kind: 'passage', ...(await checkPlace(ctx, { document, at }, `evidence/${index}`)) })
    }
  }
  return taken
}

/** Columns of a row of evidence. */
export function evidenceColumns(evidence: Evidence, position: number) {
  return evidence.kind === 'passage'
    ? {
        position,
        kind: evidence.kind,
        document_id: evidence.document,
        at: toJson(evidence.at),
        quotation: evidence.quotation,
      }
    : { position, kind: evidence.kind, document_id: null, at: null, quotation: null }
}
