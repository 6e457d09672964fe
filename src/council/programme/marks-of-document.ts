import type { PublicDb } from '../public-register.ts'
import type { At } from '../read/reading.ts'

type Marked = { at: At | null }[]
/** Passages of a document that a programme rests on. */
export type ProgrammeMarks = {
  /** Evidence of a milestone or report that was not taken back. */
  done: Marked
  /** Ambitions read from it. */
  ambitions: Marked
  /** Figures read from it. */
  figures: Marked
}

/** What programmes mark in a document, over either login: a visitor meets adopted programmes only. */
export async function marksOfDocument(
  db: PublicDb,
  { municipality, document }: { municipality: string; document: number },
): Promise<ProgrammeMarks> {
  const [done, ambitions, figures] = await Promise.all([
    db
      .selectFrom('programme.evidence as evidence')
      .leftJoin('programme.history as undo', (join) =>
        join
          .onRef('undo.municipality', '=', 'evidence.municipality')
          .onRef('undo.undoes', '=', 'evidence.history_id'),
      )
      .select('evidence.at')
      .where('evidence.municipality', '=', municipality)
      .where('evidence.document_id', '=', document)
      .where('undo.id', 'is', null)
      .execute(),
    db
      .selectFrom('programme.ambition as ambition')
      .innerJoin('programme.source as source', (join) =>
        join
          .onRef('source.municipality', '=', 'ambition.municipality')
          .onRef('source.id', '=', 'ambition.source_id'),
      )
      .select('ambition.at')
      .where('ambition.municipality', '=', municipality)
      .where('source.document_id', '=', document)
      .execute(),
    db
      .selectFrom('programme.value')
      .select('at')
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .where('removed', '=', false)
      .execute(),
  ])
  return { done, ambitions, figures }
}
