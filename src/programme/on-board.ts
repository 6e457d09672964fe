import type { IsoDate } from '../days.ts'
import { type ActionState, goesOn } from './action.ts'
import type { Action } from './tree.ts'

/**
 * Actions of one state as the board shows them: of what is still to come and what goes on, the nearest day first (the next open milestone, or
 * the day on which it begins or ends), what has no day last; of what is over, the newest first. Pure.
 */
export function inBoardOrder(actions: readonly Action[], state: ActionState): Action[] {
  const own = actions.filter((one) => one.state === state)
  if (goesOn({ state })) {
    return own.toSorted((a, b) => (nearestDay(a) ?? '9').localeCompare(nearestDay(b) ?? '9'))
  }
  return own.toSorted((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? ''))
}

/** The first day on which something of an action is to be seen. */
export function nearestDay({ state, startsOn, endsOn, milestones }: Action): IsoDate | null {
  const days = [
    state === 'planned' ? startsOn : null,
    endsOn,
    ...milestones.filter((one) => one.state === 'open').map(({ dueOn }) => dueOn),
  ].filter((day) => day !== null)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}
