import type { Role } from '../../ctx.ts'
import { type Arrow, follow, lastStanding, type RefusedMove, refuse } from '../../machine.ts'

/** On whose desk a letter lies. Diagram: docs/states/letter-out.md. */
export const letterStates = ['draft', 'official', 'portfolio-holder', 'college', 'sent', 'dropped'] as const
export type LetterState = (typeof letterStates)[number]
export const letterMoves = ['submit', 'clear', 'agree', 'send', 'return', 'drop'] as const
export type LetterMove = (typeof letterMoves)[number]

export const letterArrows: readonly Arrow<LetterState, LetterMove>[] = [
  ['draft', 'submit', 'official'],
  ['draft', 'drop', 'dropped'],
  ['official', 'clear', 'portfolio-holder'],
  ['official', 'return', 'draft'],
  ['portfolio-holder', 'agree', 'college'],
  ['portfolio-holder', 'return', 'draft'],
  ['college', 'send', 'sent'],
  ['college', 'return', 'draft'],
]

/** Everything that a history holds: the moves, and what happens within a state. */
export const letterSteps = ['begin', 'edit', 'renew', ...letterMoves, 'register', 'undo'] as const
export type LetterStep = (typeof letterSteps)[number]

const writers: readonly Role[] = ['clerk', 'policy-officer']
const college: readonly Role[] = ['portfolio-holder']
/** Who works at each desk: edits there, passes on and sends back. What the college decides, a member of it enters. */
export const letterDesks: Readonly<Record<LetterState, readonly Role[]>> = {
  draft: writers,
  official: writers,
  'portfolio-holder': college,
  college,
  sent: ['clerk'],
  dropped: writers,
}
/** Who may see a letter and begin one. */
export const letterRoles: readonly Role[] = ['clerk', 'policy-officer', 'portfolio-holder']
export const letterWriters = writers

/** In which states the text can change. */
export const editable: readonly LetterState[] = ['draft', 'official', 'portfolio-holder']
/** Whether people of this role change the text of a letter in this state. */
export const mayEdit = (state: LetterState, role: Role) =>
  editable.includes(state) && letterDesks[state].includes(role)

export function moveLetter(state: LetterState, move: LetterMove): { state: LetterState } | RefusedMove {
  const to = follow(letterArrows, state, move)
  return to ? { state: to } : refuse('move-not-possible')
}

/** The moves that a letter in this state offers to people of this role. */
export function movesFor(state: LetterState, role: Role): LetterMove[] {
  if (!letterDesks[state].includes(role)) return []
  return letterArrows.filter(([from]) => from === state).map(([, move]) => move)
}

export type PastLetterStep = { id: number; step: LetterStep; undoes: number | null }

/** The step that "undo" would take back: the last that still stands. What was sent stays sent. */
export function lastLetterStep(
  history: readonly PastLetterStep[],
): { step: PastLetterStep } | { refused: 'nothing-to-undo' | 'letter-sent' } {
  const step = lastStanding(history)
  if (!step || step.step === 'begin') return { refused: 'nothing-to-undo' }
  if (step.step === 'send' || step.step === 'register') return { refused: 'letter-sent' }
  return { step }
}
