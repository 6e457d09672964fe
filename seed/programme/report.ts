/** Reports to the council: begun, written, agreed to, sent and made public by the same commands as at the desk. */
import { registerSentReport, reportNames, reportRegister } from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import {
  beginReport,
  type DeskReport,
  editReport,
  passReport,
  reportAtDesk,
  reportsAtDesk,
  sendReport,
} from '../../src/programme/index.ts'
import { reportAddresses } from '../../src/web/desk/programme/reports/paths.ts'
import { reportPhrasesOf } from '../../src/words/report-phrases.ts'
import type { Known } from '../course.ts'
import type { OfReport, ProgrammeStep } from './step.ts'

type ReportStep = Extract<ProgrammeStep, OfReport>

export async function takeReportStep(
  ctx: Ctx,
  known: Known,
  programme: number,
  step: ReportStep,
): Promise<void> {
  const { municipality } = ctx.actor
  const composing = {
    names: reportNames(reportAddresses({ origin: known.origin, municipality: { slug: municipality } })),
    register: reportRegister,
    phrases: reportPhrasesOf,
  }
  const { kind, from, to } = step
  if (step.does === 'account') {
    await beginReport(ctx, { programme, scope: { kind, from, to, language: 'nl' }, ...composing })
    return
  }
  const all = await reportsAtDesk(ctx, { programme })
  const one = all.find(({ scope }) => scope.kind === kind && scope.from === from && scope.to === to)
  if (!one) throw new Error(`nobody began a report over ${from} to ${to}`)
  const { id: report, ...kept } = await reportAtDesk(ctx, { report: one.id, ...composing })
  const { version } = kept
  switch (step.does) {
    case 'write':
      await editReport(ctx, {
        ...{ report, version, texts: written(kept, step) },
        ...(step.dated && { fields: { date: step.dated } }),
      })
      return
    case 'agree':
      await passReport(ctx, { report, version, move: 'agree' })
      return
    case 'send': {
      const inTransaction = <T>(work: (own: Ctx) => Promise<T>) => work(ctx)
      const sent = await sendReport(inTransaction, { report, version, ...composing })
      const { document } = await registerSentReport(inTransaction, { report, version: sent.version })
      known.documents.set(step.as, document)
    }
  }
}

/** The texts of the sections that somebody wrote in, by their keys. */
function written(
  { content }: Pick<DeskReport, 'content'>,
  { texts }: Extract<ReportStep, { does: 'write' }>,
): Record<string, string> {
  const entries = texts.map(({ section, pillar, text }) => {
    const one = content.sections.filter(({ kind }) => kind === section)[(pillar ?? 1) - 1]
    if (!one) throw new Error(`the report has no section ${section}`)
    return [one.key, `${text}\n\n${one.text}`] as const
  })
  return Object.fromEntries(entries)
}
