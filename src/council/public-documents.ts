import type { DocumentRef, Passage } from './dossier.ts'
import { passageText } from './locate.ts'
import type { PublicDb } from './public-register.ts'
import type { At, IsoDate, Term, TermRule } from './read/reading.ts'
import type { Source } from './tables.ts'

/** Published documents of a municipality with their redacted pages, by id; what is not published is simply not there. */
export type Documents = ReadonlyMap<number, { ref: DocumentRef; pages: string[] }>

export async function loadDocuments(
  db: PublicDb,
  municipality: string,
  ids: Iterable<number | null>,
): Promise<Documents> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.published_document')
    .select(['document_id as id', 'year', 'slug', 'kind', 'title', 'dated', 'pages'])
    .where('municipality', '=', municipality)
    .where('document_id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ pages, ...ref }) => [ref.id, { ref, pages }]))
}

export function passageIn(documents: Documents, document: number | null, at: At): Passage {
  const found = document === null ? undefined : documents.get(document)
  if (!found || at.length === 0) return null
  return { document: found.ref, at, text: passageText(at, found.pages) }
}

export function passagesIn(documents: Documents, sources: Record<string, Source>): Record<string, Passage> {
  return Object.fromEntries(
    Object.entries(sources).map(([field, { document, at }]) => [field, passageIn(documents, document, at)]),
  )
}

export function termOf(row: {
  due_text: string | null
  due_not_before: IsoDate | null
  due_not_after: IsoDate | null
  due_rule: TermRule | null
}): Term | null {
  if (row.due_rule === null) return null
  return {
    text: row.due_text ?? '',
    notBefore: row.due_not_before,
    notAfter: row.due_not_after,
    rule: row.due_rule,
  }
}
