import { ButtonLink } from '@utrecht/component-library-react'
import { Actions, Card } from '../../../components/layout.tsx'
import { caseHref } from '../../page.ts'
import type { Section } from '../trajectory/sections.ts'

/** What one does most. */
export const waysSection: Section = {
  place: 'aside',
  order: 10,
  async load(_, trajectory, request) {
    if (trajectory.state === 'closed') return null
    const at = `/trajecten/${trajectory.number}`
    const { caseNotes, caseAppointments } = request.words
    return (
      <Card>
        <Actions>
          <ButtonLink href={caseHref(request, `${at}/notities#schrijven`)} appearance="primary-action-button">
            {caseNotes.note}
          </ButtonLink>
          <ButtonLink href={caseHref(request, `${at}/afspraken`)} appearance="secondary-action-button">
            {caseAppointments.short}
          </ButtonLink>
        </Actions>
      </Card>
    )
  },
}
