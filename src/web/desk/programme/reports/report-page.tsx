import { registerSentReport } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { type OutFormat, outMediaTypes } from '../../../../documents-out/index.ts'
import { Invalid, Refused } from '../../../../errors.ts'
import { mergeTyped } from '../../../../kept-sections.ts'
import {
  changedInReport,
  editReport,
  passReport,
  type ReportContent,
  renewReport,
  reportContentAt,
  reportFile,
  sendReport,
  undoReportStep,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { viewOf } from '../../draft/draft-parts.tsx'
import { download } from '../../original-file.ts'
import { reportPath } from '../paths.ts'
import { composing, findReport, type ReportHere } from './find.ts'
import { hasUnsaved, type PostedReport, readReportForm, typedOverReport } from './posted-report.ts'
import type { ReportView } from './report-form.tsx'
import { reportScreen } from './report-screen.tsx'

export async function reportPage(request: DeskRequest): Promise<Answer> {
  const here = await request.transact((ctx) => findReport(ctx, request))
  const saved = request.query.has('bewaard')
  return reportScreen(request, here, viewOf(here.report.content), {
    notice: saved ? { kind: 'done', title: request.words.programmeReport.saved } : null,
  })
}

/** Keeps what was typed and takes the step that the button asks, in one transaction; on a refusal the form comes back as typed. */
export async function postReport(request: DeskRequest): Promise<Answer> {
  const posted = readReportForm(await request.form())
  try {
    return await act(request, posted)
  } catch (error) {
    if (error instanceof Invalid) return invalidScreen(request, posted, error)
    if (error instanceof Refused) return refusedScreen(request, posted, error)
    throw error
  }
}

async function act(request: DeskRequest, posted: PostedReport): Promise<Answer> {
  const here = await request.transact((ctx) => findReport(ctx, request))
  const report = here.report.id
  const page = reportPath(request, here.tree.slug, report)
  const { action, version } = posted
  const inTransaction = <T,>(work: (ctx: Ctx) => Promise<T>) => request.transact(work)
  switch (action) {
    case 'send':
      await sendReport(inTransaction, { report, version, ...composing(request) })
      return seeOther(page)
    case 'register':
      await registerSentReport(inTransaction, { report, version })
      return seeOther(page)
    case 'undo':
      if (here.report.version === version && hasUnsaved(here.report.content, posted)) {
        return reportScreen(request, here, typedView(here, posted), {
          notice: { kind: 'attention', title: request.words.programmeReport.saveFirst },
          status: 409,
        })
      }
      await request.transact((ctx) => undoReportStep(ctx, { report, version }))
      return seeOther(page)
    case 'renew':
      return renew(request, report, posted, page)
    case 'save':
      await request.transact((ctx) => keep(ctx, report, posted))
      return seeOther(`${page}?bewaard=1`)
    default:
      await request.transact(async (ctx) => {
        const kept = await keep(ctx, report, posted)
        await passReport(ctx, { report, version: kept, move: action, reason: posted.reason })
      })
      return seeOther(page)
  }
}

async function renew(
  request: DeskRequest,
  report: number,
  posted: PostedReport,
  page: string,
): Promise<Answer> {
  const { conflicts } = await request.transact(async (ctx) => {
    const kept = await keep(ctx, report, posted)
    return renewReport(ctx, { report, version: kept, sections: 'all', ...composing(request) })
  })
  if (conflicts.length === 0) return seeOther(page)
  const now = await request.transact((ctx) => findReport(ctx, request))
  const others = new Map(conflicts.map((one) => [one.key, one.conflicts.map(({ theirs }) => theirs)]))
  const view = { ...viewOf(now.report.content), others }
  const title = request.words.programmeReport.renew.conflicts
  return reportScreen(request, now, view, { notice: { kind: 'attention', title } })
}

/** Writes what was typed, when the form held the report. @returns the version that stands now */
async function keep(ctx: Ctx, report: number, posted: PostedReport): Promise<number> {
  const { version, fields, texts } = posted
  if (fields === null) return version
  return (await editReport(ctx, { report, version, fields, texts })).version
}

const typedView = ({ report }: ReportHere, posted: PostedReport): ReportView => ({
  ...viewOf(typedOverReport(report.content, posted)),
  typedDate: posted.typedDate,
})

async function invalidScreen(request: DeskRequest, posted: PostedReport, error: Invalid): Promise<Screen> {
  const w = request.words.programmeReport
  const here = await request.transact((ctx) => findReport(ctx, request))
  const errors = new Map(
    error.fields.map(({ field, code }) => [field, w.errors[code] ?? request.words.errors['form-invalid']]),
  )
  return reportScreen(
    request,
    here,
    { ...typedView(here, posted), errors },
    { notice: { kind: 'errors', title: w.problems }, status: 422, reason: posted.reason },
  )
}

/** Stale: what was typed, merged with what the other wrote, on the version that stands now. Otherwise the reason, and the typed text. */
async function refusedScreen(request: DeskRequest, posted: PostedReport, error: Refused): Promise<Screen> {
  const { words } = request
  const w = words.programmeReport
  const { here, base } = await request.transact(async (ctx) => {
    const now = await findReport(ctx, request)
    const { report } = now
    const stale = posted.fields !== null && report.version !== posted.version
    const began = { report: report.id, version: posted.version }
    return { here: now, base: stale ? await reportContentAt(ctx, began).catch(() => null) : null }
  })
  const more = { status: 409 as const, reason: posted.reason }
  if (base === null) {
    return reportScreen(request, here, typedView(here, posted), {
      ...more,
      notice: { kind: 'attention', title: words.errors[error.code], lines: keptLines(here, posted) },
    })
  }
  const view = mergedView(here, posted, base)
  const lines = here.report.mayEdit ? [w.stale.lead] : [w.stale.moved, ...keptLines(here, posted)]
  return reportScreen(request, here, view, {
    ...more,
    notice: { kind: 'attention', title: w.stale.title, lines },
  })
}

/** What one typed since `base`, joined with what stands there now, paragraph by paragraph and field by field. */
function mergedView(
  { report }: Pick<ReportHere, 'report'>,
  posted: PostedReport,
  base: ReportContent,
): ReportView {
  const mine = typedOverReport(base, posted)
  const texts = Object.fromEntries(mine.sections.map(({ key, text }) => [key, text]))
  const { sections, others } = mergeTyped(base.sections, texts, report.content.sections)
  const changed = new Set(changedInReport(base, mine))
  const now = report.content.fields
  return {
    content: {
      fields: {
        title: changed.has('title') ? mine.fields.title : now.title,
        date: changed.has('date') ? mine.fields.date : now.date,
        reference: changed.has('reference') ? mine.fields.reference : now.reference,
        addressee: changed.has('addressee') ? mine.fields.addressee : now.addressee,
      },
      sections,
    },
    typedDate: changed.has('date') ? posted.typedDate : null,
    errors: new Map(),
    others,
  }
}

/** What was typed, where the form does not come back to hold it. */
function keptLines({ report }: ReportHere, posted: PostedReport): string[] {
  if (report.mayEdit || posted.fields === null) return []
  const mine = typedOverReport(report.content, posted)
  return mine.sections.flatMap(({ text }, at) => (text === report.content.sections[at]!.text ? [] : [text]))
}

async function fileAnswer(request: DeskRequest, format: OutFormat): Promise<Answer> {
  const { report } = await request.transact((ctx) => findReport(ctx, request))
  const file = await reportFile((work) => request.transact(work), {
    report: report.id,
    format,
    ...composing(request),
  })
  return download({ ...file, mediaType: outMediaTypes[format] })
}
export const reportDocx = (request: DeskRequest) => fileAnswer(request, 'docx')
export const reportPdf = (request: DeskRequest) => fileAnswer(request, 'pdf')
