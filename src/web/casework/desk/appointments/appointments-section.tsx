import { Heading2, Link } from '@utrecht/component-library-react'
import { appointmentsOf } from '../../../../reintegration/index.ts'
import { Card } from '../../../components/layout.tsx'
import { caseHref } from '../../page.ts'
import type { Section } from '../trajectory/sections.ts'
import { AppointmentLine } from './appointments-page.tsx'

/** What is to come, the nearest three. */
export const appointmentsSection: Section = {
  place: 'aside',
  order: 30,
  async load(ctx, trajectory, request) {
    const planned = (await appointmentsOf(ctx, trajectory)).filter(({ state }) => state === 'planned')
    const w = request.words.caseAppointments
    const path = `/trajecten/${trajectory.number}/afspraken`
    return (
      <Card labelledBy="afspraken">
        <Heading2 id="afspraken" className="schakel-card-heading">
          {w.title}
        </Heading2>
        {planned.length === 0 && <p>{w.none}</p>}
        <ul className="schakel-plain schakel-rows">
          {planned.slice(0, 3).map((one) => (
            <li key={one.id}>
              <AppointmentLine request={request} appointment={one} path={`${path}/${one.id}`} />
            </li>
          ))}
        </ul>
        <Link href={caseHref(request, path)}>{w.plan}</Link>
      </Card>
    )
  },
}
