import { Link } from '@utrecht/component-library-react'
import { dateOf, formatDate } from '../../words/format.ts'
import { Wrap } from '../components/layout.tsx'
import type { PageRequest } from '../page.ts'
import { href } from '../page.ts'

export function Footer({ request }: { request: PageRequest }) {
  const { footer } = request.words.shell
  const { municipality } = request
  const links = municipality
    ? [
        { label: footer.accessibility, path: `/${municipality.slug}/toegankelijkheid` },
        { label: footer.privacy, path: `/${municipality.slug}/privacy` },
        { label: footer.desk, path: `/${municipality.slug}/bureau` },
      ]
    : [{ label: footer.desk, path: '/aanmelden' }]
  return (
    <footer className="schakel-foot">
      <Wrap>
        <span>{footer.open}</span>
        <span className="schakel-print-only">
          {footer.printedFrom(
            request.origin + href(request, request.path),
            formatDate(dateOf(request.now), request.language),
          )}
        </span>
        <nav aria-label={footer.label}>
          <ul>
            {links.map((link) => (
              <li key={link.path}>
                <Link href={href(request, link.path)}>{link.label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </Wrap>
    </footer>
  )
}
