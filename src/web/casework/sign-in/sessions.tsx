import { Alert, Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import {
  endOtherSessions,
  endOwnSession,
  type OwnSession,
  ownSessions,
  readDevice,
} from '../../../gate/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { caseCookie } from '../cookie.ts'
import type { CaseAnswer, CasePage, SignedInRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { homeOf } from './home.ts'

/** Where somebody is signed in: their own sessions, to end one or all others. */
export async function sessionsPage(request: SignedInRequest): Promise<CaseAnswer> {
  const sessions = await request.gate((ctx) => ownSessions(ctx))
  const w = request.words.caseSessions
  const hers = request.actor.kind === 'survivor'
  const others = sessions.filter(({ id }) => id !== request.sessionId)
  return {
    title: hers ? request.words.caseCard.hers.title : w.title,
    ...(hers ? { frame: 'hers' } : {}),
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>{hers ? w.introHers : w.intro}</Paragraph>
        </Stack>
        {request.query.get('gedaan') === 'af' && (
          <Alert type="ok">
            <Paragraph>{w.ended}</Paragraph>
          </Alert>
        )}
        <Card>
          <ul className="schakel-plain">
            {sessions.map((session) => (
              <li key={session.id} className="schakel-row">
                <Session request={request} session={session} />
              </li>
            ))}
          </ul>
          {others.length === 0 && <Paragraph>{w.onlyThis}</Paragraph>}
        </Card>
        {others.length > 0 && (
          <form method="post" action={caseHref(request, '/sessies')}>
            <input type="hidden" name="alle" value="andere" />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.endOthers}
              </Button>
            </Actions>
          </form>
        )}
        {!hers && (
          <Paragraph>
            <Link href={caseHref(request, '/sleutels')}>{request.words.casePasskey.own.title}</Link>
          </Paragraph>
        )}
        <Paragraph>
          <Link href={caseHref(request, backTo(request))}>{w.back}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

/** Who has no work of their own here stays. */
function backTo({ actor }: SignedInRequest): string {
  const home = homeOf(actor)
  return home === '/sessies' ? '/' : home
}

function Session({ request, session }: { request: SignedInRequest; session: OwnSession }) {
  const w = request.words.caseSessions
  const name = deviceName(request, session.device)
  const here = session.id === request.sessionId
  return (
    <>
      <span>
        <b>{here ? `${w.here}: ${name}` : name}</b>
        <small>
          {w.since(momentIn(request, session.openedAt))} {w.methods[session.method]},{' '}
          {w.seen(momentIn(request, session.seenAt))}, {w.until(momentIn(request, session.expiresAt))}.
        </small>
      </span>
      <form method="post" action={caseHref(request, '/sessies')}>
        <input type="hidden" name="sessie" value={session.id} />
        <Button
          type="submit"
          appearance="secondary-action-button"
          aria-label={here ? undefined : w.endNamed(name)}
        >
          {w.end}
        </Button>
      </form>
    </>
  )
}

export function deviceName({ words }: Pick<CasePage, 'words'>, code: string | null): string {
  const w = words.caseSessions
  const { browser, system } = readDevice(code)
  if (browser === 'other' && system === 'other') return w.unknownDevice
  return w.device(w.browsers[browser], w.systems[system])
}

export function momentIn({ words, language }: Pick<CasePage, 'words' | 'language'>, moment: Date): string {
  return words.caseSessions.at(formatDate(dayOf(moment), language), formatTime(moment, language))
}

export async function endSessions(request: SignedInRequest): Promise<CaseAnswer> {
  const form = await request.form()
  const id = String(form.get('sessie') ?? '')
  if (form.get('alle') === 'andere') {
    await request.gate((ctx) => endOtherSessions(ctx, request.sessionId))
    return goTo(request, '/sessies?gedaan=af')
  }
  await request.gate((ctx) => endOwnSession(ctx, id))
  if (id !== request.sessionId) return goTo(request, '/sessies?gedaan=af')
  const answer = goTo(request, request.actor.kind === 'survivor' ? '/kaart' : '/aanmelden')
  answer.headers.append('set-cookie', caseCookie(request, null))
  return answer
}
