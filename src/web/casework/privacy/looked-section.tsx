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
    const week = personally((await whoLooked(ctx, trajectory.id)).filter(({ day }) => day >= since))
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
              key={`${one.day} ${one.accountId}`}
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

/** One entry for a person and a day; that it was an emergency, or else for a request, says more than that it was for care. */
export function personally(looks: readonly DayOfLooks[]): DayOfLooks[] {
  return [...Map.groupBy(looks, ({ day, accountId }) => `${day} ${accountId}`).values()].map((same) => {
    const first =
      same.find(({ emergency }) => emergency) ?? same.find(({ purpose }) => purpose !== 'care') ?? same[0]
    if (!first) throw new Error('a group without entries')
    return {
      ...first,
      firstAt: new Date(Math.min(...same.map(({ firstAt }) => firstAt.getTime()))),
      lastAt: new Date(Math.max(...same.map(({ lastAt }) => lastAt.getTime()))),
      deeds: [...new Set(same.flatMap(({ deeds }) => deeds))],
    }
  })
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
