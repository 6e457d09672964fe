import {
  documentsNamed,
  type EvidenceDocument,
  motionsOfMatters,
  recentDocuments,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { addDays, dayOf } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'
import type { At, ProgrammeTree } from '../../../../programme/index.ts'
import { noEvidence, type PostedEvidence, readEvidence } from '../../evidence/posted-evidence.ts'
import { type EvidenceState, workEvidence } from '../../evidence/work-evidence.ts'

/** The document that states a figure, or the sentence in it, as it was chosen in a form. */
export type PostedOrigin = { document: number | null; passages: PostedEvidence }
export type OriginState = { documents: EvidenceDocument[]; document: number | null; passages: EvidenceState }

/** How long a document counts as recent, in days. */
const recent = 120

export const noOrigin = (document: number | null = null): PostedOrigin => ({
  document,
  passages: noEvidence(),
})

export function readOrigin(form: FormData): PostedOrigin {
  const document = String(form.get('document_id') ?? '')
  return {
    document: /^[1-9]\d{0,8}$/.test(document) ? Number(document) : null,
    passages: readEvidence(form),
  }
}

/** Finds what may be chosen, and does what the buttons of the picker ask. */
export async function workOrigin(
  ctx: Ctx,
  posted: PostedOrigin,
  { tree, final }: { tree: ProgrammeTree; final: boolean },
): Promise<OriginState> {
  const newest = await recentDocuments(ctx, { since: addDays(dayOf(ctx.now), -recent) })
  const more = posted.document !== null && !newest.some(({ id }) => id === posted.document)
  const matters = tree.serves.filter(({ kind }) => kind === 'matter').map(({ of }) => of)
  const motions = await motionsOfMatters(ctx, matters)
  const passages = await workEvidence(ctx, posted.passages, { motions, final })
  return {
    documents: [...(more ? await documentsNamed(ctx, [posted.document!]) : []), ...newest],
    document: posted.document,
    // A whole document may have been chosen instead.
    passages: { ...passages, errors: passages.errors.filter(({ code }) => code !== 'evidence-missing') },
  }
}

/** What the form hands to a command; the sentence before the document. Null when nothing was chosen. @throws Invalid */
export function originIn({ document, passages }: OriginState): { document: number; at: At | null } | null {
  if (passages.errors.length > 0)
    throw new Invalid('form-invalid', [{ field: 'at', code: 'passage-missing' }])
  const chosen = passages.passages.filter(({ on }) => on).map(({ place }) => place)
  if (chosen.length > 1) throw new Invalid('form-invalid', [{ field: 'at', code: 'not-a-choice' }])
  const [passage] = chosen
  if (passage) return { document: passage.document, at: passage.at }
  return document === null ? null : { document, at: null }
}
