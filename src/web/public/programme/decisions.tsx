import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReportPaper } from '../../../council/index.ts'
import type { Decision } from '../../../programme/index.ts'
import { formatDate } from '../../../words/format.ts'
import { dutch, Original, Said } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref, programmeActionHref, programmeHref } from '../addresses.ts'
import { Fold } from './fold.tsx'
import type { ProgrammeView } from './load.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }
/** Decisions that stand open; the rest is behind a line. */
const newest = 6

const newestFirst = (decisions: readonly Decision[]) =>
  [...decisions].sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)

/** What the steering group decided, the newest first. */
export function DecisionsFold({ request, view, open }: Props & { open: boolean }) {
  const { language, words } = request
  const w = words.programmePublic.decisions
  const ordered = newestFirst(view.tree.decisions)
  const [last] = ordered
  if (!last) return null
  return (
    <Fold
      id="besluiten"
      title={w.title}
      says={w.says(ordered.length, formatDate(last.on, language))}
      open={open}
    >
      <DecisionList request={request} view={view} decisions={ordered} ofOne={false} />
    </Fold>
  )
}

/** Of one action, on its own page. */
export function DecisionsPart({ request, view, decisions }: Props & { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null
  const ordered = newestFirst(decisions)
  const [recent, older] = [ordered.slice(0, newest), ordered.slice(newest)]
  const w = request.words.programmePublic
  return (
    <Part id="besluiten" title={w.one.decisions}>
      <DecisionList request={request} view={view} decisions={recent} ofOne />
      {older.length > 0 && (
        <details className="schakel-details">
          <summary>{w.decisions.more(ordered.length)}</summary>
          <div>
            <DecisionList request={request} view={view} decisions={older} ofOne />
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
                  <Said language={language}>{w.action(action.number, dutch(action.title))}</Said>
                </Link>
              </p>
            )}
            {milestone && milestone.title !== one.text && (
              <p className="schakel-small schakel-soft">
                <Said language={language}>{w.decisions.became(dutch(milestone.title), milestone.dueOn)}</Said>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Every version that was adopted, the newest first, with the document of its decision. */
export function EditionsFold({ request, view, open }: Props & { open: boolean }) {
  const { words, language } = request
  const w = words.programmePublic.editions
  const { tree, papers } = view
  const newestOne = tree.editions.at(-1)
  if (!newestOne) return null
  return (
    <Fold
      id="versies"
      title={w.title}
      says={w.says(newestOne.number, newestOne.decidedOn, newestOne.kind)}
      open={open}
    >
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
    </Fold>
  )
}

/** Reports to the council that can be read, the newest period first. */
export function ReportPapersFold({
  request,
  reports,
  open,
}: {
  request: MunicipalityRequest
  reports: readonly ReportPaper[]
  open: boolean
}) {
  const { words, language } = request
  const w = words.programmePublic.papers
  if (reports.length === 0) return null
  return (
    <Fold
      id="verslagen"
      title={w.title}
      says={w.says(
        reports.length,
        reports
          .map(({ sentOn }) => sentOn)
          .toSorted()
          .at(-1)!,
      )}
      open={open}
    >
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
    </Fold>
  )
}
