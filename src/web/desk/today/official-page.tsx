import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { type AttentionList, attention, type ListedMatter, officialMatters } from '../../../council/index.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import { OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath, matterPath } from '../desk-paths.ts'
import { matterStanding } from '../matter/matter-state.ts'
import { termLine } from '../matter/term-line.ts'
import { dayHeading, doneNotice } from './day-notices.tsx'
import { DayRows } from './day-rows.tsx'

export type OfficialDay = { matters: ListedMatter[]; list: AttentionList }

/** "Mijn onderdelen": what is assigned to this official, what wants attention first, each with its next step. */
export async function officialPage(request: DeskRequest): Promise<Answer> {
  return officialScreen(request, await findOfficialDay(request))
}

export function findOfficialDay(request: DeskRequest): Promise<OfficialDay> {
  return request.transact(async (ctx) => ({
    matters: await officialMatters(ctx),
    list: await attention(ctx, { today: dateOf(request.now), official: request.actor.personId }),
  }))
}

/** @param changed a step was not taken, because somebody else was first */
export function officialScreen(
  request: DeskRequest,
  { matters, list }: OfficialDay,
  changed = false,
): Screen {
  const { words } = request
  const w = words.today
  const title = words.shell.deskNav.home['policy-officer']
  const pressing = new Set(list.items.map((item) => item.matter?.id))
  const rest = matters.filter((matter) => matter.state !== 'settled' && !pressing.has(matter.id))
  const settled = matters.filter((matter) => matter.state === 'settled' && !pressing.has(matter.id))
  return {
    title,
    nav: 'desk',
    ...(changed && { status: 409 as const }),
    body: (
      <Stack size="l">
        <Stack size="s">
          <OverLine items={[dayHeading(request)]} />
          <Heading1>{title}</Heading1>
          <p className="schakel-soft">{w.official_.lead(matters.length)}</p>
          {changed && (
            <p className="schakel-attention" role="status">
              {w.changed}
            </p>
          )}
          {doneNotice(request, '')}
        </Stack>
        {matters.length === 0 && <Paragraph>{w.official_.none}</Paragraph>}
        {matters.length > 0 && list.items.length === 0 && <Paragraph>{w.official_.calm}</Paragraph>}
        <DayRows request={request} items={list.items} back="" />
        <Rows request={request} id="loopt" title={w.official_.rest} matters={rest} />
        <Rows request={request} id="afgedaan" title={w.official_.settled} matters={settled} />
      </Stack>
    ),
  }
}

function Rows({
  request,
  id,
  title,
  matters,
}: {
  request: DeskRequest
  id: string
  title: string
  matters: readonly ListedMatter[]
}) {
  if (matters.length === 0) return null
  const { words, language } = request
  return (
    <section className="schakel-work" aria-labelledby={id}>
      <Heading2 id={id}>{title}</Heading2>
      <ul>
        {matters.map((matter) => (
          <li key={matter.id} className="schakel-work__row">
            <span className="schakel-work__when">
              {matter.term.notAfter ? words.public.date(matter.term.notAfter) : ''}
            </span>
            <span className="schakel-work__what">
              <Link href={matterPath(request, matter.id)}>
                <Original language={language}>{capitalise(matter.text)}</Original>
              </Link>
              <small>
                <Link href={deskMotionPath(request, matter.motion)}>
                  <Original language={language}>
                    {[matter.motion.number, matter.motion.title].filter(Boolean).join(' ')}
                  </Original>
                </Link>
              </small>
              <small>
                {capitalise(matterStanding({ ...matter, held: matter.proposal?.state === 'held' }, words))}.{' '}
                {capitalise(termLine(matter.term, words))}.
              </small>
            </span>
            <a
              className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
              href={matterPath(request, matter.id)}
              aria-label={`${words.today.see}: ${matter.text}`}
            >
              {words.today.see}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
