import { type Ctx, checkRoles } from '../../ctx.ts'
import { isIsoDate } from '../../days.ts'
import { plainLine, plainLines } from '../../documents-out/index.ts'
import { type FieldError, Invalid, Refused } from '../../errors.ts'
import { programmeRoles } from '../step.ts'
import { type ReportContent, type ReportFields, reportFieldNames } from './report.ts'
import {
  lockReport,
  type ReportRow,
  type ReportSeen,
  type ReportStepDone,
  stepReport,
} from './step-report.ts'

/** More than any report holds. */
const longestSection = 60_000

export type ReportEdit = { fields?: Partial<ReportFields>; texts?: Readonly<Record<string, string>> }

/**
 * Writes what somebody made of a draft: its head, and texts by key of the section; what is left out stays. Nothing changed is no step.
 * @throws Refused `changed-by-other`, `move-not-possible`; Invalid (`title`, `date`, `addressee`, `texts/<key>`); NotFound; Denied
 */
export async function editReport(ctx: Ctx, input: ReportSeen & ReportEdit): Promise<ReportStepDone> {
  const row = await lockReport(ctx, input)
  checkDraft(ctx, row)
  const content = editedReport(row.content, input)
  const sections = changedInReport(row.content, content)
  if (sections.length === 0) return { report: row.id, version: row.version }
  return stepReport(ctx, row, { step: 'edit', content, sections })
}

export function checkDraft(ctx: Ctx, row: ReportRow): void {
  checkRoles(ctx, programmeRoles, 'edit a report')
  if (row.state !== 'draft') throw new Refused('move-not-possible')
}

/** @throws Invalid */
function editedReport(content: ReportContent, edit: ReportEdit): ReportContent {
  const problems: FieldError[] = []
  const fields = cleanFields(problems, { ...content.fields, ...edit.fields })
  for (const [key, text] of Object.entries(edit.texts ?? {})) {
    if (text.length > longestSection) problems.push({ field: `texts/${key}`, code: 'too-long' })
  }
  if (problems.length > 0) throw new Invalid('form-invalid', problems)
  return {
    fields,
    sections: content.sections.map((section) => {
      const typed = edit.texts?.[section.key]
      return typed === undefined ? section : { ...section, text: plainLines(typed) }
    }),
  }
}

/** Names of what differs between two contents: fields, and keys of sections. Pure. */
export function changedInReport(before: ReportContent, after: ReportContent): string[] {
  const fields = reportFieldNames.filter((name) => before.fields[name] !== after.fields[name])
  const sections = after.sections.filter(
    (section) => before.sections.find(({ key }) => key === section.key)?.text !== section.text,
  )
  return [...fields, ...sections.map(({ key }) => key)]
}

function cleanFields(problems: FieldError[], fields: ReportFields): ReportFields {
  const [title, date, addressee] = [
    plainLine(fields.title),
    plainLine(fields.date),
    plainLine(fields.addressee),
  ]
  if (title === null) problems.push({ field: 'title', code: 'needed' })
  if (date !== null && !isIsoDate(date)) problems.push({ field: 'date', code: 'date-invalid' })
  if (addressee === null) problems.push({ field: 'addressee', code: 'needed' })
  return { title: title ?? '', date, reference: plainLine(fields.reference), addressee: addressee ?? '' }
}
