import { Invalid } from '../../../../errors.ts'
import {
  type Appointment,
  appointmentKinds,
  type Member,
  type Planned,
} from '../../../../reintegration/index.ts'
import { formatTime } from '../../../../words/format.ts'
import type { FieldSet } from '../../../desk/form-fields.tsx'
import { SelectField, TextField } from '../../../desk/form-fields.tsx'
import { choiceIn, neededDayIn, type Typed, textIn, together, writtenIn } from '../../../desk/matter/typed.ts'
import type { StaffRequest } from '../../page.ts'
import { choices, dayOfText } from '../case-form.ts'
import { momentAt, timeIn } from './moment.ts'

/** @throws {Invalid} */
export function plannedIn(typed: Typed): Planned {
  const { day, time, kind } = together({
    day: () => neededDayIn(typed, 'day'),
    time: () => timeIn(textIn(typed, 'time')),
    kind: () => choiceIn(typed, 'kind', appointmentKinds),
  })
  const at = momentAt(day, time)
  if (!at) throw new Invalid('form-invalid', [{ field: 'time', code: 'time-invalid' }])
  return {
    at,
    kind,
    body: writtenIn(typed, 'body'),
    place: writtenIn(typed, 'place'),
    goesAlong: writtenIn(typed, 'goesAlong'),
  }
}

export const shownOf = (request: StaffRequest, appointment: Appointment) => ({
  day: dayOfText(request, appointment.at),
  time: formatTime(appointment.at, request.language),
  body: appointment.body ?? '',
})

export function AppointmentFields({
  request,
  set,
  team,
  appointment,
}: {
  request: StaffRequest
  set: FieldSet
  team: readonly Member[]
  appointment?: Appointment
}) {
  const w = request.words.caseAppointments
  const shown = appointment ? shownOf(request, appointment) : { day: '', time: '', body: '' }
  return (
    <>
      <TextField set={set} name="day" label={w.day} value={shown.day} />
      <TextField set={set} name="time" label={w.time} hint={w.timeHint} value={shown.time} />
      <SelectField
        set={set}
        name="kind"
        label={w.kind}
        value={appointment?.kind ?? 'conversation'}
        choices={choices(appointmentKinds, w.kinds)}
      />
      <TextField set={set} name="body" label={w.body} hint={w.bodyHint} value={shown.body} />
      <SelectField
        set={set}
        name="goesAlong"
        label={w.goesAlong}
        value={appointment?.goesAlong ?? ''}
        choices={[
          { value: '', label: w.alone },
          ...team.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <TextField
        set={set}
        name="place"
        label={w.place}
        hint={appointment?.hasPlace ? `${w.placeHint} ${w.placeStays}` : w.placeHint}
      />
    </>
  )
}
