import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { caseRoles } from '../../../case-ctx.ts'
import { NotFound } from '../../../errors.ts'
import {
  accountsOf,
  approveRole,
  endAccount,
  endRole,
  type HeldRole,
  inviteAgain,
  type KnownAccount,
  proposeRole,
} from '../../../gate/index.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import { SelectField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { fieldsFor, formPages, type Sent } from '../kit.tsx'
import type { AdminRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { invitationScreen } from './accounts.tsx'
import { AdminFrame } from './frame.tsx'

async function accountIn(request: AdminRequest): Promise<KnownAccount> {
  const accounts = await request.gate((ctx) => accountsOf(ctx))
  const account = accounts.find(({ id, endedAt }) => id === request.params.account && !endedAt)
  if (!account) throw new NotFound()
  return account
}

/** Roles and access of one person; of oneself only to see. */
export const accountPages = formPages<AdminRequest>({
  async draw(request, sent) {
    const account = await accountIn(request)
    const w = request.words.caseAdmin
    const own = account.id === request.actor.accountId
    return AdminFrame({
      request,
      title: account.name,
      path: `/beheer/${account.id}`,
      sent,
      form: 'rol',
      children: (
        <>
          {account.kind === 'staff' && <Roles request={request} account={account} own={own} sent={sent} />}
          {account.vouched && <Paragraph>{w.vouched}</Paragraph>}
          {own ? (
            <Paragraph>{w.yourself}</Paragraph>
          ) : (
            <>
              {account.passkeys === 0 && !account.vouched && (
                <Deed request={request} account={account} deed="uitnodigen" label={w.inviteAgain} />
              )}
              <Card labelledBy="stoppen">
                <Heading2 id="stoppen">{w.endAccount}</Heading2>
                <Paragraph>{w.endWarning}</Paragraph>
                <Deed request={request} account={account} deed="stoppen" label={w.endSubmit} />
              </Card>
            </>
          )}
          <Paragraph>
            <Link href={caseHref(request, '/beheer')}>{w.back}</Link>
          </Paragraph>
        </>
      ),
    })
  },
  async send(request, typed) {
    const account = await accountIn(request)
    const role = textIn(typed, 'role')
    switch (textIn(typed, 'form')) {
      case 'uitnodigen': {
        const code = await request.gate((ctx) => inviteAgain(ctx, account.id))
        return invitationScreen(request, request.words.caseAdmin.codeTitle(account.name), code)
      }
      case 'stoppen':
        await request.gate((ctx) => endAccount(ctx, account.id))
        return goTo(request, '/beheer?gedaan=gestopt')
      case 'goedkeuren':
        await request.gate((ctx) => approveRole(ctx, role))
        break
      case 'intrekken':
        await request.gate((ctx) => endRole(ctx, role))
        break
      default:
        await request.gate((ctx) => proposeRole(ctx, account.id, role))
    }
    return goTo(request, `/beheer/${account.id}?gedaan=bewaard`)
  },
})

type Shown = { request: AdminRequest; account: KnownAccount }

function Roles({ request, account, own, sent }: Shown & { own: boolean; sent: Sent | null }) {
  const w = request.words.caseAdmin
  const names = request.words.caseShell.roles
  const held = new Set(account.roles.map(({ role }) => role))
  const free = caseRoles.filter((role) => !held.has(role))
  return (
    <Card labelledBy="rollen">
      <Heading2 id="rollen">{w.roles}</Heading2>
      {account.roles.length === 0 && <Paragraph>{w.noRole}</Paragraph>}
      <ul className="schakel-plain">
        {account.roles.map((role) => (
          <li key={role.id} className="schakel-row">
            <span>
              {role.approvedAt ? names[role.role] : w.waits(names[role.role], role.proposedBy ?? '')}
            </span>
            {!own && <RoleDeeds request={request} account={account} role={role} />}
          </li>
        ))}
      </ul>
      {!own && !account.vouched && free.length > 0 && (
        <form method="post" action={caseHref(request, `/beheer/${account.id}`)} className="schakel-form">
          <input type="hidden" name="form" value="rol" />
          <Stack>
            <SelectField
              set={fieldsFor(request, 'rol', sent)}
              name="role"
              label={w.propose}
              hint={w.proposeHint}
              choices={[
                { value: '', label: w.choose },
                ...free.map((role) => ({ value: role, label: names[role] })),
              ]}
            />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.proposeSubmit}
              </Button>
            </Actions>
          </Stack>
        </form>
      )}
    </Card>
  )
}

function RoleDeeds({ request, account, role }: Shown & { role: HeldRole }) {
  const w = request.words.caseAdmin
  const name = request.words.caseShell.roles[role.role]
  return (
    <Actions>
      {!role.approvedAt &&
        (role.proposerId === request.actor.accountId ? (
          <small>{w.ownProposal}</small>
        ) : (
          <Deed
            request={request}
            account={account}
            deed="goedkeuren"
            role={role.id}
            label={w.approve(name)}
          />
        ))}
      <Deed request={request} account={account} deed="intrekken" role={role.id} label={w.end(name)} />
    </Actions>
  )
}

function Deed({
  request,
  account,
  deed,
  label,
  role,
}: Shown & { deed: 'uitnodigen' | 'stoppen' | 'goedkeuren' | 'intrekken'; label: string; role?: string }) {
  return (
    <form method="post" action={caseHref(request, `/beheer/${account.id}`)}>
      <input type="hidden" name="form" value={deed} />
      {role && <input type="hidden" name="role" value={role} />}
      <Button
        type="submit"
        appearance={deed === 'goedkeuren' ? 'primary-action-button' : 'secondary-action-button'}
      >
        {label}
      </Button>
    </form>
  )
}
