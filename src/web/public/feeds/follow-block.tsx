import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { FeedScope } from '../../../council/index.ts'
import { Card } from '../../components/layout.tsx'
import type { MunicipalityRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { scopePath } from './feed-address.ts'

type Props = {
  request: MunicipalityRequest
  scope: FeedScope
  /** Needed for a motion, which is followed by its number here. */
  motion?: number
  /** Name of the party, where the scope is one. */
  party?: string
}

/** Three ways to stay informed: by mail, in a news reader, in a calendar. */
export function FollowBlock({ request, scope, motion, party }: Props) {
  const { follow } = request.words.feeds
  const topic = topicOf(scope, motion)
  const path = scopePath(scope)
  return (
    <Card labelledBy="volg">
      <Heading2 id="volg">{follow.title}</Heading2>
      <Paragraph className="schakel-small">{about(request, scope, party)}</Paragraph>
      <ul className="schakel-plain schakel-small">
        <li>
          <Link href={hrefHere(request, `/volgen${topic}`)}>
            {!topic ? follow.emailChoose : scope.kind === 'commitment' ? follow.emailMotion : follow.email}
          </Link>
        </li>
        <li>
          <Link href={hrefHere(request, `${path}/feed.atom`)} type="application/atom+xml">
            {follow.atom}
          </Link>
        </li>
        <li>
          <Link href={hrefHere(request, `${path}/agenda.ics`)} type="text/calendar">
            {follow.calendar}
          </Link>
        </li>
      </ul>
    </Card>
  )
}

function about({ words }: MunicipalityRequest, scope: FeedScope, party: string | undefined): string {
  const { follow } = words.feeds
  switch (scope.kind) {
    case 'all':
      return follow.all
    case 'motion':
      return follow.motion
    case 'party':
      return follow.party(party ?? scope.slug)
    case 'domain':
      return follow.domain(words.terms.domain[scope.domain])
    case 'commitment':
      return follow.commitment
  }
}

function topicOf(scope: FeedScope, motion: number | undefined): string {
  switch (scope.kind) {
    case 'all':
      return ''
    case 'motion':
    // By mail a commitment is followed with the motion that it is for.
    case 'commitment':
      return motion === undefined ? '' : `?motie=${motion}`
    case 'party':
      return `?fractie=${encodeURIComponent(scope.slug)}`
    case 'domain':
      return `?domein=${scope.domain}`
  }
}

/** For `Screen.alternates`: browsers and news readers find the feed by themselves. */
export function feedAlternates(
  request: MunicipalityRequest,
  scope: FeedScope,
): NonNullable<Screen['alternates']> {
  const { follow } = request.words.feeds
  const at = `/${request.municipality.slug}${scopePath(scope)}`
  return [
    { type: 'application/atom+xml', title: follow.atom, path: `${at}/feed.atom` },
    { type: 'text/calendar', title: follow.calendar, path: `${at}/agenda.ics` },
  ]
}
