import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Stack } from '../../components/layout.tsx'
import { Done } from '../kit.tsx'
import type { CaseScreen, StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'

const parts = [
  { key: 'overview', path: '/toezicht' },
  { key: 'requests', path: '/toezicht/verzoeken' },
  { key: 'retention', path: '/toezicht/bewaren' },
  { key: 'register', path: '/toezicht/register' },
] as const
export type PrivacyPart = (typeof parts)[number]['key']

/** A page of the privacy officer, with the way to the others. */
export function privacyScreen(
  request: StaffRequest,
  given: { part: PrivacyPart; title: string; intro: string; below?: string; children: ReactNode },
): CaseScreen {
  const w = request.words.casePrivacy
  const { part, title, intro, below, children } = given
  const top = parts.find(({ key }) => key === part)
  return {
    title,
    nav: 'privacy',
    ...(below && top
      ? {
          crumbs: [
            { label: w.nav[part], path: top.path },
            { label: title, path: below },
          ],
        }
      : {}),
    body: (
      <Stack size="l">
        <nav aria-label={w.nav.label} className="schakel-privacy-nav">
          <ul>
            {parts.map(({ key, path }) => (
              <li key={key}>
                <Link
                  href={caseHref(request, path)}
                  aria-current={key === part && !below ? 'page' : undefined}
                >
                  {w.nav[key]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Stack size="s">
          <Heading1>{title}</Heading1>
          <Paragraph>{intro}</Paragraph>
        </Stack>
        <Done request={request} sentences={w.done} />
        {children}
      </Stack>
    ),
  }
}
