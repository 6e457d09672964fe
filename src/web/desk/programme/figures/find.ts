import { documentsNamed, type EvidenceDocument } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import type { Indicator, ProgrammeTree } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { idIn } from '../paths.ts'
import { treeHere } from '../tree-here.ts'

/** The indicator of the address, with its programme. @throws NotFound */
export async function findIndicator(
  ctx: Ctx,
  request: DeskRequest,
): Promise<{ tree: ProgrammeTree; indicator: Indicator }> {
  const tree = await treeHere(ctx, request)
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
