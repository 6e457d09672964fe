import type { ColumnType, Generated } from 'kysely'
import type { IsoDate } from '../../days.ts'
import type { DocumentLanguage, OutFormat } from '../../documents-out/index.ts'
import type { ReportContent, ReportKind } from './report.ts'
import type { ReportState, ReportStep } from './report-life.ts'

type Json<T> = ColumnType<T, string, string>

export type ReportOutTable = {
  municipality: string
  id: Generated<number>
  programme_id: number
  kind: ReportKind
  language: DocumentLanguage
  period_start: IsoDate
  period_end: IsoDate
  state: Generated<ReportState>
  content: Json<ReportContent>
  version: Generated<number>
  begun_at: Date
  changed_at: Date
  sent_on: IsoDate | null
  document_id: number | null
}
export type ReportBefore = { state: ReportState; content: ReportContent }
export type ReportOutHistoryTable = {
  municipality: string
  id: Generated<number>
  report_id: number
  step: ReportStep
  from_state: ReportState
  to_state: ReportState
  version: number
  moved_at: Date
  by_role: string
  actor_id: string | null
  actor_name: string
  reason: string | null
  sections: Generated<string[]>
  before: Json<ReportBefore>
  undoes: number | null
}
export type ReportOutFileTable = {
  municipality: string
  report_id: number
  format: OutFormat
  sha256: string
  bytes: Buffer
  size: number
  made_at: Date
}
export type ReportPublishedTable = {
  municipality: string
  report_id: number
  programme_id: number
  document_id: number
  kind: ReportKind
  period_start: IsoDate
  period_end: IsoDate
  sent_on: IsoDate
}
