import { Alert, Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { Refused } from '../../../errors.ts'
import {
  beginAnother,
  endOwnPasskey,
  finishEnrolment,
  type OwnPasskey,
  ownPasskeys,
} from '../../../gate/index.ts'
import { partyOf } from '../../../sign-in/passkey.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { handshakeCookie } from '../cookie.ts'
import type { CaseAnswer, SignedInRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { deviceName, momentIn } from './sessions.tsx'
import { withCookie } from './with-cookie.ts'

const path = '/sleutels'

/** One's own passkeys: to see, to add to, to take away. */
export async function ownPasskeysPage(request: SignedInRequest): Promise<CaseAnswer> {
  if (request.actor.kind === 'survivor') return goTo(request, '/sessies')
  const own = await request.gate((ctx) => ownPasskeys(ctx))
  const w = request.words.casePasskey.own
  return {
    title: w.title,
    body: (
      <Stack size="l">
        <Heading1>{w.title}</Heading1>
        {request.query.get('gedaan') === 'sleutel' && (
          <Alert type="ok">
            <Paragraph>{w.done}</Paragraph>
          </Alert>
        )}
        <Card>
          {own.length === 0 && <Paragraph>{w.none}</Paragraph>}
          <ul className="schakel-plain">
            {own.map((passkey) => (
              <li key={passkey.id} className="schakel-row">
                <Passkey request={request} passkey={passkey} last={own.length === 1} />
              </li>
            ))}
          </ul>
        </Card>
        <form method="post" action={caseHref(request, path)}>
          <input type="hidden" name="form" value="erbij" />
          <Stack size="s">
            <Paragraph>{w.anotherHint}</Paragraph>
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.another}
              </Button>
            </Actions>
          </Stack>
        </form>
        <Paragraph>
          <Link href={caseHref(request, '/sessies')}>{request.words.caseSessions.title}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

function Passkey({
  request,
  passkey,
  last,
}: {
  request: SignedInRequest
  passkey: OwnPasskey
  last: boolean
}) {
  const w = request.words.casePasskey.own
  const name = deviceName(request, passkey.device)
  return (
    <>
      <span>
        <b>{name}</b>
        <small>
          {w.added(momentIn(request, passkey.addedAt))},{' '}
          {passkey.usedAt ? w.used(momentIn(request, passkey.usedAt)) : w.never},{' '}
          {passkey.synced ? w.synced : w.single}.
        </small>
      </span>
      {last ? (
        <small>{w.last}</small>
      ) : (
        <form method="post" action={caseHref(request, path)}>
          <input type="hidden" name="form" value="weg" />
          <input type="hidden" name="sleutel" value={passkey.id} />
          <Button type="submit" appearance="secondary-action-button" aria-label={w.endNamed(name)}>
            {w.end}
          </Button>
        </form>
      )}
    </>
  )
}

export async function changePasskeys(request: SignedInRequest): Promise<CaseAnswer> {
  const form = await request.form()
  if (form.get('form') === 'weg') {
    await request.gate((ctx) => endOwnPasskey(ctx, String(form.get('sleutel') ?? '')))
    return goTo(request, `${path}?gedaan=sleutel`)
  }
  if (request.actor.kind === 'survivor') throw new Refused('move-not-possible')
  const begun = await request.gate((ctx) => beginAnother(ctx, partyOf(request.origin)))
  const w = request.words.casePasskey
  return withCookie(
    {
      title: w.own.another,
      islands: ['passkey.js'],
      body: (
        <Stack size="l">
          <Heading1>{w.own.another}</Heading1>
          <Paragraph>{w.own.makeIntro}</Paragraph>
          <PasskeyForm
            request={request}
            create
            action="/sleutels/nieuw"
            options={begun.options}
            label={w.enrol.make}
          />
        </Stack>
      ),
    },
    handshakeCookie(request, begun.token),
  )
}

export async function addPasskey(request: SignedInRequest): Promise<CaseAnswer> {
  const answer = String((await request.form()).get('answer') ?? '').slice(0, 20_000)
  await request.gate((ctx) =>
    finishEnrolment(ctx, {
      handshake: request.handshake,
      answer,
      party: partyOf(request.origin),
      device: request.device,
      own: request.actor.accountId,
    }),
  )
  return goTo(request, `${path}?gedaan=sleutel`)
}
