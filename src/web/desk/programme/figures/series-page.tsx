import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import { type Certainty, importSeries, previewSeries, seriesFile } from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { dayIn, type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { idIn, indicatorPath } from '../paths.ts'
import { attempt, type Sent } from '../work/sent.ts'
import { findIndicator } from './find.ts'
import { mappingIn, typedQuery } from './series-mapping.ts'
import { type SeriesView, seriesScreen } from './series-screen.tsx'

/** A file that was brought: what stands where, and what would come of it. */
export async function seriesPage(request: DeskRequest): Promise<Answer> {
  return show(request, typedQuery(request.query), null)
}

export async function postSeries(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  let done = ''
  const problem = await attempt(async () => {
    const sourceOn = dayIn(typed, 'source_on') ?? null
    await request.transact(async (ctx) => {
      const { indicator } = await findIndicator(ctx, request)
      const { file, id } = await seriesFile(ctx, idIn(request, 'series'))
      const mapping = mappingIn(typed, file)
      if (!mapping) throw new Invalid('form-invalid', [{ field: 'mapping', code: 'columns-twice' }])
      const counts = await importSeries(ctx, {
        indicator: indicator.id,
        series: id,
        mapping,
        take: typed.get('take') ?? [],
        certainty: textIn(typed, 'certainty') as Certainty,
        name: textIn(typed, 'name'),
        sourceOn,
        reason: textIn(typed, 'reason'),
      })
      done = `${counts.added}-${counts.changed}-${counts.same}`
    })
  })
  if (problem) return show(request, typed, { form: 'overnemen', typed, problem })
  const { tree, indicator } = await request.transact((ctx) => findIndicator(ctx, request))
  return seeOther(`${indicatorPath(request, tree.slug, indicator.id)}?gedaan=bestand&cijfers=${done}#gedaan`)
}

async function show(request: DeskRequest, typed: Typed, sent: Sent | null): Promise<Screen> {
  const view = await request.transact((ctx) => look(ctx, request, typed, sent))
  return seriesScreen(request, view, typed, sent)
}

async function look(ctx: Ctx, request: DeskRequest, typed: Typed, sent: Sent | null): Promise<SeriesView> {
  const { tree, indicator } = await findIndicator(ctx, request)
  const series = await seriesFile(ctx, idIn(request, 'series'))
  const mapping = mappingIn(typed, series.file)
  const view: SeriesView = { tree, indicator, series, mapping, preview: null, wrong: null }
  if (!mapping) return view
  const take = sent ? { take: typed.get('take') ?? [] } : {}
  try {
    const preview = await previewSeries(ctx, { indicator: indicator.id, series: series.id, mapping, ...take })
    return { ...view, preview }
  } catch (error) {
    if (error instanceof Invalid) return { ...view, wrong: error }
    throw error
  }
}
