import type { IsoDate } from '../days.ts'
import type { Arrow } from '../machine.ts'

/** Diagram: docs/states/milestone.md. */
export const milestoneStates = ['open', 'reached', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]
export const milestoneMoves = ['reach', 'drop'] as const
export type MilestoneMove = (typeof milestoneMoves)[number]
/** Reaching needs evidence, dropping a reason. An undo puts back `open`; evidence that is withdrawn flags it. */
export const milestoneArrows: readonly Arrow<MilestoneState, MilestoneMove>[] = [
  ['open', 'reach', 'reached'],
  ['open', 'drop', 'dropped'],
]

type Plan = {
  dueOn: IsoDate | null
  /** The last day of its action. */
  endsOn: IsoDate | null
  programmeEndsOn: IsoDate
}
/**
 * What is wrong with the day of a milestone: null when nothing is. An action can go on longer (`after-end`), but never after its programme
 * (`after-programme`). Pure.
 */
export function dueProblem({ dueOn, endsOn, programmeEndsOn }: Plan): 'after-end' | 'after-programme' | null {
  if (dueOn === null) return null
  if (dueOn > programmeEndsOn) return 'after-programme'
  return endsOn !== null && dueOn > endsOn ? 'after-end' : null
}

/** After adoption a day that others may count on is moved with a reason; naming a first day needs none. Pure. */
export const dayNeedsReason = (adopted: boolean, from: IsoDate | null, to: IsoDate | null): boolean =>
  adopted && from !== null && from !== to

export type Milestones = readonly { state: MilestoneState; dueOn: IsoDate | null }[]
/** A day itself still counts as in time. Pure. */
export const isLate = (one: Milestones[number], today: IsoDate): boolean =>
  one.state === 'open' && one.dueOn !== null && one.dueOn < today
