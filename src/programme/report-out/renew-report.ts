import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../../ctx.ts'
import { renewSections } from '../../kept-sections.ts'
import type { TextConflict } from '../../merge-text.ts'
import type { PhrasesOf } from './begin-report.ts'
import { composeReport } from './compose-report.ts'
import { checkDraft } from './edit-report.ts'
import { loadReportFacts, type NamesOf } from './load-facts.ts'
import { lockReport, type ReportSeen, type ReportStepDone, scopeOf, stepReport } from './step-report.ts'

/**
 * Takes what changed in the programme into a draft, for all sections or those named. What people wrote stays.
 * @returns with the paragraphs where both changed: theirs, not taken
 * @throws Refused `changed-by-other`, `move-not-possible`; NotFound; Denied
 */
export async function renewReport(
  ctx: Ctx,
  input: ReportSeen & { sections: readonly string[] | 'all'; names: NamesOf; phrases: PhrasesOf },
): Promise<ReportStepDone & { conflicts: { key: string; conflicts: TextConflict[] }[] }> {
  const row = await lockReport(ctx, input)
  checkDraft(ctx, row)
  const scope = scopeOf(row)
  const facts = await loadReportFacts(ctx, { programme: row.programme_id, scope, names: input.names })
  const fresh = composeReport(facts, input.phrases(scope.language))
  const keys = input.sections === 'all' ? 'all' : new Set(input.sections)
  const { sections, conflicts } = renewSections(row.content.sections, fresh.sections, keys)
  if (isDeepStrictEqual(sections, row.content.sections))
    return { report: row.id, version: row.version, conflicts }
  const done = await stepReport(ctx, row, {
    step: 'renew',
    content: { ...row.content, sections },
    sections: input.sections === 'all' ? [] : input.sections,
  })
  return { ...done, conflicts }
}
