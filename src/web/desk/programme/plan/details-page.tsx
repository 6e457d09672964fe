import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { Ctx } from '../../../../ctx.ts'
import {
  changeProgramme,
  dropProgramme,
  endProgramme,
  type ProgrammeStep,
  serve,
  setMoney,
  sumsByYear,
  unserve,
  yearsOf,
} from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import {
  dayIn,
  idIn as idTyped,
  onIn,
  type Typed,
  textIn,
  together,
  typedOf,
  writtenIn,
} from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { detailsPath, programmeIn, programmePath } from '../paths.ts'
import { fieldSet, LongField, Problem, TextField } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { StepForm } from '../work/step-form.tsx'
import { DoneNotice, doneQuery, euroIn, euroTyped, inRow, SearchForm, statusOf } from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'
import { loadServable, type Servable, ServedChoices, ServedList, servedIn } from './served-choices.tsx'

type View = PlanAtDesk & { servable: Servable }

/** What a programme is called, how long it runs, its money as a whole, what it is for, and its end. */
export async function detailsPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => {
    const plan = await loadPlan(ctx, programmeIn(request))
    const servable = await loadServable(ctx, { search: request.query.get('zoek')?.trim() ?? '' })
    return screen(request, { ...plan, servable }, sent)
  })

export async function postDetails(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const typed = typedOf(await request.form())
  const form = textIn(typed, 'step')
  let steps: (ProgrammeStep | null)[] = []
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      steps = await take(ctx, await loadPlan(ctx, slug), form, typed)
    }),
  )
  if (problem) return draw(request, { form, typed, problem })
  const over = form === 'afsluiten' || form === 'vervallen'
  return seeOther(
    over ? programmePath(request, slug) : `${detailsPath(request, slug)}${doneQuery('bewaard', steps)}`,
  )
}

async function take(
  ctx: Ctx,
  { tree }: PlanAtDesk,
  form: string,
  typed: Typed,
): Promise<(ProgrammeStep | null)[]> {
  const own = { programme: tree.id, version: idTyped(typed, 'version') ?? 0 }
  const reason = writtenIn(typed, 'reason')
  switch (form) {
    case 'kader':
      return frameSteps(ctx, tree.id, yearsOf(tree), typed)
    case 'waarvoor': {
      for (const one of servedIn(typed, { needed: true })) {
        await serve(ctx, { programme: tree.id, action: null, ...one })
      }
      return []
    }
    case 'niet-waarvoor':
      return [await unserve(ctx, { served: idTyped(typed, 'served') ?? 0, version: own.version })]
    case 'vervallen':
      return [await dropProgramme(ctx, { ...own, reason: reason ?? '' })]
    case 'afsluiten':
      return [await endProgramme(ctx, { ...own, reason: reason ?? '', ...onIn(typed) })]
    default: {
      const days = together({
        startsOn: () => dayIn(typed, 'starts_on') ?? '',
        endsOn: () => dayIn(typed, 'ends_on') ?? '',
      })
      return [
        await changeProgramme(ctx, {
          ...own,
          title: textIn(typed, 'title'),
          summary: textIn(typed, 'summary'),
          ...days,
          reason,
        }),
      ]
    }
  }
}

/** All years are tried, so that all that is wrong is said at once. */
async function frameSteps(ctx: Ctx, programme: number, years: readonly number[], typed: Typed) {
  const budgets = together(
    Object.fromEntries(years.map((year) => [year, () => euroIn(typed, `budget_cents-${year}`)])),
  )
  const steps: (ProgrammeStep | null)[] = []
  for (const year of years) {
    steps.push(
      await inRow(year, () =>
        setMoney(ctx, {
          programme,
          action: null,
          year,
          version: idTyped(typed, `version-${year}`),
          budget: budgets[year] ?? null,
          reason: writtenIn(typed, 'reason'),
        }),
      ),
    )
  }
  return steps
}

function screen(request: DeskRequest, view: View, sent: Sent | null): Screen {
  const w = request.words.programmePlan.details
  const { tree } = view
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.title,
    title: w.title,
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <DoneNotice request={request} />
        <section className="schakel-steps" aria-labelledby="gegevens-titel">
          <Heading2 id="gegevens-titel" className="schakel-hidden">
            {w.title}
          </Heading2>
          <WordsForm request={request} view={view} sent={sent} />
          <FrameForm request={request} view={view} sent={sent} />
        </section>
        <ServesPart request={request} view={view} sent={sent} />
        {view.open && <EndForm request={request} view={view} sent={sent} />}
      </Stack>
    ),
  })
}

type Part = { request: DeskRequest; view: View; sent: Sent | null }

function WordsForm({ request, view: { tree }, sent }: Part): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.details
  const form = 'gegevens'
  const days = { starts_on: formatDate(tree.startsOn, language), ends_on: formatDate(tree.endsOn, language) }
  const set = fieldSet(request, form, sent, { title: tree.title, summary: tree.summary ?? '', ...days })
  return (
    <StepForm
      form={form}
      title={w.words}
      button={words.programmePlan.save}
      action={detailsPath(request, tree.slug)}
      version={tree.version}
      open={!sent || sent.form === form}
      primary
    >
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{
          title: w.name,
          summary: w.summary,
          starts_on: w.starts,
          ends_on: w.ends,
          reason: words.programmePlan.reason,
        }}
      />
      <TextField set={set} name="title" label={w.name} value={tree.title} />
      <LongField set={set} name="summary" label={w.summary} value={tree.summary ?? ''} rows={4} />
      <div className="schakel-plan-pair">
        <TextField set={set} name="starts_on" label={w.starts} value={days.starts_on} />
        <TextField set={set} name="ends_on" label={w.ends} value={days.ends_on} />
      </div>
      {tree.adoptedOn && (
        <TextField
          set={set}
          name="reason"
          label={words.programmePlan.reason}
          hint={words.programmePlan.reasonAdopted}
        />
      )}
    </StepForm>
  )
}

function FrameForm({ request, view: { tree }, sent }: Part): ReactNode {
  const { words } = request
  const w = words.programmePlan.details
  const form = 'kader'
  const years = yearsOf(tree)
  const line = (year: number) => tree.frame.find((one) => one.year === year)
  const set = fieldSet(
    request,
    form,
    sent,
    Object.fromEntries(years.map((year) => [`budget_cents-${year}`, euroTyped(line(year)?.budget ?? null)])),
  )
  return (
    <StepForm
      form={form}
      title={w.frame}
      button={words.programmePlan.save}
      action={detailsPath(request, tree.slug)}
      version={tree.version}
      open={sent?.form === form || !sent}
    >
      <p className="schakel-hint">{w.frameLead}</p>
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{
          reason: words.programmePlan.reason,
          ...Object.fromEntries(years.map((year) => [`budget_cents-${year}`, w.frameYear(year)])),
        }}
      />
      {years.map((year) => {
        const sum = sumsByYear(tree.actions).find((one) => one.year === year)
        const planned = w.planned(words.programme.euro(sum?.total.budget ?? null))
        const unknown = sum && sum.unknown.budget > 0 ? w.plannedUnknown(sum.unknown.budget) : ''
        return (
          <div key={year}>
            {line(year) && <input type="hidden" name={`version-${year}`} value={line(year)!.version} />}
            <TextField
              set={set}
              name={`budget_cents-${year}`}
              label={w.frameYear(year)}
              value={euroTyped(line(year)?.budget ?? null)}
              hint={planned + unknown}
            />
          </div>
        )
      })}
      <p className="schakel-hint">{words.programmePlan.money.hint}</p>
      {tree.adoptedOn && (
        <TextField
          set={set}
          name="reason"
          label={words.programmePlan.reason}
          hint={words.programmePlan.reasonAdopted}
        />
      )}
    </StepForm>
  )
}

function ServesPart({ request, view, sent }: Part): ReactNode {
  const { tree, servable, open } = view
  const w = request.words.programmePlan
  const form = 'waarvoor'
  const set = fieldSet(request, form, sent)
  const search = request.query.get('zoek')?.trim() ?? ''
  const action = detailsPath(request, tree.slug)
  return (
    <section aria-labelledby="waarvoor-titel" className="schakel-steps">
      <Heading2 id="waarvoor-titel">{w.details.serves}</Heading2>
      <p className="schakel-soft">{w.details.servesLead}</p>
      {tree.serves.length === 0 ? (
        <p>{w.plan.servesNone}</p>
      ) : (
        <ServedList
          request={request}
          plan={view}
          serves={tree.serves}
          below={(one, title) =>
            open && (
              <form method="post" action={action}>
                <input type="hidden" name="step" value="niet-waarvoor" />
                <input type="hidden" name="served" value={one.id} />
                <input type="hidden" name="version" value={one.version} />
                <button
                  type="submit"
                  className="schakel-link-button schakel-quiet"
                  aria-label={w.serve.removeOf(title)}
                >
                  {w.serve.remove}
                </button>
              </form>
            )
          }
        />
      )}
      {open && (
        <details className="schakel-step" open={sent?.form === form || search !== ''}>
          <summary>
            <h3>{w.action.serveAdd}</h3>
          </summary>
          <div className="schakel-step__form">
            <Problem request={request} sent={sent} form={form} labels={{ matter_id: w.details.serves }} />
            <SearchForm
              request={request}
              action={`${action}#${form}`}
              name="zoek"
              label={w.serve.search}
              hint={w.serve.searchHint}
            />
            {search !== '' && servable.matters.length === 0 && (
              <p role="status">{w.serve.searchNone(search)}</p>
            )}
            <form
              id={form}
              className="schakel-plan-form"
              method="post"
              action={`${action}#${form}`}
              noValidate
            >
              <input type="hidden" name="step" value={form} />
              <ServedChoices request={request} set={set} servable={servable} already={tree.serves} />
              <div className="schakel-actions">
                <button type="submit" className="utrecht-button utrecht-button--secondary-action">
                  {w.serve.button}
                </button>
              </div>
            </form>
          </div>
        </details>
      )}
    </section>
  )
}

function EndForm({ request, view: { tree }, sent }: Part): ReactNode {
  const w = request.words.programmePlan
  const draft = tree.state === 'draft'
  const form = draft ? 'vervallen' : 'afsluiten'
  const set = fieldSet(request, form, sent)
  return (
    <section className="schakel-steps">
      <StepForm
        form={form}
        title={draft ? w.details.drop : w.details.end}
        button={draft ? w.details.dropButton : w.details.endButton}
        action={detailsPath(request, tree.slug)}
        version={tree.version}
        open={sent?.form === form}
      >
        <p className="schakel-hint">{draft ? w.details.dropLead : w.details.endLead}</p>
        <Problem
          request={request}
          sent={sent}
          form={form}
          labels={{ reason: w.reason, on: w.details.endOn }}
        />
        <LongField set={set} name="reason" label={w.reason} rows={2} />
        {!draft && <TextField set={set} name="on" label={w.details.endOn} hint={w.action.today} />}
      </StepForm>
    </section>
  )
}
