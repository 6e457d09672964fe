import { LongField, TextField } from '../../form-fields.tsx'
import type { FormProps } from './form.ts'

/** The day that a step counts from. */
export function OnField({ request, set, meeting = false }: FormProps & { meeting?: boolean }) {
  const { form } = request.words.matterDesk
  return (
    <TextField
      set={set}
      name="on"
      label={meeting ? form.onMeeting : form.on}
      hint={meeting ? form.onMeetingHint : form.onHint}
    />
  )
}

/** A reason that becomes public. */
export function ReasonField({ request, set, label, why }: FormProps & { label?: string; why?: string }) {
  const { form } = request.words.matterDesk
  return (
    <LongField
      set={set}
      name="reason"
      label={label ?? form.reason}
      hint={why ? `${why} ${form.public}` : form.public}
      rows={3}
    />
  )
}
