import { Heading3, Paragraph } from '@utrecht/component-library-react'
import {
  type Action,
  type Evidence,
  type HistoryLine,
  type Milestone,
  milestoneLook,
  type Report,
} from '../../../programme/index.ts'
import { capitalise, formatDate } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { OwnEvidence } from '../../components/done.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { movedDays } from './history.tsx'
import type { ProgrammeView } from './load.ts'
import { toneOfLook } from './say.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView; action: Action }
/** Reports that stand open; the rest is behind a line. */
const newest = 5

/** Milestones with what shows that they were reached, and their days that moved. */
export function MilestonesPart({ request, view, action, lines }: Props & { lines: readonly HistoryLine[] }) {
  const { words, language } = request
  const w = words.programmePublic
  return (
    <Part id="mijlpalen" title={w.one.milestones}>
      {action.milestones.length === 0 && <Paragraph>{w.one.milestonesNone}</Paragraph>}
      {action.milestones.length > 0 && (
        <ol className="schakel-list">
          {action.milestones.map((one) => {
            const look = milestoneLook(view.tree, action, one, view.today)
            const own = lines.filter(
              ({ subject, of, undone, step }) =>
                subject === 'milestone' && of === one.id && !undone && step !== 'undo',
            )
            return (
              <li key={one.id} id={`mijlpaal-${one.id}`}>
                <Heading3>
                  <Original language={language}>{one.title}</Original>
                </Heading3>
                <Chip tone={toneOfLook[look]}>{w.milestoneLook[look]}</Chip>
                <p className="schakel-list__facts">{capitalise(milestoneWhen(request, view, action, one))}</p>
                {own.toReversed().flatMap((line) => {
                  const moved = movedDays(request, line)
                  const dropped = line.step === 'drop' && line.reason !== null
                  if (moved.length === 0 && !dropped) return []
                  return [
                    <p key={line.id} className="schakel-action-line">
                      {dropped ? w.one.droppedBecause : moved.join(' ')}
                      {line.reason && (
                        <>
                          {' '}
                          {w.history.reason} <Original language={language}>{line.reason}</Original>
                        </>
                      )}
                    </p>,
                  ]
                })}
                <Shown request={request} view={view} evidence={one.evidence} reached={look === 'done'} />
              </li>
            )
          })}
        </ol>
      )}
    </Part>
  )
}

/** The day of a milestone: when it was reached, is due, or was to be. */
export function milestoneWhen(
  { words }: MunicipalityRequest,
  { tree, today }: ProgrammeView,
  action: Action,
  one: Milestone,
): string {
  const w = words.programmePublic.one
  if (one.reachedOn) return w.reachedOn(one.reachedOn)
  if (one.dueOn === null) return w.noDay
  const look = milestoneLook(tree, action, one, today)
  if (look === 'late') return w.lateBy(one.dueOn, today)
  return look === 'planned' ? w.dueOn(one.dueOn) : w.was(one.dueOn)
}

/** Lines of progress, the newest first, each with what shows it. */
export function ReportsPart({ request, view, action }: Props) {
  const { words } = request
  const w = words.programmePublic.one
  const { reports } = action
  const [recent, older] = [reports.slice(0, newest), reports.slice(newest)]
  return (
    <Part id="berichten" title={w.reports}>
      {reports.length === 0 ? (
        <Paragraph>{w.reportsNone}</Paragraph>
      ) : (
        <ReportList request={request} view={view} reports={recent} />
      )}
      {older.length > 0 && (
        <details className="schakel-details">
          <summary>{w.reportsMore(reports.length)}</summary>
          <div>
            <ReportList request={request} view={view} reports={older} />
          </div>
        </details>
      )}
    </Part>
  )
}

function ReportList({ request, view, reports }: Omit<Props, 'action'> & { reports: readonly Report[] }) {
  const { language } = request
  return (
    <ol className="schakel-said">
      {reports.map((one) => (
        <li key={one.history} id={`bericht-${one.history}`}>
          <time dateTime={one.on}>
            {formatDate(one.on, language)}
            {one.name && `, ${one.name}`}
          </time>
          <p>
            <Original language={language}>{one.text}</Original>
          </p>
          <Shown request={request} view={view} evidence={one.evidence} reached={false} />
        </li>
      ))}
    </ol>
  )
}

/** What shows that something is so; of something reached also that what shows it is not public. */
function Shown({
  request,
  view,
  evidence,
  reached,
}: Omit<Props, 'action'> & { evidence: readonly Evidence[]; reached: boolean }) {
  const w = request.words.programmePublic.one
  const own = view.papers.own(evidence)
  if (own.length === 0) {
    return reached ? <p className="schakel-action-line schakel-soft">{w.shownNotPublic}</p> : null
  }
  return (
    <div className="schakel-action-line">
      {w.shown}{' '}
      {own.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; two pieces may quote the same words
        <span key={index}>
          {index > 0 && ' · '}
          <OwnEvidence request={request} own={piece} />
        </span>
      ))}
    </div>
  )
}
