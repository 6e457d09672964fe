/** What the links in a mail open. Looking changes nothing: mail scanners follow links; a button does. */
import { Alert, Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { Actions, Stack } from '../../components/layout.tsx'
import type { Answer, FollowRequest, Screen } from '../../page.ts'
import { hrefHere, seeOther } from '../../page.ts'
import { crumbsOf, TopicName } from './ask.tsx'
import { tokenIn } from './topic-query.ts'

export async function confirmPage(request: FollowRequest): Promise<Answer> {
  const words = request.words.follow
  const token = tokenIn(request)
  const found = await request.follow.toConfirm(token)
  if (!found) return goneScreen(request)
  return {
    title: words.confirm.title,
    crumbs: crumbsOf(request),
    body: (
      <Stack>
        <Heading1>{words.confirm.title}</Heading1>
        <Paragraph className="schakel-lead">
          <TopicName request={request} topic={found.topic} alone />
        </Paragraph>
        {found.confirmed ? (
          <Paragraph>{words.confirm.already}</Paragraph>
        ) : (
          <Paragraph>{words.lead}</Paragraph>
        )}
        <form method="post" action={hrefHere(request, `/volgen/bevestigen/${token}`)}>
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {found.confirmed ? words.mine.title : words.confirm.button}
            </Button>
          </Actions>
        </form>
      </Stack>
    ),
  }
}

export async function postConfirm(request: FollowRequest): Promise<Answer> {
  const stop = await request.follow.confirm(tokenIn(request))
  return stop === null ? goneScreen(request) : seeOther(hrefHere(request, `/volgen/mijn/${stop}?nieuw=1`))
}

/** "Wat ik volg": with a button for each thing, and one to delete everything. */
export async function minePage(request: FollowRequest): Promise<Answer> {
  const words = request.words.follow
  const token = tokenIn(request)
  const holder = await request.follow.holder(token)
  if (holder?.kind !== 'follower') return goneScreen(request)
  const action = hrefHere(request, `/volgen/mijn/${token}`)
  const notice = request.query.has('nieuw')
    ? words.confirm.done
    : request.query.has('gestopt')
      ? words.mine.stopped
      : null
  return {
    title: words.mine.title,
    crumbs: crumbsOf(request),
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{words.mine.title}</Heading1>
          {notice && (
            <Alert type="info" role="status">
              <Paragraph>{notice}</Paragraph>
            </Alert>
          )}
          <Paragraph>{words.mine.lead}</Paragraph>
          {holder.follows.length === 0 && <Paragraph>{words.mine.none}</Paragraph>}
          <ul className="schakel-list">
            {holder.follows.map(({ follow, topic }) => (
              <li key={follow} className="schakel-follow__row">
                <TopicName request={request} topic={topic} alone />
                <form method="post" action={action}>
                  <input type="hidden" name="stop" value={follow} />
                  <Button
                    type="submit"
                    appearance="secondary-action-button"
                    aria-label={words.mine.stopOf(words.topic(topic))}
                  >
                    {words.mine.stop}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          <Paragraph>
            <Link href={hrefHere(request, '/volgen')}>{words.again}</Link>
          </Paragraph>
        </Stack>
        <section aria-labelledby="wissen">
          <Stack>
            <Heading2 id="wissen">{words.mine.all}</Heading2>
            <Paragraph>{words.mine.allText}</Paragraph>
            <form method="post" action={action}>
              <input type="hidden" name="alles" value="1" />
              <Actions>
                <Button type="submit" appearance="secondary-action-button">
                  {words.mine.all}
                </Button>
              </Actions>
            </form>
          </Stack>
        </section>
      </Stack>
    ),
  }
}

export async function postMine(request: FollowRequest): Promise<Answer> {
  const token = tokenIn(request)
  const form = await request.form()
  const follow = String(form.get('stop') ?? '')
  if (form.get('alles') === '1') {
    await request.follow.stopMail(token)
    return doneScreen(request, request.words.follow.stop.done)
  }
  if (/^[1-9]\d{0,8}$/.test(follow)) await request.follow.stopFollowing(token, Number(follow))
  const left = await request.follow.holder(token)
  if (!left) return doneScreen(request, request.words.follow.stop.done)
  return seeOther(hrefHere(request, `/volgen/mijn/${token}?gestopt=1`))
}

/** Asks before it stops: a mail program's own button posts here at once. */
export async function stopPage(request: FollowRequest): Promise<Answer> {
  const words = request.words.follow
  const token = tokenIn(request)
  const holder = await request.follow.holder(token)
  if (!holder) return goneScreen(request)
  return {
    title: words.stop.title,
    crumbs: crumbsOf(request),
    body: (
      <Stack>
        <Heading1>{words.stop.title}</Heading1>
        <Paragraph>
          {holder.kind === 'follower' ? words.stop.follower(holder.follows.length) : words.stop.councillor}
        </Paragraph>
        <form method="post" action={hrefHere(request, `/volgen/afmelden/${token}`)}>
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {words.stop.button}
            </Button>
          </Actions>
        </form>
        {holder.kind === 'follower' && (
          <Paragraph>
            <Link href={hrefHere(request, `/volgen/mijn/${token}`)}>{words.stop.mine}</Link>
          </Paragraph>
        )}
      </Stack>
    ),
  }
}

/** Also by a mail program itself, perhaps more than once: a token that nobody holds is answered the same. */
export async function postStop(request: FollowRequest): Promise<Answer> {
  const words = request.words.follow
  const token = tokenIn(request)
  const holder = await request.follow.holder(token)
  await request.follow.stopMail(token)
  return doneScreen(request, holder?.kind === 'councillor' ? words.stop.doneCouncillor : words.stop.done)
}

function doneScreen(request: FollowRequest, sentence: string): Screen {
  const words = request.words.follow
  return {
    title: words.stop.title,
    crumbs: crumbsOf(request),
    body: (
      <Stack>
        <Heading1>{words.stop.title}</Heading1>
        <Paragraph className="schakel-lead">{sentence}</Paragraph>
      </Stack>
    ),
  }
}

function goneScreen(request: FollowRequest): Screen {
  const words = request.words.follow
  return {
    title: words.gone.title,
    crumbs: crumbsOf(request),
    status: 404,
    body: (
      <Stack>
        <Heading1>{words.gone.title}</Heading1>
        <Paragraph>{words.gone.text}</Paragraph>
        <Paragraph>
          <Link href={hrefHere(request, '/volgen')}>{words.choose}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}
