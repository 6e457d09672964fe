import { Heading3, Link } from '@utrecht/component-library-react'
import type { Action, AttachmentRef, ProgrammeTree, Report } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { attachmentPath, destroyFilePath, takeBackReportPath } from './paths.ts'

type Of = { request: DeskRequest; tree: ProgrammeTree; action: Action }

/** Files that came with a report; destroying one asks first, without scripts. */
export function ReportFiles({ request, tree, action, files }: Of & { files: readonly AttachmentRef[] }) {
  const w = request.words.programmeWork.report
  return files.map(({ id, fileName, destroyed, mayDestroy }) =>
    destroyed ? (
      <p key={id} className="schakel-small schakel-soft">
        {w.destroyed(fileName, destroyed.on, destroyed.by)}
      </p>
    ) : (
      <div key={id} className="schakel-small">
        <Link href={attachmentPath(request, tree.slug, id)}>{w.file(fileName)}</Link> {`(${w.deskOnly})`}
        {mayDestroy && (
          <details className="schakel-programme-ask">
            <summary aria-label={w.destroyOf(fileName)}>{w.destroy}</summary>
            <form method="post" action={destroyFilePath(request, tree.slug, action.id)}>
              <input type="hidden" name="attachment" value={id} />
              <p>{w.destroyAsk}</p>
              <Press>{w.destroyButton}</Press>
            </form>
          </details>
        )}
      </div>
    ),
  )
}

/** Files of reports that were taken back: still there for the desk until somebody destroys them. Nothing when there are none. */
export function LooseFiles({ attachments, ...of }: Of & { attachments: readonly AttachmentRef[] }) {
  const reports = new Set(of.action.reports.map(({ history }) => history))
  const loose = attachments.filter(({ history }) => !reports.has(history))
  if (loose.length === 0) return null
  return (
    <>
      <Heading3>{of.request.words.programmeWork.report.loose}</Heading3>
      <ReportFiles {...of} files={loose} />
    </>
  )
}

/** Taking back a report; where it has files that may be destroyed, it asks what is to become of them. */
export function TakeBackReport({
  request,
  tree,
  action,
  report,
  files,
}: Of & { report: Report; files: readonly AttachmentRef[] }) {
  const w = request.words.programmeWork.report
  const there = files.filter(({ destroyed, mayDestroy }) => destroyed === null && mayDestroy).length
  const path = takeBackReportPath(request, tree.slug, action.id)
  const history = <input type="hidden" name="history" value={report.history} />
  if (there === 0)
    return (
      <form method="post" action={path}>
        {history}
        <button
          type="submit"
          className="schakel-link-button schakel-quiet"
          aria-label={w.takeBackOf(report.text)}
        >
          {w.takeBack}
        </button>
      </form>
    )
  return (
    <details className="schakel-programme-ask">
      <summary aria-label={w.takeBackOf(report.text)}>{w.takeBack}</summary>
      <form method="post" action={path}>
        {history}
        <p>{w.askFiles(there)}</p>
        <div className="schakel-actions">
          <Press value="bewaren">{w.backAndKeep(there)}</Press>
          <Press value="vernietigen">{w.backAndDestroy(there)}</Press>
        </div>
      </form>
    </details>
  )
}

function Press({ value, children }: { value?: string; children: string }) {
  return (
    <button
      type="submit"
      {...(value && { name: 'files', value })}
      className="utrecht-button utrecht-button--secondary-action schakel-slim"
    >
      {children}
    </button>
  )
}
