/** The life of a request: what other files of the council room, and through it other rooms, take from here. */

export { addDays, addMonths, addWeeks, dayOf } from '../../days.ts'
export { isRefused, type RefusedMove } from '../../machine.ts'
export * from './accounts-at-desk.ts'
export * from './agree-term.ts'
export * from './assign-owner.ts'
export {
  type Attention,
  type AttentionReason,
  type AttentionStep,
  attentionReasons,
  attentionSteps,
  nearDays,
} from './attention.ts'
export { beginFollowing, type CheckChoice } from './begin-following.ts'
export { type CheckDate, checkDateOf } from './check-date.ts'
export * from './check-missed.ts'
export * from './commitment.ts'
export * from './councillor-motions.ts'
export { type Coverage, type CoverageKind, coverageOf } from './coverage.ts'
export {
  correctDecision,
  type Decided,
  type DecideSettlement,
  decideSettlement,
} from './decide-settlement.ts'
export * from './desk-attention.ts'
export * from './desk-lists.ts'
export * from './desk-matters.ts'
export * from './desk-motion.ts'
export * from './desk-people.ts'
export { readerOf } from './desk-reader.ts'
export * from './desk-steps.ts'
export * from './evidence.ts'
export * from './extend-commitment.ts'
export * from './facts.ts'
export * from './follow-earlier.ts'
export * from './hold-proposal.ts'
export * from './keep-commitment.ts'
export * from './lapse-commitment.ts'
export * from './letter-coverage.ts'
export * from './link-account.ts'
export * from './matter.ts'
export { type LifeFieldCode, lifeFieldCodes, type Step, takesStep } from './moving.ts'
export * from './note-progress.ts'
export * from './object-to-proposal.ts'
export * from './official-matters.ts'
export * from './portfolio-terms.ts'
export * from './proposal.ts'
export * from './propose-outcome.ts'
export { type ProposeSettlement, proposeSettlement } from './propose-settlement.ts'
export { type RelateCommitments, relateCommitments } from './relate-commitments.ts'
export * from './reopen-matter.ts'
export * from './set-check-date.ts'
export * from './settings.ts'
export * from './start-matter.ts'
export * from './submitters.ts'
export type { EvidenceInput, Place } from './take-evidence.ts'
export * from './term.ts'
export type { CommitmentStep, MatterStep } from './undo.ts'
export * from './undo-last-step.ts'
export * from './withdraw-proposal.ts'
