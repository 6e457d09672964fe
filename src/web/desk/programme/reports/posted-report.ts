import {
  changedInReport,
  plainLines,
  type ReportContent,
  type ReportFields,
  type ReportMove,
  reportMoves,
} from '../../../../programme/index.ts'
import { parseTypedDate } from '../../typed-date.ts'

export type ReportAction = ReportMove | 'save' | 'renew' | 'undo' | 'register'

/** What somebody sent from the page of a report. `fields` null: the form had none, because they may not edit. */
export type PostedReport = {
  action: ReportAction
  version: number
  reason: string
  fields: Partial<ReportFields> | null
  texts: Record<string, string>
  /** The date as typed, to show again. */
  typedDate: string | null
}

export function readReportForm(form: FormData): PostedReport {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : null
  }
  const known = ['save', 'renew', 'undo', 'register', ...reportMoves] as const
  const asked = text('action') ?? 'save'
  const texts: Record<string, string> = {}
  for (const name of form.keys()) {
    if (name.startsWith('text:')) texts[name.slice(5)] = text(name) ?? ''
  }
  const typedDate = text('field:date')
  return {
    action: known.find((one) => one === asked) ?? 'save',
    version: Number(/^\d{1,9}$/.exec(text('version') ?? '')?.[0] ?? 0),
    reason: text('reason') ?? '',
    fields: typedDate === null ? null : fieldsOf(text, typedDate),
    texts,
    typedDate,
  }
}

function fieldsOf(text: (name: string) => string | null, typedDate: string): Partial<ReportFields> {
  const fields: Partial<ReportFields> = {
    // What is no date stays as typed, so that the command can refuse it beside its field.
    date: typedDate.trim() === '' ? null : (parseTypedDate(typedDate) ?? typedDate),
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
