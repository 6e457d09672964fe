import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { Ctx } from '../../../../ctx.ts'
import {
  type Action,
  ownersOf,
  type Week,
  type WeekGroup,
  type WeekRow,
  weekOf,
} from '../../../../programme/index.ts'
import { capitalise, dateOf } from '../../../../words/format.ts'
import { Actions, OverLine, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { dayHeading } from '../../today/day-notices.tsx'
import { actionPath, boardPath, milestonePath } from '../paths.ts'
import { milestoneFormPath, newMilestonePath, tellPath, weekPath } from './paths.ts'
import { worksOf } from './tell-page.tsx'

export type WeekView = {
  week: Week
  carriers: ReadonlyMap<number, string>
  mine: ReadonlySet<number>
}

export async function findWeek(ctx: Ctx, request: DeskRequest): Promise<WeekView> {
  const works = await worksOf(ctx, request)
  const carriers = new Map<number, string>()
  for (const { tree } of works) {
    for (const [action, { name }] of await ownersOf(ctx, tree.id)) carriers.set(action, name)
  }
  return {
    week: weekOf(works, dateOf(request.now)),
    carriers,
    mine: new Set(works.flatMap(({ mine }) => [...mine])),
  }
}

/** "Mijn week": what one's own actions ask this week, each with its next step. */
export async function weekPage(request: DeskRequest): Promise<Answer> {
  const view = await request.transact((ctx) => findWeek(ctx, request))
  const w = request.words.programmeWork.week
  const { groups, rest } = view.week
  const all = Object.values(groups).flat().length
  return {
    title: w.title,
    nav: 'programme',
    body: (
      <Stack size="l">
        <Stack size="s">
          <OverLine items={[dayHeading(request)]} />
          <Heading1>{w.title}</Heading1>
          <p className="schakel-soft">{view.mine.size > 0 ? w.lead(all) : w.none}</p>
        </Stack>
        <Actions>
          <a
            className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
            href={tellPath(request)}
          >
            {w.tell}
          </a>
        </Actions>
        {(Object.keys(groups) as WeekGroup[]).map((group) => (
          <WeekRows
            key={group}
            request={request}
            title={w.groups[group]}
            id={`groep-${group}`}
            rows={groups[group]}
            view={view}
          />
        ))}
        {rest.length > 0 && (
          <section className="schakel-work" aria-labelledby="groep-rest">
            <Heading2 id="groep-rest">{w.rest}</Heading2>
            <ul>
              {rest.map(({ programme, action }) => (
                <li key={action.id} className="schakel-work__row">
                  <span className="schakel-work__when" />
                  <span className="schakel-work__what">
                    <ActionLink request={request} programme={programme.slug} action={action} />
                    <small>{lastTold(request, action)}</small>
                  </span>
                  <Step
                    request={request}
                    href={tellPath(request, action.id)}
                    next="report"
                    about={action.title}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    ),
  }
}

/** What is late or due this week, for the first page of whoever carries actions; nothing when there is nothing. */
export function WeekBrief({ request, view }: { request: DeskRequest; view: WeekView }) {
  const w = request.words.programmeWork.week
  const rows = [...view.week.groups.now, ...view.week.groups.week]
  if (view.mine.size === 0) return null
  return (
    <section className="schakel-stack schakel-stack--m" aria-labelledby="programma-week">
      {rows.length > 0 ? (
        <WeekRows request={request} title={w.brief} id="programma-week" rows={rows} view={view} />
      ) : (
        <>
          <Heading2 id="programma-week">{w.brief}</Heading2>
          <Paragraph>{w.lead(0)}</Paragraph>
        </>
      )}
      <p>
        <Link href={weekPath(request)}>{w.all}</Link>
      </p>
    </section>
  )
}

type Rows = {
  request: DeskRequest
  title: string
  id: string
  rows: readonly WeekRow[]
  view: WeekView
}
function WeekRows({ request, title, id, rows, view }: Rows) {
  if (rows.length === 0) return null
  return (
    <div className="schakel-work">
      <Heading2 id={id}>{title}</Heading2>
      <ul aria-labelledby={id}>
        {rows.map((row) => (
          <li
            key={`${row.kind} ${row.action.id} ${row.milestone?.id ?? ''} ${row.other?.id ?? ''} ${row.risk ?? ''}`}
            className="schakel-work__row"
          >
            <When request={request} row={row} />
            <What request={request} row={row} view={view} />
            <NextStep request={request} row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const aboutDay: readonly WeekRow['kind'][] = [
  'milestone-late',
  'past-end',
  'not-started',
  'milestone-due',
  'starts',
  'ends',
]

function When({ request, row: { on, kind } }: { request: DeskRequest; row: WeekRow }) {
  const today = dateOf(request.now)
  if (on === null || !aboutDay.includes(kind)) return <span className="schakel-work__when" />
  const late = on < today
  return (
    <span className={`schakel-work__when${late ? ' schakel-work__when--late' : ''}`}>
      {late ? request.words.programmeWork.week.late(on, today) : request.words.programme.date(on)}
    </span>
  )
}

function What({ request, row, view }: { request: DeskRequest; row: WeekRow; view: WeekView }) {
  const { words, language } = request
  const w = words.programmeWork.week
  const { action, programme, milestone, other, risk } = row
  return (
    <span className="schakel-work__what">
      {milestone ? (
        <Link href={milestonePath(request, programme.slug, milestone.id)}>
          <Original language={language}>{milestone.title}</Original>
        </Link>
      ) : (
        <ActionLink request={request} programme={programme.slug} action={action} />
      )}
      <small>
        {w.because[row.kind]}
        {other && (
          <>
            {' '}
            {view.mine.has(other.id) ? w.yours(other) : w.other(other, view.carriers.get(other.id) ?? null)}
          </>
        )}
        {risk && (
          <>
            {': '}
            <Original language={language}>{risk}</Original>
          </>
        )}
      </small>
      {milestone && (
        <small>
          <ActionLink request={request} programme={programme.slug} action={action} />
        </small>
      )}
      {row.kind === 'no-report' && <small>{lastTold(request, action)}</small>}
    </span>
  )
}

function ActionLink({
  request,
  programme,
  action,
}: {
  request: DeskRequest
  programme: string
  action: Action
}) {
  return (
    <Link href={actionPath(request, programme, action.id)}>
      <Original language={request.language}>{`${action.number} ${action.title}`}</Original>
    </Link>
  )
}

function lastTold({ words }: DeskRequest, { reports }: Action): string {
  const w = words.programmeWork.week
  return reports[0] ? w.lastTold(reports[0].on) : w.neverTold
}

/** The next step: taken in the row where nothing has to be filled in, else the way to its form. */
function NextStep({ request, row }: { request: DeskRequest; row: WeekRow }) {
  const { action, programme, milestone, next } = row
  const w = request.words.programmeWork.week
  if (next === 'start') {
    return (
      <form method="post" action={boardPath(request, programme.slug)}>
        <input type="hidden" name="action" value={action.id} />
        <input type="hidden" name="version" value={action.version} />
        <input type="hidden" name="move" value="start" />
        <input type="hidden" name="terug" value="week" />
        <button
          type="submit"
          className="utrecht-button utrecht-button--secondary-action schakel-slim"
          aria-label={`${w.next.start}: ${action.title}`}
        >
          {w.next.start}
        </button>
      </form>
    )
  }
  const href = {
    reach: () => milestoneFormPath(request, programme.slug, milestone?.id ?? 0, 'gehaald'),
    report: () => tellPath(request, action.id),
    plan: () => newMilestonePath(request, programme.slug, action.id),
    finish: () => actionPath(request, programme.slug, action.id),
    look: () => actionPath(request, programme.slug, action.id),
  }[next]()
  return <Step request={request} href={href} next={next} about={milestone?.title ?? action.title} />
}

function Step({
  request,
  href,
  next,
  about,
}: {
  request: DeskRequest
  href: string
  next: WeekRow['next']
  about: string
}) {
  const label = request.words.programmeWork.week.next[next]
  return (
    <a
      className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
      href={href}
      aria-label={`${label}${label.endsWith('?') ? '' : ':'} ${capitalise(about)}`}
    >
      {label}
    </a>
  )
}
