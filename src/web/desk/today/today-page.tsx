import {
  Button,
  Heading1,
  Heading2,
  Link,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type AttentionList,
  attention,
  attentionReasons,
  type DeskPeople,
  documentsWaiting,
  peopleAtDesk,
} from '../../../council/index.ts'
import { dateOf, formatNumber } from '../../../words/format.ts'
import { Columns, OverLine, Stack } from '../../components/layout.tsx'
import { Pagination } from '../../components/pagination.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { homePath, inboxPath } from '../desk-paths.ts'
import { type DayQuery, perPage, readDayQuery, writeDayQuery } from './day.ts'
import { dayHeading, doneNotice } from './day-notices.tsx'
import { DayRows } from './day-rows.tsx'

export type Today = {
  query: DayQuery
  list: AttentionList
  waiting: number
  college: DeskPeople['college']
}

/** "Vandaag": what wants the clerk's attention, most urgent first, with the next step in the row. */
export async function todayPage(request: DeskRequest): Promise<Answer> {
  return todayScreen(request, await findToday(request))
}

export function findToday(request: DeskRequest): Promise<Today> {
  const query = readDayQuery(request.query)
  return request.transact(async (ctx) => ({
    query,
    waiting: await documentsWaiting(ctx),
    college: (await peopleAtDesk(ctx)).college,
    list: await attention(ctx, {
      today: dateOf(request.now),
      limit: perPage,
      offset: (query.page - 1) * perPage,
      ...(query.reason && { reason: query.reason }),
      ...(query.holder && { portfolioHolder: query.holder }),
    }),
  }))
}

/** @param changed a step was not taken, because somebody else was first */
export function todayScreen(request: DeskRequest, found: Today, changed = false): Screen {
  const { words } = request
  const w = words.today
  const { list, query } = found
  const everything = Object.values(list.counts).reduce((sum, n) => sum + n, 0)
  const title = words.shell.deskNav.home.clerk
  const pages = Math.ceil(list.total / perPage)
  const back = writeDayQuery(query)
  return {
    title,
    nav: 'desk',
    ...(changed && { status: 409 as const }),
    body: (
      <Columns aside={everything > 0 || query.holder ? filters(request, found, everything) : null}>
        <Stack>
          <Stack size="s">
            <OverLine items={[dayHeading(request)]} />
            <Heading1>{title}</Heading1>
            <p className="schakel-soft">{w.wants(everything)}</p>
          </Stack>
          {changed && (
            <p className="schakel-attention" role="status">
              {w.changed}
            </p>
          )}
          {doneNotice(request, back)}
          {everything > perPage && (
            <p className="schakel-to-filters">
              <Link href="#tonen">{w.filter.choose}</Link>
            </p>
          )}
          {found.waiting > 0 && (
            <p className="schakel-post-line">
              {w.post(found.waiting)} <Link href={inboxPath(request)}>{w.toPost}</Link>
            </p>
          )}
        </Stack>
        {list.items.length === 0 ? (
          <Paragraph>{everything === 0 && !query.holder ? w.empty : w.emptyFilter}</Paragraph>
        ) : (
          <DayRows request={request} items={list.items} back={back} />
        )}
        <Pagination request={request} page={query.page} pages={pages} />
      </Columns>
    ),
  }
}

/** Counts per reason as links, and the members of the college. */
function filters(request: DeskRequest, { list, query, college }: Today, everything: number): ReactNode {
  const w = request.words.today
  const at = (change: Partial<DayQuery>) =>
    homePath(request) + writeDayQuery({ ...query, page: 1, ...change })
  const reasons = attentionReasons.filter((reason) => (list.counts[reason] ?? 0) > 0)
  const row = (key: string, href: string, label: string, count: number, current: boolean) => (
    <li key={key}>
      <Link href={href} aria-current={current ? 'true' : undefined}>
        {label}
      </Link>
      <span className="schakel-counts__number">{formatNumber(count, request.language)}</span>
    </li>
  )
  return (
    <>
      <nav className="schakel-card schakel-stack schakel-stack--s" aria-labelledby="tonen">
        <Heading2 id="tonen">{w.filter.title}</Heading2>
        <ul className="schakel-counts">
          {row('all', at({ reason: null }), w.filter.all, everything, query.reason === null)}
          {reasons.map((reason) =>
            row(
              reason,
              at({ reason }),
              w.reasons[reason] ?? reason,
              list.counts[reason] ?? 0,
              query.reason === reason,
            ),
          )}
        </ul>
      </nav>
      {college.length > 0 && (
        <form className="schakel-card schakel-stack schakel-stack--s" action={homePath(request)}>
          {query.reason && <input type="hidden" name="reden" value={query.reason} />}
          <label htmlFor="wethouder" className="utrecht-form-label">
            {w.filter.holder}
          </label>
          <Select id="wethouder" name="wethouder" defaultValue={query.holder ? String(query.holder) : ''}>
            <SelectOption value="">{w.filter.anyHolder}</SelectOption>
            {college.map((one) => (
              <SelectOption key={one.person} value={String(one.person)}>
                {one.name}
              </SelectOption>
            ))}
          </Select>
          <div className="schakel-actions">
            <Button type="submit" appearance="secondary-action-button" className="schakel-slim">
              {w.filter.button}
            </Button>
            {query.holder && <Link href={at({ holder: null })}>{w.filter.clear}</Link>}
          </div>
        </form>
      )}
    </>
  )
}
