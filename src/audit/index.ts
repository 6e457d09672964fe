export type { CheckpointBody } from './checkpoints/checkpoint.ts'
export { ExportedAhead, exportCheckpoints } from './checkpoints/exported.ts'
export type { Signer, Witness } from './checkpoints/signer.ts'
export {
  demonstrationSigner,
  readSigner,
  SigningKeyError,
  signerIn,
  signerOf,
  witnessOf,
} from './checkpoints/signer.ts'
export { writeCheckpoint } from './checkpoints/write-checkpoint.ts'
export type { Action, Ground, Outcome, Purpose, TrailLine, Verdict } from './line.ts'
export { purposes, verdicts } from './line.ts'
export type { Detail, Subject } from './record.ts'
export { record, recordMany } from './record.ts'
export type { Activity } from './register.ts'
export { activitiesOn, activityFor, activityNamed, allActivities } from './register.ts'
export type { Appended } from './trail.ts'
export { append, appendMany } from './trail.ts'
export type { Finding } from './verify/finding.ts'
export { trailSource } from './verify/trail-source.ts'
export type { Verification } from './verify/verify-trail.ts'
export { verifyTrail } from './verify/verify-trail.ts'
