import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { NotFound } from '../../errors.ts'
import { historyOf, loadTree } from '../load-tree.ts'
import { programmeReader } from '../reader.ts'
import type { ProgrammeTree } from '../tree.ts'
import type { ReportFacts, ReportNames } from './facts.ts'
import type { ReportScope } from './report.ts'

/** What the council's register says of what a programme names: the council room gives it (`reportNames`). */
export type NamesOf = (ctx: Ctx, tree: ProgrammeTree) => Promise<ReportNames>

/** The town, and what became of a report there: the council room gives it (`reportRegister`). */
export type RegisterOf = {
  town(ctx: Ctx): Promise<string>
  /** Where everybody reads a document; null while it is not public. */
  published(ctx: Ctx, document: number): Promise<{ year: number; slug: string } | null>
}

/** All that a report of this programme is composed of today. @throws NotFound */
export async function loadReportFacts(
  ctx: Ctx,
  input: { programme: number; scope: ReportScope; names: NamesOf },
): Promise<ReportFacts> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('programme.programme')
    .select('slug')
    .where('municipality', '=', municipality)
    .where('id', '=', input.programme)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const reader = programmeReader(ctx)
  const tree = await loadTree(reader, { municipality, slug: row.slug })
  return {
    tree,
    history: await historyOf(reader, { municipality, programme: tree.id }),
    names: await input.names(ctx, tree),
    scope: input.scope,
    today: dayOf(ctx.now),
  }
}
