import type { DocumentRef } from '../dossier.ts'
import type { PublicDb } from '../public-register.ts'

/** A report on a programme that became public; `published` is when it did. */
export type ReportNews = {
  report: number
  kind: 'interim' | 'yearly'
  from: string
  to: string
  sentOn: string
  published: Date
  document: Pick<DocumentRef, 'title' | 'year' | 'slug'>
}

/** Reports on a programme to the council, for its feed, the newest first. */
export async function reportNews(
  db: PublicDb,
  input: { municipality: string; programme: number; limit: number },
): Promise<ReportNews[]> {
  const rows = await db
    .selectFrom('programme.report_published as report')
    .innerJoin('council.published_document as document', (join) =>
      join
        .onRef('document.municipality', '=', 'report.municipality')
        .onRef('document.document_id', '=', 'report.document_id'),
    )
    .select([
      'report.report_id',
      'report.kind',
      'report.period_start',
      'report.period_end',
      'report.sent_on',
      'document.title',
      'document.year',
      'document.slug',
      'document.published_at',
    ])
    .where('report.municipality', '=', input.municipality)
    .where('report.programme_id', '=', input.programme)
    .orderBy('document.published_at', 'desc')
    .orderBy('report.report_id', 'desc')
    .limit(input.limit)
    .execute()
  return rows.flatMap(({ title, year, slug, published_at, ...row }) =>
    published_at === null
      ? []
      : {
          report: row.report_id,
          kind: row.kind,
          from: row.period_start,
          to: row.period_end,
          sentOn: row.sent_on,
          published: published_at,
          document: { title, year, slug },
        },
  )
}
