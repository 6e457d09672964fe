import type { IsoDate } from '../../days.ts'
import type { DocumentLanguage } from '../../documents-out/index.ts'
import type { Composed, Kept } from '../../kept-sections.ts'

/** `interim`: over part of a year; `yearly`: over a whole one. */
export const reportKinds = ['interim', 'yearly'] as const
export type ReportKind = (typeof reportKinds)[number]
/** Both days belong to it. */
export type ReportPeriod = { from: IsoDate; to: IsoDate }
/** What a report is about; it stays as it was begun. */
export type ReportScope = ReportPeriod & { kind: ReportKind; language: DocumentLanguage }

/** What stands at the head of a report, and can be edited. */
export type ReportFields = {
  title: string
  date: IsoDate | null
  /** "Ons kenmerk". */
  reference: string | null
  addressee: string
}
export const reportFieldNames = ['title', 'date', 'reference', 'addressee'] as const

export const reportSectionKinds = [
  'about',
  'pillar',
  'promised',
  'done',
  'not-done',
  'next',
  'money',
  'indicators',
  'council',
  'closing',
] as const
export type ReportSectionKind = (typeof reportSectionKinds)[number]

/** `key` is `about`, `done-12` with the id of a pillar, … */
export type ComposedReportSection = Composed & { kind: ReportSectionKind; level: 1 | 2 }
export type ReportSection = Kept<ComposedReportSection>
export type ReportContent = { fields: ReportFields; sections: ReportSection[] }
