import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import { type DoneFacts, milestoneFacts, reportFacts } from '../../programme/index.ts'
import { passageText } from '../locate.ts'
import type { At, IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import { readerOf } from './desk-reader.ts'
import type { Evidence } from './evidence.ts'
import type { LifeFieldCode } from './moving.ts'

/** Words in a published document. */
export type Place = { document: number; at: At }
/** Evidence as it is handed in; what it says is taken from the document, or from the programme, itself. */
export type EvidenceInput =
  | { kind: 'passage'; document: number; at: At }
  | { kind: DoneFacts['kind']; id: number }
  | { kind: 'unknown' }
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

/**
 * Reads each quotation from its document, and what was done from its programme.
 * @throws Invalid (`evidence/0`, …): `passage-missing`, `milestone-not-reached`, `report-taken-back`, `programme-not-adopted`,
 *   `evidence-fallen` (what showed it was taken back)
 */
export async function takeEvidence(ctx: Ctx, evidence: readonly EvidenceInput[]): Promise<TakenEvidence[]> {
  const taken: TakenEvidence[] = []
  for (const [index, one] of evidence.entries()) {
    const field = `evidence/${index}`
    switch (one.kind) {
      case 'unknown':
        taken.push({ kind: 'unknown', dated: null })
        break
      case 'passage':
        taken.push({
          kind: 'passage',
          ...(await checkPlace(ctx, { document: one.document, at: one.at }, field)),
        })
        break
      case 'milestone':
      case 'action-report':
        taken.push(await checkDone(ctx, one, field))
    }
  }
  return taken
}

async function checkDone(
  ctx: Ctx,
  { kind, id }: { kind: DoneFacts['kind']; id: number },
  field: string,
): Promise<TakenEvidence> {
  const { municipality } = ctx.actor
  const db = readerOf(ctx)
  const found =
    kind === 'milestone'
      ? await milestoneFacts(db, { municipality, id })
      : await reportFacts(db, { municipality, id })
  const wrong = (code: LifeFieldCode) => new Invalid('form-invalid', [{ field, code }])
  if (!found) throw wrong(kind === 'milestone' ? 'milestone-not-reached' : 'report-taken-back')
  const { programme, action, on, own, text } = found
  if (!programme.adopted) throw wrong('programme-not-adopted')
  const fallen =
    kind === 'milestone'
      ? await ctx.tx
          .selectFrom('council.fallen_milestone')
          .select('cause')
          .where('municipality', '=', municipality)
          .where('milestone_id', '=', id)
          .executeTakeFirst()
      : await ctx.tx
          .selectFrom('council.fallen_report')
          .select('cause')
          .where('municipality', '=', municipality)
          .where('report_id', '=', id)
          .executeTakeFirst()
  if (fallen) throw wrong('evidence-fallen')
  const { slug, title } = programme
  return { kind, id, quotation: text, source: { programme: { slug, title }, action, on, own }, dated: on }
}

/** Columns of a row of evidence. */
export function evidenceColumns(evidence: Evidence, position: number) {
  const none = {
    document_id: null,
    at: null,
    quotation: null,
    milestone_id: null,
    report_id: null,
    source: null,
  }
  const { kind } = evidence
  switch (kind) {
    case 'unknown':
      return { ...none, position, kind }
    case 'passage': {
      const { document, at, quotation } = evidence
      return { ...none, position, kind, document_id: document, at: toJson(at), quotation }
    }
    case 'milestone':
    case 'action-report': {
      const { id, quotation, source } = evidence
      const column = kind === 'milestone' ? { milestone_id: id } : { report_id: id }
      return { ...none, ...column, position, kind, quotation, source: toJson(source) }
    }
  }
}
