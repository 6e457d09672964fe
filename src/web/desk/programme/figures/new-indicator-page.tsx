import { Button, Paragraph } from '@utrecht/component-library-react'
import { addIndicator, type ProgrammeTree } from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { textIn, typedOf } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { indicatorPath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent, statusOf } from '../work/sent.ts'
import { IndicatorForm, indicatorFields, indicatorLabels } from './indicator-form.tsx'
import { bare, newIndicatorPath } from './paths.ts'

const form = 'erbij'

export async function newIndicatorPage(request: DeskRequest): Promise<Answer> {
  return screen(request, await request.transact((ctx) => treeHere(ctx, request)), null)
}

export async function postNewIndicator(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const tree = await request.transact((ctx) => treeHere(ctx, request))
  let made = 0
  const problem = await attempt(async () => {
    const fields = indicatorFields(typed)
    made = (await request.transact((ctx) => addIndicator(ctx, { programme: tree.id, ...fields }))).id
  })
  if (problem) return screen(request, tree, { form, typed, problem })
  return seeOther(
    textIn(typed, 'verder') === ''
      ? `${indicatorPath(request, tree.slug, made)}?gedaan=erbij`
      : `${newIndicatorPath(request, tree.slug)}?na=${made}`,
  )
}

function screen(request: DeskRequest, tree: ProgrammeTree, sent: Sent | null): Screen {
  const w = request.words.programmeFigures
  const many = request.words.programmeMany
  const last = tree.indicators.find(({ id }) => id === Number(request.query.get('na')))
  return programmeScreen(request, tree, {
    tab: 'figures',
    tabless: true,
    title: w.form.add,
    heading: w.form.add,
    wrong: sent !== null,
    ...statusOf(sent),
    crumbs: [{ label: w.title, path: bare(request, indicatorPath(request, tree.slug)) }],
    body: (
      <form
        id={form}
        className="schakel-step__form schakel-card schakel-figures__form"
        method="post"
        action={`${newIndicatorPath(request, tree.slug)}#${form}`}
        noValidate
      >
        {last && (
          <p className="schakel-done" role="status">
            {many.indicatorDone(last.name)}
          </p>
        )}
        <Paragraph>{w.form.lead}</Paragraph>
        <Problem top request={request} sent={sent} form={form} labels={indicatorLabels(request)} />
        <IndicatorForm
          request={request}
          set={fieldSet(request, form, sent)}
          tree={tree}
          {...(last && { indicator: { ...last, name: '', definition: '', baseline: null, target: null } })}
        />
        <div className="schakel-actions">
          <Button type="submit" appearance="primary-action-button">
            {w.form.save}
          </Button>
          <Button type="submit" name="verder" value="1" appearance="secondary-action-button">
            {many.indicatorNext}
          </Button>
        </div>
      </form>
    ),
  })
}
