import { publishedWords } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid, NotFound } from '../../../../errors.ts'
import {
  addValue,
  type Certainty,
  changeIndicator,
  figureHistory,
  mostSeries,
  removeIndicator,
  storeSeries,
  undoImport,
  undoIndicator,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { neededDayIn, type Typed, textIn, together, typedOf, idIn as versionIn } from '../../matter/typed.ts'
import { idIn, indicatorPath, programmeIn } from '../paths.ts'
import { attempt, type Sent } from '../work/sent.ts'
import { documentsOf, findIndicator } from './find.ts'
import { indicatorFields } from './indicator-form.tsx'
import { type IndicatorView, indicatorScreen } from './indicator-screen.tsx'
import { noOrigin, originIn, type PostedOrigin, readOrigin, workOrigin } from './origin-choice.ts'
import { seriesPath } from './paths.ts'

/** A file, and what stands around it in its form. */
export const indicatorLimit = mostSeries + 256 * 1024
const forms = ['getal', 'bestand', 'bestand-terug', 'aanpassen', 'weghalen', 'terug'] as const

export async function indicatorPage(request: DeskRequest): Promise<Answer> {
  return show(request, null, noOrigin())
}

async function show(request: DeskRequest, sent: Sent | null, posted: PostedOrigin): Promise<Screen> {
  const view = await request.transact(async (ctx): Promise<IndicatorView> => {
    const { tree, indicator } = await findIndicator(ctx, request)
    const final = sent?.form === 'getal' && posted.passages.act === null && sent.problem !== null
    return {
      tree,
      indicator,
      documents: await documentsOf(ctx, [indicator]),
      origin: await workOrigin(ctx, posted, { tree, final }),
      ...(await figureHistory(ctx, { programme: tree.id, indicator: indicator.id })),
    }
  })
  return indicatorScreen(request, view, sent)
}

export async function postIndicator(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const typed = typedOf(form)
  const step = textIn(typed, 'step')
  const posted = readOrigin(form)
  if (!(forms as readonly string[]).includes(step)) throw new NotFound()
  if (step === 'getal' && posted.passages.act !== null) {
    return show(request, { form: step, typed, problem: null }, posted)
  }
  let to = `${indicatorPath(request, programmeIn(request), idIn(request, 'indicator'))}?gedaan=${step}#gedaan`
  const problem = await attempt(async () => {
    if (step === 'bestand') to = await bring(request, form.get('file'))
    else await request.transact((ctx) => take(ctx, request, step, typed, posted))
  })
  if (problem) return show(request, { form: step, typed, problem }, posted)
  return seeOther(step === 'weghalen' ? `${indicatorPath(request, programmeIn(request))}?weg=1` : to)
}

/** Keeps the file. @returns the address of its preview */
async function bring(request: DeskRequest, file: FormDataEntryValue | null): Promise<string> {
  if (!(file instanceof File) || file.name === '') {
    throw new Invalid('form-invalid', [{ field: 'file', code: 'needed' }])
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { series } = await request.transact(async (ctx) => {
    await findIndicator(ctx, request)
    return storeSeries(ctx, { bytes, fileName: file.name })
  })
  return seriesPath(request, programmeIn(request), idIn(request, 'indicator'), series)
}

async function take(ctx: Ctx, request: DeskRequest, step: string, typed: Typed, posted: PostedOrigin) {
  const { tree, indicator } = await findIndicator(ctx, request)
  const at = { indicator: indicator.id, version: versionIn(typed, 'version') ?? 0 }
  const reason = textIn(typed, 'reason')
  if (step === 'getal') {
    const origin = originIn(await workOrigin(ctx, posted, { tree, final: true }))
    const read = together({
      period_start: () => neededDayIn(typed, 'period_start'),
      period_end: () => neededDayIn(typed, 'period_end'),
      document_id: () => {
        if (origin) return origin
        throw new Invalid('form-invalid', [{ field: 'document_id', code: 'needed' }])
      },
    })
    await addValue(
      ctx,
      {
        indicator: indicator.id,
        from: read.period_start,
        to: read.period_end,
        value: textIn(typed, 'value'),
        certainty: textIn(typed, 'certainty') as Certainty,
        note: textIn(typed, 'note'),
        ...read.document_id,
      },
      publishedWords,
    )
  } else if (step === 'bestand-terug')
    await undoImport(ctx, { indicator: indicator.id, import: versionIn(typed, 'import') ?? 0 })
  else if (step === 'aanpassen') await changeIndicator(ctx, { ...at, ...indicatorFields(typed), reason })
  else if (step === 'weghalen') await removeIndicator(ctx, { ...at, reason })
  else await undoIndicator(ctx, { id: at.indicator, version: at.version })
}
