import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReportPaper } from '../../../council/index.ts'
import type { Decision } from '../../../programme/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref, programmeActionHref, programmeHref } from '../addresses.ts'
import type { ProgrammeView } from './load.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }
/** Decisions that stand open; the rest is behind a line. */
const newest = 6

/** What the steering group decided, the newest first. */
export function DecisionsPart({
  request,
  view,
  decisions,
  title,
  ofOne = false,
}: Props & {
  decisions: readonly Decision[]
  title: string /** All of one action, on its own page. */
  ofOne?: boolean
}) {
  if (decisions.length === 0) return null
  const ordered = [...decisions].sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)
  const [recent, older] = [ordered.slice(0, newest), ordered.slice(newest)]
  return (
    <Part id="besluiten" title={title}>
      <DecisionList request={request} view={view} decisions={recent} ofOne={ofOne} />
      {older.length > 0 && (
        <details className="schakel-details">
          <summary>{request.words.programmePublic.decisions.more(ordered.length)}</summary>
          <div>
            <DecisionList request={request} view={view} decisions={older} ofOne={ofOne} />
          </div>
        </details>
      )}
    </Part>
  )
}

function DecisionList({
  request,
  view,
  decisions,
  ofOne,
}: Props & { decisions: readonly Decision[]; ofOne: boolean }) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree } = view
  return (
    <ol className="schakel-said">
      {decisions.map((one) => {
        const action = tree.actions.find(({ id }) => id === one.action)
        const milestone = action?.milestones.find(({ id }) => id === one.milestone)
        return (
          <li key={one.id}>
            <time dateTime={one.on}>{formatDate(one.on, language)}</time>
            <p>
              <Original language={language}>{one.text}</Original>
            </p>
            {action && !ofOne && (
              <p className="schakel-small schakel-soft">
                <Link href={programmeActionHref(request, tree.slug, action.id)}>
                  <Original language={language}>{w.action(action.number, action.title)}</Original>
                </Link>
              </p>
            )}
            {milestone && milestone.title !== one.text && (
              <p className="schakel-small schakel-soft">
                <Original language={language}>
                  {w.decisions.became(milestone.title, milestone.dueOn)}
                </Original>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Every version that was adopted, the newest first, with the document of its decision. */
export function EditionsPart({ request, view }: Props) {
  const { words, language } = request
  const w = words.programmePublic.editions
  const { tree, papers } = view
  if (tree.editions.length === 0) return null
  return (
    <Part id="versies" title={w.title}>
      <ol className="schakel-said">
        {tree.editions.toReversed().map(({ number, decidedOn, body, kind, document, reason }) => {
          const paper = document === null ? undefined : papers.documents.get(document)
          return (
            <li key={number}>
              <p>
                <Link href={`${programmeHref(request, tree.slug)}/versies/${number}`}>
                  {w.one(number, decidedOn, words.programme.body[body], kind)}
                </Link>
              </p>
              {reason && (
                <p>
                  <Original language={language}>{reason}</Original>
                </p>
              )}
              {paper && (
                <Paragraph className="schakel-small">
                  {w.document}{' '}
                  <Link href={documentHref(request, paper)}>
                    <Original language={language}>{paper.title}</Original>
                  </Link>
                </Paragraph>
              )}
            </li>
          )
        })}
      </ol>
    </Part>
  )
}

/** Reports to the council that can be read, the newest period first. */
export function ReportPapersPart({
  request,
  reports,
}: {
  request: MunicipalityRequest
  reports: readonly ReportPaper[]
}) {
  const { words, language } = request
  const w = words.programmePublic.papers
  if (reports.length === 0) return null
  return (
    <Part id="verslagen" title={w.title}>
      <ol className="schakel-said">
        {reports.map(({ report, kind, from, to, sentOn, paper }) => (
          <li key={report}>
            <p>
              <Link href={documentHref(request, paper)}>
                <Original language={language}>{paper.title}</Original>
              </Link>
            </p>
            <p className="schakel-small schakel-soft">{w.one(kind, from, to, sentOn)}</p>
          </li>
        ))}
      </ol>
    </Part>
  )
}
