import type { Arrow } from '../machine.ts'

/** Diagram: docs/states/action.md. */
export const actionStates = ['planned', 'running', 'done', 'stopped'] as const
export type ActionState = (typeof actionStates)[number]
export const actionMoves = ['start', 'finish', 'stop', 'resume'] as const
export type ActionMove = (typeof actionMoves)[number]
/** States in which something is still to come. */
export const openStates: readonly ActionState[] = ['planned', 'running']
/** Whether an action is still to begin or goes on: what is done or stopped is over. Pure. */
export const goesOn = ({ state }: { state: ActionState }): boolean => openStates.includes(state)
/** `finish` and `stop` say why or with what; `resume` takes up again what was done or stopped. */
export const actionArrows: readonly Arrow<ActionState, ActionMove>[] = [
  ['planned', 'start', 'running'],
  ['planned', 'stop', 'stopped'],
  ['running', 'finish', 'done'],
  ['running', 'stop', 'stopped'],
  ['done', 'resume', 'running'],
  ['stopped', 'resume', 'running'],
]
