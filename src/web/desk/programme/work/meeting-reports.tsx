import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import { actionPath } from '../paths.ts'
import { EvidenceList } from './evidence-list.tsx'
import { whoOf } from './history-line.tsx'
import type { MeetingView } from './meeting-screen.tsx'

type Props = { request: DeskRequest; view: MeetingView }

/** Reports that stand open at once; the rest is behind a line. */
const newest = 8
/** What was reported since the meeting before. */
export function NewReports({ request, view }: Props) {
  const w = request.words.programmeWork
  const { since, reports } = view
  return (
    <section aria-labelledby="gemeld" className="schakel-stack schakel-stack--m">
      <Heading2 id="gemeld">{w.steering.reports(since)}</Heading2>
      {reports.length === 0 && <Paragraph>{w.steering.noReports}</Paragraph>}
      <ReportLines request={request} view={{ ...view, reports: reports.slice(0, newest) }} />
      {reports.length > newest && (
        <details className="schakel-programme-more">
          <summary>{w.report.all(reports.length)}</summary>
          <ReportLines request={request} view={{ ...view, reports: reports.slice(newest) }} />
        </details>
      )}
    </section>
  )
}

function ReportLines({ request, view: { tree, reports, names } }: Props) {
  const { words, language } = request
  if (reports.length === 0) return null
  return (
    <ol className="schakel-programme-lines">
      {reports.map(({ action, report }) => (
        <li key={report.history}>
          <p>
            <strong>{words.programme.date(report.on)}</strong>{' '}
            <Original language={language}>{report.text}</Original>
          </p>
          <p className="schakel-small">
            <Link href={actionPath(request, tree.slug, action.id)}>
              <Original language={language}>{`${action.number} ${action.title}`}</Original>
            </Link>
            {`, ${whoOf(request, report)}`}
          </p>
          <EvidenceList request={request} evidence={report.evidence} names={names} />
        </li>
      ))}
    </ol>
  )
}
