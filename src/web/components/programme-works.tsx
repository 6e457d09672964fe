import { Link } from '@utrecht/component-library-react'
import type { ProgrammeWork } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Original } from './original.tsx'

type Props = {
  request: MunicipalityRequest
  works: readonly ProgrammeWork[]
  /** Where an action, or (null) a programme, can be read. */
  href: (programme: string, action: number | null) => string
}

/** Which actions of which programme work on something, and how far each is: state, milestones, the last report. */
export function ProgrammeWorks({ request, works, href }: Props) {
  const { language } = request
  const w = request.words.programmeEvidence
  const last = request.words.programmeEvidence.programmeState
  return (
    <ul className="schakel-works">
      {works.map(({ programme, action }) => {
        const about = [
          programme.state === 'draft' ? w.draft : last[programme.state],
          action && w.state[action.state],
          action &&
            (action.endedOn
              ? w.since(action.endedOn)
              : action.endsOn && action.state !== 'stopped' && w.until(action.endsOn)),
          action && w.milestones(action.milestones.reached, action.milestones.of),
        ].filter(Boolean)
        return (
          <li key={`${programme.slug} ${action?.id ?? ''}`}>
            <Link href={href(programme.slug, action?.id ?? null)}>
              <Original language={language}>
                {action ? w.action(action.number, action.title) : w.whole(programme.title)}
              </Original>
            </Link>
            <small>
              {action && (
                <>
                  <Original language={language}>{programme.title}</Original>
                  {about.length > 0 && ' · '}
                </>
              )}
              {about.join(' · ')}
            </small>
            {action?.lastReport && (
              <small>
                {w.report(action.lastReport.on)}{' '}
                <Original language={language}>{action.lastReport.text}</Original>
              </small>
            )}
          </li>
        )
      })}
    </ul>
  )
}
