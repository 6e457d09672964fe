import type { OwnEvidence } from '../../programme/index.ts'
import { type Documents, passageIn } from '../public-documents.ts'
import type { PublicDb } from '../public-register.ts'
import type { At } from '../read/reading.ts'
import type { DoneSource, EvidenceKind } from './evidence.ts'
import type { DossierEvidence, DossierOwnEvidence, Fallen } from './facts.ts'

export type EvidenceRow = {
  position: number
  kind: EvidenceKind
  document_id: number | null
  at: At | null
  quotation: string | null
  milestone_id: number | null
  report_id: number | null
  source: DoneSource | null
}

/** Every document that a piece of evidence names. */
export const documentsIn = (row: Pick<EvidenceRow, 'document_id' | 'source'>): number[] => [
  ...(row.document_id === null ? [] : [row.document_id]),
  ...(row.source?.own ?? []).flatMap((one) => (one.kind === 'decision' ? [] : [one.document])),
]

/** A row of evidence for pages; nothing when its document is no longer public. */
export function evidenceFact(
  documents: Documents,
  row: EvidenceRow,
  fallen: Fallen | null = null,
): DossierEvidence[] {
  switch (row.kind) {
    case 'unknown':
      return [{ kind: 'unknown' }]
    case 'passage': {
      const passage = passageIn(documents, row.document_id, row.at ?? [])
      return passage ? [{ kind: 'passage', passage, quotation: row.quotation ?? passage.text, fallen }] : []
    }
    case 'milestone':
    case 'action-report': {
      const { programme, action, on, own } = row.source!
      return [
        {
          kind: row.kind,
          id: (row.milestone_id ?? row.report_id)!,
          quotation: row.quotation!,
          programme,
          action,
          on,
          own: ownFacts(documents, own),
          fallen,
        },
      ]
    }
  }
}

/** Of what the programme's own evidence was, that which is public. */
export const ownFacts = (documents: Documents, own: readonly OwnEvidence[]): DossierOwnEvidence[] =>
  own.flatMap((one): DossierOwnEvidence[] => {
    if (one.kind === 'decision') return [{ kind: 'decision', text: one.text, on: one.on }]
    if (one.kind === 'document') {
      const document = documents.get(one.document)
      return document ? [{ kind: 'document', document: document.ref }] : []
    }
    const passage = passageIn(documents, one.document, one.at)
    return passage ? [{ kind: 'passage', passage, quotation: one.quotation }] : []
  })

/** What no longer stands of the evidence of these proposals, or of the steps by which commitments were kept. */
export async function loadFallen(
  db: PublicDb,
  municipality: string,
  of: { proposals: readonly number[] } | { steps: readonly number[] },
): Promise<(id: number, position: number) => Fallen | null> {
  const ids = 'proposals' in of ? of.proposals : of.steps
  if (ids.length === 0) return () => null
  const rows =
    'proposals' in of
      ? await db
          .selectFrom('council.fallen_settlement_evidence')
          .select(['proposal_id as id', 'position', 'cause', 'moved_on as on', 'reason'])
          .where('municipality', '=', municipality)
          .where('proposal_id', 'in', [...ids])
          .orderBy('moved_on')
          .execute()
      : await db
          .selectFrom('council.fallen_commitment_evidence')
          .select(['history_id as id', 'position', 'cause', 'moved_on as on', 'reason'])
          .where('municipality', '=', municipality)
          .where('history_id', 'in', [...ids])
          .orderBy('moved_on')
          .execute()
  const found = new Map<string, Fallen>()
  for (const { id, position, ...fallen } of rows) {
    const key = `${id} ${position}`
    // The first day on which it fell is the one that counts.
    if (!found.has(key)) found.set(key, fallen)
  }
  return (id, position) => found.get(`${id} ${position}`) ?? null
}
