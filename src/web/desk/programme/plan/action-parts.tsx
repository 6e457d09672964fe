import { Heading2 } from '@utrecht/component-library-react'
import type { Action, InCircle } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { SelectField } from '../../form-fields.tsx'
import { actionPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { StepForm } from '../work/step-form.tsx'
import type { ActionPart } from './action-screen.tsx'
import { problemsOf, SearchForm } from './form-page.tsx'
import { RowForm } from './row-form.tsx'
import { OwnServedChoices, ServedChoices, ServedList } from './served-choices.tsx'

/** What an action is for, and choosing more. */
export function ServesPart({ request, view, sent }: ActionPart) {
  const w = request.words.programmePlan
  const { tree, action, open, servable } = view
  const form = 'waarvoor'
  const set = fieldSet(request, form, sent)
  const here = actionPath(request, tree.slug, action.id)
  const search = request.query.get('zoek')?.trim() ?? ''
  const own = tree.serves.filter(
    ({ kind, of }) => !action.serves.some((one) => one.kind === kind && one.of === of),
  )
  return (
    <section aria-labelledby="waarvoor-titel" className="schakel-steps">
      <Stack size="s">
        <Heading2 id="waarvoor-titel">{w.action.serveTitle}</Heading2>
        {action.serves.length === 0 ? (
          <p>{w.action.serveNone}</p>
        ) : (
          <ServedList
            request={request}
            plan={view}
            serves={action.serves}
            below={(one, title) =>
              open && (
                <RowForm
                  action={here}
                  step="niet-waarvoor"
                  fields={{ served: one.id, version: one.version }}
                  label={w.serve.remove}
                  long={w.serve.removeOf(title)}
                />
              )
            }
          />
        )}
      </Stack>
      {open && (
        <details
          className="schakel-step"
          open={sent?.form === form || search !== '' || action.serves.length === 0}
        >
          <summary>
            <h3>{w.action.serveAdd}</h3>
          </summary>
          <div className="schakel-step__form">
            <Problem request={request} sent={sent} form={form} labels={{ matter_id: w.action.serves }} />
            <SearchForm
              request={request}
              action={`${here}#${form}`}
              name="zoek"
              label={w.serve.search}
              hint={w.serve.searchHint}
            />
            {search !== '' && servable.matters.length === 0 && (
              <p role="status">{w.serve.searchNone(search)}</p>
            )}
            <form id={form} className="schakel-plan-form" method="post" action={`${here}#${form}`} noValidate>
              <input type="hidden" name="step" value={form} />
              {own.length > 0 && (
                <OwnServedChoices
                  request={request}
                  set={set}
                  plan={{ ...view, tree: { ...tree, serves: own } }}
                />
              )}
              <ServedChoices
                request={request}
                set={set}
                servable={servable}
                already={[...action.serves, ...own]}
              />
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

/** Which actions come first, and which wait for this one. */
export function NeedsPart({ request, view, sent }: ActionPart) {
  const { words, language } = request
  const w = words.programmePlan.action
  const { tree, action, open } = view
  const form = 'wacht'
  const here = actionPath(request, tree.slug, action.id)
  const waiting = tree.actions.filter((other) => other.needs.some((need) => need.action === action.id))
  const free = tree.actions.filter(
    ({ id }) => id !== action.id && !action.needs.some((need) => need.action === id),
  )
  const circle = sent?.form === form ? problemsOf<InCircle>(sent.problem) : []
  const named = (one: Pick<Action, 'id' | 'number' | 'title'>) => (
    <a className="utrecht-link utrecht-link--html-a" href={actionPath(request, tree.slug, one.id)}>
      <Original language={language}>
        {one.number} {one.title}
      </Original>
    </a>
  )
  return (
    <section aria-labelledby="wacht-titel" className="schakel-steps">
      <Stack size="s">
        <Heading2 id="wacht-titel">{w.needsTitle}</Heading2>
        {action.needs.length === 0 && <p>{w.needsNone}</p>}
        <ul className="schakel-plan-served">
          {action.needs.map((need) => {
            const other = tree.actions.find(({ id }) => id === need.action)
            return (
              other && (
                <li key={need.id}>
                  <span>
                    {named(other)}
                    <small className="schakel-hint">{words.programme.actionState[other.state]}</small>
                  </span>
                  {open && (
                    <RowForm
                      action={here}
                      step="wacht-niet"
                      fields={{ dependency: need.id, version: need.version }}
                      label={words.programmePlan.serve.remove}
                      long={w.needsRemove(other)}
                    />
                  )}
                </li>
              )
            )
          })}
        </ul>
        {waiting.length > 0 && (
          <>
            <p>{w.neededBy}:</p>
            <ul className="schakel-plan-served">
              {waiting.map((other) => (
                <li key={other.id}>{named(other)}</li>
              ))}
            </ul>
          </>
        )}
      </Stack>
      {open && free.length > 0 && (
        <StepForm
          form={form}
          title={w.needsAdd}
          button={w.needsButton}
          action={here}
          version={action.version}
          open={sent?.form === form}
        >
          {circle.length > 0 ? (
            <section className="schakel-errors" tabIndex={-1} data-errors>
              <h3>{w.circle}</h3>
              <p>
                <Original language={language}>
                  {circle.map(({ number, title }) => `${number} ${title}`).join(' → ')}
                </Original>
              </p>
            </section>
          ) : (
            <Problem request={request} sent={sent} form={form} labels={{ needs_id: w.needsWhich }} />
          )}
          <SelectField
            set={fieldSet(request, form, sent)}
            name="needs_id"
            label={w.needsWhich}
            choices={free.map(({ id, number, title }) => ({
              value: String(id),
              label: `${number} ${title}`,
            }))}
          />
        </StepForm>
      )}
    </section>
  )
}
