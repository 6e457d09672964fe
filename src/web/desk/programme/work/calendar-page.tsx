import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type CalendarEntry,
  type CalendarMonth,
  calendarOf,
  loadTree,
  type MeetingDay,
  meetingsOf,
  type ProgrammeTree,
  programmeReader,
} from '../../../../programme/index.ts'
import { capitalise, dateOf, formatDate } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { icalOf } from '../../../public/feeds/ical.ts'
import { attachment } from '../../original-file.ts'
import { programmeScreen } from '../frame.tsx'
import { actionPath, milestonePath, programmeIn, programmePath, steeringPath } from '../paths.ts'
import { agendaPath } from './paths.ts'

type View = { tree: ProgrammeTree; meetings: MeetingDay[] }

const find = (request: DeskRequest): Promise<View> =>
  request.transact(async (ctx) => {
    const tree = await loadTree(programmeReader(ctx), {
      municipality: request.municipality.slug,
      slug: programmeIn(request),
    })
    return { tree, meetings: await meetingsOf(ctx, tree.id) }
  })

/** Every day of a programme, month by month: what comes, and behind a line what was. */
export async function calendarPage(request: DeskRequest): Promise<Answer> {
  const { tree, meetings } = await find(request)
  const w = request.words.programmeWork.calendar
  const today = dateOf(request.now)
  const months = calendarOf(tree, meetings, today)
  const split = (ahead: boolean) =>
    months
      .map(({ month, entries }) => ({ month, entries: entries.filter((one) => one.on >= today === ahead) }))
      .filter(({ entries }) => entries.length > 0)
  const [past, coming] = [split(false), split(true)]
  const late = past.flatMap(({ entries }) => entries).filter(isLateEntry)
  return programmeScreen(request, tree, {
    tab: 'calendar',
    title: w.title,
    heading: w.title,
    body: (
      <>
        <p className="schakel-soft">{w.lead}</p>
        <p className="schakel-no-print">
          <Link href={agendaPath(request, tree.slug)}>{w.download}</Link>
        </p>
        {late.length > 0 && (
          <section aria-labelledby="te-laat" className="schakel-stack schakel-stack--s">
            <Heading2 id="te-laat">{capitalise(w.late)}</Heading2>
            <Entries request={request} tree={tree} entries={late} />
          </section>
        )}
        <section aria-labelledby="vanaf-nu" className="schakel-stack schakel-stack--m">
          <Heading2 id="vanaf-nu">{w.ahead}</Heading2>
          {coming.length === 0 && <Paragraph>{w.noneAhead}</Paragraph>}
          <Months request={request} tree={tree} months={coming} />
        </section>
        {past.length > 0 && (
          <details className="schakel-programme-more">
            <summary>{w.past}</summary>
            <Months request={request} tree={tree} months={past} />
          </details>
        )}
      </>
    ),
  })
}

const isLateEntry = (one: CalendarEntry) => 'late' in one && one.late

type MonthsProps = { request: DeskRequest; tree: ProgrammeTree; months: readonly CalendarMonth[] }
function Months({ request, tree, months }: MonthsProps) {
  return months.map(({ month, entries }) => (
    <section key={month} aria-labelledby={`maand-${month}-${entries[0]?.on}`} className="schakel-calendar">
      <h3 id={`maand-${month}-${entries[0]?.on}`}>
        {capitalise(formatDate(`${month}-01`, request.language).replace(/^1 /, ''))}
      </h3>
      <Entries request={request} tree={tree} entries={entries} />
    </section>
  ))
}

function Entries({
  request,
  tree,
  entries,
}: {
  request: DeskRequest
  tree: ProgrammeTree
  entries: readonly CalendarEntry[]
}) {
  const { language } = request
  const w = request.words.programmeWork.calendar
  const days = [...new Set(entries.map(({ on }) => on))]
  return (
    <ul className="schakel-calendar__days">
      {days.map((on) => (
        <li key={on}>
          <time dateTime={on}>{formatDate(on, language)}</time>
          <ul className="schakel-calendar__lines">
            {entries
              .filter((entry) => entry.on === on)
              .map((entry) => {
                const { text, href, more } = lineOf(request, tree, entry)
                return (
                  <li key={text}>
                    <Link href={href}>{text}</Link> {isLateEntry(entry) && <Chip tone="late">{w.late}</Chip>}
                    {entry.kind === 'milestone' && entry.milestone.state === 'reached' && (
                      <Chip tone="done">{w.reached}</Chip>
                    )}
                    {more && <small>{more}</small>}
                  </li>
                )
              })}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function lineOf(
  request: DeskRequest,
  tree: ProgrammeTree,
  entry: CalendarEntry,
): { text: string; href: string; more: string | null } {
  const w = request.words.programmeWork.calendar
  switch (entry.kind) {
    case 'milestone':
      return {
        text: w.milestone(entry.milestone.title),
        href: milestonePath(request, tree.slug, entry.milestone.id),
        more: w.of(entry.action),
      }
    case 'starts':
    case 'ends':
      return {
        text: w[entry.kind](entry.action),
        href: actionPath(request, tree.slug, entry.action.id),
        more: null,
      }
    case 'meeting':
      return {
        text: w.meeting(entry.meeting.name),
        href: steeringPath(request, tree.slug, entry.meeting.id),
        more: null,
      }
    default:
      return {
        text: entry.kind === 'programme-starts' ? w.programmeStarts : w.programmeEnds,
        href: programmePath(request, tree.slug),
        more: null,
      }
  }
}

/** The same days for a calendar of one's own (iCalendar). */
export async function agendaDownload(request: DeskRequest): Promise<Answer> {
  const { tree, meetings } = await find(request)
  const { municipality, origin, language, now } = request
  const w = request.words.programmeWork.calendar
  const events = calendarOf(tree, meetings, dateOf(now)).flatMap(({ entries }) =>
    entries.map((entry) => {
      const { text, href, more } = lineOf(request, tree, entry)
      return {
        uid: `${keyOf(entry)}.${tree.slug}.${municipality.slug}@${new URL(origin).hostname}`,
        on: entry.on,
        summary: text,
        description: more ?? tree.title,
        url: `${origin}${href}`,
        cancelled: false,
        sequence: 0,
        changed: now,
      }
    }),
  )
  const text = icalOf({ language, name: w.file(tree.title), description: w.lead, events })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': attachment(`${tree.slug}.ics`),
      'cache-control': 'private, no-store',
    },
  })
}

const keyOf = (entry: CalendarEntry): string =>
  entry.kind === 'milestone'
    ? `milestone-${entry.milestone.id}`
    : entry.kind === 'meeting'
      ? `meeting-${entry.meeting.id}`
      : entry.kind === 'starts' || entry.kind === 'ends'
        ? `${entry.kind}-${entry.action.id}`
        : entry.kind
