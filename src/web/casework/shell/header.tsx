import { Link } from '@utrecht/component-library-react'
import type { CaseRole } from '../../../case-ctx.ts'
import { Wrap } from '../../components/layout.tsx'
import { LanguageSwitch } from '../../shell/language-switch.tsx'
import { Mark } from '../../shell/mark.tsx'
import type { CaseNav, CasePage, CaseScreen, SignedInActor } from '../page.ts'
import { care, caseHref } from '../page.ts'

type Props = { request: CasePage; screen: CaseScreen; actor: SignedInActor | null }
type Item = { key: CaseNav; path: string; for: readonly CaseRole[] | 'partner' }

const menu: readonly Item[] = [
  { key: 'today', path: '/vandaag', for: care },
  { key: 'trajectories', path: '/trajecten', for: care },
  { key: 'referrals', path: '/verwijzingen', for: care },
  { key: 'partners', path: '/partners', for: care },
  { key: 'search', path: '/zoeken', for: care },
  { key: 'privacy', path: '/toezicht', for: ['privacy-officer'] },
  { key: 'admin', path: '/beheer', for: ['administrator'] },
  { key: 'shared', path: '/gedeeld', for: 'partner' },
]

export function CaseHeader({ request, screen, actor }: Props) {
  const { words } = request
  const items = actor ? menu.filter((item) => isFor(item, actor)) : []
  return (
    <header className="schakel-top">
      <Wrap>
        <a className="schakel-brand" href={caseHref(request, '/')}>
          <Mark />
          <span>
            Schakel
            <small>{words.caseShell.place}</small>
          </span>
        </a>
        <div className="schakel-menu">
          {items.length > 0 && (
            <nav aria-label={words.shell.mainMenu}>
              <ul>
                {items.map(({ key, path }) => (
                  <li key={key}>
                    <Link
                      href={caseHref(request, path)}
                      aria-current={key === screen.nav ? 'page' : undefined}
                    >
                      {words.caseShell.nav[key]}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <LanguageSwitch request={request} />
          {actor && <SignedIn request={request} actor={actor} />}
        </div>
      </Wrap>
    </header>
  )
}

function isFor(item: Item, actor: SignedInActor): boolean {
  if (item.for === 'partner') return actor.kind === 'partner'
  return actor.kind === 'staff' && actor.roles.some((role) => item.for.includes(role as never))
}

function SignedIn({ request, actor }: { request: CasePage; actor: SignedInActor }) {
  const { caseShell, shell } = request.words
  const who =
    actor.kind === 'staff'
      ? shell.signedInAs(actor.name, actor.roles.map((role) => caseShell.roles[role]).join(', '))
      : actor.kind === 'partner'
        ? shell.signedInAs(actor.name, actor.organisation)
        : null
  return (
    <form className="schakel-signed-in" method="post" action={caseHref(request, '/afmelden')}>
      {who && (
        <Link href={caseHref(request, '/sessies')} className="schakel-who">
          {who}
        </Link>
      )}
      <button type="submit" className="schakel-link-button">
        {shell.signOut}
      </button>
    </form>
  )
}
