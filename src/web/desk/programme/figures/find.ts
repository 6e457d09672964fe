import { documentsNamed, type EvidenceDocument } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import { type Indicator, loadTree, type ProgrammeTree, programmeReader } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { idIn, programmeIn } from '../paths.ts'

/** The programme of the address. @throws NotFound */
export const treeOf = (ctx: Ctx, request: DeskRequest): Promise<ProgrammeTree> =>
  loadTree(programmeReader(ctx), { municipality: request.municipality.slug, slug: programmeIn(request) })

/** The indicator of the address, with its programme. @throws NotFound */
export async function findIndicator(
  ctx: Ctx,
  request: DeskRequest,
): Promise<{ tree: ProgrammeTree; indicator: Indicator }> {
  const tree = await treeOf(ctx, request)
  const indicator = tree.indicators.find(({ id }) => id === idIn(request, 'indicator'))
  if (!indicator) throw new NotFound()
  return { tree, indicator }
}

export type DocumentNames = ReadonlyMap<number, EvidenceDocument>
/** The documents that state the values of these indicators. */
export async function documentsOf(ctx: Ctx, indicators: readonly Indicator[]): Promise<DocumentNames> {
  const ids = new Set(indicators.flatMap(({ values }) => values.flatMap(({ document }) => document ?? [])))
  const documents = await documentsNamed(ctx, [...ids])
  return new Map(documents.map((one) => [one.id, one]))
}
