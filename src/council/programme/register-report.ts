/** Reports of a programme as documents of the register, through the same door as any other paper. */
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import {
  type ProgrammeDb,
  type PublishedReport,
  publishedReports,
  type RegisterOf,
  type ReportOfDocument,
  reportOfDocument,
  reportRegistered,
  reportToRegister,
} from '../../programme/index.ts'
import { deskDocument } from '../desk-documents.ts'
import type { DocumentRef } from '../dossier.ts'
import { loadDocuments } from '../public-parts.ts'
import type { PublicDb } from '../public-register.ts'
import { type InTransaction, receiveDocument } from '../receive-document.ts'
import { beginRegistration, markRegistered, publishDocument, takeTurn } from '../registration.ts'
import { lockForReview, saveReview } from '../save-review.ts'
import { asPaper } from './framework.ts'

/** The name of the town, and the public page of a document, as the programme room asks for them. */
export const reportRegister: RegisterOf = {
  async town(ctx) {
    const { name } = await ctx.tx
      .selectFrom('council.municipality')
      .select('name')
      .where('municipality', '=', ctx.actor.municipality)
      .executeTakeFirstOrThrow()
    return name
  },
  async published(ctx, document) {
    const row = await ctx.tx
      .selectFrom('council.published_document')
      .select(['year', 'slug'])
      .where('municipality', '=', ctx.actor.municipality)
      .where('document_id', '=', document)
      .executeTakeFirst()
    return row ?? null
  },
}

/**
 * Registers a sent report: stored, opened, read, reviewed as a paper that neither asks nor settles anything, and published under the title
 * and day of the report. Then the programme's public page can lead to it.
 * @throws Refused `changed-by-other`, `move-not-possible` (not sent yet), `already-registered`, `not-readable-yet`; NotFound; Denied
 */
export async function registerSentReport(
  inTransaction: InTransaction,
  input: { report: number; version: number },
): Promise<{ document: number; year: number; slug: string; version: number }> {
  const file = await inTransaction((ctx) => reportToRegister(ctx, { ...input, register: reportRegister }))
  const { document } = await receiveDocument(inTransaction, file)
  const reviewed = await inTransaction(async (ctx) => {
    const found = await deskDocument(ctx, { document })
    if (found.state === 'registered') throw new Refused('already-registered')
    if (!found.review) throw new Refused('not-readable-yet')
    const review = asPaper(found.review)
    return (await saveReview(ctx, { document, version: found.version, review })).version
  })
  return inTransaction(async (ctx) => {
    await reportToRegister(ctx, { ...input, register: reportRegister })
    const published = await publishPaper(ctx, { document, version: reviewed, ...file })
    const { version } = await reportRegistered(ctx, { ...input, document })
    return { document, version, ...published }
  })
}

async function publishPaper(
  ctx: Ctx,
  input: { document: number; version: number; title: string; dated: string | null },
): Promise<{ year: number; slug: string }> {
  const { document, title, dated } = input
  const { review, pages } = await lockForReview(ctx, input)
  await takeTurn(ctx)
  const registration = await beginRegistration(ctx, document, review!, pages!)
  const { year, slug } = await publishDocument({ ...registration, dated }, title)
  await markRegistered(ctx, document)
  await record(ctx, 'document.published', { document: String(document) })
  return { year, slug }
}

/** Which report on a programme a public document is; null when it is none. Over either login. */
export const reportOfPaper = (
  db: PublicDb,
  input: { municipality: string; document: number },
): Promise<ReportOfDocument | null> => reportOfDocument(db as unknown as ProgrammeDb, input)

export type ReportPaper = PublishedReport & { paper: DocumentRef }

/** Reports on a programme that everybody can read, with their documents, the newest period first; over either login. */
export async function reportPapers(
  db: PublicDb,
  input: { municipality: string; programme: number },
): Promise<ReportPaper[]> {
  const reports = await publishedReports(db as unknown as ProgrammeDb, input)
  const documents = await loadDocuments(
    db,
    input.municipality,
    reports.map(({ document }) => document),
  )
  return reports.flatMap((one) => {
    const paper = documents.get(one.document)?.ref
    return paper ? [{ ...one, paper }] : []
  })
}
