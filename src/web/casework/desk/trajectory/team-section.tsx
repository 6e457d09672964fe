import { Heading2, Link } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { teamOf } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Card } from '../../../components/layout.tsx'
import { caseHref } from '../../page.ts'
import type { Section } from './sections.ts'

export const teamSection: Section = {
  place: 'aside',
  order: 40,
  async load(ctx, trajectory, request) {
    const team = await teamOf(ctx, trajectory)
    const w = request.words.caseDesk
    return (
      <Card labelledBy="team">
        <Heading2 id="team" className="schakel-card-heading">
          {w.page.team}
        </Heading2>
        <ul className="schakel-plain">
          {team.map((member) => (
            <li key={member.relationId}>
              {member.name} <small>{w.team.parts[member.part]}</small>
              {member.until && (
                <small> {w.team.until(formatDate(dayOf(member.until), request.language))}</small>
              )}
            </li>
          ))}
        </ul>
        {trajectory.access.by === 'relation' && (
          <Link href={caseHref(request, `/trajecten/${trajectory.number}/team`)}>{w.team.over}</Link>
        )}
      </Card>
    )
  },
}
