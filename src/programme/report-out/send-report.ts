import { type Ctx, checkRoles, type InTransaction } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import {
  makeDocument,
  makeFiles,
  type OutDocument,
  type OutFormat,
  outFileName,
  outFormats,
} from '../../documents-out/index.ts'
import { NotFound, Refused } from '../../errors.ts'
import { programmeRoles } from '../step.ts'
import type { PhrasesOf } from './begin-report.ts'
import type { RegisterOf } from './load-facts.ts'
import { checkReportComplete, reportMoved } from './move-report.ts'
import { reportDocument } from './report-document.ts'
import {
  lockReport,
  type ReportRow,
  type ReportSeen,
  type ReportStepDone,
  scopeOf,
  stepReport,
} from './step-report.ts'

type Wording = { phrases: PhrasesOf; register: RegisterOf }

export type SentReport = ReportStepDone & {
  files: { format: OutFormat; sha256: string }[]
  /** This machine makes no PDF: the report was sent with its Word file alone. */
  withoutPdf: boolean
}

/**
 * Sends a report to which the college agreed. Its files are made outside any transaction and kept exactly so; if the report changed
 * meanwhile, nothing is sent.
 * @throws Refused `changed-by-other`, `move-not-possible`, `sign-unprintable`; Invalid (`date`, `title`); NotFound; Denied
 */
export async function sendReport(
  inTransaction: InTransaction,
  input: ReportSeen & Wording,
): Promise<SentReport> {
  const document = await inTransaction(async (ctx) => documentOf(ctx, await lockToSend(ctx, input), input))
  const files = await makeFiles(document)
  return inTransaction(async (ctx) => {
    const row = await lockToSend(ctx, input)
    await ctx.tx
      .insertInto('programme.report_out_file')
      .values(
        files.map(({ format, bytes, sha256 }) => ({
          municipality: ctx.actor.municipality,
          report_id: row.id,
          format,
          sha256,
          bytes: Buffer.from(bytes),
          size: bytes.byteLength,
          made_at: ctx.now,
        })),
      )
      .execute()
    const done = await stepReport(ctx, row, { step: 'send', state: 'sent' }, { sent_on: dayOf(ctx.now) })
    return {
      ...done,
      files: files.map(({ format, sha256 }) => ({ format, sha256 })),
      withoutPdf: files.length < outFormats.length,
    }
  })
}

async function lockToSend(ctx: Ctx, input: ReportSeen): Promise<ReportRow> {
  const row = await lockReport(ctx, input)
  reportMoved(ctx, row, 'send')
  checkReportComplete(row.content)
  return row
}

async function documentOf(ctx: Ctx, row: ReportRow, { phrases, register }: Wording): Promise<OutDocument> {
  const { title } = await ctx.tx
    .selectFrom('programme.programme')
    .select('title')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.programme_id)
    .executeTakeFirstOrThrow()
  const about = { municipality: await register.town(ctx), programme: title, scope: scopeOf(row) }
  return reportDocument(row.content, about, phrases(row.language))
}

/**
 * A report as a file: as it was sent, or as it stands now. Call it as `sendReport`, with transactions of its own.
 * @throws Refused `pdf-not-here`, `sign-unprintable`; NotFound; Denied
 */
export async function reportFile(
  inTransaction: InTransaction,
  input: { report: number; format: OutFormat } & Wording,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const found = await inTransaction(async (ctx) => {
    checkRoles(ctx, programmeRoles, 'see reports')
    const { municipality } = ctx.actor
    const row = await ctx.tx
      .selectFrom('programme.report_out')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('id', '=', input.report)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    const { date, title } = row.content.fields
    const fileName = outFileName([date, title], input.format)
    if (row.state !== 'sent') return { fileName, document: await documentOf(ctx, row, input) }
    const file = await ctx.tx
      .selectFrom('programme.report_out_file')
      .select('bytes')
      .where('municipality', '=', municipality)
      .where('report_id', '=', row.id)
      .where('format', '=', input.format)
      .executeTakeFirst()
    if (!file) throw new Refused('pdf-not-here')
    return { fileName, bytes: new Uint8Array(file.bytes) }
  })
  if (found.bytes) return { fileName: found.fileName, bytes: found.bytes }
  return { fileName: found.fileName, bytes: await makeDocument(found.document, input.format) }
}
