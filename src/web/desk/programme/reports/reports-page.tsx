import { Link, Paragraph } from '@utrecht/component-library-react'
import { type ReportItem, type ReportState, reportsAtDesk } from '../../../../programme/index.ts'
import { dateOf } from '../../../../words/format.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { programmeScreen } from '../frame.tsx'
import { reportPath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { newReportPath } from './paths.ts'

export const reportTones: Record<ReportState, Tone> = {
  draft: 'open',
  agreed: 'wait',
  sent: 'done',
  dropped: 'none',
}

/** Reports of a programme to the council. */
export async function reportsPage(request: DeskRequest): Promise<Answer> {
  const { tree, reports } = await request.transact(async (ctx) => {
    const tree = await treeHere(ctx, request)
    return { tree, reports: await reportsAtDesk(ctx, { programme: tree.id }) }
  })
  const w = request.words.programmeReport
  return programmeScreen(request, tree, {
    tab: 'reports',
    title: w.title,
    heading: w.title,
    body: (
      <Stack size="l">
        <Stack>
          <Paragraph>{w.lead}</Paragraph>
          {tree.adoptedOn === null ? (
            <p className="schakel-soft">{w.draftProgramme}</p>
          ) : (
            <p>
              <a
                className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
                href={newReportPath(request, tree.slug)}
              >
                {w.begin}
              </a>
            </p>
          )}
        </Stack>
        {reports.length === 0 ? (
          <Paragraph>{w.none}</Paragraph>
        ) : (
          <div className="schakel-work">
            <ul>
              {reports.map((one) => (
                <li key={one.id} className="schakel-work__row schakel-reports__row">
                  <span className="schakel-work__what">
                    <Link href={reportPath(request, tree.slug, one.id)}>
                      <Original language={request.language}>{one.title}</Original>
                    </Link>
                    <small>{aboutReport(request, one)}</small>
                  </span>
                  <Chip tone={reportTones[one.state]}>{w.state[one.state]}</Chip>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    ),
  })
}

function aboutReport({ words }: DeskRequest, report: ReportItem): string {
  const w = words.programmeReport
  return [
    w.kind[report.scope.kind],
    w.over(report.scope.from, report.scope.to),
    report.sentOn ? w.sentOn(report.sentOn).toLowerCase() : w.changedOn(dateOf(report.changedAt)),
    report.document === null ? null : w.isPublic,
  ]
    .filter(Boolean)
    .join(' · ')
}
