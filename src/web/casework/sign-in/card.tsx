import { Alert, Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { choosePin, endSession, isEasyPin, readPin, signInWithCard } from '../../../gate/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { caseCookie } from '../cookie.ts'
import type { CaseAnswer, CaseScreen, OpenRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { CodeField } from './code-field.tsx'
import { shield } from './limits.ts'

type Problems = Readonly<Partial<Record<'code' | 'pin' | 'again', string>>>

/** She signs in with her card and PIN. */
export async function cardPage(request: OpenRequest): Promise<CaseAnswer> {
  if (request.actor?.kind === 'survivor') return goTo(request, '/mijn')
  return signInScreen(request, '', false)
}

export async function signInByCard(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const form = await request.form()
  const [code, pin] = [textOf(form, 'code'), textOf(form, 'pin')]
  const token = await request.gate((ctx) =>
    signInWithCard(ctx, { code, pin, network: request.visitor, device: request.device }),
  )
  return token ? enter(request, token) : { ...signInScreen(request, code, true), status: 422 }
}

/** She chooses the PIN of a new card. */
export async function newCardPage(request: OpenRequest): Promise<CaseAnswer> {
  return chooseScreen(request, '', {}, false)
}

export async function chooseByCard(request: OpenRequest): Promise<CaseAnswer> {
  shield(request)
  const w = request.words.caseCard.hers.fields
  const form = await request.form()
  const [code, typed, again] = [textOf(form, 'code'), textOf(form, 'pin'), textOf(form, 'again')]
  const pin = readPin(typed)
  // What is wrong with the PIN alone is said before the card is looked at: it tells nothing about the card.
  const problems: Problems = !pin
    ? { pin: w.six }
    : isEasyPin(pin)
      ? { pin: w.easy }
      : readPin(again) !== pin
        ? { again: w.same }
        : {}
  if (Object.keys(problems).length > 0) {
    return { ...chooseScreen(request, code, problems, false), status: 422 }
  }
  const token = await request.gate((ctx) =>
    choosePin(ctx, { code, pin: typed, network: request.visitor, device: request.device }),
  )
  return token ? enter(request, token) : { ...chooseScreen(request, code, {}, true), status: 422 }
}

async function enter(request: OpenRequest, token: string): Promise<Response> {
  const { token: before } = request
  if (before) await request.gate((ctx) => endSession(ctx, before, 'replaced'))
  const answer = goTo(request, '/mijn')
  answer.headers.append('set-cookie', caseCookie(request, token))
  return answer
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 100)

function signInScreen(request: OpenRequest, code: string, failed: boolean): CaseScreen {
  const w = request.words.caseCard.hers
  return hersScreen(request, {
    heading: w.heading,
    intro: w.intro,
    wrong: failed ? w.wrong : null,
    action: '/kaart',
    fields: (
      <>
        <CodeField name="code" label={w.code} hint={w.codeHint} value={code} />
        <CodeField name="pin" label={w.pin} hint={w.pinHint} secret />
      </>
    ),
    submit: w.submit,
    other: (
      <>
        {w.first} <Link href={caseHref(request, '/kaart/nieuw')}>{w.toFirst}</Link>
      </>
    ),
  })
}

function chooseScreen(request: OpenRequest, code: string, problems: Problems, failed: boolean): CaseScreen {
  const w = request.words.caseCard.hers
  return hersScreen(request, {
    heading: w.chooseHeading,
    intro: w.chooseIntro,
    wrong: failed ? w.chooseWrong : null,
    action: '/kaart/nieuw',
    fields: (
      <>
        <CodeField name="code" label={w.code} hint={w.codeHint} value={code} />
        <CodeField name="pin" label={w.newPin} hint={w.newPinHint} error={problems.pin} secret />
        <CodeField name="again" label={w.again} error={problems.again} secret />
      </>
    ),
    submit: w.chooseSubmit,
    other: <Link href={caseHref(request, '/kaart')}>{w.back}</Link>,
  })
}

function hersScreen(
  request: OpenRequest,
  given: {
    heading: string
    intro: string
    wrong: string | null
    action: string
    fields: ReactNode
    submit: string
    other: ReactNode
  },
): CaseScreen {
  const w = request.words.caseCard.hers
  return {
    title: w.title,
    frame: 'hers',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{given.heading}</Heading1>
          <Paragraph>{given.intro}</Paragraph>
        </Stack>
        {given.wrong && (
          <Alert type="error">
            <Paragraph>{given.wrong}</Paragraph>
            <Paragraph>{w.wrongHelp}</Paragraph>
          </Alert>
        )}
        <form
          method="post"
          action={caseHref(request, given.action)}
          className="schakel-form"
          autoComplete="off"
        >
          <Stack>
            {given.fields}
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {given.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
        <Paragraph>{given.other}</Paragraph>
        <Paragraph>{w.ownDevice}</Paragraph>
      </Stack>
    ),
  }
}
