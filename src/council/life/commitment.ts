import { type Arrow, follow, type RefusedMove, refuse } from '../../machine.ts'
import type { IsoDate } from '../read/reading.ts'

/** What the college said that it will do. Diagram: docs/states/commitment.md. */
export const commitmentStates = ['open', 'late', 'partly-kept', 'kept', 'lapsed'] as const
export type CommitmentState = (typeof commitmentStates)[number]
export const commitmentMoves = ['keep', 'keep-partly', 'miss', 'lapse', 'extend'] as const
export type CommitmentMoveName = (typeof commitmentMoves)[number]

/** `lapsed`: it no longer holds, for a stated reason; `late` says that its day passed, not that nothing will come. */
export const commitmentArrows: readonly Arrow<CommitmentState, CommitmentMoveName>[] = [
  ['open', 'keep', 'kept'],
  ['open', 'keep-partly', 'partly-kept'],
  ['open', 'miss', 'late'],
  ['open', 'lapse', 'lapsed'],
  ['open', 'extend', 'open'],
  ['late', 'keep', 'kept'],
  ['late', 'keep-partly', 'partly-kept'],
  ['late', 'lapse', 'lapsed'],
  ['late', 'extend', 'open'],
  ['partly-kept', 'keep', 'kept'],
]

/** `ours`: by the municipality's term; `clerk`: picked; `none-agreed`: deliberately without. */
export const checkSources = ['ours', 'clerk', 'none-agreed'] as const
export type CheckSource = (typeof checkSources)[number]

export const commitmentRelations = ['repeats', 'amends', 'replaces', 'replaces-motion'] as const
export type CommitmentRelation = (typeof commitmentRelations)[number]

export type CommitmentDates = {
  /** Last day in the words of the letter. */
  notAfter: IsoDate | null
  checkOn: IsoDate | null
  /** The newest day that an extension gave it. */
  extendedTo: IsoDate | null
}
export type CommitmentFacts = CommitmentDates & {
  state: CommitmentState
  /** The first of its days that passed while it was open; stays when it is kept later. */
  missedOn: IsoDate | null
}
export type CommitmentMove =
  | { move: 'keep' | 'keep-partly' | 'lapse' }
  | { move: 'miss'; today: IsoDate }
  | { move: 'extend'; to: IsoDate }

/** The day by which it counts: the extension, else the letter's own last day, else our check date. */
export function dueOn(
  dates: CommitmentDates,
): { on: IsoDate; source: 'extension' | 'text' | 'check' } | null {
  if (dates.extendedTo) return { on: dates.extendedTo, source: 'extension' }
  if (dates.notAfter) return { on: dates.notAfter, source: 'text' }
  return dates.checkOn ? { on: dates.checkOn, source: 'check' } : null
}

/** Whether its day has passed: the day itself still counts as in time. */
export function missed(commitment: CommitmentFacts, today: IsoDate): boolean {
  const due = dueOn(commitment)
  return commitment.state === 'open' && due !== null && due.on < today
}

/** The only way from one state of a commitment to another. Pure. */
export function moveCommitment(
  commitment: CommitmentFacts,
  move: CommitmentMove,
): CommitmentFacts | RefusedMove {
  const state = follow(commitmentArrows, commitment.state, move.move)
  if (!state) return refuse('move-not-possible')
  switch (move.move) {
    case 'miss':
      return missed(commitment, move.today)
        ? { ...commitment, state, missedOn: commitment.missedOn ?? dueOn(commitment)!.on }
        : refuse('move-not-possible')
    case 'extend': {
      const due = dueOn(commitment)
      return due && move.to <= due.on
        ? refuse('move-not-possible')
        : { ...commitment, state, extendedTo: move.to }
    }
    default:
      return { ...commitment, state }
  }
}
