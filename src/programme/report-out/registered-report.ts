import { type Ctx, checkRoles } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'
import { outFileName } from '../../documents-out/index.ts'
import { NotFound, Refused } from '../../errors.ts'
import type { ProgrammeDb } from '../load-tree.ts'
import { programmeRoles } from '../step.ts'
import type { RegisterOf } from './load-facts.ts'
import type { ReportKind } from './report.ts'
import { lockReport, type ReportSeen, stepReport } from './step-report.ts'

export type ReportToRegister = {
  title: string
  dated: IsoDate | null
  language: 'nl' | 'en'
  bytes: Uint8Array
  fileName: string
}

/**
 * A sent report that is to become a document of the register, held.
 * @throws Refused `changed-by-other`, `move-not-possible` (not sent yet), `already-registered`; NotFound; Denied
 */
export async function reportToRegister(
  ctx: Ctx,
  input: ReportSeen & { register: RegisterOf },
): Promise<ReportToRegister> {
  checkRoles(ctx, [...programmeRoles, 'clerk'], 'register a report')
  const { municipality } = ctx.actor
  const row = await lockReport(ctx, input)
  if (row.state !== 'sent') throw new Refused('move-not-possible')
  if (row.document_id !== null && (await input.register.published(ctx, row.document_id)))
    throw new Refused('already-registered')
  const files = await ctx.tx
    .selectFrom('programme.report_out_file')
    .select(['format', 'bytes'])
    .where('municipality', '=', municipality)
    .where('report_id', '=', row.id)
    .execute()
  // Out of a Word file the reader takes tables row by row; out of a PDF, column by column.
  const file = files.find(({ format }) => format === 'docx') ?? files[0]
  if (!file) throw new NotFound()
  return {
    title: row.content.fields.title,
    dated: row.content.fields.date,
    language: row.language,
    bytes: new Uint8Array(file.bytes),
    fileName: outFileName([row.content.fields.date, row.content.fields.title], file.format),
  }
}

/** Keeps which document a sent report became; call it in the transaction that publishes the document. Errors as `reportToRegister`. */
export async function reportRegistered(
  ctx: Ctx,
  input: ReportSeen & { document: number },
): Promise<{ version: number }> {
  const row = await lockReport(ctx, input)
  if (row.state !== 'sent') throw new Refused('move-not-possible')
  const named = {
    document_id: input.document,
    kind: row.kind,
    period_start: row.period_start,
    period_end: row.period_end,
    sent_on: row.sent_on!,
  }
  await ctx.tx
    .insertInto('programme.report_published')
    .values({
      municipality: ctx.actor.municipality,
      report_id: row.id,
      programme_id: row.programme_id,
      ...named,
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'report_id']).doUpdateSet(named))
    .execute()
  const { version } = await stepReport(ctx, row, { step: 'register' }, { document_id: input.document })
  return { version }
}

/** A report that is public: its document reports on this programme over this period. */
export type PublishedReport = {
  report: number
  document: number
  kind: ReportKind
  from: IsoDate
  to: IsoDate
  sentOn: IsoDate
}

/** Public reports of a programme, the newest period first; over either login. The council room knows their documents. */
export async function publishedReports(
  db: ProgrammeDb,
  input: { municipality: string; programme: number },
): Promise<PublishedReport[]> {
  return db
    .selectFrom('programme.report_published')
    .select([
      'report_id as report',
      'document_id as document',
      'kind',
      'period_start as from',
      'period_end as to',
      'sent_on as sentOn',
    ])
    .where('municipality', '=', input.municipality)
    .where('programme_id', '=', input.programme)
    .orderBy('period_end', 'desc')
    .orderBy('report_id', 'desc')
    .execute()
}

/** A report as its own page names it. */
export type ReportOfDocument = Pick<PublishedReport, 'kind' | 'from' | 'to'> & {
  programme: { slug: string; title: string }
}

/** Which report a document is; null when it is none, or not public; over either login. */
export async function reportOfDocument(
  db: ProgrammeDb,
  input: { municipality: string; document: number },
): Promise<ReportOfDocument | null> {
  const row = await db
    .selectFrom('programme.report_published as report')
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'report.municipality')
        .onRef('programme.id', '=', 'report.programme_id'),
    )
    .select(['report.kind', 'report.period_start as from', 'report.period_end as to'])
    .select(['programme.slug', 'programme.title'])
    .where('report.municipality', '=', input.municipality)
    .where('report.document_id', '=', input.document)
    .executeTakeFirst()
  if (!row) return null
  const { slug, title, ...report } = row
  return { ...report, programme: { slug, title } }
}
