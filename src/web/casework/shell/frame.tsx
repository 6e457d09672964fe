import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { Document, Surface } from '@utrecht/component-library-react'
import { Wrap } from '../../components/layout.tsx'
import { Breadcrumb } from '../../shell/breadcrumb.tsx'
import type { CasePage, CaseScreen, SignedInActor } from '../page.ts'
import { caseHref } from '../page.ts'
import { CaseHeader } from './header.tsx'

type Props = { request: CasePage; screen: CaseScreen; actor: SignedInActor | null }

/** What stands around every page of the confidential side. Her own pages name no system. */
export function CaseFrame({ request, screen, actor }: Props) {
  const { words, language, mode } = request
  const hers = screen.frame === 'hers'
  return (
    <html lang={language} className={`schakel-page${hers ? ' schakel-page--hers' : ''}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <title>{hers ? screen.title : `${screen.title} · ${words.caseShell.site}`}</title>
        <link rel="icon" type="image/svg+xml" href={request.asset(hers ? 'plain.svg' : 'favicon.svg')} />
        <link rel="stylesheet" href={request.asset(hers ? 'hers.css' : 'schakel.css')} />
        {hers && <script type="module" src={request.asset('leave.js')} />}
        {screen.islands?.map((name) => (
          <script key={name} type="module" src={request.asset(name)} />
        ))}
      </head>
      <body className="schakel-theme">
        <Document>
          <Surface>
            <SkipLink href="#inhoud">{words.shell.skip}</SkipLink>
            {hers && <LeaveNow request={request} />}
            {mode === 'demo' && (
              <section className="schakel-demo" aria-label={words.shell.demoLabel}>
                <Wrap>{hers ? words.caseShell.demoHers : words.shell.demo}</Wrap>
              </section>
            )}
            {!hers && <CaseHeader request={request} screen={screen} actor={actor} />}
            <Wrap>
              {screen.crumbs && <Breadcrumb request={request} crumbs={screen.crumbs} />}
              <main id="inhoud" tabIndex={-1}>
                {screen.body}
              </main>
            </Wrap>
          </Surface>
        </Document>
      </body>
    </html>
  )
}

/** Always in reach: one touch, and something harmless stands there instead. */
function LeaveNow({ request }: { request: CasePage }) {
  return (
    <nav className="schakel-leave-bar" aria-label={request.words.caseShell.leave}>
      <a className="schakel-leave" href={caseHref(request, '/weg')} rel="nofollow noreferrer">
        {request.words.caseShell.leave}
      </a>
    </nav>
  )
}
