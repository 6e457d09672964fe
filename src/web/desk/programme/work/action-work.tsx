import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { Ctx } from '../../../../ctx.ts'
import {
  type Action,
  type AttachmentRef,
  attachmentsOf,
  goesOn,
  type ProgrammeTree,
  type Report,
  workable,
} from '../../../../programme/index.ts'
import { dateOf, formatDate } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import { milestonePath, steeringPath } from '../paths.ts'
import { EvidenceList, type EvidenceNames, evidenceNames } from './evidence-list.tsx'
import { whoOf } from './history-line.tsx'
import { milestoneTone, milestoneWhen, milestoneWord } from './milestone-screen.tsx'
import { milestoneFormPath, newMilestonePath, tellPath } from './paths.ts'
import { LooseFiles, ReportFiles, TakeBackReport } from './report-files.tsx'

export type ActionWorkView = {
  tree: ProgrammeTree
  action: Action
  attachments: AttachmentRef[]
  names: EvidenceNames
}

/** What `ActionWork` shows of an action. */
export async function loadActionWork(
  ctx: Ctx,
  { tree, action }: { tree: ProgrammeTree; action: Action },
): Promise<ActionWorkView> {
  const evidence = [...action.milestones, ...action.reports].flatMap((one) => one.evidence)
  return {
    tree,
    action,
    attachments: await attachmentsOf(ctx, { action: action.id }),
    names: await evidenceNames(ctx, tree, evidence),
  }
}

/** Reports that stand open at once; the rest is behind a line. */
const newest = 5

/** The work on an action, for its page at the desk: its milestones, what was reported, and what the steering group decided. */
export function ActionWork({ request, view }: { request: DeskRequest; view: ActionWorkView }) {
  const { tree, action } = view
  const w = request.words.programmeWork
  const works = workable.includes(tree.state)
  const decisions = tree.decisions.filter((one) => one.action === action.id)
  const [recent, older] = [action.reports.slice(0, newest), action.reports.slice(newest)]
  return (
    <>
      <section aria-labelledby="mijlpalen" className="schakel-work">
        <Heading2 id="mijlpalen">{w.milestone.title}</Heading2>
        {action.milestones.length === 0 && <p>{w.milestone.none}</p>}
        <Milestones request={request} view={view} />
        {works && goesOn(action) && (
          <p>
            <Way href={newMilestonePath(request, tree.slug, action.id)}>{w.milestone.add}</Way>
          </p>
        )}
      </section>
      <section aria-labelledby="meldingen" className="schakel-stack schakel-stack--m">
        <Heading2 id="meldingen">{w.report.title}</Heading2>
        {works && (
          <p>
            <Way href={tellPath(request, action.id)}>{w.tell.title}</Way>
          </p>
        )}
        {action.reports.length === 0 && <Paragraph>{w.report.none}</Paragraph>}
        <Reports request={request} view={view} reports={recent} works={works} />
        {older.length > 0 && (
          <details className="schakel-programme-more">
            <summary>{w.report.all(action.reports.length)}</summary>
            <Reports request={request} view={view} reports={older} works={works} />
          </details>
        )}
        <LooseFiles request={request} tree={tree} action={action} attachments={view.attachments} />
      </section>
      <section aria-labelledby="besluiten" className="schakel-stack schakel-stack--m">
        <Heading2 id="besluiten">{w.decisions.title}</Heading2>
        {decisions.length === 0 && <Paragraph>{w.decisions.none}</Paragraph>}
        <ul className="schakel-programme-lines">
          {decisions.map((one) => (
            <li key={one.id}>
              <Link href={steeringPath(request, tree.slug, one.meeting)}>
                {formatDate(one.on, request.language)}
              </Link>{' '}
              <Original language={request.language}>{one.text}</Original>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The way to a form, as a button that is not the first of its page. */
function Way({ href, children }: { href: string; children: string }) {
  return (
    <a
      className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
      href={href}
    >
      {children}
    </a>
  )
}

function Milestones({
  request,
  view: { tree, action, names },
}: {
  request: DeskRequest
  view: ActionWorkView
}) {
  const { words, language } = request
  const w = words.programmeWork.milestone
  const today = dateOf(request.now)
  const works = workable.includes(tree.state)
  if (action.milestones.length === 0) return null
  return (
    <ul>
      {action.milestones.map((one) => (
        <li key={one.id} id={`m${one.id}`} className="schakel-work__row">
          <span className="schakel-work__when">
            <Chip tone={milestoneTone(one, today)}>{milestoneWord(request, one, today)}</Chip>
          </span>
          <span className="schakel-work__what">
            <Link href={milestonePath(request, tree.slug, one.id)}>
              <Original language={language}>{one.title}</Original>
            </Link>
            <small>
              {milestoneWhen(request, one, today)}
              {one.firstDueOn && `. ${w.first(one.firstDueOn)}`}
            </small>
            <EvidenceList request={request} evidence={one.evidence} names={names} />
          </span>
          {works && one.state === 'open' ? (
            <a
              className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
              href={milestoneFormPath(request, tree.slug, one.id, 'gehaald')}
              aria-label={`${words.programmeWork.week.next.reach} ${one.title}`}
            >
              {words.programmeWork.week.next.reach}
            </a>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  )
}

type ReportsProps = { request: DeskRequest; view: ActionWorkView; reports: readonly Report[]; works: boolean }
function Reports({ request, view, reports, works }: ReportsProps) {
  const { language } = request
  const { tree, action, attachments, names } = view
  const filesOf = (report: Report) => attachments.filter(({ history }) => history === report.history)
  return (
    <ol className="schakel-programme-lines">
      {reports.map((one) => (
        <li key={one.history} id={`v${one.history}`}>
          <p>
            <strong>{formatDate(one.on, language)}</strong>{' '}
            <Original language={language}>{one.text}</Original>{' '}
            <small className="schakel-soft">{whoOf(request, one)}</small>
          </p>
          <EvidenceList request={request} evidence={one.evidence} names={names} />
          <ReportFiles request={request} tree={tree} action={action} files={filesOf(one)} />
          {works && (
            <TakeBackReport request={request} tree={tree} action={action} report={one} files={filesOf(one)} />
          )}
        </li>
      ))}
    </ol>
  )
}
