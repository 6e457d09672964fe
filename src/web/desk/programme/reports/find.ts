import { reportNames, reportRegister } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import { type DeskReport, type ProgrammeTree, reportAtDesk } from '../../../../programme/index.ts'
import { reportPhrasesOf } from '../../../../words/report-phrases.ts'
import type { DeskRequest } from '../../../page.ts'
import { idIn } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { reportAddresses } from './paths.ts'

/** What composing a report takes beside the programme. */
export const composing = (request: DeskRequest) => ({
  names: reportNames(reportAddresses(request)),
  register: reportRegister,
  phrases: reportPhrasesOf,
})

export type ReportHere = { tree: ProgrammeTree; report: DeskReport }
/** The report of the address, with its programme. @throws NotFound */
export async function findReport(ctx: Ctx, request: DeskRequest): Promise<ReportHere> {
  const tree = await treeHere(ctx, request)
  const report = await reportAtDesk(ctx, { report: idIn(request, 'report'), ...composing(request) })
  if (report.programme !== tree.id) throw new NotFound()
  return { tree, report }
}
