import type { Refusal } from '../../machine.ts'
import type { ReopenCause } from './matter.ts'

/** Every step that a history holds: the moves of the diagrams, and what happens within a state. */
export const matterSteps = [
  'register',
  'start',
  'assign',
  'agree-term',
  'note-progress',
  'propose',
  'withdraw-proposal',
  'object',
  'hold',
  'accept',
  'reject',
  'reopen',
  'correct',
  'undo',
] as const
export type MatterStep = (typeof matterSteps)[number]

export const commitmentSteps = [
  'register',
  'set-check-date',
  'keep',
  'keep-partly',
  'miss',
  'lapse',
  'extend',
  'relate',
  'undo',
] as const
export type CommitmentStep = (typeof commitmentSteps)[number]

export type PastStep = {
  id: number
  step: MatterStep | CommitmentStep
  cause: ReopenCause | null
  undoes: number | null
}

const decisions: readonly string[] = ['accept', 'reject', 'correct']

/**
 * The step that "undo" would take back: the last one that still stands. Decisions stand (a matter is reopened instead), and so does
 * what followed from the calendar.
 * @param history oldest first
 */
export function lastStep(history: readonly PastStep[]): { step: PastStep } | { refused: Refusal } {
  const undone = new Set(history.map((row) => row.undoes))
  const step = history.findLast((row) => row.step !== 'undo' && !undone.has(row.id))
  if (!step || step.step === 'register') return { refused: 'nothing-to-undo' }
  if (decisions.includes(step.step)) return { refused: 'decision-stands' }
  if (step.step === 'miss' || step.cause === 'commitment-missed') return { refused: 'made-by-calendar' }
  return { step }
}
