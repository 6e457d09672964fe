import { Button, Heading2, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import { Invalid } from '../../../errors.ts'
import { approveRecovery, askRecovery, recoverable, recoveriesOf } from '../../../gate/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { SelectField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../kit.tsx'
import type { AdminRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { invitationScreen } from './accounts.tsx'
import { AdminFrame } from './frame.tsx'

const path = '/beheer/herstel'

/** Somebody lost what they sign in with: two people each say who it is. */
export const recoveryPages = formPages<AdminRequest>({
  async draw(request, sent) {
    const { people, waiting } = await request.gate(async (ctx) => ({
      people: await recoverable(ctx),
      waiting: await recoveriesOf(ctx),
    }))
    const w = request.words.caseAdmin
    return AdminFrame({
      request,
      title: w.recovery,
      intro: w.recoveryIntro,
      path,
      sent,
      form: 'vraag',
      children: (
        <>
          <Card labelledBy="wacht">
            <Heading2 id="wacht">{w.recoveryWaits}</Heading2>
            {waiting.length === 0 && <Paragraph>{w.recoveryNone}</Paragraph>}
            <ul className="schakel-plain">
              {waiting.map(({ id, name, askedBy, mine, useBefore }) => (
                <li key={id} className="schakel-row">
                  <span>
                    {w.recoveryBy(name, askedBy, formatDate(dayOf(useBefore), request.language))}{' '}
                    {mine && <small>{w.recoveryMine}</small>}
                  </span>
                  {!mine && (
                    <form method="post" action={caseHref(request, path)}>
                      <input type="hidden" name="form" value="bevestig" />
                      <input type="hidden" name="recovery" value={id} />
                      <Button type="submit" appearance="primary-action-button">
                        {w.recoveryApprove(name)}
                      </Button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          </Card>
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <input type="hidden" name="form" value="vraag" />
            <Stack>
              <SelectField
                set={fieldsFor(request, 'vraag', sent)}
                name="account"
                label={w.recoveryWho}
                choices={[
                  { value: '', label: w.choose },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              <Actions>
                <Button type="submit" appearance="secondary-action-button">
                  {w.recoveryAsk}
                </Button>
              </Actions>
            </Stack>
          </form>
        </>
      ),
    })
  },
  async send(request, typed) {
    if (textIn(typed, 'form') === 'bevestig') {
      const id = textIn(typed, 'recovery')
      const { name, code } = await request.gate(async (ctx) => ({
        name: (await recoveriesOf(ctx)).find((one) => one.id === id)?.name ?? '',
        code: await approveRecovery(ctx, id),
      }))
      return invitationScreen(request, request.words.caseAdmin.codeTitle(name), code)
    }
    const account = textIn(typed, 'account')
    if (!account) throw new Invalid('form-invalid', [{ field: 'account', code: 'unknown' }])
    await request.gate((ctx) => askRecovery(ctx, account))
    return goTo(request, `${path}?gedaan=bewaard`)
  },
})
