import {
  Alert,
  Button,
  Checkbox,
  FormFieldErrorMessage,
  FormLabel,
  Heading1,
  Paragraph,
  Textbox,
} from '@utrecht/component-library-react'
import { chooseDigest, parseAddress, wantsDigest } from '../../../council/index.ts'
import { hasAddress, setAddress } from '../../../identity/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { hrefHere, seeOther } from '../../page.ts'

type Known = { address: boolean; digest: boolean }

/** What somebody who works here gets by e-mail, and where; a councillor chooses whether the weekly mail comes. */
export async function mailSettingsPage(request: DeskRequest): Promise<Answer> {
  return settingsScreen(request, await known(request), null)
}

export async function postMailSettings(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const account = request.actor.personId
  const typed = String(form.get('email') ?? '').slice(0, 300)
  const address = typed.trim() === '' ? null : parseAddress(typed)
  if (typed.trim() !== '' && address === null) {
    return { ...settingsScreen(request, await known(request), typed), status: 422 }
  }
  await request.transact(async (ctx) => {
    if (address !== null) await setAddress(ctx, { personId: account, address })
    if (request.actor.role === 'councillor') {
      await chooseDigest(ctx, { account, digest: form.get('weekbericht') === '1' })
    }
  })
  return seeOther(hrefHere(request, '/bureau/e-mail?opgeslagen=1'))
}

const known = (request: DeskRequest): Promise<Known> =>
  request.transact(async (ctx) => ({
    address: await hasAddress(ctx, request.actor.personId),
    digest: await wantsDigest(ctx, { account: request.actor.personId }),
  }))

/** An address is never shown again: the desk cannot read it. @param typed what cannot be an address */
function settingsScreen(request: DeskRequest, { address, digest }: Known, typed: string | null): Screen {
  const words = request.words.follow.settings
  const invalid = typed !== null
  return {
    title: words.title,
    body: (
      <Stack>
        <Heading1>{words.title}</Heading1>
        {request.query.has('opgeslagen') && !invalid && (
          <Alert type="info" role="status">
            <Paragraph>{words.saved}</Paragraph>
          </Alert>
        )}
        <Paragraph>{words.lead}</Paragraph>
        <Paragraph>{address ? words.address : words.noAddress}</Paragraph>
        <form
          method="post"
          action={hrefHere(request, '/bureau/e-mail')}
          className="schakel-stack schakel-stack--m"
        >
          <div className={`schakel-field${invalid ? ' schakel-field--invalid' : ''}`}>
            <FormLabel htmlFor="email">{address ? words.newAddress : words.ownAddress}</FormLabel>
            {invalid && (
              <FormFieldErrorMessage id="email-fout">
                {request.words.follow.addressInvalid}
              </FormFieldErrorMessage>
            )}
            <Textbox
              type="email"
              id="email"
              name="email"
              autoComplete="email"
              maxLength={254}
              defaultValue={typed ?? ''}
              invalid={invalid}
              aria-describedby={invalid ? 'email-fout email-hulp' : 'email-hulp'}
            />
            <span className="schakel-hint" id="email-hulp">
              {words.addressHint}
            </span>
          </div>
          {request.actor.role === 'councillor' && (
            <span className="schakel-tick">
              <Checkbox id="weekbericht" name="weekbericht" value="1" defaultChecked={digest} />
              <FormLabel htmlFor="weekbericht" type="checkbox">
                {words.digest}
              </FormLabel>
            </span>
          )}
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {words.save}
            </Button>
          </Actions>
        </form>
      </Stack>
    ),
  }
}
