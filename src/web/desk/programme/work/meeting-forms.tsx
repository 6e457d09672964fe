import { Button } from '@utrecht/component-library-react'
import { dateOf } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { DeskRequest } from '../../../page.ts'
import { LongField, SelectField, TextField, TickField } from '../../form-fields.tsx'
import { steeringPath } from '../paths.ts'
import { fieldSet, Problem } from './fields.tsx'
import type { MeetingView } from './meeting-screen.tsx'
import { type Sent, versionFor } from './sent.ts'
import { StepForm } from './step-form.tsx'

type Props = { request: DeskRequest; view: MeetingView; sent: Sent | null }

/** What can be done in a meeting now: decide, write, change it, close it. */
export function MeetingForms({ request, view, sent }: Props) {
  const { words } = request
  const w = words.programmeWork.steering
  const { tree, meeting } = view
  const here = steeringPath(request, tree.slug, meeting.id)
  const at = (form: string) => ({ form, action: here, version: versionFor(sent, form, meeting.version) })
  if (meeting.closed) {
    return (
      <form method="post" action={here} className="schakel-no-print">
        <Hidden step="openen" version={meeting.version} />
        <Problem request={request} sent={sent} form="openen" />
        <Button type="submit" appearance="secondary-action-button">
          {w.reopen}
        </Button>
      </form>
    )
  }
  const ahead = meeting.heldOn > dateOf(request.now)
  const change = fieldSet(request, 'veranderen', sent, {
    held_on: words.programme.date(meeting.heldOn),
    name: meeting.name,
  })
  const notes = fieldSet(request, 'verslag', sent, { notes: meeting.notes ?? '' })
  return (
    <Stack size="s">
      {ahead ? <p>{w.toCome}</p> : <DecideForm request={request} view={view} sent={sent} />}
      <StepForm
        {...at('verslag')}
        title={w.notes}
        button={w.notesButton}
        open={sent?.form === 'verslag' || (!ahead && meeting.notes !== null)}
      >
        <Problem request={request} sent={sent} form="verslag" labels={{ notes: w.notes }} />
        <LongField
          set={notes}
          name="notes"
          label={w.notes}
          hint={w.notesHint}
          value={meeting.notes ?? ''}
          rows={8}
        />
      </StepForm>
      <StepForm
        {...at('veranderen')}
        title={w.change}
        button={w.changeButton}
        open={sent?.form === 'veranderen'}
      >
        <Problem request={request} sent={sent} form="veranderen" labels={{ held_on: w.day, name: w.name }} />
        <TextField
          set={change}
          name="held_on"
          label={w.day}
          value={words.programme.date(meeting.heldOn)}
          hint={words.programmeWork.dayHint}
        />
        <TextField set={change} name="name" label={w.name} value={meeting.name} />
      </StepForm>
      {!ahead && (
        <StepForm {...at('afsluiten')} title={w.close} button={w.close} open={sent?.form === 'afsluiten'}>
          <Problem request={request} sent={sent} form="afsluiten" />
          <p>{w.closeLead}</p>
        </StepForm>
      )}
      <form id="terug" method="post" action={here} className="schakel-no-print">
        <Hidden step="terug" version={meeting.version} />
        <Problem request={request} sent={sent} form="terug" />
        <button type="submit" className="schakel-link-button schakel-quiet">
          {words.programmeWork.undo}
        </button>
      </form>
    </Stack>
  )
}

function DecideForm({ request, view: { tree, meeting }, sent }: Props) {
  const { words } = request
  const w = words.programmeWork.steering
  const set = fieldSet(request, 'besluit', sent)
  const asked = request.query.get('actie') ?? ''
  return (
    <StepForm
      form="besluit"
      title={w.decide}
      button={w.decideButton}
      action={steeringPath(request, tree.slug, meeting.id)}
      version={meeting.version}
      open
      primary
    >
      <Problem
        request={request}
        sent={sent}
        form="besluit"
        labels={{ text: w.text, action_id: w.action, due_on: w.due, title: w.milestoneName }}
      />
      <LongField set={set} name="text" label={w.text} hint={w.textHint} rows={3} />
      <SelectField
        set={set}
        name="action_id"
        label={w.action}
        value={tree.actions.some(({ id }) => String(id) === asked) ? asked : ''}
        choices={[
          { value: '', label: w.noAction },
          ...tree.actions.map(({ id, number, title }) => ({
            value: String(id),
            label: `${number} ${title}`,
          })),
        ]}
      />
      <TextField
        set={set}
        name="due_on"
        label={words.programmeWork.optional(w.due.replace(/\?$/, ''))}
        hint={`${words.programmeWork.dayHint} ${w.dueHint}`}
      />
      <TextField
        set={set}
        name="title"
        label={words.programmeWork.optional(w.milestoneName)}
        hint={w.milestoneHint}
      />
      <TickField set={set} name="extend" label={w.extend} />
    </StepForm>
  )
}

function Hidden({ step, version }: { step: string; version: number }) {
  return (
    <>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}
