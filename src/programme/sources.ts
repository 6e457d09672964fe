import type { IsoDate } from '../days.ts'
import type { At } from './evidence.ts'
import type { ProgrammeDb } from './load-tree.ts'

export type SourceAtDesk = {
  id: number
  version: number
  document: number
  kind: 'coalition-agreement' | 'safety-plan' | 'care-policy' | 'other'
  title: string
  dated: IsoDate | null
  /** In the order of the document. */
  ambitions: { id: number; version: number; text: string; at: At }[]
}

/** Framework documents with the ambitions that were marked in them, the newest document first; over either login. */
export async function sourcesOf(db: ProgrammeDb, municipality: string): Promise<SourceAtDesk[]> {
  const sources = await db
    .selectFrom('programme.source')
    .select(['id', 'version', 'document_id as document', 'kind', 'title', 'dated'])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .orderBy('dated', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .execute()
  const ambitions = await db
    .selectFrom('programme.ambition')
    .select(['id', 'version', 'source_id', 'text', 'at'])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .execute()
  const place = ({ at }: { at: At }) => (at[0]?.page ?? 0) * 10_000_000 + (at[0]?.start ?? 0)
  return sources.map((source) => ({
    ...source,
    ambitions: ambitions
      .filter(({ source_id }) => source_id === source.id)
      .map(({ source_id: _, ...one }) => one)
      .sort((a, b) => place(a) - place(b)),
  }))
}
