import { Heading2 } from '@utrecht/component-library-react'
import type { Action, Milestone } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import type { DeskRequest } from '../../../page.ts'
import { LongField, TextField, TickField } from '../../form-fields.tsx'
import { KeepCommitments } from '../keep-commitments.tsx'
import { choiceErrors, EvidenceFields } from './evidence-fields.tsx'
import { fieldSet, Problem } from './fields.tsx'
import type { MilestoneView } from './milestone-screen.tsx'
import { type Sent, versionFor } from './sent.ts'
import { StepForm } from './step-form.tsx'

type FormsProps = {
  request: DeskRequest
  view: MilestoneView
  sent: Sent | null
  asked: string | null
  here: string
}

/** What can be done with a milestone now. */
export function MilestoneForms({ request, view, sent, asked, here }: FormsProps) {
  const { words } = request
  const w = words.programmeWork
  const { action, milestone, choice, history } = view
  const { version, state } = milestone
  const at = (form: string) => ({ form, action: here, version: versionFor(sent, form, version) })
  const change = fieldSet(request, 'veranderen', sent, {
    title: milestone.title,
    due_on: milestone.dueOn ? words.programme.date(milestone.dueOn) : '',
  })
  const reach = fieldSet(request, 'gehaald', sent, {
    reached_on: milestone.reachedOn ? words.programme.date(milestone.reachedOn) : '',
  })
  const drop = fieldSet(request, 'vervalt', sent)
  const reached = state === 'reached'
  return (
    <Stack size="s">
      <Heading2 className="schakel-hidden">{w.milestone.forms}</Heading2>
      {state !== 'dropped' && choice && (
        <StepForm
          {...at('gehaald')}
          title={reached ? w.milestone.more : w.milestone.reach}
          button={reached ? w.milestone.moreButton : w.milestone.reachButton}
          open={asked === 'gehaald' || (asked === null && !reached && !request.query.has('gedaan'))}
          primary={!reached}
        >
          <Problem
            request={request}
            sent={sent}
            form="gehaald"
            labels={{
              evidence: w.evidence.legend,
              reached_on: w.milestone.reachedDay,
              commitments: words.programmeEvidence.keep.legend,
            }}
            extra={choiceErrors(request, sent?.form === 'gehaald' ? choice : null)}
          />
          <EvidenceFields
            request={request}
            set={reach}
            state={choice}
            action={here}
            legend={w.evidence.legend}
          />
          <TextField
            set={reach}
            name="reached_on"
            label={w.milestone.reachedDay}
            value={milestone.reachedOn ? words.programme.date(milestone.reachedOn) : ''}
            hint={`${w.dayHint} ${w.today}`}
          />
          <KeepCommitments request={request} commitments={view.keepable} by="milestone" ticked={view.kept} />
        </StepForm>
      )}
      {state === 'open' && (
        <StepForm
          {...at('veranderen')}
          title={w.milestone.change}
          button={w.milestone.changeButton}
          open={asked === 'veranderen'}
        >
          <MilestoneFields
            {...{ request, sent, action, form: 'veranderen' }}
            set={change}
            milestone={milestone}
          />
        </StepForm>
      )}
      {state === 'open' && (
        <StepForm
          {...at('vervalt')}
          title={w.milestone.drop}
          button={w.milestone.dropButton}
          open={asked === 'vervalt'}
        >
          <Problem request={request} sent={sent} form="vervalt" labels={{ reason: w.milestone.dropReason }} />
          <LongField set={drop} name="reason" label={w.milestone.dropReason} />
        </StepForm>
      )}
      {history.some((line) => !line.undone && line.step !== 'undo') && (
        <form id="terug" method="post" action={here}>
          <input type="hidden" name="step" value="terug" />
          <input type="hidden" name="version" value={version} />
          <Problem request={request} sent={sent} form="terug" />
          <button type="submit" className="schakel-link-button schakel-quiet">
            {w.undo}
          </button>
        </form>
      )}
    </Stack>
  )
}

type Fields = {
  request: DeskRequest
  sent: Sent | null
  action: Action
  form: string
  set: ReturnType<typeof fieldSet>
  milestone?: Milestone
}
/** What a milestone is and when. */
export function MilestoneFields({ request, sent, action, form, set, milestone }: Fields) {
  const { words } = request
  const w = words.programmeWork.milestone
  return (
    <>
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{ title: w.name, due_on: w.due, reason: w.reason }}
      />
      <TextField set={set} name="title" label={w.name} value={milestone?.title ?? ''} hint={w.nameHint} />
      <TextField
        set={set}
        name="due_on"
        label={w.due}
        value={milestone?.dueOn ? words.programme.date(milestone.dueOn) : ''}
        hint={words.programmeWork.dayHint}
      />
      {action.endsOn && <TickField set={set} name="extend" label={w.extend(action.endsOn)} />}
      <LongField
        set={set}
        name="reason"
        label={words.programmeWork.optional(w.reason)}
        hint={w.reasonHint}
        rows={2}
      />
    </>
  )
}
