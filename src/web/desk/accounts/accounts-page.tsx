import { Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type AccountLinks,
  accountsAtDesk,
  type DeskAccount,
  type DeskPerson,
  type LifeFieldCode,
  linkAccount,
  unlinkAccount,
} from '../../../council/index.ts'
import { Invalid, Refused } from '../../../errors.ts'
import { dateOf } from '../../../words/format.ts'
import { Card, OverLine, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { accountsPath } from '../desk-paths.ts'
import { type FieldSet, fieldId, SelectField } from '../form-fields.tsx'

const formOf = (account: string) => `wie-${account}`

/** What came back: the account, whom was chosen for it, and what stands in the way; no field: somebody else was first. */
type Again = { account: string; person: string; code: LifeFieldCode | null }

/** "Wie is wie": which councillor or member of the college each account is. */
export async function accountsPage(request: DeskRequest): Promise<Answer> {
  return accountsScreen(request, await request.transact(accountsAtDesk), null)
}

export async function postAccounts(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const text = (name: string) => String(form.get(name) ?? '')
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : null)
  const account = text('account')
  const seen = number('seen')
  const person = number('person')
  const done = text('action') === 'unlink' ? 'los' : 'gekoppeld'
  try {
    if (done === 'gekoppeld' && person === null) {
      throw new Invalid('form-invalid', [{ field: 'person', code: 'needed' }])
    }
    await request.transact((ctx) =>
      done === 'los'
        ? unlinkAccount(ctx, { account, seen })
        : linkAccount(ctx, { account, seen, person: person! }),
    )
  } catch (error) {
    if (!(error instanceof Invalid) && !(error instanceof Refused)) throw error
    const code = error instanceof Invalid ? ((error.fields[0]?.code ?? 'needed') as LifeFieldCode) : null
    const links = await request.transact(accountsAtDesk)
    return accountsScreen(request, links, { account, person: text('person'), code })
  }
  return seeOther(`${accountsPath(request)}?${done}=${encodeURIComponent(account)}`)
}

function accountsScreen(request: DeskRequest, links: AccountLinks, again: Again | null): Screen {
  const { words } = request
  const w = words.accounts
  return {
    title: again ? `${words.desk.review.errors.prefix}: ${w.title}` : w.title,
    nav: 'desk',
    status: !again ? 200 : again.code === null ? 409 : 422,
    crumbs: [{ label: words.shell.deskNav.home.clerk, path: `/${request.municipality.slug}/bureau` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
        </Stack>
        {done(request, links)}
        {again && (
          <section
            className={again.code === null ? 'schakel-attention' : 'schakel-errors'}
            aria-labelledby="fouten-titel"
            tabIndex={-1}
            data-errors
          >
            <h2 id="fouten-titel">{again.code === null ? w.stale : words.desk.review.errors.title}</h2>
            {again.code !== null && (
              <p>
                <Link href={`#${fieldId(formOf(again.account), 'person')}`}>
                  {w.choose} {words.life.fieldError[again.code]}
                </Link>
              </p>
            )}
          </section>
        )}
        {links.accounts.length === 0 && <Paragraph>{w.none}</Paragraph>}
        {links.accounts.map((one) => (
          <Account
            key={one.account}
            request={request}
            one={one}
            people={links.people}
            again={again?.account === one.account ? again : null}
          />
        ))}
        <History request={request} history={links.history} />
      </Stack>
    ),
  }
}

function done(request: DeskRequest, { accounts }: AccountLinks): ReactNode {
  const w = request.words.accounts
  const named = (key: string) => accounts.find(({ account }) => account === request.query.get(key))
  const linked = named('gekoppeld')
  const apart = named('los')
  if (!linked?.person && !apart) return null
  return (
    <p className="schakel-done" role="status">
      {linked?.person ? w.linked(linked.name, linked.person.name) : w.unlinked(apart!.name)}
    </p>
  )
}

type AccountProps = {
  request: DeskRequest
  one: DeskAccount
  people: readonly DeskPerson[]
  again: Again | null
}

function Account({ request, one, people, again }: AccountProps) {
  const { words } = request
  const w = words.accounts
  const set: FieldSet = {
    form: formOf(one.account),
    typed: again && new Map([['person', [again.person]]]),
    errors: new Map(again?.code ? [['person', words.life.fieldError[again.code]]] : []),
    theirs: new Map(),
  }
  const said = (person: DeskPerson) => w.person(person.party, person.motions)
  return (
    <Card labelledBy={`account-${one.account}`}>
      <OverLine items={one.roles.map((role) => words.shell.roles[role])} />
      <Heading2 id={`account-${one.account}`}>{one.name}</Heading2>
      <form method="post" action={accountsPath(request)}>
        <Stack size="s">
          <input type="hidden" name="account" value={one.account} />
          <input type="hidden" name="seen" value={one.person?.id ?? ''} />
          <p>
            {w.is}: <b>{one.person?.name ?? w.nobody}</b>
            {one.person && said(one.person) && ` (${said(one.person)})`}
          </p>
          {one.person ? (
            <div className="schakel-actions">
              <Button
                type="submit"
                name="action"
                value="unlink"
                appearance="secondary-action-button"
                aria-label={w.unlinkOf(one.name)}
              >
                {w.unlink}
              </Button>
            </div>
          ) : (
            <>
              <SelectField
                set={set}
                name="person"
                label={w.choose}
                hint={one.likely ? w.likely(one.likely.name) : undefined}
                value={String(one.likely?.id ?? '')}
                choices={[
                  { value: '', label: w.any },
                  ...people.map((person) => ({
                    value: String(person.id),
                    label: [person.name, said(person), person.account === null ? null : w.taken]
                      .filter(Boolean)
                      .join(', '),
                  })),
                ]}
              />
              <div className="schakel-actions">
                <Button type="submit" appearance="primary-action-button" aria-label={w.linkOf(one.name)}>
                  {w.link}
                </Button>
              </div>
            </>
          )}
        </Stack>
      </form>
    </Card>
  )
}

function History({ request, history }: { request: DeskRequest; history: AccountLinks['history'] }) {
  const w = request.words.accounts
  return (
    <section aria-labelledby="vastgelegd">
      <Stack size="s">
        <Heading2 id="vastgelegd">{w.history}</Heading2>
        {history.length === 0 ? (
          <Paragraph>{w.historyNone}</Paragraph>
        ) : (
          <ul className="schakel-links">
            {history.map(({ id, step, account, person, by, at }) => (
              <li key={id}>
                {w.said[step](account, person)}{' '}
                <span className="schakel-hint">{w.by(by === 'seed' ? w.program : by, dateOf(at))}</span>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </section>
  )
}
