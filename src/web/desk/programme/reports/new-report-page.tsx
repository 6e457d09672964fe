import { Button } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { documentLanguages } from '../../../../documents-out/index.ts'
import { Invalid } from '../../../../errors.ts'
import { beginReport, type ProgrammeTree, type ReportScope } from '../../../../programme/index.ts'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { type FieldSet, RadioField, TextField } from '../../form-fields.tsx'
import { type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { parseTypedDate } from '../../typed-date.ts'
import { programmeScreen } from '../frame.tsx'
import { reportPath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { composing } from './find.ts'
import { newReportPath } from './paths.ts'
import { likelyPeriod, type PeriodChoice, periodChoices } from './periods.ts'

/** Choosing the period of a new report. */
export async function newReportPage(request: DeskRequest): Promise<Answer> {
  const tree = await request.transact((ctx) => treeHere(ctx, request))
  return chooseScreen(request, tree, new Map(), new Map())
}

export async function postNewReport(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const tree = await request.transact((ctx) => treeHere(ctx, request))
  const choices = periodChoices(request.words, tree, dayOf(request.now))
  try {
    const { report } = await request.transact((ctx) =>
      beginReport(ctx, { programme: tree.id, scope: scopeTyped(typed, choices), ...composing(request) }),
    )
    return seeOther(reportPath(request, tree.slug, report))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { errors } = request.words.programmeReport
    return chooseScreen(
      request,
      tree,
      typed,
      new Map(
        error.fields.map(({ field, code }) => [
          field === 'kind' ? 'periode' : field,
          errors[code] ?? request.words.errors['form-invalid'],
        ]),
      ),
    )
  }
}

/** @throws Invalid (`kind`) when nothing was chosen */
function scopeTyped(typed: Typed, choices: readonly PeriodChoice[]): ReportScope {
  const wanted = textIn(typed, 'periode')
  const language = documentLanguages.find((one) => one === textIn(typed, 'taal')) ?? 'nl'
  if (wanted === 'anders') {
    const day = (name: string) => {
      const text = textIn(typed, name).trim()
      // What is no day stays as typed, so that the command refuses it beside its field.
      return text === '' ? '' : (parseTypedDate(text) ?? text)
    }
    return { kind: 'interim', language, from: day('period_start'), to: day('period_end') }
  }
  const choice = choices.find(({ value }) => value === wanted)
  if (!choice) throw new Invalid('form-invalid', [{ field: 'kind', code: 'not-a-choice' }])
  return { kind: choice.kind, language, from: choice.from, to: choice.to }
}

function chooseScreen(
  request: DeskRequest,
  tree: ProgrammeTree,
  typed: Typed,
  errors: ReadonlyMap<string, string>,
): Screen {
  const { words } = request
  const w = words.programmeReport
  const c = w.create
  const today = dayOf(request.now)
  const choices = periodChoices(words, tree, today)
  const set: FieldSet = { form: 'nieuw', typed: errors.size > 0 ? typed : null, errors, theirs: new Map() }
  return programmeScreen(request, tree, {
    tab: 'reports',
    tabless: true,
    title: c.title,
    heading: c.title,
    wrong: errors.size > 0,
    ...(errors.size > 0 ? { status: 422 as const } : {}),
    crumbs: [
      { label: w.title, path: `/${request.municipality.slug}/bureau/programma/${tree.slug}/verslagen` },
    ],
    body: (
      <form id="nieuw" method="post" action={newReportPath(request, tree.slug)} noValidate>
        <Card>
          <Stack>
            <RadioField
              set={set}
              name="periode"
              label={c.legend}
              value={likelyPeriod(choices, today)}
              choices={[
                ...choices.map(({ value, label }) => ({ value, label })),
                { value: 'anders', label: c.other },
              ]}
            />
            <div className="schakel-reports__days">
              <TextField set={set} name="period_start" label={c.from} hint={c.dayHint} />
              <TextField set={set} name="period_end" label={c.to} />
            </div>
            <RadioField
              set={set}
              name="taal"
              label={c.language}
              value="nl"
              choices={documentLanguages.map((one) => ({ value: one, label: w.language[one] }))}
            />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {c.button}
              </Button>
              <a className="utrecht-link utrecht-link--html-a" href={reportPath(request, tree.slug)}>
                {words.programmePlan.cancel}
              </a>
            </Actions>
          </Stack>
        </Card>
      </form>
    ),
  })
}
