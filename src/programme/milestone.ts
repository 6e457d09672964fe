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
