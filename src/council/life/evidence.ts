import type { Refusal } from '../../machine.ts'
import type { DoneFacts, OwnEvidence } from '../../programme/index.ts'
import type { At, IsoDate } from '../read/reading.ts'
import type { SettlementOutcome } from './matter.ts'

/** Where something that the action programme did comes from, as it was when it was taken up. */
export type DoneSource = {
  programme: { slug: string; title: string }
  action: { id: number; number: string; title: string }
  /** The day on which it was reached or reported. */
  on: IsoDate
  /** What showed that it was so. */
  own: OwnEvidence[]
}

/**
 * What a settlement rests on: an open union, one entry of `evidenceKinds` for each kind. `passage`: words in a published document;
 * `milestone`, `action-report`: what the action programme did, with the title or the line as they were; `unknown`: an old register says
 * that it was settled and not on what, which stays visible.
 */
export type Evidence =
  | { kind: 'passage'; document: number; at: At; quotation: string }
  | { kind: DoneFacts['kind']; id: number; quotation: string; source: DoneSource }
  | { kind: 'unknown' }
export type EvidenceKind = Evidence['kind']

type KindRules = {
  /** Whether this kind says anything; what says nothing never suffices for a new settlement. */
  known: boolean
  /** What was done is no announcement; only words can announce. */
  carries(outcome: SettlementOutcome): boolean
}
export const evidenceKinds: Record<EvidenceKind, KindRules> = {
  passage: { known: true, carries: () => true },
  milestone: { known: true, carries: (outcome) => outcome !== 'announced' },
  'action-report': { known: true, carries: (outcome) => outcome !== 'announced' },
  unknown: { known: false, carries: (outcome) => outcome !== 'announced' },
}

/** Whether this carries the outcome: null when it does. Only settlements of old registers may rest on what is unknown. */
export function evidenceSuffices(
  outcome: SettlementOutcome,
  evidence: readonly { kind: EvidenceKind }[],
  origin: 'own' | 'imported' = 'own',
): Refusal | null {
  const carrying = evidence.filter(({ kind }) => evidenceKinds[kind].carries(outcome))
  if (carrying.length === 0) return 'evidence-missing'
  if (origin === 'own' && !carrying.some(({ kind }) => evidenceKinds[kind].known)) return 'evidence-unknown'
  return null
}
