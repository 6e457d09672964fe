import { Button, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { messagesOf, openTrajectory, readMessages, writeMessage } from '../../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../../words/format.ts'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import { LongField } from '../../../desk/form-fields.tsx'
import { textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'

/** Messages between her and her team. */
export const herMessagesPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const messages = await request.transact(async (ctx) => messagesOf(ctx, await openTrajectory(ctx, number)))
    const w = request.words.caseShare.messages
    const path = `/trajecten/${number}/berichten`
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'bericht',
      sent,
      children: (
        <>
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <Stack>
              <LongField set={fieldsFor(request, 'bericht', sent)} name="text" label={w.text} />
              <Actions>
                <Button type="submit" name="form" value="bericht" appearance="primary-action-button">
                  {w.submit}
                </Button>
              </Actions>
            </Stack>
          </form>
          {messages.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <Card>
              <ul className="schakel-plain">
                {messages.map(({ id, hers, name, kind, text, at, readAt }) => (
                  <li key={id}>
                    <small>
                      {hers ? w.she : name}, {formatDate(dayOf(at), request.language)}{' '}
                      {formatTime(at, request.language)}
                      {kind === 'correction' && `, ${w.correction}`}
                      {hers && !readAt && <b>, {w.unread}</b>}
                    </small>
                    <span className="schakel-shared-text">{text}</span>
                  </li>
                ))}
              </ul>
              {messages.some(({ hers, readAt }) => hers && !readAt) && (
                <form method="post" action={caseHref(request, path)}>
                  <Button type="submit" name="form" value="gelezen" appearance="secondary-action-button">
                    {w.read}
                  </Button>
                </form>
              )}
            </Card>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    const read = textIn(typed, 'form') === 'gelezen'
    await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, 'care', 'write')
      if (!read) await writeMessage(ctx, trajectory, { text: textIn(typed, 'text') })
      // Who answers has read it.
      await readMessages(ctx, trajectory)
    })
    return goTo(request, `/trajecten/${number}/berichten?gedaan=${read ? 'bewaard' : 'bericht'}`)
  },
})
