/** The public face of the programme room. Other rooms import from here only. */

export * from './action.ts'
export * from './evidence.ts'
export { type ProgrammeFieldCode, programmeFieldCodes } from './field-codes.ts'
export * from './indicator.ts'
export * from './load-tree.ts'
export * from './milestone.ts'
export * from './programme.ts'
export * from './risk.ts'
export * from './standing.ts'
export { type Change, programmeRoles, type Step as ProgrammeStep, type Subject, undoStep } from './step.ts'
export type { ProgrammeTables, PublicProgrammeTables } from './tables.ts'
export type * from './tree.ts'
