import type { Arrow } from '../machine.ts'

/** Diagram: docs/states/programme.md. `succeeded`: another programme came after it; `ended`: its time is over and nothing came after it. */
export const programmeStates = ['draft', 'adopted', 'succeeded', 'ended', 'dropped'] as const
export type ProgrammeState = (typeof programmeStates)[number]
export const programmeMoves = ['adopt', 'amend', 'succeed', 'end', 'drop'] as const
export type ProgrammeMove = (typeof programmeMoves)[number]
export const programmeArrows: readonly Arrow<ProgrammeState, ProgrammeMove>[] = [
  ['draft', 'adopt', 'adopted'],
  ['draft', 'drop', 'dropped'],
  ['adopted', 'amend', 'adopted'],
  ['adopted', 'succeed', 'succeeded'],
  ['adopted', 'end', 'ended'],
]
/** In these states a programme is worked on. */
export const workable: readonly ProgrammeState[] = ['draft', 'adopted']

/** The four pillars of the field, in their usual order, and what a municipality names otherwise. */
export const pillarKinds = ['prevention', 'combating', 'protection', 'chain', 'other'] as const
export type PillarKind = (typeof pillarKinds)[number]
