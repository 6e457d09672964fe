import { Heading2, Paragraph } from '@utrecht/component-library-react'
import { type DeskReport, reportDocument } from '../../../../programme/index.ts'
import { reportPhrasesOf } from '../../../../words/report-phrases.ts'
import { Chip } from '../../../components/chip.tsx'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { documentPath } from '../../desk-paths.ts'
import {
  Act,
  DraftFiles,
  DraftHistory,
  type DraftNotice,
  Notice,
  ReturnField,
} from '../../draft/draft-parts.tsx'
import { LetterPreview } from '../../letters/letter-preview.tsx'
import { programmeScreen } from '../frame.tsx'
import { reportPath } from '../paths.ts'
import type { ReportHere } from './find.ts'
import { reportFilePath } from './paths.ts'
import { ReportChanges, ReportFieldsForm, ReportSectionsForm, type ReportView } from './report-form.tsx'
import { reportTones } from './reports-page.tsx'

export function reportScreen(
  request: DeskRequest,
  { tree, report }: ReportHere,
  view: ReportView,
  more: { notice?: DraftNotice | null; status?: Screen['status']; reason?: string } = {},
): Screen {
  const w = request.words.programmeReport
  const { notice = null, reason = '' } = more
  const { scope } = report
  const about = { municipality: report.municipality, programme: tree.title, scope }
  const { blocks } = reportDocument(report.content, about, reportPhrasesOf(scope.language))
  return programmeScreen(request, tree, {
    tab: 'reports',
    tabless: true,
    title: report.title,
    heading: <Original language={request.language}>{report.title}</Original>,
    wrong: view.errors.size > 0,
    ...(more.status ? { status: more.status } : {}),
    crumbs: [
      { label: w.title, path: `/${request.municipality.slug}/bureau/programma/${tree.slug}/verslagen` },
    ],
    body: (
      <Stack size="l">
        <p className="schakel-over">
          <Chip tone={reportTones[report.state]}>
            {report.sentOn ? w.sentOn(report.sentOn) : w.state[report.state]}
          </Chip>
          <span>{w.kind[scope.kind]}</span>
          <span>{w.over(scope.from, scope.to)}</span>
        </p>
        <Notice notice={notice} />
        <ReportChanges request={request} report={report} />
        <form id="verslag" method="post" action={reportPath(request, tree.slug, report.id)} noValidate>
          <input type="hidden" name="version" value={report.version} />
          <Stack size="l">
            {report.mayEdit && (
              <Card labelledBy="tekst">
                {report.changes.size > 0 && (
                  <Actions>
                    <Act action="renew" label={w.renew.all} />
                  </Actions>
                )}
                <ReportFieldsForm request={request} view={view} />
                <Heading2 id="tekst">{w.text}</Heading2>
                <ReportSectionsForm request={request} report={report} view={view} />
                <Actions>
                  <Act action="save" label={w.save} primary />
                </Actions>
              </Card>
            )}
            <Steps request={request} report={report} error={view.errors.get('reason')} reason={reason} />
          </Stack>
        </form>
        <DraftFiles
          words={w}
          sent={report.state === 'sent'}
          files={report.files}
          pathOf={(format) => reportFilePath(request, tree.slug, report.id, format)}
        />
        <DraftHistory request={request} words={w} history={report.history} />
        <section aria-labelledby="voorbeeld">
          <Stack>
            <Heading2 id="voorbeeld">{w.preview}</Heading2>
            <p className="schakel-hint">{w.previewLead}</p>
            <LetterPreview blocks={blocks} language={scope.language} />
          </Stack>
        </section>
      </Stack>
    ),
  })
}

type StepsProps = { request: DeskRequest; report: DeskReport; error: string | undefined; reason: string }
function Steps({ request, report, error, reason }: StepsProps) {
  const w = request.words.programmeReport
  const { moves, undo, published } = report
  const mayRegister = report.state === 'sent' && published === null
  return (
    <Card labelledBy="stappen">
      <Heading2 id="stappen">{w.steps}</Heading2>
      {published && (
        <>
          <Paragraph>{w.registered}</Paragraph>
          <p>
            <a className="utrecht-link utrecht-link--html-a" href={documentPath(request, published)}>
              {w.view}
            </a>
          </p>
        </>
      )}
      {report.state === 'draft' && !moves.includes('agree') && <Paragraph>{w.agreeWaits}</Paragraph>}
      {moves.includes('agree') && <Act action="agree" label={w.move.agree} />}
      {moves.includes('send') && (
        <div>
          <Act action="send" label={w.move.send} primary />
          <p className="schakel-hint">{w.sendHint}</p>
        </div>
      )}
      {mayRegister && (
        <div>
          <Act action="register" label={w.register} primary />
          <p className="schakel-hint">{w.registerHint}</p>
        </div>
      )}
      {moves.includes('return') && (
        <ReturnField label={w.reason} button={w.move.return} error={error} reason={reason} />
      )}
      {(undo || moves.includes('drop')) && (
        <Actions>
          {undo && <Act action="undo" label={w.undo(w.step[undo])} />}
          {moves.includes('drop') && <Act action="drop" label={w.move.drop} />}
        </Actions>
      )}
    </Card>
  )
}
