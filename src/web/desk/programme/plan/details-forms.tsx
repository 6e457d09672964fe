import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { sumsByYear, yearsOf } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import type { DeskRequest } from '../../../page.ts'
import { LongField, TextField } from '../../form-fields.tsx'
import { detailsPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import type { Sent } from '../work/sent.ts'
import { StepForm } from '../work/step-form.tsx'
import { euroTyped, SearchForm } from './form-page.tsx'
import type { PlanAtDesk } from './load-plan.ts'
import { type Servable, ServedChoices, ServedList } from './served-choices.tsx'

export type DetailsView = PlanAtDesk & { servable: Servable }
type Part = { request: DeskRequest; view: DetailsView; sent: Sent | null }

export function WordsForm({ request, view: { tree }, sent }: Part): ReactNode {
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

export function FrameForm({ request, view: { tree }, sent }: Part): ReactNode {
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

export function ServesPart({ request, view, sent }: Part): ReactNode {
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

export function EndForm({ request, view: { tree }, sent }: Part): ReactNode {
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
