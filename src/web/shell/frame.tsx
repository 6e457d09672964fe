import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { Document, Surface } from '@utrecht/component-library-react'
import { Wrap } from '../components/layout.tsx'
import type { PageRequest, PersonActor, Screen } from '../page.ts'
import { href } from '../page.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

type Props = { request: PageRequest; screen: Screen; actor: PersonActor | null }

/** What stands around every page, from `<html>` to the footer. */
export function Frame({ request, screen, actor }: Props) {
  const { words, language, mode, municipality } = request
  const theme = municipality?.theme ?? 'schakel'
  const place = municipality ? words.shell.municipality(municipality.name) : words.shell.region
  return (
    <html lang={language} className="schakel-page">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${screen.title} · ${place}`}</title>
        {screen.description && <meta name="description" content={screen.description} />}
        {screen.alternates?.map(({ type, title, path }) => (
          <link key={path} rel="alternate" type={type} title={title} href={href(request, path)} />
        ))}
        <link rel="icon" type="image/svg+xml" href={request.asset('favicon.svg')} />
        <link rel="stylesheet" href={request.asset(`${theme}.css`)} />
        {screen.islands?.map((name) => (
          <script key={name} type="module" src={request.asset(name)} />
        ))}
      </head>
      <body className={`${theme}-theme`}>
        <Document>
          <Surface>
            <SkipLink href="#inhoud">{words.shell.skip}</SkipLink>
            {mode === 'demo' && (
              <section className="schakel-demo" aria-label={words.shell.demoLabel}>
                <Wrap>{words.shell.demo}</Wrap>
              </section>
            )}
            <Header request={request} screen={screen} actor={actor} />
            <Wrap>
              {screen.crumbs && <Breadcrumb request={request} crumbs={screen.crumbs} />}
              <main id="inhoud" tabIndex={-1}>
                {screen.body}
              </main>
            </Wrap>
            <Footer request={request} />
          </Surface>
        </Document>
      </body>
    </html>
  )
}
