import { Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { DemoAccount } from '../../../gate/index.ts'
import { demoAccounts, endSession, signInAsDemo } from '../../../gate/index.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { caseCookie } from '../cookie.ts'
import type { CaseAnswer, OpenRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'

/** Who you want to be, in the demonstration. */
export async function signInPage(request: OpenRequest): Promise<CaseAnswer> {
  const { words, mode } = request
  const text = words.caseShell.signIn
  const accounts = mode === 'demo' ? await request.gate((ctx) => demoAccounts(ctx.tx)) : []
  const towns = [...new Set(accounts.map(({ municipality }) => municipality))]
  return {
    title: text.title,
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{text.title}</Heading1>
          <Paragraph>{accounts.length > 0 ? text.demo : text.nobody}</Paragraph>
        </Stack>
        <Ways request={request} />
        {towns.map((town) => (
          <Card key={town} labelledBy={`bij-${town}`}>
            <Heading2 id={`bij-${town}`}>{text.town(town)}</Heading2>
            <ul className="schakel-people">
              {accounts
                .filter(({ municipality }) => municipality === town)
                .map((account) => (
                  <li key={account.accountId}>
                    <AccountForm request={request} account={account} />
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </Stack>
    ),
  }
}

/** How one signs in outside the demonstration; each is a page of its own. */
function Ways({ request }: { request: OpenRequest }) {
  const w = request.words.casePasskey.signIn
  const ways = [
    ...(request.provider ? [{ label: w.provider, path: '/aanmelden/organisatie' }] : []),
    { label: w.link, path: '/aanmelden/sleutel' },
    { label: w.card, path: '/kaart' },
    { label: w.invited, path: '/uitnodiging' },
  ]
  return (
    <ul className="schakel-plain">
      {ways.map(({ label, path }) => (
        <li key={path}>
          <Link href={caseHref(request, path)}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}

function AccountForm({ request, account }: { request: OpenRequest; account: DemoAccount }) {
  const { caseShell } = request.words
  const name = account.name ?? caseShell.signIn.someone
  const what =
    account.kind === 'staff'
      ? account.roles.map((role) => caseShell.roles[role]).join(', ')
      : (account.organisation ?? caseShell.signIn.ownPage)
  return (
    <form method="post" action={caseHref(request, '/aanmelden')}>
      <span>
        <b>{name}</b>
        <small>{what}</small>
      </span>
      <input type="hidden" name="account" value={account.accountId} />
      <Actions>
        <Button type="submit" appearance="secondary-action-button">
          {caseShell.signIn.as(name)}
        </Button>
      </Actions>
    </form>
  )
}

export async function signInAs(request: OpenRequest): Promise<CaseAnswer> {
  const account = String((await request.form()).get('account') ?? '')
  const known = await request.gate((ctx) => demoAccounts(ctx.tx))
  if (!known.some(({ accountId }) => accountId === account)) {
    return { ...((await signInPage(request)) as Exclude<CaseAnswer, Response>), status: 403 }
  }
  const token = await request.gate((ctx) => signInAsDemo(ctx, account))
  const answer = goTo(request, '/')
  answer.headers.append('set-cookie', caseCookie(request, token))
  return answer
}

export async function signOutHere(request: OpenRequest): Promise<CaseAnswer> {
  const { token } = request
  if (token) await request.gate((ctx) => endSession(ctx, token, 'signed-out'))
  const answer = goTo(request, request.actor?.kind === 'survivor' ? '/kaart' : '/aanmelden')
  answer.headers.append('set-cookie', caseCookie(request, null))
  answer.headers.set('clear-site-data', '"cache", "storage"')
  return answer
}
