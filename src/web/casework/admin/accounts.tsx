import { Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import {
  accountsOf,
  addAccount,
  addOrganisation,
  invitationDays,
  type KnownAccount,
  organisationKinds,
  organisationsOf,
} from '../../../gate/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Card, Columns, Stack } from '../../components/layout.tsx'
import { RadioField, SelectField, TextField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { Done, fieldsFor, formPages, Problem, type Sent } from '../kit.tsx'
import type { AdminRequest, CaseScreen } from '../page.ts'
import { caseHref, goTo } from '../page.ts'

/** Accounts of staff and partners, and organisations. */
export const adminPages = formPages<AdminRequest>({
  async draw(request, sent) {
    const { accounts, organisations } = await request.gate(async (ctx) => ({
      accounts: await accountsOf(ctx),
      organisations: await organisationsOf(ctx),
    }))
    const w = request.words.caseAdmin
    const form = sent?.typed.get('form')?.at(-1) ?? 'iemand'
    return {
      title: w.title,
      nav: 'admin',
      body: (
        <Stack size="l">
          <Stack size="s">
            <Heading1>{w.title}</Heading1>
            <Paragraph>{w.intro}</Paragraph>
          </Stack>
          <Done request={request} sentences={{ bewaard: w.done, gestopt: w.ended }} />
          <Problem request={request} form={form} sent={sent} />
          <Columns
            aside={
              <>
                <Card labelledBy="organisaties">
                  <Heading2 id="organisaties" className="schakel-card-heading">
                    {w.organisations}
                  </Heading2>
                  {organisations.length === 0 && <Paragraph>{w.nobody}</Paragraph>}
                  <ul className="schakel-plain">
                    {organisations.map(({ id, name, kind }) => (
                      <li key={id}>
                        {name} <small>{w.organisationKinds[kind]}</small>
                      </li>
                    ))}
                  </ul>
                </Card>
                <Link href={caseHref(request, '/beheer/herstel')}>{w.recovery}</Link>
              </>
            }
          >
            {(['staff', 'partner'] as const).map((kind) => (
              <Card key={kind} labelledBy={kind}>
                <Heading2 id={kind}>{kind === 'staff' ? w.staff : w.partners}</Heading2>
                <ul className="schakel-plain">
                  {accounts
                    .filter((account) => account.kind === kind)
                    .map((account) => (
                      <li key={account.id}>
                        <Account request={request} account={account} />
                      </li>
                    ))}
                </ul>
              </Card>
            ))}
            <AddSomebody
              request={request}
              sent={sent}
              organisations={organisations.filter((one) => !one.endedAt)}
            />
            <AddOrganisation request={request} sent={sent} />
          </Columns>
        </Stack>
      ),
    }
  },
  async send(request, typed) {
    const w = request.words.caseAdmin
    if (textIn(typed, 'form') === 'organisatie') {
      await request.gate((ctx) =>
        addOrganisation(ctx, { name: textIn(typed, 'organisation'), kind: textIn(typed, 'kind') }),
      )
      return goTo(request, '/beheer?gedaan=bewaard')
    }
    const name = textIn(typed, 'name')
    const code = await request.gate((ctx) =>
      addAccount(ctx, {
        name,
        kind: textIn(typed, 'kind') === 'partner' ? 'partner' : 'staff',
        organisationId: textIn(typed, 'organisation'),
      }),
    )
    return invitationScreen(request, w.codeTitle(name), code)
  },
})

function Account({ request, account }: { request: AdminRequest; account: KnownAccount }) {
  const w = request.words.caseAdmin
  const names = request.words.caseShell.roles
  const facts = [
    ...(account.organisation ? [account.organisation] : []),
    ...account.roles.map(({ role, approvedAt, proposedBy }) =>
      approvedAt ? names[role] : w.waits(names[role], proposedBy ?? ''),
    ),
    ...(account.kind === 'staff' && account.roles.length === 0 && !account.endedAt ? [w.noRole] : []),
    account.vouched ? w.vouched : w.keys(account.passkeys),
    ...(account.invited ? [w.invited] : []),
  ]
  if (account.endedAt) {
    return (
      <>
        {account.name} <small>{w.left(formatDate(dayOf(account.endedAt), request.language))}</small>
      </>
    )
  }
  return (
    <>
      <Link href={caseHref(request, `/beheer/${account.id}`)} aria-label={w.manage(account.name)}>
        {account.name}
      </Link>{' '}
      <small>{facts.join(', ')}</small>
    </>
  )
}

type Form = { request: AdminRequest; sent: Sent | null }

function AddSomebody({
  request,
  sent,
  organisations,
}: Form & { organisations: { id: string; name: string }[] }) {
  const w = request.words.caseAdmin
  const set = fieldsFor(request, 'iemand', sent)
  return (
    <form method="post" action={caseHref(request, '/beheer')} className="schakel-form">
      <input type="hidden" name="form" value="iemand" />
      <Stack>
        <Heading2>{w.add}</Heading2>
        <TextField set={set} name="name" label={w.name} />
        <RadioField
          set={set}
          name="kind"
          label={w.kind}
          value="staff"
          choices={(['staff', 'partner'] as const).map((kind) => ({ value: kind, label: w.kinds[kind] }))}
        />
        <SelectField
          set={set}
          name="organisation"
          label={w.organisation}
          choices={[
            { value: '', label: w.choose },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.addSubmit}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

function AddOrganisation({ request, sent }: Form) {
  const w = request.words.caseAdmin
  const set = fieldsFor(request, 'organisatie', sent)
  return (
    <form method="post" action={caseHref(request, '/beheer')} className="schakel-form">
      <input type="hidden" name="form" value="organisatie" />
      <Stack>
        <Heading2>{w.addOrganisation}</Heading2>
        <TextField set={set} name="organisation" label={w.organisationName} />
        <SelectField
          set={set}
          name="kind"
          label={w.organisationKind}
          choices={[
            { value: '', label: w.choose },
            ...organisationKinds.map((kind) => ({ value: kind, label: w.organisationKinds[kind] })),
          ]}
        />
        <Actions>
          <Button type="submit" appearance="secondary-action-button">
            {w.addOrganisationSubmit}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

/** The answer to making an invitation: its code stands in no address and is never shown again. */
export function invitationScreen(request: AdminRequest, title: string, code: string): CaseScreen {
  const w = request.words.caseAdmin
  return {
    title,
    nav: 'admin',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          <Paragraph>{w.codeIntro(invitationDays)}</Paragraph>
        </Stack>
        <Card>
          <p className="schakel-her-code schakel-invitation">{code}</p>
          <Paragraph>{w.codeWhere(`${request.origin}${caseHref(request, '/uitnodiging')}`)}</Paragraph>
        </Card>
        <Paragraph>
          <Link href={caseHref(request, request.actor.roles.includes('administrator') ? '/beheer' : '/')}>
            {w.back}
          </Link>
        </Paragraph>
      </Stack>
    ),
  }
}
