import type { Role } from '../../ctx.ts'
import type { ErrorCode } from '../../errors.ts'
import { type Arrow, lastStanding } from '../../machine.ts'
import { programmeRoles } from '../step.ts'

/** Diagram: docs/states/report-out.md. */
export const reportStates = ['draft', 'agreed', 'sent', 'dropped'] as const
export type ReportState = (typeof reportStates)[number]
export const reportMoves = ['agree', 'return', 'send', 'drop'] as const
export type ReportMove = (typeof reportMoves)[number]
export const reportArrows: readonly Arrow<ReportState, ReportMove>[] = [
  ['draft', 'agree', 'agreed'],
  ['draft', 'drop', 'dropped'],
  ['agreed', 'return', 'draft'],
  ['agreed', 'send', 'sent'],
]

/** Everything that a history holds: the moves, and what happens within a state. */
export const reportSteps = ['begin', 'edit', 'renew', ...reportMoves, 'register', 'undo'] as const
export type ReportStep = (typeof reportSteps)[number]

/** What the college agrees to, a member of it enters; the rest is done by whoever works on the programme. */
const takers: Readonly<Record<ReportMove, readonly Role[]>> = {
  agree: ['portfolio-holder'],
  return: programmeRoles,
  send: programmeRoles,
  drop: programmeRoles,
}
export const takersOf = (move: ReportMove): readonly Role[] => takers[move]

/** The moves that a report in this state offers to people of this role. */
export const reportMovesFor = (state: ReportState, role: Role): ReportMove[] =>
  reportArrows.filter(([from, move]) => from === state && takers[move].includes(role)).map(([, move]) => move)

/** Only a draft changes: who agreed, agreed to these words. */
export const mayEditReport = (state: ReportState, role: Role): boolean =>
  state === 'draft' && programmeRoles.includes(role)

export type PastReportStep = { id: number; step: ReportStep; undoes: number | null }
/** The step that "undo" would take back: the last that still stands. What was sent stays sent. Oldest first. */
export function lastReportStep(
  history: readonly PastReportStep[],
): { step: PastReportStep } | { refused: Extract<ErrorCode, 'nothing-to-undo' | 'report-sent'> } {
  const step = lastStanding(history)
  if (!step || step.step === 'begin') return { refused: 'nothing-to-undo' }
  if (step.step === 'send' || step.step === 'register') return { refused: 'report-sent' }
  return { step }
}
