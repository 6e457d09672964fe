import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type ActionMove,
  actionArrows,
  actionMoves,
  type OpenMilestone,
} from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Original } from '../../../components/original.tsx'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { actionPath, milestonePath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { StepForm } from '../work/step-form.tsx'
import type { ActionPart } from './action-screen.tsx'
import { holderChoices, officialChoices, officialValue, problemsOf } from './form-page.tsx'
import { moveForms } from './take-action-step.ts'

/** What can be done with an action, each behind its name; the first one is the next step in its life. */
export function ActionForms(part: ActionPart) {
  const { action } = part.view
  const moves = actionMoves.filter((move) =>
    actionArrows.some(([from, by]) => from === action.state && by === move),
  )
  return (
    <section className="schakel-steps" aria-labelledby="stappen">
      <Heading2 id="stappen">{part.request.words.programmePlan.action.steps}</Heading2>
      {moves.map((move, index) => (
        <MoveForm key={move} part={part} move={move} primary={index === 0} />
      ))}
      <ChangeForm {...part} />
      <AssignForm {...part} />
    </section>
  )
}

/** What is seldom done. */
export function RestForms(part: ActionPart) {
  return (
    <section className="schakel-steps" aria-labelledby="verder">
      <Heading2 id="verder">{part.request.words.programmePlan.action.rest}</Heading2>
      <PlaceForm {...part} />
      <RemoveForm {...part} />
    </section>
  )
}

function MoveForm({
  part: { request, view, sent },
  move,
  primary,
}: {
  part: ActionPart
  move: ActionMove
  primary: boolean
}): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.action
  const { tree, action } = view
  const form = moveForms[move]
  const set = fieldSet(request, form, sent)
  const open = sent?.form === form ? problemsOf<OpenMilestone>(sent.problem) : []
  const reasonNeeded = move === 'stop' || move === 'resume'
  return (
    <StepForm
      form={form}
      title={w.move[move].title}
      button={w.move[move].button}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
      primary={primary}
    >
      {open.length > 0 ? (
        <section className="schakel-errors" tabIndex={-1} data-errors>
          <h3>{w.milestonesOpen}</h3>
          <ul>
            {open.map(({ id, title }) => (
              <li key={id}>
                <a className="utrecht-link utrecht-link--html-a" href={milestonePath(request, tree.slug, id)}>
                  <Original language={language}>{title}</Original>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Problem
          request={request}
          sent={sent}
          form={form}
          labels={{ on: w.moveOn, reason: reasonNeeded ? words.programmePlan.reason : w.finishReason }}
        />
      )}
      <TextField set={set} name="on" label={w.moveOn} hint={w.today} />
      {reasonNeeded && (
        <LongField
          set={set}
          name="reason"
          label={words.programmePlan.reason}
          hint={words.programmePlan.public}
          rows={2}
        />
      )}
      {move === 'finish' && (
        <LongField set={set} name="reason" label={w.finishReason} hint={w.finishHint} rows={2} />
      )}
    </StepForm>
  )
}

function ChangeForm({ request, view, sent }: ActionPart): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.action
  const { tree, action, people } = view
  const form = 'wijzigen'
  const day = (value: string | null) => (value ? formatDate(value, language) : '')
  const now = {
    title: action.title,
    number: action.number,
    description: action.description ?? '',
    starts_on: day(action.startsOn),
    ends_on: day(action.endsOn),
    portfolio_holder_id: people.college.find(({ person }) => person === action.portfolioHolder)?.name ?? '',
    partners: action.partners.join(', '),
  }
  const set = fieldSet(request, form, sent, now)
  return (
    <StepForm
      form={form}
      title={w.change}
      button={words.programmePlan.save}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
    >
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{
          title: w.name,
          number: w.number,
          description: w.description,
          starts_on: w.starts,
          ends_on: w.ends,
          portfolio_holder_id: w.holder,
          partners: w.partners,
          reason: words.programmePlan.reason,
        }}
      />
      <TextField set={set} name="title" label={w.name} value={now.title} />
      <LongField
        set={set}
        name="description"
        label={w.description}
        value={now.description}
        hint={w.descriptionHint}
      />
      <div className="schakel-plan-pair">
        <TextField set={set} name="starts_on" label={w.starts} value={now.starts_on} />
        <TextField
          set={set}
          name="ends_on"
          label={w.ends}
          value={now.ends_on}
          hint={words.programmePlan.dayHint}
        />
      </div>
      <SelectField
        set={set}
        name="portfolio_holder_id"
        label={w.holder}
        value={String(action.portfolioHolder ?? '')}
        choices={holderChoices(request, view)}
      />
      <LongField
        set={set}
        name="partners"
        label={w.partners}
        value={action.partners.join('\n')}
        rows={3}
        hint={w.partnersHint}
      />
      <TextField set={set} name="number" label={w.number} value={now.number} />
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

function AssignForm({ request, view, sent }: ActionPart): ReactNode {
  const w = request.words.programmePlan.action
  const { tree, action, owners } = view
  const form = 'doen'
  const owner = owners.get(action.id)
  return (
    <StepForm
      form={form}
      title={w.assign}
      button={w.assignButton}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
    >
      <Problem request={request} sent={sent} form={form} labels={{ owner: w.official }} />
      <SelectField
        set={fieldSet(request, form, sent)}
        name="owner"
        label={w.official}
        value={officialValue(owner)}
        choices={officialChoices(request, view, owner)}
        hint={w.officialHint}
      />
    </StepForm>
  )
}

function PlaceForm({ request, view, sent }: ActionPart): ReactNode {
  const w = request.words.programmePlan.action
  const { tree, action } = view
  const others = tree.pillars.filter(({ id }) => id !== action.pillar)
  if (others.length === 0) return null
  const form = 'pijler'
  const set = fieldSet(request, form, sent)
  return (
    <StepForm
      form={form}
      title={w.place}
      button={w.placeButton}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
    >
      <p className="schakel-hint">{w.placeLead}</p>
      <Problem request={request} sent={sent} form={form} labels={{ pillar_id: w.pillar, number: w.number }} />
      <SelectField
        set={set}
        name="pillar_id"
        label={w.pillar}
        choices={others.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField set={set} name="number" label={w.number} />
    </StepForm>
  )
}

function RemoveForm({ request, view, sent }: ActionPart): ReactNode {
  const w = request.words.programmePlan.action
  const { tree, action } = view
  const form = 'weghalen'
  return (
    <StepForm
      form={form}
      title={w.remove}
      button={w.remove}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
    >
      <p className="schakel-hint">{w.removeLead}</p>
      <Problem request={request} sent={sent} form={form} />
    </StepForm>
  )
}
