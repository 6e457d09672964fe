import { Link } from '@utrecht/component-library-react'
import { Wrap } from '../components/layout.tsx'
import { deskNav } from '../desk/nav.ts'
import type { NavKey, PageRequest, PersonActor, Screen } from '../page.ts'
import { href } from '../page.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'

type Props = { request: PageRequest; screen: Screen; actor: PersonActor | null }
type Item = { key: NavKey; label: string; path: string }

export function Header({ request, screen, actor }: Props) {
  const { words, municipality } = request
  const name = municipality ? words.shell.municipality(municipality.name) : words.shell.region
  const items = menu(request, actor)
  return (
    <header className="schakel-top">
      <Wrap>
        <a className="schakel-brand" href={href(request, municipality ? `/${municipality.slug}` : '/')}>
          <Mark />
          <span>
            Schakel
            <small>{name}</small>
          </span>
        </a>
        <div className="schakel-menu">
          {items.length > 0 && (
            <nav aria-label={words.shell.mainMenu}>
              <ul>
                {items.map((item) => (
                  <li key={item.key}>
                    <Link
                      href={href(request, item.path)}
                      aria-current={item.key === screen.nav ? 'page' : undefined}
                    >
                      {item.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <LanguageSwitch request={request} />
          {actor && municipality && <SignedIn request={request} actor={actor} />}
        </div>
      </Wrap>
    </header>
  )
}

/** At the desk the menu is the desk's; for everyone else it is the public one. */
function menu({ words, municipality }: PageRequest, actor: PersonActor | null): Item[] {
  if (!municipality) return []
  const here = `/${municipality.slug}`
  if (actor) {
    return deskNav
      .filter(({ roles }) => roles.includes(actor.role))
      .map(({ key, label, path }) => ({ key, label: label(words, actor.role), path: here + path }))
  }
  return [
    { key: 'motions', label: words.shell.nav.motions, path: `${here}/moties` },
    { key: 'commitments', label: words.shell.nav.commitments, path: `${here}/toezeggingen` },
    { key: 'programme', label: words.programme.nav, path: `${here}/programma` },
    { key: 'wishes', label: words.wishes.nav, path: `${here}/wensen` },
    { key: 'about', label: words.shell.nav.about, path: `${here}/uitleg` },
  ]
}

function SignedIn({ request, actor }: { request: PageRequest; actor: PersonActor }) {
  const { shell } = request.words
  return (
    <form className="schakel-signed-in" method="post" action={href(request, '/afmelden')}>
      <span>{shell.signedInAs(actor.name, shell.roles[actor.role])}</span>
      <button type="submit" className="schakel-link-button">
        {shell.signOut}
      </button>
    </form>
  )
}
