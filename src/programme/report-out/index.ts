/** Reports of a programme to the council: what other files of this room, and through it other rooms, take from here. */

export { beginReport, type PhrasesOf } from './begin-report.ts'
export * from './compose-report.ts'
export * from './desk-reports.ts'
export { changedInReport, editReport, type ReportEdit } from './edit-report.ts'
export type * from './facts.ts'
export type { NamesOf, RegisterOf } from './load-facts.ts'
export type { MoneyLack, Overrun } from './money-facts.ts'
export { passReport } from './move-report.ts'
export type { Coming, DayMove, Done, DoneIn, PeriodFacts, Promised, PromisedOutcome } from './period.ts'
export { periodOf } from './period.ts'
export type * from './phrases.ts'
export {
  type PublishedReport,
  publishedReports,
  type ReportOfDocument,
  type ReportToRegister,
  reportOfDocument,
  reportRegistered,
  reportToRegister,
} from './registered-report.ts'
export { renewReport } from './renew-report.ts'
export * from './report.ts'
export * from './report-document.ts'
export * from './report-life.ts'
export { reportFile, type SentReport, sendReport } from './send-report.ts'
export { statementsOf } from './statements.ts'
export type { ReportStepDone } from './step-report.ts'
export { undoReportStep } from './undo-report.ts'
