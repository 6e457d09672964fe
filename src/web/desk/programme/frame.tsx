import { Heading1, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { ProgrammeState, ProgrammeTree } from '../../../programme/index.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { Columns, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Crumb, DeskRequest, MunicipalityRequest, Screen } from '../../page.ts'
import { boardPath, calendarPath, indicatorPath, programmePath, reportPath, steeringPath } from './paths.ts'

/** The tabs of a programme at the desk, in order. */
const tabs = {
  plan: programmePath,
  board: boardPath,
  calendar: calendarPath,
  figures: indicatorPath,
  steering: steeringPath,
  reports: reportPath,
} as const
export type ProgrammeTab = keyof typeof tabs
/** What the frame needs to know of a programme. */
export type ProgrammeHead = Pick<ProgrammeTree, 'slug' | 'title' | 'state' | 'startsOn' | 'endsOn'>

export const programmeTones: Record<ProgrammeState, Tone> = {
  draft: 'wait',
  adopted: 'open',
  succeeded: 'none',
  ended: 'none',
  dropped: 'none',
}

type Frame = {
  tab: ProgrammeTab
  /** The `<h1>`; the programme's own title when not given. */
  heading?: ReactNode
  /** For the window; the programme's title when not given. */
  title?: string
  /** Something is wrong with what was sent: said in the title of the window. */
  wrong?: boolean
  status?: Screen['status']
  /** Pages between the programme and this one. */
  crumbs?: readonly Crumb[]
  /** On the page of one thing (an action), the tabs would lead away from what one is at. */
  tabless?: boolean
  aside?: ReactNode
  body: ReactNode
  islands?: readonly string[]
}

/** A page of one programme: the way here, its name and state, its tabs, its heading, and the body. */
export function programmeScreen(request: DeskRequest, head: ProgrammeHead, frame: Frame): Screen {
  const { words, language, municipality } = request
  const title = frame.title ? `${frame.title} · ${head.title}` : head.title
  const crumbs: Crumb[] = [{ label: words.programme.nav, path: `/${municipality.slug}/bureau/programma` }]
  if (frame.heading !== undefined)
    crumbs.push({
      label: <Original language={language}>{head.title}</Original>,
      path: `/${municipality.slug}/bureau/programma/${head.slug}`,
    })
  const body = frame.aside ? <Columns aside={frame.aside}>{frame.body}</Columns> : frame.body
  return {
    title: frame.wrong ? `${words.programme.errorPrefix}: ${title}` : title,
    nav: 'programme',
    crumbs: [...crumbs, ...(frame.crumbs ?? [])],
    ...(frame.status ? { status: frame.status } : {}),
    ...(frame.islands ? { islands: frame.islands } : {}),
    body: (
      <Stack size="l">
        <Stack>
          <p className="schakel-over schakel-programme-over">
            <Chip tone={programmeTones[head.state]}>{words.programme.state[head.state]}</Chip>
            <span>{words.programme.years(head.startsOn, head.endsOn)}</span>
          </p>
          <Heading1>{frame.heading ?? <Original language={language}>{head.title}</Original>}</Heading1>
          {!frame.tabless && <ProgrammeTabs request={request} programme={head.slug} current={frame.tab} />}
        </Stack>
        {body}
      </Stack>
    ),
  }
}

function ProgrammeTabs({
  request,
  programme,
  current,
}: {
  request: MunicipalityRequest
  programme: string
  current: ProgrammeTab
}) {
  const { words } = request
  return (
    <nav aria-label={words.programme.tabsLabel}>
      <ul className="schakel-tabs">
        {(Object.keys(tabs) as ProgrammeTab[]).map((tab) => (
          <li key={tab}>
            <Link
              href={tabs[tab](request, programme)}
              {...(tab === current ? { 'aria-current': 'page' as const } : {})}
            >
              {words.programme.tabs[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
