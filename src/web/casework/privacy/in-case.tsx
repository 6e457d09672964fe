import { Button, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import {
  beginFromMessage,
  coordinates,
  correctionsOf,
  countOpenRequests,
  openTrajectory,
  registerInCase,
  requestsOf,
} from '../../../reintegration/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { LongField } from '../../desk/form-fields.tsx'
import { idIn, textIn } from '../../desk/matter/typed.ts'
import { caseFormScreen } from '../desk/trajectory/form-frame.tsx'
import type { Section } from '../desk/trajectory/sections.ts'
import { fieldsFor, formPages, Problem, type Sent } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { takeStep } from './follow-request.tsx'
import { RequestFacts, RequestSteps } from './one-request.tsx'
import { Clock, newRequestIn, RequestFields } from './requests.tsx'

const purpose = 'data-subject-request'

/** The requests of one person, for whoever works with her. */
export const requestsInCasePages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const path = `/trajecten/${number}/verzoeken`
    const w = request.words.casePrivacy.requests
    const { trajectory, requests, corrections } = await request.transact(async (ctx) => {
      const opened = await openTrajectory(ctx, number, purpose)
      return {
        trajectory: opened,
        requests: await requestsOf(ctx, opened),
        corrections: await correctionsOf(ctx, opened),
      }
    })
    return caseFormScreen(request, {
      number,
      title: w.inCase.title,
      intro: w.inCase.intro,
      path,
      form: 'geen',
      sent: null,
      children: (
        <>
          {corrections.length > 0 && (
            <Stack>
              <Heading2>{w.inCase.corrections}</Heading2>
              {corrections.map(({ id, at, words }) => (
                <Card key={id}>
                  <Paragraph>{words}</Paragraph>
                  <small>{w.inCase.message(formatDate(dayOf(at), request.language))}</small>
                  <form method="post" action={caseHref(request, path)}>
                    <input type="hidden" name="form" value="bericht" />
                    <input type="hidden" name="message" value={id} />
                    <Button type="submit" appearance="secondary-action-button">
                      {w.inCase.begin}
                    </Button>
                  </form>
                </Card>
              ))}
            </Stack>
          )}
          {requests.length === 0 && <Paragraph>{w.inCase.none}</Paragraph>}
          {requests.map((one) => (
            <Stack key={one.id}>
              <Heading2>
                {w.one.title(w.kinds[one.kind])}, {w.stages[one.stage]}
              </Heading2>
              <RequestFacts request={request} one={one} />
              <RequestSteps
                request={request}
                one={one}
                sent={sent}
                path={path}
                coordinates={coordinates(trajectory)}
              />
            </Stack>
          ))}
          {trajectory.state !== 'closed' && <Add request={request} path={path} sent={sent} />}
        </>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, purpose)
      const form = textIn(typed, 'form')
      if (form === 'bericht') await beginFromMessage(ctx, trajectory, idIn(typed, 'message') ?? 0)
      else if (form === 'nieuw') await registerInCase(ctx, trajectory, newRequestIn(typed))
      else await takeStep(ctx, typed, idIn(typed, 'request') ?? 0, trajectory)
    })
    return goTo(request, `/trajecten/${number}/verzoeken?gedaan=bewaard`)
  },
})

function Add({ request, path, sent }: { request: StaffRequest; path: string; sent: Sent | null }) {
  const w = request.words.casePrivacy.requests.form
  const set = fieldsFor(request, 'nieuw', sent)
  const mine = sent?.typed.get('form')?.at(-1) === 'nieuw'
  return (
    <details open={mine}>
      <summary>{w.title}</summary>
      <Stack>
        <Heading3>{w.title}</Heading3>
        <Problem request={request} form="nieuw" sent={sent} />
        <form method="post" action={caseHref(request, path)} className="schakel-form">
          <input type="hidden" name="form" value="nieuw" />
          <Stack>
            <RequestFields request={request} set={set} />
            <LongField set={set} name="words" label={w.words} hint={w.wordsHint} />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Stack>
    </details>
  )
}

/** That a request runs, with its clock, on the page of her trajectory; the way to them always. */
export const requestsSection: Section = {
  place: 'aside',
  order: 80,
  async load(ctx, trajectory, request) {
    const { count, lastDay } = await countOpenRequests(ctx, trajectory)
    const w = request.words.casePrivacy.requests
    const link = (
      <Link href={caseHref(request, `/trajecten/${trajectory.number}/verzoeken`)}>{w.inCase.link}</Link>
    )
    if (count === 0 || !lastDay) return <p>{link}</p>
    return (
      <Card labelledBy="verzoeken">
        <Heading2 id="verzoeken" className="schakel-card-heading">
          {w.inCase.section}
        </Heading2>
        <p>
          {w.inCase.count(count)}. <Clock request={request} one={{ lastDay, doneOn: null }} />
        </p>
        {link}
      </Card>
    )
  },
}
