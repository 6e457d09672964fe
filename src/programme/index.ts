/** The public face of the programme room. Other rooms import from here only. */

export * from './action.ts'
export { addAction, type NewAction } from './add-action.ts'
export { addMeeting } from './add-meeting.ts'
export { addMilestone, type NewMilestone } from './add-milestone.ts'
export { adoptProgramme, amendProgramme, type PlanDecision } from './adopt-programme.ts'
export * from './ambitions.ts'
export {
  type Attachment,
  attachmentTypes,
  mostAttachment,
  mostAttachments,
  readAttachment,
} from './attachment.ts'
export * from './attachments.ts'
export { beginProgramme, type NewPillar, type NewProgramme } from './begin-programme.ts'
export * from './calendar.ts'
export * from './called.ts'
export { type CarriedBy, type CarriedWork, carriedBy } from './carried-by.ts'
export { type ActionChange, assignOwner, changeAction, moveAction } from './change-action.ts'
export { addDependency, type InCircle, removeDependency } from './change-dependencies.ts'
export { changeMeeting, type MeetingChange } from './change-meeting.ts'
export { changeMilestone, type MilestoneChange } from './change-milestone.ts'
export { addPillar, changePillar, movePillar, removePillar } from './change-pillars.ts'
export { changeProgramme, dropProgramme, endProgramme, type ProgrammeChange } from './change-programme.ts'
export { addRisk, changeRisk, type RiskFields, removeRisk } from './change-risks.ts'
export {
  addAmbition,
  addSource,
  changeSource,
  removeAmbition,
  removeSource,
  type SourceFields,
  type SourceKind,
  sourceKinds,
} from './change-sources.ts'
export { closeMeeting, reopenMeeting } from './close-meeting.ts'
export { type CurrentProgramme, currentProgramme } from './current.ts'
export { decide, type NewDecision, shortened } from './decide.ts'
export * from './dependencies.ts'
export { destroyFile } from './destroy-file.ts'
export { dropMilestone } from './drop-milestone.ts'
export * from './editions.ts'
export * from './evidence.ts'
export * from './evidence-facts.ts'
export { type ProgrammeFieldCode, programmeFieldCodes } from './field-codes.ts'
export * from './figures/index.ts'
export * from './in-short.ts'
export * from './indicator.ts'
export * from './load-tree.ts'
export * from './meetings.ts'
export * from './milestone.ts'
export * from './money.ts'
export * from './numbering.ts'
export { owedOn, type ProgrammeOwed } from './owed-on.ts'
export * from './owners.ts'
export * from './plan.ts'
export type { ActionFields } from './plan-action.ts'
export * from './programme.ts'
export { type MilestoneReached, reachMilestone } from './reach-milestone.ts'
export { programmeReader } from './reader.ts'
export { isHard, type Lack, lacksOf } from './readiness.ts'
export { removeAction } from './remove-action.ts'
export * from './report-out/index.ts'
export { type ProgressReport, type Reported, reportProgress } from './report-progress.ts'
export * from './risk.ts'
export { sameAction } from './same-action.ts'
export { type ServedKind, serve, servedKinds, unserve } from './serve.ts'
export { type MoneyOfYear, setMoney } from './set-money.ts'
export * from './sources.ts'
export * from './standing.ts'
export { type Change, programmeRoles, type Step as ProgrammeStep, type Subject } from './step.ts'
export { type OpenMilestone, stepAction } from './step-action.ts'
export { type Successor, succeedProgramme } from './succeed-programme.ts'
export type { ProgrammeTables, PublicProgrammeTables } from './tables.ts'
export { takeBackReport } from './take-back-report.ts'
export { type GivenEvidence, joinEvidence, mostEvidence, type PublishedWords } from './take-evidence.ts'
export type * from './tree.ts'
export { undoDecision } from './undo-decision.ts'
export { undoMeeting } from './undo-meeting.ts'
export { undoMilestone } from './undo-milestone.ts'
export { type PlannedSubject, plannedSubjects, undoPlanStep } from './undo-plan-step.ts'
export { type Owner, undoStep } from './undo-step.ts'
export * from './undoable.ts'
export * from './week.ts'
