import { type Ctx, checkRoles } from '../../ctx.ts'
import { Denied, Refused } from '../../errors.ts'
import { programmeRoles } from '../step.ts'
import { lastReportStep, type ReportStep } from './report-life.ts'
import { lockReport, type ReportSeen, type ReportStepDone, stepReport } from './step-report.ts'

/**
 * Takes back the last step of a report that still stands, and puts back text and state as they were; both stay in the history. The
 * portfolio holder undoes any step, others their own. What was sent stays sent.
 * @throws Refused `changed-by-other`, `nothing-to-undo`, `report-sent`; NotFound; Denied
 */
export async function undoReportStep(
  ctx: Ctx,
  input: ReportSeen,
): Promise<ReportStepDone & { undone: ReportStep }> {
  checkRoles(ctx, programmeRoles, 'undo a step')
  const row = await lockReport(ctx, input)
  const history = await ctx.tx
    .selectFrom('programme.report_out_history')
    .select(['id', 'step', 'undoes', 'actor_id', 'before'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('report_id', '=', row.id)
    .orderBy('id')
    .execute()
  const found = lastReportStep(history)
  if ('refused' in found) throw new Refused(found.refused)
  const step = history.find(({ id }) => id === found.step.id)!
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'portfolio-holder' && actor.personId !== step.actor_id)
    throw new Denied('only the portfolio holder undoes the steps of others')
  const done = await stepReport(ctx, row, {
    step: 'undo',
    state: step.before.state,
    content: step.before.content,
    undoes: step.id,
  })
  return { ...done, undone: step.step }
}
