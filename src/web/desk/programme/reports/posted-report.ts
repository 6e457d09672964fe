import { plainLines } from '../../../../documents-out/index.ts'
import {
  changedInReport,
  type ReportContent,
  type ReportFields,
  type ReportMove,
  reportMoves,
} from '../../../../programme/index.ts'
import { dateTyped, type PostedDraft, postedDraft, textOf } from '../../draft/posted-draft.ts'

export type ReportAction = ReportMove | 'save' | 'renew' | 'undo' | 'register'

/** What somebody sent from the page of a report. `fields` null: the form had none, because they may not edit. */
export type PostedReport = PostedDraft<ReportAction> & { fields: Partial<ReportFields> | null }

export function readReportForm(form: FormData): PostedReport {
  const posted = postedDraft(form, reportMoves)
  const { typedDate } = posted
  return {
    ...posted,
    fields: typedDate === null ? null : fieldsOf((name) => textOf(form, name), typedDate),
  }
}

function fieldsOf(text: (name: string) => string | null, typedDate: string): Partial<ReportFields> {
  const fields: Partial<ReportFields> = {
    date: dateTyped(typedDate),
  }
  const title = text('field:title')
  if (title !== null) fields.title = title
  const addressee = text('field:addressee')
  if (addressee !== null) fields.addressee = addressee
  const reference = text('field:reference')
  if (reference !== null) fields.reference = reference.trim() || null
  return fields
}

/** A report with what was typed put over it, unchecked: to show again. */
export function typedOverReport(
  content: ReportContent,
  { fields, texts }: Pick<PostedReport, 'fields' | 'texts'>,
): ReportContent {
  return {
    fields: { ...content.fields, ...fields },
    sections: content.sections.map((section) => {
      const typed = texts[section.key]
      return typed === undefined ? section : { ...section, text: plainLines(typed) }
    }),
  }
}

export const hasUnsaved = (content: ReportContent, posted: PostedReport): boolean =>
  posted.fields !== null && changedInReport(content, typedOverReport(content, posted)).length > 0
