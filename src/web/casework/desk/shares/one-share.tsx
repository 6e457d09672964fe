import { Button, Heading2, Paragraph } from '@utrecht/component-library-react'
import { addDays, dayOf } from '../../../../days.ts'
import { NotFound } from '../../../../errors.ts'
import type { ShareMessage, ShareShown } from '../../../../reintegration/index.ts'
import {
  answerPartner,
  askedOf,
  groundNamed,
  isRunning,
  itemsOf,
  openTrajectory,
  readShareReference,
  seeToShare,
  shareMessages,
  shareOf,
  stopShare,
  withdrawConsent,
} from '../../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../../words/format.ts'
import { Actions, Card, Facts, Stack } from '../../../components/layout.tsx'
import { LongField } from '../../../desk/form-fields.tsx'
import { textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, type Sent } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { SharedItems } from './shared-items.tsx'
import { StandChip } from './stand.tsx'

/** One share, for staff: what the partner sees, what it asks, and the ways to stop it. */
export const oneSharePages = formPages<StaffRequest>({
  async draw(request, sent) {
    const { number, id } = wantedOf(request)
    const { share, items, messages, asked } = await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, 'share')
      const share = await shareOf(ctx, trajectory, id)
      return {
        share,
        items: await itemsOf(ctx, trajectory, id),
        messages: await shareMessages(ctx, trajectory, id),
        asked: await askedOf(ctx, trajectory, share.basisId),
      }
    })
    const { caseShare, caseDesk } = request.words
    const w = caseShare.one
    const day = (moment: Date) => formatDate(dayOf(moment), request.language)
    const running = isRunning(share)
    return caseFormScreen(request, {
      number,
      title: w.title(share.organisation),
      path: pathOf(request),
      form: 'antwoord',
      sent,
      children: (
        <>
          <Card>
            <Facts
              items={[
                { term: w.stand, value: <StandChip request={request} stand={share.stand} /> },
                { term: caseShare.list.reference, value: request.params.share ?? '' },
                { term: w.purpose, value: caseShare.purposes[share.purpose] },
                {
                  term: w.ground,
                  value: [
                    caseDesk.grounds[share.ground],
                    asked
                      ? w.asked(asked.language ?? '', asked.interpreter)
                      : groundNamed(share.law)?.article,
                  ].join(', '),
                },
                { term: w.from, value: day(share.from) },
                { term: w.until, value: formatDate(addDays(dayOf(share.until), -1), request.language) },
                { term: w.stopped, value: share.stoppedAt && day(share.stoppedAt) },
              ]}
            />
          </Card>
          {share.waits && share.stand !== 'question' && (
            <Deed request={request} deed="nagekeken" label={w.see} intro={w.seeIntro[share.stand]} first />
          )}
          <Card labelledBy="ziet">
            <Heading2 id="ziet">{(running ? w.sees : w.saw)(share.organisation)}</Heading2>
            <SharedItems request={request} items={items} />
          </Card>
          <Messages request={request} share={share} messages={messages} sent={sent} />
          {running && (
            <Card>
              <Deed request={request} deed="stop" label={w.stop} intro={w.stopIntro} />
              {share.ground === 'consent' && !share.withdrawnAt && (
                <Deed request={request} deed="intrekken" label={w.withdraw} intro={w.withdrawIntro} />
              )}
            </Card>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const { number, id } = wantedOf(request)
    const form = textIn(typed, 'form')
    const done = await request.transact(async (ctx) => {
      // A stop is possible as long as the case can be read.
      const trajectory = await openTrajectory(ctx, number, 'share', form === 'antwoord' ? 'write' : 'read')
      if (form === 'stop') {
        await stopShare(ctx, trajectory, id)
        return 'gestopt'
      }
      if (form === 'intrekken') {
        await withdrawConsent(ctx, trajectory, (await shareOf(ctx, trajectory, id)).basisId)
        return 'ingetrokken'
      }
      if (form === 'nagekeken') {
        await seeToShare(ctx, trajectory, id)
        return 'nagekeken'
      }
      await answerPartner(ctx, trajectory, { share: id, text: textIn(typed, 'text') })
      return 'beantwoord'
    })
    return goTo(request, `${pathOf(request)}?gedaan=${done}`)
  },
})

function wantedOf({ params }: StaffRequest): { number: string; id: number } {
  const id = readShareReference(params.share ?? '')
  if (id === null) throw new NotFound()
  return { number: params.number ?? '', id }
}

const pathOf = ({ params }: StaffRequest) => `/trajecten/${params.number}/delen/${params.share}`

function Deed({
  request,
  deed,
  label,
  intro,
  first = false,
}: {
  request: StaffRequest
  deed: string
  label: string
  intro: string
  first?: boolean
}) {
  return (
    <form method="post" action={caseHref(request, pathOf(request))}>
      <input type="hidden" name="form" value={deed} />
      <Stack size="s">
        <Paragraph>{intro}</Paragraph>
        <Actions>
          <Button type="submit" appearance={first ? 'primary-action-button' : 'secondary-action-button'}>
            {label}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

function Messages({
  request,
  share,
  messages,
  sent,
}: {
  request: StaffRequest
  share: ShareShown
  messages: readonly ShareMessage[]
  sent: Sent | null
}) {
  const w = request.words.caseShare.one
  const who = {
    question: `${share.organisation} ${w.partnerAsked}`,
    report: `${share.organisation} ${w.partnerReported}`,
    answer: w.answered,
  }
  return (
    <Card labelledBy="heen-en-weer">
      <Heading2 id="heen-en-weer">{w.messages}</Heading2>
      {messages.length === 0 && <Paragraph>{w.noMessages}</Paragraph>}
      <ul className="schakel-plain">
        {messages.map(({ id, kind, text, at }) => (
          <li key={id}>
            <small>
              {who[kind]}, {formatDate(dayOf(at), request.language)} {formatTime(at, request.language)}
            </small>
            <span className="schakel-shared-text">{text}</span>
          </li>
        ))}
      </ul>
      {share.questionId !== null && (
        <form method="post" action={caseHref(request, pathOf(request))} className="schakel-form">
          <input type="hidden" name="form" value="antwoord" />
          <Stack>
            <LongField
              set={fieldsFor(request, 'antwoord', sent)}
              name="text"
              label={w.answer}
              hint={w.answerHint}
            />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.answerSubmit}
              </Button>
            </Actions>
          </Stack>
        </form>
      )}
    </Card>
  )
}
