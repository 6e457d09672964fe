import { type Ctx, checkRoles } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'
import type { OutFormat } from '../../documents-out/index.ts'
import { NotFound } from '../../errors.ts'
import { type SectionChange, sectionChanges } from '../../kept-sections.ts'
import { programmeRoles } from '../step.ts'
import type { PhrasesOf } from './begin-report.ts'
import { composeReport } from './compose-report.ts'
import { loadReportFacts, type NamesOf, type RegisterOf } from './load-facts.ts'
import type { ComposedReportSection, ReportContent, ReportScope } from './report.ts'
import {
  lastReportStep,
  mayEditReport,
  type ReportMove,
  type ReportState,
  type ReportStep,
  reportMovesFor,
} from './report-life.ts'
import { scopeOf } from './step-report.ts'

export type ReportItem = {
  id: number
  title: string
  scope: ReportScope
  state: ReportState
  changedAt: Date
  sentOn: IsoDate | null
  document: number | null
}
export type ReportOutFact = {
  id: number
  step: ReportStep
  at: Date
  name: string
  reason: string | null
  undone: boolean
}
export type DeskReport = ReportItem & {
  version: number
  programme: number
  municipality: string
  content: ReportContent
  /** Sections as the programme would have them today, and what differs, by key. Empty once it can no longer be edited. */
  fresh: ComposedReportSection[]
  changes: Map<string, SectionChange>
  history: ReportOutFact[]
  files: { format: OutFormat; sha256: string; size: number }[]
  /** Its page in the register, once registered. */
  published: { year: number; slug: string } | null
  mayEdit: boolean
  moves: ReportMove[]
  /** The step that whoever asks can take back; null when there is none. */
  undo: ReportStep | null
}

/** All reports of a programme, the last begun first; dropped ones at the end. @throws Denied */
export async function reportsAtDesk(ctx: Ctx, input: { programme: number }): Promise<ReportItem[]> {
  checkRoles(ctx, programmeRoles, 'see reports')
  const rows = await ctx.tx
    .selectFrom('programme.report_out')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', input.programme)
    .orderBy((on) => on('state', '=', 'dropped'))
    .orderBy('period_end', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.content.fields.title,
    scope: scopeOf(row),
    state: row.state,
    changedAt: row.changed_at,
    sentOn: row.sent_on,
    document: row.document_id,
  }))
}

/** One report for whoever works on it. @throws NotFound; Denied */
export async function reportAtDesk(
  ctx: Ctx,
  input: { report: number; names: NamesOf; register: RegisterOf; phrases: PhrasesOf },
): Promise<DeskReport> {
  checkRoles(ctx, programmeRoles, 'see reports')
  const { actor } = ctx
  const { municipality } = actor
  const row = await ctx.tx
    .selectFrom('programme.report_out')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', input.report)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const history = await ctx.tx
    .selectFrom('programme.report_out_history')
    .select(['id', 'step', 'moved_at', 'actor_id', 'actor_name', 'reason', 'undoes'])
    .where('municipality', '=', municipality)
    .where('report_id', '=', row.id)
    .orderBy('id')
    .execute()
  const files = await ctx.tx
    .selectFrom('programme.report_out_file')
    .select(['format', 'sha256', 'size'])
    .where('municipality', '=', municipality)
    .where('report_id', '=', row.id)
    .orderBy('format')
    .execute()
  const role = actor.kind === 'person' ? actor.role : 'portfolio-holder'
  const scope = scopeOf(row)
  const mayEdit = mayEditReport(row.state, role)
  const fresh = mayEdit
    ? composeReport(
        await loadReportFacts(ctx, { programme: row.programme_id, scope, names: input.names }),
        input.phrases(scope.language),
      ).sections
    : []
  const undone = new Set(history.map(({ undoes }) => undoes))
  const last = lastReportStep(history)
  const by = 'step' in last ? history.find(({ id }) => id === last.step.id)!.actor_id : null
  const mine = actor.kind !== 'person' || role === 'portfolio-holder' || actor.personId === by
  return {
    id: row.id,
    version: row.version,
    programme: row.programme_id,
    municipality: await input.register.town(ctx),
    title: row.content.fields.title,
    scope,
    state: row.state,
    content: row.content,
    changedAt: row.changed_at,
    sentOn: row.sent_on,
    document: row.document_id,
    fresh,
    changes: mayEdit ? sectionChanges(row.content.sections, fresh) : new Map(),
    history: history.map((one) => ({
      id: one.id,
      step: one.step,
      at: one.moved_at,
      name: one.actor_name,
      reason: one.reason,
      undone: undone.has(one.id),
    })),
    files,
    published: row.document_id === null ? null : await input.register.published(ctx, row.document_id),
    mayEdit,
    moves: reportMovesFor(row.state, role),
    undo: 'step' in last && mine ? last.step.step : null,
  }
}

/** A report as it stood at a version that somebody's form began with. @throws NotFound */
export async function reportContentAt(
  ctx: Ctx,
  input: { report: number; version: number },
): Promise<ReportContent> {
  const { municipality } = ctx.actor
  const next = await ctx.tx
    .selectFrom('programme.report_out_history')
    .select('before')
    .where('municipality', '=', municipality)
    .where('report_id', '=', input.report)
    .where('version', '=', input.version + 1)
    .executeTakeFirst()
  if (next) return next.before.content
  const now = await ctx.tx
    .selectFrom('programme.report_out')
    .select('content')
    .where('municipality', '=', municipality)
    .where('id', '=', input.report)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (!now) throw new NotFound()
  return now.content
}
