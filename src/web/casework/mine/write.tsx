import { Alert, Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import { firstName, type Message, messagesOf, openMine, writeMessage } from '../../../reintegration/index.ts'
import { formatTime } from '../../../words/format.ts'
import { Card } from '../../components/layout.tsx'
import { LongField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { formPages, type Sent } from '../kit.tsx'
import type { CaseScreen, SurvivorRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { sayDay } from './say.ts'

/** Messages: what she writes and what is written back. */
export const messagePages = formPages<SurvivorRequest>({
  async draw(request, sent) {
    const messages = await request.transact(async (ctx) => messagesOf(ctx, await openMine(ctx)))
    const w = request.words.caseMine.message
    return writeScreen(request, sent, { ...w, path: '/mijn/bericht', messages })
  },
  async send(request, typed) {
    await request.transact(async (ctx) =>
      writeMessage(ctx, await openMine(ctx), { text: textIn(typed, 'text') }),
    )
    return goTo(request, '/mijn?gedaan=verstuurd')
  },
})

/** What she says is not right. */
export const wrongPages = formPages<SurvivorRequest>({
  async draw(request, sent) {
    const w = request.words.caseMine.wrong
    return writeScreen(request, sent, { ...w, path: '/mijn/klopt-niet', messages: null })
  },
  async send(request, typed) {
    await request.transact(async (ctx) =>
      writeMessage(ctx, await openMine(ctx), { text: textIn(typed, 'text'), kind: 'correction' }),
    )
    return goTo(request, '/mijn?gedaan=klopt')
  },
})

function writeScreen(
  request: SurvivorRequest,
  sent: Sent | null,
  given: {
    title: string
    text: string
    hint: string
    submit: string
    path: '/mijn/bericht' | '/mijn/klopt-niet'
    messages: readonly Message[] | null
  },
): CaseScreen {
  const w = request.words.caseMine
  return {
    title: w.title,
    frame: 'hers',
    body: (
      <div className="mine">
        <Heading1>{given.title}</Heading1>
        {sent && (
          <Alert type="error">
            <Paragraph>{w.needed}</Paragraph>
          </Alert>
        )}
        <form method="post" action={caseHref(request, given.path)} className="mine-form">
          <LongField
            set={{
              form: 'schrijf',
              typed: sent?.typed ?? null,
              errors: new Map(sent ? [['text', w.needed]] : []),
              theirs: new Map(),
            }}
            name="text"
            label={given.text}
            hint={given.hint}
            rows={5}
            maxLength={4000}
          />
          <Button type="submit" appearance="primary-action-button">
            {given.submit}
          </Button>
        </form>
        {given.messages && given.messages.length > 0 && (
          <Card labelledBy="eerder">
            <Heading2 id="eerder">{w.message.before}</Heading2>
            {given.messages.slice(0, 50).map(({ id, hers, name, text, at }) => (
              <p key={id} className="mine-message">
                <span className="mine-small mine-soft">
                  {hers ? w.message.me : firstName(name ?? '')}, {sayDay(request, dayOf(at)).toLowerCase()}{' '}
                  {formatTime(at, request.language)}
                </span>
                {text}
              </p>
            ))}
          </Card>
        )}
        <Link className="mine-button" href={caseHref(request, '/mijn')}>
          {w.back}
        </Link>
      </div>
    ),
  }
}
