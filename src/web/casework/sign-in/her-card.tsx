/** The card of the person whose case it is, as whoever coordinates her care keeps it. */
import { Alert, Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addDays, dayOf } from '../../../days.ts'
import { type CardState, cardOf, endHerAccess, giveCard, unlockCard } from '../../../gate/index.ts'
import { openTrajectory, type Trajectory } from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { caseFormScreen } from '../desk/trajectory/form-frame.tsx'
import type { Section } from '../desk/trajectory/sections.ts'
import { formPages } from '../kit.tsx'
import type { CasePage, CaseScreen, StaffRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'

const pathOf = (number: string) => `/trajecten/${number}/kaart`

/** How her card stands, in words. */
function sayState(request: CasePage, card: CardState): string {
  const { states } = request.words.caseCard.desk
  const day = (moment: Date | null) => (moment ? formatDate(dayOf(moment), request.language) : '')
  if (card.state === 'given') return states.given(day(card.useBefore))
  return card.state === 'chosen' ? states.chosen(day(card.givenAt)) : states[card.state]
}

export const cardSection: Section = {
  place: 'aside',
  order: 60,
  async load(ctx, trajectory, request) {
    const card = await cardOf(ctx, trajectory)
    const w = request.words.caseCard.desk
    return (
      <Card labelledBy="haar-kaart">
        <Heading2 id="haar-kaart" className="schakel-card-heading">
          {w.section}
        </Heading2>
        <Paragraph>{sayState(request, card)}</Paragraph>
        {trajectory.access.by === 'relation' && (
          <Link href={caseHref(request, pathOf(trajectory.number))}>{w.open}</Link>
        )}
      </Card>
    )
  },
}

export const herCardPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const { trajectory, card } = await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number)
      return { trajectory, card: await cardOf(ctx, trajectory) }
    })
    const w = request.words.caseCard.desk
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path: pathOf(number),
      form: 'kaart',
      sent,
      children: (
        <Stack size="l">
          <Alert type={card.state === 'locked' ? 'warning' : 'info'}>
            <Paragraph>{sayState(request, card)}</Paragraph>
            <Paragraph>
              {w.sessions(card.sessions, card.lastSeen ? formatTime(card.lastSeen, request.language) : '')}
            </Paragraph>
          </Alert>
          <Deeds request={request} trajectory={trajectory} card={card} />
        </Stack>
      ),
    })
  },
  async send(request, _typed, data) {
    const number = request.params.number ?? ''
    const deed = data.get('form')
    if (deed === 'maak') {
      const code = await request.transact(async (ctx) =>
        giveCard(ctx, await openTrajectory(ctx, number, 'care', 'write')),
      )
      return shownOnce(request, number, code)
    }
    await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number)
      return deed === 'stop' ? endHerAccess(ctx, trajectory) : unlockCard(ctx, trajectory)
    })
    return goTo(request, `${pathOf(number)}?gedaan=bewaard`)
  },
})

function Deeds({
  request,
  trajectory,
  card,
}: {
  request: StaffRequest
  trajectory: Trajectory
  card: CardState
}) {
  const w = request.words.caseCard.desk
  const { access } = trajectory
  const coordinates = access.by === 'relation' && access.part !== 'worker'
  return (
    <>
      {coordinates ? (
        <>
          {card.state === 'locked' && (
            <Deed
              request={request}
              trajectory={trajectory}
              deed="vrij"
              label={w.unlock}
              warning={w.unlockWarning}
            />
          )}
          <Deed
            request={request}
            trajectory={trajectory}
            deed="maak"
            label={card.state === 'none' ? w.make : w.again}
            warning={card.state === 'none' ? null : w.makeWarning}
          />
        </>
      ) : (
        <Paragraph>{w.onlyCoordinator}</Paragraph>
      )}
      {(card.state !== 'none' || card.sessions > 0) && access.by === 'relation' && (
        <Deed request={request} trajectory={trajectory} deed="stop" label={w.end} warning={w.endWarning} />
      )}
    </>
  )
}

function Deed({
  request,
  trajectory,
  deed,
  label,
  warning,
}: {
  request: StaffRequest
  trajectory: Trajectory
  deed: 'maak' | 'vrij' | 'stop'
  label: string
  warning: string | null
}) {
  return (
    <form method="post" action={caseHref(request, pathOf(trajectory.number))}>
      <input type="hidden" name="form" value={deed} />
      <Stack size="s">
        {warning && <Paragraph>{warning}</Paragraph>}
        <Actions>
          <Button
            type="submit"
            appearance={deed === 'maak' ? 'primary-action-button' : 'secondary-action-button'}
          >
            {label}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

/** The answer to making it: its code stands in no address and is never shown again. */
function shownOnce(request: StaffRequest, number: string, code: string): CaseScreen {
  const w = request.words.caseCard.desk
  const until = formatDate(addDays(dayOf(request.now), 14), request.language)
  return caseFormScreen(request, {
    number,
    title: w.shown,
    intro: w.shownIntro,
    path: pathOf(number),
    form: 'kaart',
    sent: null,
    children: (
      <Stack size="l">
        <section className="schakel-her-card" aria-label={w.shown}>
          <b>{w.cardTitle}</b>
          <p>
            {w.cardAddress}
            <br />
            <b>{`${request.origin}${caseHref(request, '/kaart/nieuw')}`.replace(/^https?:\/\//, '')}</b>
          </p>
          <p>
            {w.cardCode}
            <br />
            <b className="schakel-her-code">{code}</b>
          </p>
          <p>
            {w.cardSteps(until)} {w.cardKeep}
          </p>
        </section>
        <Paragraph className="schakel-no-print">{w.print}</Paragraph>
        <Paragraph className="schakel-no-print">
          <Link href={caseHref(request, `/trajecten/${number}`)}>{w.done}</Link>
        </Paragraph>
      </Stack>
    ),
  })
}
