import { Link } from '@utrecht/component-library-react'
import type { Role } from '../../ctx.ts'
import { programmeRoles } from '../../programme/index.ts'
import { Stack } from '../components/layout.tsx'
import type { Answer, DeskRequest } from '../page.ts'
import { hrefHere } from '../page.ts'
import { motionsPage } from './councillor/motions-page.tsx'
import { accountsPath } from './desk-paths.ts'
import { termsPage } from './portfolio/terms-page.tsx'
import { findWeek, WeekBrief } from './programme/work/week-page.tsx'
import { officialPage } from './today/official-page.tsx'
import { todayPage } from './today/today-page.tsx'

const homes: Record<Role, (request: DeskRequest) => Promise<Answer>> = {
  clerk: todayPage,
  councillor: motionsPage,
  'portfolio-holder': termsPage,
  'policy-officer': officialPage,
}

/** The first page of whoever is signed in. */
export async function homePage(request: DeskRequest): Promise<Answer> {
  const home = await homes[request.actor.role](request)
  if (home instanceof Response) return home
  const carries = programmeRoles.includes(request.actor.role)
  const week = carries ? await request.transact((ctx) => findWeek(ctx, request)) : null
  return {
    ...home,
    body: (
      <Stack size="l">
        {home.body}
        {week && <WeekBrief request={request} view={week} />}
        <MailLinks request={request} />
      </Stack>
    ),
  }
}

/** What is seldom needed, quietly below: mail that goes out, who each account is, and one's own mail. */
function MailLinks({ request }: { request: DeskRequest }) {
  const { accounts, follow } = request.words
  return (
    <ul className="schakel-links schakel-small">
      {request.actor.role === 'clerk' && (
        <li>
          <Link href={hrefHere(request, '/bureau/uitgaande-post')}>{follow.outgoing.title}</Link>
        </li>
      )}
      {request.actor.role === 'clerk' && (
        <li>
          <Link href={accountsPath(request)}>{accounts.title}</Link>
        </li>
      )}
      <li>
        <Link href={hrefHere(request, '/bureau/e-mail')}>{follow.settings.link}</Link>
      </li>
    </ul>
  )
}
