import { Heading2 } from '@utrecht/component-library-react'
import { type DayOfLooks, whoLooked } from '../../../audit/index.ts'
import { addDays, dayOf } from '../../../days.ts'
import { namesOf } from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Card } from '../../components/layout.tsx'
import type { Section } from '../desk/trajectory/sections.ts'
import type { StaffRequest } from '../page.ts'

/** Who looked in the last seven days, oneself first. */
export const lookedSection: Section = {
  place: 'aside',
  order: 90,
  async load(ctx, trajectory, request) {
    const since = addDays(dayOf(request.now), -6)
    const week = (await whoLooked(ctx, trajectory.id)).filter(({ day }) => day >= since)
    const me = request.actor.accountId
    const mine = week.filter(({ accountId }) => accountId === me)
    const others = week.filter(({ accountId }) => accountId !== me)
    const names = await namesOf(
      ctx,
      others.map(({ accountId }) => accountId),
    )
    const w = request.words.casePrivacy.looked
    return (
      <Card labelledBy="wie-keek">
        <Heading2 id="wie-keek" className="schakel-card-heading">
          {w.title}
        </Heading2>
        <ul className="schakel-plain">
          {mine.slice(0, 1).map((one) => (
            <Line key="me" request={request} look={one} who={w.you} />
          ))}
          {others.slice(0, 12).map((one) => (
            <Line
              key={`${one.day} ${one.accountId} ${one.purpose} ${one.emergency}`}
              request={request}
              look={one}
              who={names.get(one.accountId) ?? w.someone}
            />
          ))}
        </ul>
        {others.length === 0 && <p>{w.nobody}</p>}
      </Card>
    )
  },
}

function Line({ request, look, who }: { request: StaffRequest; look: DayOfLooks; who: string }) {
  return (
    <li>
      {sayWhen(request, look, who)}
      <small>
        {' '}
        {look.deeds.map((deed) => request.words.casePrivacy.looked.deeds[deed]).join(', ')},{' '}
        {request.words.caseDesk.purposes[look.emergency ? 'emergency' : look.purpose]}
      </small>
    </li>
  )
}

/** "I. de Wit vandaag, 14.02", or with the day. */
export function sayWhen(request: StaffRequest, look: DayOfLooks, who: string): string {
  const w = request.words.casePrivacy.looked
  if (look.day !== dayOf(request.now)) return w.onDay(who, formatDate(look.day, request.language))
  const [from, until] = [look.firstAt, look.lastAt].map((at) => formatTime(at, request.language))
  return from === until ? w.today(who, from ?? '') : w.todayMore(who, from ?? '', until ?? '')
}
