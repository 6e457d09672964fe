import { Alert, Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  beginEnrolment,
  beginPasskeySignIn,
  endSession,
  finishEnrolment,
  finishPasskeySignIn,
} from '../../../gate/index.ts'
import { partyOf } from '../../../sign-in/passkey.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { caseCookie, handshakeCookie } from '../cookie.ts'
import type { CaseAnswer, CaseScreen, OpenRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { CodeField } from './code-field.tsx'
import { shield } from './limits.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { withCookie } from './with-cookie.ts'

const answerIn = async (request: OpenRequest) =>
  String((await request.form()).get('answer') ?? '').slice(0, 20_000)

/** Signing in with a passkey begins. */
export async function passkeyPage(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const begun = await request.gate((ctx) =>
    beginPasskeySignIn(ctx, { network: request.visitor, party: partyOf(request.origin) }),
  )
  const w = request.words.casePasskey.signIn
  if (!begun) return { ...screen(request, w.title, null, <Paragraph>{w.tooOften}</Paragraph>), status: 429 }
  const form = (
    <PasskeyForm request={request} action="/aanmelden/sleutel" options={begun.options} label={w.submit} />
  )
  return withCookie(screen(request, w.title, w.intro, form), handshakeCookie(request, begun.token))
}

export async function signInByPasskey(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const answer = await answerIn(request)
  const token = await request.gate((ctx) =>
    finishPasskeySignIn(ctx, {
      handshake: request.handshake,
      answer,
      party: partyOf(request.origin),
      device: request.device,
    }),
  )
  const w = request.words.casePasskey.signIn
  if (token) return enter(request, token)
  return {
    ...screen(
      request,
      w.title,
      null,
      <>
        <Alert type="error">
          <Paragraph>{w.wrong}</Paragraph>
        </Alert>
        <Paragraph>
          <Link href={caseHref(request, '/aanmelden/sleutel')}>{w.again}</Link>
        </Paragraph>
        <Paragraph>{w.lost}</Paragraph>
      </>,
    ),
    status: 422,
  }
}

/** Somebody with an invitation types its code. */
export async function invitedPage(request: OpenRequest): Promise<CaseAnswer> {
  return codeScreen(request, false)
}

export async function beginByInvitation(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const code = String((await request.form()).get('code') ?? '').slice(0, 100)
  const begun = await request.gate((ctx) =>
    beginEnrolment(ctx, { code, network: request.visitor, party: partyOf(request.origin) }),
  )
  if (!begun) return { ...codeScreen(request, true), status: 422 }
  const w = request.words.casePasskey.enrol
  const name = (JSON.parse(begun.options) as { user: { name: string } }).user.name
  const form = (
    <PasskeyForm
      request={request}
      create
      action="/uitnodiging/sleutel"
      options={begun.options}
      label={w.make}
    />
  )
  return withCookie(screen(request, w.hello(name), w.what, form), handshakeCookie(request, begun.token))
}

export async function finishByInvitation(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const answer = await answerIn(request)
  const token = await request.gate((ctx) =>
    finishEnrolment(ctx, {
      handshake: request.handshake,
      answer,
      party: partyOf(request.origin),
      device: request.device,
      own: null,
    }),
  )
  return token ? enter(request, token) : goTo(request, '/uitnodiging')
}

/** The new session takes the place of the one that this browser had. */
export async function enter(request: OpenRequest, token: string): Promise<Response> {
  const { token: before } = request
  if (before) await request.gate((ctx) => endSession(ctx, before, 'replaced'))
  const answer = goTo(request, '/')
  answer.headers.append('set-cookie', caseCookie(request, token))
  answer.headers.append('set-cookie', handshakeCookie(request, null))
  return answer
}

function codeScreen(request: OpenRequest, failed: boolean): CaseScreen {
  const w = request.words.casePasskey.enrol
  return screen(
    request,
    w.title,
    w.intro,
    <>
      {failed && (
        <Alert type="error">
          <Paragraph>{w.wrong}</Paragraph>
        </Alert>
      )}
      <form
        method="post"
        action={caseHref(request, '/uitnodiging')}
        className="schakel-form"
        autoComplete="off"
      >
        <Stack>
          <CodeField name="code" label={w.code} hint={w.codeHint} />
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {w.submit}
            </Button>
          </Actions>
        </Stack>
      </form>
    </>,
  )
}

function screen(_request: OpenRequest, title: string, intro: string | null, children: ReactNode): CaseScreen {
  return {
    title,
    islands: ['passkey.js'],
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          {intro && <Paragraph>{intro}</Paragraph>}
        </Stack>
        {children}
      </Stack>
    ),
  }
}
