import type { IsoDate } from '../days.ts'
import { goesOn } from './action.ts'
import { overBudget } from './money.ts'
import type { Action, ProgrammeTree } from './tree.ts'

/**
 * How far something is, from what can be seen: milestones reached and days passed. Nobody types a percentage, and none is made of
 * unlike things: the counts are the answer.
 */
export type ActionStanding = {
  /** Why it wants attention, the heaviest first; empty when it goes as planned. */
  concerns: Concern[]
  milestones: { reached: number; open: number; late: number; dropped: number }
}
export type Concern =
  /** It should have begun. */
  | { kind: 'not-started'; since: IsoDate }
  /** It goes on past its last day. */
  | { kind: 'past-end'; since: IsoDate }
  | { kind: 'milestone-late'; milestone: number; since: IsoDate }
  | { kind: 'over-budget'; year: number; by: number }
  | { kind: 'waits-for'; action: number }
  | { kind: 'risk-happened'; risk: number }
  /** Nobody says what it is for. */
  | { kind: 'serves-nothing' }
  /** It has no milestone by which anyone could see it happen. */
  | { kind: 'no-milestones' }

/** Pure. A day itself still counts as in time. */
export function standingOf(tree: ProgrammeTree, action: Action, today: IsoDate): ActionStanding {
  const concerns: Concern[] = []
  const running = goesOn(action)
  if (running && action.endsOn && action.endsOn < today)
    concerns.push({ kind: 'past-end', since: action.endsOn })
  else if (action.state === 'planned' && action.startsOn && action.startsOn < today)
    concerns.push({ kind: 'not-started', since: action.startsOn })
  const late = action.milestones.filter(
    (one) => one.state === 'open' && one.dueOn !== null && one.dueOn < today,
  )
  if (running) {
    for (const one of late) concerns.push({ kind: 'milestone-late', milestone: one.id, since: one.dueOn! })
  }
  for (const line of action.money) {
    const by = overBudget(line)
    if (by !== null) concerns.push({ kind: 'over-budget', year: line.year, by })
  }
  for (const risk of action.risks) {
    if (risk.state === 'happened' && running) concerns.push({ kind: 'risk-happened', risk: risk.id })
  }
  if (running) {
    for (const { action: needed } of action.needs) {
      const other = tree.actions.find(({ id }) => id === needed)
      if (other && other.state !== 'done' && action.startsOn && action.startsOn <= today)
        concerns.push({ kind: 'waits-for', action: needed })
    }
    if (action.serves.length === 0) concerns.push({ kind: 'serves-nothing' })
    if (action.milestones.length === 0) concerns.push({ kind: 'no-milestones' })
  }
  return {
    concerns,
    milestones: {
      reached: action.milestones.filter(({ state }) => state === 'reached').length,
      open: action.milestones.filter(({ state }) => state === 'open').length,
      late: late.length,
      dropped: action.milestones.filter(({ state }) => state === 'dropped').length,
    },
  }
}
