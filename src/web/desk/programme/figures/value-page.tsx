import { Link, Paragraph } from '@utrecht/component-library-react'
import { publishedWords } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import {
  type Certainty,
  correctValue,
  figureHistory,
  removeValue,
  undoValue,
  workable,
} from '../../../../programme/index.ts'
import { sayPeriod, sayValue } from '../../../components/figures/say-figure.ts'
import { Original } from '../../../components/original.tsx'
import { Part } from '../../../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField } from '../../form-fields.tsx'
import { neededDayIn, type Typed, textIn, together, typedOf, idIn as versionIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { idIn, indicatorPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, isConflict, type Sent, statusOf, versionFor } from '../work/sent.ts'
import { StepForm } from '../work/step-form.tsx'
import { FigureHistory } from './figure-history.tsx'
import { findIndicator } from './find.ts'
import { noOrigin, originIn, type PostedOrigin, readOrigin, workOrigin } from './origin-choice.ts'
import { bare, valuePath } from './paths.ts'
import { OriginFields, originErrors, ValueFields, valueLabels } from './value-fields.tsx'

const forms = ['verbeteren', 'weghalen', 'terug'] as const

/** One figure: correcting it, taking it away, and a step back. */
export async function valuePage(request: DeskRequest): Promise<Answer> {
  const { value } = await request.transact((ctx) => find(ctx, request))
  return show(request, null, noOrigin(value?.document ?? null))
}

export async function postValue(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const typed = typedOf(form)
  const step = textIn(typed, 'step')
  const posted = readOrigin(form)
  if (!(forms as readonly string[]).includes(step)) throw new NotFound()
  if (step === 'verbeteren' && posted.passages.act !== null) {
    return show(request, { form: step, typed, problem: null }, posted)
  }
  const problem = await attempt(() => request.transact((ctx) => take(ctx, request, step, typed, posted)))
  if (problem) return show(request, { form: step, typed, problem }, posted)
  const { tree, indicator } = await request.transact((ctx) => findIndicator(ctx, request))
  return seeOther(`${indicatorPath(request, tree.slug, indicator.id)}?gedaan=${step}#gedaan`)
}

async function find(ctx: Ctx, request: DeskRequest) {
  const { tree, indicator } = await findIndicator(ctx, request)
  const history = await figureHistory(ctx, { programme: tree.id, indicator: indicator.id })
  const ref = history.values.find(({ id }) => id === idIn(request, 'value'))
  if (!ref) throw new NotFound()
  return {
    tree,
    indicator,
    ref,
    /** Undefined when it was taken away. */
    value: indicator.values.find(({ id }) => id === ref.id),
    lines: history.lines.filter(({ subject, of }) => subject === 'value' && of === ref.id),
  }
}

async function take(ctx: Ctx, request: DeskRequest, step: string, typed: Typed, posted: PostedOrigin) {
  const { tree, ref, value } = await find(ctx, request)
  const at = { value: ref.id, version: versionIn(typed, 'version') ?? 0 }
  const reason = textIn(typed, 'reason')
  if (step === 'weghalen') await removeValue(ctx, { ...at, reason })
  else if (step === 'terug') await undoValue(ctx, { id: at.value, version: at.version })
  else {
    const origin =
      value?.kind === 'count' ? originIn(await workOrigin(ctx, posted, { tree, final: true })) : null
    const { from, to } = together({
      from: () => neededDayIn(typed, 'period_start'),
      to: () => neededDayIn(typed, 'period_end'),
    })
    // The same document without a passage leaves the passage that was chosen before.
    const other = origin && (origin.at !== null || origin.document !== value?.document) ? origin : {}
    await correctValue(
      ctx,
      {
        ...at,
        from,
        to,
        figure: textIn(typed, 'value'),
        certainty: textIn(typed, 'certainty') as Certainty,
        note: textIn(typed, 'note'),
        reason,
        ...other,
      },
      publishedWords,
    )
  }
}

async function show(request: DeskRequest, sent: Sent | null, posted: PostedOrigin): Promise<Screen> {
  const { origin, ...view } = await request.transact(async (ctx) => {
    const found = await find(ctx, request)
    const final = sent?.form === 'verbeteren' && posted.passages.act === null && sent.problem !== null
    return { ...found, origin: await workOrigin(ctx, posted, { tree: found.tree, final }) }
  })
  const { words, language } = request
  const { tree, indicator, ref, value, lines } = view
  const w = words.programmeFigures
  const here = valuePath(request, tree.slug, indicator.id, ref.id)
  const asked = sent?.form ?? null
  const at = (form: string) => ({ form, action: here, version: versionFor(sent, form, ref.version) })
  const set = (form: string) => fieldSet(request, form, sent, value ? nowOf(request, value) : {})
  const title = w.value.title(sayPeriod(request, ref))
  return programmeScreen(request, tree, {
    tab: 'figures',
    tabless: true,
    title,
    heading: title,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    crumbs: [
      { label: w.title, path: bare(request, indicatorPath(request, tree.slug)) },
      {
        label: <Original language={language}>{indicator.name}</Original>,
        path: bare(request, indicatorPath(request, tree.slug, indicator.id)),
      },
    ],
    body: (
      <>
        {isConflict(sent) && (
          <p className="schakel-attention" role="status">
            {words.programmeWork.problem.more}
          </p>
        )}
        <Paragraph>
          {value ? <b>{sayValue(request, value.value, indicator)}</b> : w.value.isRemoved}{' '}
          <Link href={indicatorPath(request, tree.slug, indicator.id)}>{w.value.back}</Link>
        </Paragraph>
        {workable.includes(tree.state) && (
          <Part id="doen" title={w.value.doing}>
            {value && (
              <StepForm
                {...at('verbeteren')}
                title={w.value.correct}
                button={w.form.save}
                open={asked !== 'weghalen'}
                primary
              >
                <Problem
                  request={request}
                  sent={sent}
                  form="verbeteren"
                  labels={valueLabels(request)}
                  extra={originErrors(request, sent?.form === 'verbeteren' ? origin : null)}
                />
                <ValueFields
                  request={request}
                  set={set('verbeteren')}
                  start={{
                    from: words.programme.date(value.from),
                    to: words.programme.date(value.to),
                    value: String(value.value).replace('.', ','),
                    certainty: value.certainty,
                    note: value.note ?? '',
                  }}
                >
                  {value.kind === 'count' && (
                    <OriginFields request={request} set={set('verbeteren')} state={origin} action={here} />
                  )}
                </ValueFields>
                <LongField set={set('verbeteren')} name="reason" label={w.value.reason} rows={2} />
              </StepForm>
            )}
            {value && (
              <StepForm
                {...at('weghalen')}
                title={w.value.remove}
                button={w.value.removeButton}
                open={asked === 'weghalen'}
              >
                <Problem
                  request={request}
                  sent={sent}
                  form="weghalen"
                  labels={{ reason: w.value.reasonRemove }}
                />
                <LongField set={set('weghalen')} name="reason" label={w.value.reasonRemove} rows={2} />
              </StepForm>
            )}
            <form id="terug" method="post" action={here}>
              <input type="hidden" name="step" value="terug" />
              <input type="hidden" name="version" value={ref.version} />
              <Problem request={request} sent={sent} form="terug" />
              <button type="submit" className="schakel-link-button schakel-quiet">
                {w.page.undo}
              </button>
            </form>
          </Part>
        )}
        <Part id="geschiedenis" title={w.page.history}>
          <FigureHistory {...{ request, lines, values: [ref], indicator }} />
        </Part>
      </>
    ),
  })
}

function nowOf(
  request: DeskRequest,
  value: { from: string; to: string; value: number; note: string | null; certainty: Certainty },
) {
  const { words } = request
  return {
    period_start: words.programme.date(value.from),
    period_end: words.programme.date(value.to),
    value: String(value.value).replace('.', ','),
    certainty: words.programmeFigures.certainty[value.certainty],
    note: value.note ?? '',
  }
}
