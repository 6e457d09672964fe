import type { IsoDate } from '../../days.ts'
import type { Evidence } from '../evidence.ts'
import type { HistoryLine, ProgrammeTree } from '../tree.ts'
import type { ReportScope } from './report.ts'

/** A public document that shows something; `address` is the whole address of its page. */
export type NamedDocument = { title: string; dated: IsoDate | null; address: string }
/** A request, a commitment or an ambition in its own words, with where it can be read. */
export type NamedServed = {
  title: string
  motion: { number: string | null; title: string } | null
  address: string | null
  /** Null: it is nothing that is settled. */
  settled: boolean | null
}
/** What the council's register says of what a programme names by id; given in by the council room. */
export type ReportNames = {
  municipality: string
  /** The public page of the programme. */
  address: string
  documents: ReadonlyMap<number, NamedDocument>
  /** By `matter-12`, `commitment-3`, `ambition-4`. */
  served: ReadonlyMap<string, NamedServed>
}
/** All that a report is composed of. */
export type ReportFacts = {
  tree: ProgrammeTree
  history: readonly HistoryLine[]
  names: ReportNames
  scope: ReportScope
  /** The day as of which it is composed; the period may still run. */
  today: IsoDate
}

/** What shows that a statement of a report is true. */
export type Source =
  | { kind: 'passage'; quotation: string; document: NamedDocument; page: number | null }
  | { kind: 'document'; document: NamedDocument }
  | { kind: 'decision'; text: string; on: IsoDate }
  /** What it rested on is not public any more, or was never said. */
  | { kind: 'gone' }
  /** What the programme itself keeps of a step. */
  | { kind: 'step'; on: IsoDate; address: string }
  /** The plan as it stands, in its newest edition. */
  | { kind: 'plan'; edition: { number: number; on: IsoDate } | null; address: string }
  /** A page of the register: of a motion or a commitment. */
  | { kind: 'page'; address: string }
  /** Who counts, and in which file it came. */
  | { kind: 'count'; by: string; file: string | null; on: IsoDate | null }

/** One thing that a report says. `quoted`: of words that are somebody else's. */
export type Statement = { text: string; sources: Source[] }

export const actionAddress = ({ address }: ReportNames, action: number) => `${address}/acties/${action}`

export function planSource({ tree, names }: Pick<ReportFacts, 'tree' | 'names'>): Source {
  const last = tree.editions.at(-1)
  return {
    kind: 'plan',
    edition: last ? { number: last.number, on: last.decidedOn } : null,
    address: names.address,
  }
}

/** Evidence as a report names it; never empty. */
export function evidenceSources(
  { tree, names }: Pick<ReportFacts, 'tree' | 'names'>,
  evidence: readonly Evidence[],
): Source[] {
  const found = evidence.map((one): Source => {
    if (one.kind === 'decision') {
      const decision = tree.decisions.find(({ id }) => id === one.decision)
      return decision ? { kind: 'decision', text: decision.text, on: decision.on } : { kind: 'gone' }
    }
    const document = names.documents.get(one.document)
    if (!document) return { kind: 'gone' }
    return one.kind === 'document'
      ? { kind: 'document', document }
      : { kind: 'passage', quotation: one.quotation, document, page: one.at[0]?.page ?? null }
  })
  return found.length > 0 ? found : [{ kind: 'gone' }]
}
