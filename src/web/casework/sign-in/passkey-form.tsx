import { Alert, Button, Paragraph } from '@utrecht/component-library-react'
import { Actions, Stack } from '../../components/layout.tsx'
import type { CasePage } from '../page.ts'
import { caseHref } from '../page.ts'

/** One button that asks the browser for a passkey. `islands: ['passkey.js']` belongs with it. */
export function PasskeyForm({
  request,
  create = false,
  action,
  options,
  label,
}: {
  request: CasePage
  create?: boolean
  action: string
  options: string
  label: string
}) {
  const w = request.words.casePasskey
  return (
    <form
      method="post"
      action={caseHref(request, action)}
      data-passkey={create ? 'create' : 'get'}
      data-options={options}
      data-stopped={w.stopped}
      data-not-here={w.notHere}
    >
      <input type="hidden" name="answer" defaultValue="" />
      <Stack>
        <noscript>
          <Alert type="warning">
            <Paragraph>{w.noScript}</Paragraph>
          </Alert>
        </noscript>
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {label}
          </Button>
        </Actions>
        <p data-says role="status" />
      </Stack>
    </form>
  )
}
