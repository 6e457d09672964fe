import { Alert, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { dayOf } from '../../../../days.ts'
import type { Trajectory } from '../../../../reintegration/index.ts'
import { openTrajectory } from '../../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../../words/format.ts'
import { Columns, OverLine, Stack } from '../../../components/layout.tsx'
import { Done } from '../../kit.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { type Section, sections } from './sections.ts'

/** One trajectory: what to mind first, the plan, who stands around her, what is shared, and who looked. */
export async function trajectoryPage(request: StaffRequest): Promise<CaseAnswer> {
  const number = request.params.number ?? ''
  return request.transact(async (ctx) => {
    const trajectory = await openTrajectory(ctx, number)
    const parts: { section: Section; node: ReactNode | null }[] = []
    for (const section of [...sections].sort((one, other) => one.order - other.order)) {
      parts.push({ section, node: await section.load(ctx, trajectory, request) })
    }
    const at = (place: 'main' | 'aside') =>
      parts
        .filter(({ section, node }) => section.place === place && node)
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in a fixed order
        .map(({ node }, index) => <div key={index}>{node}</div>)
    const w = request.words.caseDesk
    return {
      title: number,
      nav: 'trajectories',
      crumbs: [
        { label: w.list.title, path: '/trajecten' },
        { label: number, path: `/trajecten/${number}` },
      ],
      body: (
        <Stack size="l">
          <Stack size="s">
            <OverLine items={overLine(request, trajectory)} />
            <Heading1>{trajectory.title ? `“${trajectory.title}”` : w.page.untitled(number)}</Heading1>
          </Stack>
          <Done request={request} sentences={request.words.caseDone} />
          <Notices request={request} trajectory={trajectory} />
          <Columns aside={[...at('aside'), <Ways key="ways" request={request} trajectory={trajectory} />]}>
            {at('main')}
          </Columns>
        </Stack>
      ),
    }
  })
}

function overLine({ words, language }: StaffRequest, trajectory: Trajectory) {
  const w = words.caseDesk
  const until = trajectory.residenceUntil
  return [
    trajectory.number,
    `${w.phases[trajectory.phase]}, ${w.states[trajectory.state]}`,
    ...(trajectory.residence === 'unknown'
      ? []
      : [
          until
            ? `${w.residences[trajectory.residence]} ${w.team.until(formatDate(until, language))}`
            : w.residences[trajectory.residence],
        ]),
  ]
}

function Notices({ request, trajectory }: { request: StaffRequest; trajectory: Trajectory }) {
  const { words, language, now } = request
  const w = words.caseDesk.page
  const { access, caution, safetyReviewedOn, safetyReviewOn, closedAt } = trajectory
  const late = safetyReviewOn !== null && safetyReviewOn < dayOf(now)
  return (
    <>
      {access.by === 'emergency' && (
        <Alert type="warning">
          <Paragraph>{w.emergency(formatTime(access.until, language))}</Paragraph>
        </Alert>
      )}
      {closedAt && (
        <Alert type="info">
          <Paragraph>{w.closed(formatDate(dayOf(closedAt), language))}</Paragraph>
        </Alert>
      )}
      {(caution || safetyReviewOn) && (
        <Alert type="error">
          <Paragraph>
            {caution && (
              <>
                <b>{w.caution}</b> {caution}{' '}
              </>
            )}
            {safetyReviewedOn && `${w.reviewed(formatDate(safetyReviewedOn, language))} `}
            {safetyReviewOn && (late ? w.reviewLate : w.reviewNext)(formatDate(safetyReviewOn, language))}
          </Paragraph>
        </Alert>
      )}
    </>
  )
}

/** The other pages of a trajectory. */
function Ways({ request, trajectory }: { request: StaffRequest; trajectory: Trajectory }) {
  const w = request.words.caseDesk.page
  const at = `/trajecten/${trajectory.number}`
  const ways = [
    { label: w.identity, path: `${at}/wie` },
    { label: w.places, path: `${at}/plaatsen` },
    { label: w.facts, path: `${at}/gegevens` },
    trajectory.state === 'closed'
      ? { label: w.reopen, path: `${at}/heropenen` }
      : { label: w.close, path: `${at}/afsluiten` },
  ]
  return (
    <nav aria-label={w.allWork}>
      <ul className="schakel-plain">
        {ways.map(({ label, path }) => (
          <li key={path}>
            <Link href={caseHref(request, path)}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
