import { ButtonLink, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addDays, dayOf } from '../../../../days.ts'
import type { Phase, ToDo } from '../../../../reintegration/index.ts'
import { dayOfCare } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Card, Columns, OverLine, Stack } from '../../../components/layout.tsx'
import { Done } from '../../kit.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { reasonOf, titleOf, whenOf } from './say.ts'
import { Steps } from './steps.tsx'

const phases: readonly Phase[] = ['crisis', 'transition', 'independent', 'aftercare']

/** What wants attention now in one's own cases: numbers, days and reasons, and the next step in the same row. */
export async function todayPage(request: StaffRequest): Promise<CaseAnswer> {
  const { items, phases: counts } = await request.transact(dayOfCare)
  const w = request.words.caseToday
  const today = dayOf(request.now)
  // What came to us waits now, however long ago it came.
  const now = items.filter(({ kind, on }) => on <= today || came(kind))
  const week = items.filter((item) => !now.includes(item) && item.on <= addDays(today, 7))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const weekday = w.weekdays[new Date(`${today}T12:00:00Z`).getUTCDay()] ?? ''
  return {
    title: w.title,
    nav: 'today',
    body: (
      <Columns
        aside={[<New key="new" request={request} />, <Mine key="mine" request={request} counts={counts} />]}
      >
        <Stack size="s">
          <OverLine items={[`${weekday} ${formatDate(today, request.language)}`, w.count(total)]} />
          <Heading1>{w.title}</Heading1>
        </Stack>
        <Done request={request} sentences={request.words.caseDone} />
        {items.length === 0 && <Paragraph>{w.nothing}</Paragraph>}
        <Rows request={request} id="nu" title={w.now} items={now} first />
        <Rows request={request} id="week" title={w.week} items={week} />
      </Columns>
    ),
  }
}

const came = (kind: ToDo['kind']) =>
  kind === 'question' || kind === 'share-over' || kind === 'message' || kind === 'emergency'

function Rows({
  request,
  id,
  title,
  items,
  first = false,
}: {
  request: StaffRequest
  id: string
  title: string
  items: readonly ToDo[]
  first?: boolean
}) {
  if (items.length === 0) return null
  return (
    <section className="schakel-work schakel-day" aria-labelledby={id}>
      <Heading2 id={id}>{title}</Heading2>
      <ul>
        {items.map((item) => {
          const { text, late } = whenOf(request, item)
          return (
            <li key={`${item.kind}-${item.id}`} className="schakel-work__row">
              <span className={`schakel-work__when${late ? ' schakel-work__when--late' : ''}`}>{text}</span>
              <span className="schakel-work__what">
                <span>
                  <Link href={caseHref(request, `/trajecten/${item.number}`)}>
                    <b>{item.number}</b>
                  </Link>{' '}
                  · {titleOf(request, item)}
                </span>
                <small>{reasonOf(request, item)}</small>
              </span>
              <Steps request={request} item={item} primary={first} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function New({ request }: { request: StaffRequest }) {
  const w = request.words.caseToday
  return (
    <Card labelledBy="nieuw">
      <Heading2 id="nieuw" className="schakel-card-heading">
        {w.new}
      </Heading2>
      <p>
        <ButtonLink href={caseHref(request, '/trajecten/nieuw')} appearance="primary-action-button">
          {w.begin}
        </ButtonLink>
      </p>
      <small>{w.beginHint}</small>
    </Card>
  )
}

function Mine({
  request,
  counts,
}: {
  request: StaffRequest
  counts: readonly { phase: Phase; count: number }[]
}) {
  const { words } = request
  return (
    <Card labelledBy="mijn">
      <Heading2 id="mijn" className="schakel-card-heading">
        {words.caseToday.mine}
      </Heading2>
      <ul className="schakel-counts">
        {phases.map((phase) => (
          <li key={phase}>
            <span>{words.caseDesk.phases[phase]}</span>
            <span className="schakel-counts__number">
              {counts.find((one) => one.phase === phase)?.count ?? 0}
            </span>
          </li>
        ))}
      </ul>
      <Link href={caseHref(request, '/trajecten')}>{words.caseDesk.list.title}</Link>
    </Card>
  )
}
