import { Refused } from '../../../../errors.ts'
import {
  columnParts,
  columnsFor,
  fixCells,
  programmeReader,
  programmes,
  yearsOf,
} from '../../../../programme/index.ts'
import { csvOf } from '../../../csv.ts'
import type { Answer, DeskRequest } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { textIn, typedOf } from '../../matter/typed.ts'
import { programmeIn, programmePath } from '../paths.ts'
import { loadPlan, type PlanAtDesk } from '../plan/load-plan.ts'
import { manyActionsScreen } from './many-actions-screen.tsx'
import { choicesOf, fixesIn, linesOfEarlier, pillarIn, tryLines } from './read-lines.ts'

/** Lines of a spreadsheet become actions: pasted, looked at as they were read, mended, and then added together. */
export async function manyActionsPage(request: DeskRequest): Promise<Answer> {
  const earlier = request.query.get('van')
  return request.transact(async (ctx) => {
    const plan = await openPlan(request, await loadPlan(ctx, programmeIn(request)))
    const others = (await programmes(programmeReader(ctx), ctx.actor.municipality)).filter(
      ({ slug }) => slug !== plan.tree.slug,
    )
    const found = others.find(({ slug }) => slug === earlier)
    const text = found ? await linesOfEarlier(ctx, plan, found.slug) : ''
    return manyActionsScreen(request, plan, { text, pillar: null, tried: null, others })
  })
}

export async function postManyActions(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const pillar = pillarIn(typed)
  const slug = programmeIn(request)
  const before = await request.transact(async (ctx) => openPlan(request, await loadPlan(ctx, slug)))
  const text = fixCells(textIn(typed, 'lines'), fixesIn(typed), choicesOf(before, pillar))
  const keep = textIn(typed, 'step') === 'zet'
  const { plan, ...tried } = await tryLines(request, text, { pillar, keep })
  if (keep && tried.problems.length + tried.whole.length === 0) {
    return seeOther(`${programmePath(request, slug)}?gedaan=veel&aantal=${tried.done.added.length}`)
  }
  return manyActionsScreen(request, plan, { text, pillar, tried, others: [] })
}

/** Nothing but the names of the columns. */
export async function sheet(request: DeskRequest): Promise<Answer> {
  const { tree } = await request.transact((ctx) => loadPlan(ctx, programmeIn(request)))
  const { column } = request.words.programmeMany
  const names = columnsFor(yearsOf(tree)).map((name) => {
    const parts = columnParts(name)
    return column(parts.column, parts.year)
  })
  return new Response(csvOf(names, [], ';'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${tree.slug}-acties.csv"`,
    },
  })
}

async function openPlan(_: DeskRequest, plan: PlanAtDesk): Promise<PlanAtDesk> {
  if (!plan.open) throw new Refused('programme-closed')
  return plan
}
