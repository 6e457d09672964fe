import { type Arrow, follow, type RefusedMove, refuse } from '../../machine.ts'

/** What is followed: a request without parts, or one part of a request. Diagram: docs/states/matter.md. */
export const matterStates = ['open', 'in-progress', 'proposed', 'settled', 'reopened'] as const
export type MatterState = (typeof matterStates)[number]

export const settlementOutcomes = [
  'carried-out',
  'partly',
  'not',
  'absorbed',
  'transferred',
  'overtaken',
  'announced',
] as const
/** `announced`: settled on words alone; a commitment lives on and reopens the matter when it is missed. */
export type SettlementOutcome = (typeof settlementOutcomes)[number]

export const reopenCauses = ['commitment-missed', 'new-evidence', 'changed-decision', 'by-hand'] as const
export type ReopenCause = (typeof reopenCauses)[number]

export const matterMoves = [
  'start',
  'propose',
  'withdraw-proposal',
  'hold',
  'accept',
  'reject',
  'reopen',
  'correct',
] as const
export type MatterMoveName = (typeof matterMoves)[number]

export const matterArrows: readonly Arrow<MatterState, MatterMoveName>[] = [
  ['open', 'start', 'in-progress'],
  ['open', 'propose', 'proposed'],
  ['in-progress', 'propose', 'proposed'],
  ['proposed', 'withdraw-proposal', 'in-progress'],
  ['proposed', 'hold', 'proposed'],
  ['proposed', 'reject', 'in-progress'],
  ['proposed', 'accept', 'settled'],
  ['settled', 'correct', 'settled'],
  ['settled', 'reopen', 'reopened'],
  ['reopened', 'start', 'in-progress'],
  ['reopened', 'propose', 'proposed'],
]

/** `decision`: the decision that a settled matter rests on; null in every other state, as is `outcome`. */
export type Matter = {
  state: MatterState
  outcome: SettlementOutcome | null
  decision: number | null
  /** The proposal that waits for a decision; only in state `proposed`. */
  proposal: number | null
  /** The proposal is put off. */
  held: boolean
}
export type MatterMove =
  | { move: 'start' | 'withdraw-proposal' | 'hold' | 'reject' | 'reopen' }
  | { move: 'propose'; proposal: number }
  | { move: 'accept' | 'correct'; outcome: SettlementOutcome; decision: number }

export const newMatter: Matter = { state: 'open', outcome: null, decision: null, proposal: null, held: false }

/** The only way from one state of a matter to another. Pure. */
export function moveMatter(matter: Matter, move: MatterMove): Matter | RefusedMove {
  const state = follow(matterArrows, matter.state, move.move)
  if (!state) return refuse('move-not-possible')
  switch (move.move) {
    case 'propose':
      return { ...newMatter, state, proposal: move.proposal }
    case 'hold':
      return matter.held ? refuse('move-not-possible') : { ...matter, state, held: true }
    case 'accept':
    case 'correct':
      return { ...newMatter, state, outcome: move.outcome, decision: move.decision }
    default:
      return { ...newMatter, state }
  }
}

/** Whether the diagram has this arrow: what a page may offer. */
export const canMove = (state: MatterState, move: MatterMoveName) =>
  follow(matterArrows, state, move) !== null
