import { publicText } from '../../cover.ts'
import { type Ctx, checkRoles } from '../../ctx.ts'
import { type FieldError, Invalid, Refused } from '../../errors.ts'
import { follow } from '../../machine.ts'
import type { ReportContent } from './report.ts'
import { type ReportMove, type ReportState, reportArrows, takersOf } from './report-life.ts'
import { lockReport, type ReportSeen, type ReportStepDone, stepReport } from './step-report.ts'

/**
 * The college agrees to a draft, sends it back with a reason, or a draft is dropped. Sending is `sendReport`.
 * @throws Refused `changed-by-other`, `move-not-possible`; Invalid (`date`, `title`, `reason`); NotFound; Denied
 */
export async function passReport(
  ctx: Ctx,
  input: ReportSeen & { move: Exclude<ReportMove, 'send'>; reason?: string | null },
): Promise<ReportStepDone> {
  const row = await lockReport(ctx, input)
  const state = reportMoved(ctx, row, input.move)
  const reason = input.move === 'return' ? publicText(input.reason) : null
  if (input.move === 'return' && reason === null)
    throw new Invalid('form-invalid', [{ field: 'reason', code: 'needed' }])
  if (input.move === 'agree') checkReportComplete(row.content)
  return stepReport(ctx, row, { step: input.move, state, reason })
}

/** Where a move leads. @throws Refused `move-not-possible`; Denied */
export function reportMoved(ctx: Ctx, row: { state: ReportState }, move: ReportMove): ReportState {
  checkRoles(ctx, takersOf(move), `${move} a report`)
  const state = follow(reportArrows, row.state, move)
  if (!state) throw new Refused('move-not-possible')
  return state
}

/** A report that goes on needs a day and a title. @throws Invalid */
export function checkReportComplete({ fields }: ReportContent): void {
  const missing = (['date', 'title'] as const)
    .filter((field) => !fields[field])
    .map((field): FieldError => ({ field, code: 'needed' }))
  if (missing.length > 0) throw new Invalid('form-invalid', missing)
}
