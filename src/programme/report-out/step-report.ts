import type { Selectable, Updateable } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { NotFound, Refused } from '../../errors.ts'
import type { ReportContent, ReportScope } from './report.ts'
import type { ReportState, ReportStep } from './report-life.ts'
import type { ReportOutTable } from './tables.ts'

export type ReportRow = Selectable<ReportOutTable>
export type ReportStepDone = { report: number; version: number }
export type ReportSeen = { report: number; version: number }

export const scopeOf = (row: ReportRow): ReportScope => ({
  kind: row.kind,
  language: row.language,
  from: row.period_start,
  to: row.period_end,
})

/** Holds a report at the version that the caller saw. @throws NotFound; Refused `changed-by-other` */
export async function lockReport(ctx: Ctx, input: ReportSeen): Promise<ReportRow> {
  const row = await ctx.tx
    .selectFrom('programme.report_out')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.report)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

type StepOfReport = {
  step: ReportStep
  reason?: string | null
  undoes?: number
  sections?: readonly string[]
}

/** Writes a step of a locked report: its new state or content, the history row with what was before, and the audit line. */
export async function stepReport(
  ctx: Ctx,
  row: ReportRow,
  facts: StepOfReport & { state?: ReportState; content?: ReportContent },
  change: Updateable<ReportOutTable> = {},
): Promise<ReportStepDone> {
  const state = facts.state ?? row.state
  const version = row.version + 1
  await ctx.tx
    .updateTable('programme.report_out')
    .set({
      ...change,
      state,
      version,
      changed_at: ctx.now,
      ...(facts.content ? { content: JSON.stringify(facts.content) } : {}),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  await addReportHistory(ctx, row, { ...facts, state, version })
  return { report: row.id, version }
}

export async function addReportHistory(
  ctx: Ctx,
  row: ReportRow,
  facts: StepOfReport & { state: ReportState; version: number },
): Promise<void> {
  const { actor } = ctx
  await ctx.tx
    .insertInto('programme.report_out_history')
    .values({
      municipality: actor.municipality,
      report_id: row.id,
      step: facts.step,
      from_state: row.state,
      to_state: facts.state,
      version: facts.version,
      moved_at: ctx.now,
      by_role: actor.kind === 'person' ? actor.role : 'program',
      actor_id: actor.kind === 'person' ? actor.personId : null,
      actor_name: actor.name,
      reason: facts.reason ?? null,
      sections: [...(facts.sections ?? [])],
      before: JSON.stringify({ state: row.state, content: row.content }),
      undoes: facts.undoes ?? null,
    })
    .execute()
  await record(ctx, `report-out.${facts.step}`, { report: String(row.id) })
}
