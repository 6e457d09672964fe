/** The public face of the programme room. Other rooms import from here only. */

export * from './action.ts'
export { addMeeting } from './add-meeting.ts'
export { addMilestone, type NewMilestone } from './add-milestone.ts'
export {
  type Attachment,
  attachmentTypes,
  mostAttachment,
  mostAttachments,
  readAttachment,
} from './attachment.ts'
export * from './attachments.ts'
export * from './calendar.ts'
export { type CarriedBy, type CarriedWork, carriedBy } from './carried-by.ts'
export { changeMeeting, type MeetingChange } from './change-meeting.ts'
export { changeMilestone, type MilestoneChange } from './change-milestone.ts'
export { closeMeeting, reopenMeeting } from './close-meeting.ts'
export { decide, type NewDecision, shortened } from './decide.ts'
export { dropMilestone } from './drop-milestone.ts'
export * from './evidence.ts'
export * from './evidence-facts.ts'
export { type ProgrammeFieldCode, programmeFieldCodes } from './field-codes.ts'
export * from './indicator.ts'
export * from './load-tree.ts'
export * from './meetings.ts'
export * from './milestone.ts'
export { owedOn, type ProgrammeOwed } from './owed-on.ts'
export * from './programme.ts'
export { type MilestoneReached, reachMilestone } from './reach-milestone.ts'
export { type ProgressReport, type Reported, reportProgress } from './report-progress.ts'
export * from './risk.ts'
export * from './standing.ts'
export { type Change, programmeRoles, type Step as ProgrammeStep, type Subject, undoStep } from './step.ts'
export type { ProgrammeTables, PublicProgrammeTables } from './tables.ts'
export { takeBackReport } from './take-back-report.ts'
export { type GivenEvidence, joinEvidence, mostEvidence, type PublishedWords } from './take-evidence.ts'
export type * from './tree.ts'
export { undoDecision } from './undo-decision.ts'
export { undoMilestone } from './undo-milestone.ts'
export * from './week.ts'
