import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type Appointment,
  type AppointmentKind,
  type AppointmentState,
  appointmentsOf,
  type Before,
  changeAppointment,
  historyOf,
  planAppointment,
  settleAppointment,
  settled,
  showMeetingPlace,
  teamOf,
} from '../../../../reintegration/index.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Actions, Stack } from '../../../components/layout.tsx'
import { choiceIn, textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem, type Sent } from '../../kit.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import {
  changeFields,
  dayOfText,
  found,
  inCase,
  momentText,
  numberOf,
  rowIn,
  versionIn,
} from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { AppointmentFields, plannedIn, shownOf } from './appointment-fields.tsx'

/** What is to come and what was, and a new one. */
export const appointmentsPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const { appointments, team, closed } = await inCase(request, 'read', async (ctx, trajectory) => ({
      appointments: await appointmentsOf(ctx, trajectory),
      team: await teamOf(ctx, trajectory),
      closed: trajectory.state === 'closed',
    }))
    const w = request.words.caseAppointments
    const number = numberOf(request)
    const path = `/trajecten/${number}/afspraken`
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'afspraak',
      sent,
      children: (
        <>
          {appointments.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <ul className="schakel-plain schakel-rows">
              {appointments.map((one) => (
                <li key={one.id}>
                  <AppointmentLine request={request} appointment={one} path={`${path}/${one.id}`} />
                </li>
              ))}
            </ul>
          )}
          {!closed && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <Stack>
                <Heading2>{w.plan}</Heading2>
                <AppointmentFields request={request} set={fieldsFor(request, 'afspraak', sent)} team={team} />
                <Actions>
                  <Button type="submit" appearance="primary-action-button">
                    {w.save}
                  </Button>
                </Actions>
              </Stack>
            </form>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const planned = plannedIn(typed)
    await inCase(request, 'write', (ctx, trajectory) => planAppointment(ctx, trajectory, planned))
    return goTo(request, `/trajecten/${numberOf(request)}/afspraken?gedaan=afspraak`)
  },
})

type Was = {
  at: string
  kind: AppointmentKind
  body: string | null
}

/** One appointment: moving it, how it went, and where it is only when asked for. */
export const appointmentPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const id = rowIn(request, 'appointment')
    const { appointment, team, history } = await inCase(request, 'read', async (ctx, trajectory) => ({
      appointment: found(await appointmentsOf(ctx, trajectory), id),
      team: await teamOf(ctx, trajectory),
      history: await historyOf<Was>(ctx, trajectory, 'appointment', id),
    }))
    const w = request.words.caseAppointments
    const number = numberOf(request)
    const path = `/trajecten/${number}/afspraken/${id}`
    const set = changeFields(request, 'wijzigen', sent, shownOf(request, appointment))
    return caseFormScreen(request, {
      number,
      title: w.short,
      path,
      form: '',
      sent: null,
      children: (
        <>
          <AppointmentLine request={request} appointment={appointment} path={null} />
          {appointment.hasPlace && (
            <p>
              <Link href={caseHref(request, `${path}/plek`)}>{w.showPlace}</Link>
            </p>
          )}
          {appointment.state === 'planned' && (
            <>
              <How request={request} appointment={appointment} path={path} sent={sent} />
              <form method="post" action={caseHref(request, path)} className="schakel-form">
                <Stack>
                  <Heading2>{w.move}</Heading2>
                  <Problem request={request} form="wijzigen" sent={sent} />
                  <input type="hidden" name="form" value="wijzigen" />
                  <input type="hidden" name="version" value={appointment.version} />
                  <AppointmentFields request={request} set={set} team={team} appointment={appointment} />
                  <Actions>
                    <Button type="submit" appearance="primary-action-button">
                      {w.save}
                    </Button>
                  </Actions>
                </Stack>
              </form>
            </>
          )}
          <History request={request} history={history} />
        </>
      ),
    })
  },
  async send(request, typed) {
    const row = { id: rowIn(request, 'appointment'), version: versionIn(typed) }
    const path = `/trajecten/${numberOf(request)}/afspraken`
    if (textIn(typed, 'form') === 'hoe') {
      const state = choiceIn(typed, 'state', settled)
      await inCase(request, 'write', (ctx, trajectory) =>
        settleAppointment(ctx, trajectory, { ...row, state }),
      )
      return goTo(request, `${path}?gedaan=bewaard`)
    }
    const planned = plannedIn(typed)
    await inCase(request, 'write', (ctx, trajectory) =>
      changeAppointment(ctx, trajectory, { ...row, ...planned }),
    )
    return goTo(request, `${path}/${row.id}?gedaan=bewaard`)
  },
})

/** Where it is, apart, and each time written down. */
export async function meetingPlacePage(request: StaffRequest): Promise<CaseAnswer> {
  const id = rowIn(request, 'appointment')
  const place = await inCase(request, 'read', (ctx, trajectory) => showMeetingPlace(ctx, trajectory, id))
  const w = request.words.caseAppointments
  const number = numberOf(request)
  return caseFormScreen(request, {
    number,
    title: w.shownPlace,
    intro: w.shown,
    path: `/trajecten/${number}/afspraken/${id}/plek`,
    form: '',
    sent: null,
    children: <p className="schakel-typed schakel-lead">{place}</p>,
  })
}

const tones: Readonly<Record<AppointmentState, Tone>> = {
  planned: 'open',
  kept: 'done',
  missed: 'late',
  cancelled: 'none',
}

export function AppointmentLine({
  request,
  appointment,
  path,
}: {
  request: StaffRequest
  appointment: Appointment
  path: string | null
}) {
  const w = request.words.caseAppointments
  const { state, at } = appointment
  const asks = state === 'planned' && at < request.now
  const when = momentText(request, at)
  return (
    <>
      <div className="schakel-goal__head">
        {path ? <Link href={caseHref(request, path)}>{when}</Link> : <b>{when}</b>}
        <Chip tone={asks ? 'wait' : tones[state]}>{asks ? w.ask : w.states[state]}</Chip>
      </div>
      <small>
        {[
          w.kinds[appointment.kind],
          appointment.body,
          appointment.goesAlongName && w.along(appointment.goesAlongName),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}

function How({
  request,
  appointment,
  path,
  sent,
}: {
  request: StaffRequest
  appointment: Appointment
  path: string
  sent: Sent | null
}) {
  const w = request.words.caseAppointments
  const past = appointment.at <= request.now
  const labels = { kept: w.kept, missed: w.missed, cancelled: w.cancel }
  return (
    <form method="post" action={caseHref(request, path)}>
      <Stack>
        {past && <Heading2>{w.how}</Heading2>}
        <Problem request={request} form="hoe" sent={sent} />
        <input type="hidden" name="form" value="hoe" />
        <input type="hidden" name="version" value={appointment.version} />
        <Actions>
          {(past ? settled : (['cancelled'] as const)).map((state, index) => (
            <Button
              key={state}
              type="submit"
              name="state"
              value={state}
              appearance={past && index === 0 ? 'primary-action-button' : 'secondary-action-button'}
            >
              {labels[state]}
            </Button>
          ))}
        </Actions>
      </Stack>
    </form>
  )
}

function History({ request, history }: { request: StaffRequest; history: readonly Before<Was>[] }) {
  const w = request.words.caseAppointments
  if (history.length === 0) return null
  return (
    <details className="schakel-fold">
      <summary>{w.history}</summary>
      <ul className="schakel-plain schakel-rows">
        {history.map(({ version, before, change, by, at }) => (
          <li key={version}>
            {w.was(
              w.changes[change] ?? change,
              by ?? '',
              dayOfText(request, at),
              momentText(request, new Date(before.at)),
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
