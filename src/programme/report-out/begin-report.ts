import { type Ctx, checkRoles } from '../../ctx.ts'
import { dayOf, isIsoDate } from '../../days.ts'
import { type FieldError, Invalid, Refused } from '../../errors.ts'
import { newSection } from '../../kept-sections.ts'
import { programmeRoles } from '../step.ts'
import { composeReport } from './compose-report.ts'
import { loadReportFacts, type NamesOf } from './load-facts.ts'
import type { ReportPhrases } from './phrases.ts'
import { type ReportContent, type ReportScope, reportKinds } from './report.ts'
import { addReportHistory, type ReportStepDone } from './step-report.ts'

export type PhrasesOf = (language: ReportScope['language']) => ReportPhrases

/**
 * Begins a report of an adopted programme over a period that has begun: its draft is composed of what the programme says today.
 * @throws Invalid (`kind`, `period_start`, `period_end`); Refused `report-needs-adoption`; NotFound; Denied
 */
export async function beginReport(
  ctx: Ctx,
  input: { programme: number; scope: ReportScope; names: NamesOf; phrases: PhrasesOf },
): Promise<ReportStepDone> {
  checkRoles(ctx, programmeRoles, 'begin a report')
  const { scope } = input
  const problems = scopeProblems(scope, dayOf(ctx.now))
  if (problems.length > 0) throw new Invalid('form-invalid', problems)
  const facts = await loadReportFacts(ctx, input)
  if (facts.tree.adoptedOn === null) throw new Refused('report-needs-adoption')
  const outside = facts.tree.endsOn < scope.from || facts.tree.startsOn > scope.to
  if (outside) throw new Invalid('form-invalid', [{ field: 'period_start', code: 'after-programme' }])
  const phrases = input.phrases(scope.language)
  const composed = composeReport(facts, phrases)
  const content: ReportContent = {
    fields: {
      title: composed.title,
      date: dayOf(ctx.now),
      reference: null,
      addressee: phrases.addressee,
    },
    sections: composed.sections.map(newSection),
  }
  const row = await ctx.tx
    .insertInto('programme.report_out')
    .values({
      municipality: ctx.actor.municipality,
      programme_id: input.programme,
      kind: scope.kind,
      language: scope.language,
      period_start: scope.from,
      period_end: scope.to,
      content: JSON.stringify(content),
      begun_at: ctx.now,
      changed_at: ctx.now,
      sent_on: null,
      document_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addReportHistory(ctx, row, { step: 'begin', state: 'draft', version: 1 })
  return { report: row.id, version: 1 }
}

/** What is wrong with the period of a report. Pure. */
function scopeProblems({ kind, from, to }: ReportScope, today: string): FieldError[] {
  const problems: FieldError[] = []
  if (!reportKinds.includes(kind)) problems.push({ field: 'kind', code: 'not-a-choice' })
  for (const [field, day] of [
    ['period_start', from],
    ['period_end', to],
  ] as const) {
    if (!isIsoDate(day)) problems.push({ field, code: day === '' ? 'needed' : 'date-invalid' })
  }
  if (problems.length > 0) return problems
  if (to < from) problems.push({ field: 'period_end', code: 'end-before-start' })
  else if (from > today) problems.push({ field: 'period_start', code: 'date-in-future' })
  return problems
}
