/** A place in a document: page numbers from 1, offsets in UTF-16 units of that page's redacted text. */
export type At = { page: number; start: number; end: number }[]

/** What shows that a step is true: words in a published document, a whole published document, or a decision of the steering group. */
export type Evidence =
  | { kind: 'passage'; document: number; at: At; quotation: string }
  | { kind: 'document'; document: number }
  | { kind: 'decision'; decision: number }
export const evidenceKinds = ['passage', 'document', 'decision'] as const
export type EvidenceKind = Evidence['kind']
