import { Alert, Button, Checkbox, FormLabel, Heading1, Paragraph } from '@utrecht/component-library-react'
import { chooseDigest, wantsDigest } from '../../../council/index.ts'
import { hasAddress } from '../../../identity/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest } from '../../page.ts'
import { hrefHere, seeOther } from '../../page.ts'

/** What somebody who works here gets by e-mail; a councillor chooses whether the weekly mail comes. */
export async function mailSettingsPage(request: DeskRequest): Promise<Answer> {
  const words = request.words.follow.settings
  const account = request.actor.personId
  const { known, digest } = await request.transact(async (ctx) => ({
    known: await hasAddress(ctx, account),
    digest: await wantsDigest(ctx, { account }),
  }))
  return {
    title: words.title,
    body: (
      <Stack>
        <Heading1>{words.title}</Heading1>
        {request.query.has('opgeslagen') && (
          <Alert type="ok" role="status">
            <Paragraph>{words.saved}</Paragraph>
          </Alert>
        )}
        <Paragraph>{words.lead}</Paragraph>
        <Paragraph>{known ? words.address : words.noAddress}</Paragraph>
        {request.actor.role === 'councillor' && (
          <form
            method="post"
            action={hrefHere(request, '/bureau/e-mail')}
            className="schakel-stack schakel-stack--m"
          >
            <span className="schakel-check">
              <Checkbox id="weekbericht" name="weekbericht" value="1" defaultChecked={digest} />
              <FormLabel htmlFor="weekbericht" type="checkbox">
                {words.digest}
              </FormLabel>
            </span>
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {words.save}
              </Button>
            </Actions>
          </form>
        )}
      </Stack>
    ),
  }
}

export async function postMailSettings(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const digest = form.get('weekbericht') === '1'
  await request.transact((ctx) => chooseDigest(ctx, { account: request.actor.personId, digest }))
  return seeOther(hrefHere(request, '/bureau/e-mail?opgeslagen=1'))
}
