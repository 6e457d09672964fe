/** Signing in through the provider of the organisation. */
import { Alert, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound } from '../../../errors.ts'
import {
  beginHandshake,
  countTry,
  endSession,
  endVouched,
  signInVouched,
  takeHandshake,
} from '../../../gate/index.ts'
import { ProviderRefused } from '../../../sign-in/oidc.ts'
import { Stack } from '../../components/layout.tsx'
import { caseCookie, handshakeCookie } from '../cookie.ts'
import type { CaseAnswer, CaseScreen, OpenRequest } from '../page.ts'
import { caseHref } from '../page.ts'
import { shield } from './limits.ts'

const back = '/aanmelden/organisatie/terug'

function providerOf({ provider }: OpenRequest) {
  if (!provider) throw new NotFound()
  return provider
}

/** To the provider. A link and no form: our pages let forms go nowhere else. */
export async function toProvider(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const { client } = providerOf(request)
  if (!(await request.gate((ctx) => countTry(ctx, 'provider', request.visitor)))) return refused(request)
  try {
    const { url, state, nonce, verifier } = await client.begin(request.origin + back)
    const token = await request.gate((ctx) =>
      beginHandshake(ctx, { what: 'provider', challenge: state, nonce, verifier }),
    )
    const headers = { location: url, 'set-cookie': handshakeCookie(request, token) }
    return new Response(null, { status: 303, headers })
  } catch (error) {
    if (error instanceof ProviderRefused) return refused(request)
    throw error
  }
}

/** Back from the provider. What was begun is used up, whatever comes of it. */
export async function fromProvider(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const { client, rules } = providerOf(request)
  const begun = await request.gate((ctx) => takeHandshake(ctx, request.handshake, 'provider'))
  if (!begun?.nonce || !begun.verifier) return refused(request)
  const { challenge: state, nonce, verifier } = begun
  try {
    const answer = new URL(`${request.origin}${back}?${request.query}`)
    const vouched = await client.finish(answer, { state, nonce, verifier })
    const token = await request.gate((ctx) => signInVouched(ctx, vouched, rules, request.device))
    return token ? onward(request, token) : refused(request)
  } catch (error) {
    if (error instanceof ProviderRefused) return refused(request)
    throw error
  }
}

/** A page that goes on by itself: a browser that was sent here by another site sends a strict cookie only from its next step. */
async function onward(request: OpenRequest, token: string): Promise<Response> {
  const { token: before } = request
  if (before) await request.gate((ctx) => endSession(ctx, before, 'replaced'))
  const home = caseHref(request, '/')
  const w = request.words.casePasskey.provider
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' })
  headers.append('set-cookie', caseCookie(request, token))
  headers.append('set-cookie', handshakeCookie(request, null))
  return new Response(
    `<!doctype html>\n<html lang="${request.language}"><head><meta charset="utf-8"><title>${w.onward}</title><meta http-equiv="refresh" content="0;url=${home}"></head><body><p><a href="${home}">${w.onward}</a></p></body></html>`,
    { headers },
  )
}

/** The provider says that a session ended there. */
export async function loggedOutElsewhere(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const { client } = providerOf(request)
  try {
    const out = await client.loggedOut(String((await request.form()).get('logout_token') ?? ''))
    const first = await request.gate((ctx) => endVouched(ctx, out))
    return new Response(null, { status: first ? 200 : 400 })
  } catch (error) {
    if (error instanceof ProviderRefused) return new Response(null, { status: 400 })
    throw error
  }
}

/** Our public key, for the provider. */
export async function ourKeys(request: OpenRequest): Promise<CaseAnswer> {
  return Response.json(await providerOf(request).client.keys())
}

function refused(request: OpenRequest): CaseScreen {
  const w = request.words.casePasskey.provider
  return {
    title: w.title,
    status: 422,
    cookie: handshakeCookie(request, null),
    body: (
      <Stack size="l">
        <Heading1>{w.title}</Heading1>
        <Alert type="error">
          <Paragraph>{w.refused}</Paragraph>
        </Alert>
        <Paragraph>
          <Link href={caseHref(request, '/aanmelden')}>{request.words.casePasskey.signIn.again}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}
