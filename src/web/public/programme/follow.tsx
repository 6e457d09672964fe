import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ProgrammeTree } from '../../../programme/index.ts'
import { Card } from '../../components/layout.tsx'
import type { MunicipalityRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { programmeHref } from '../addresses.ts'

type Props = { request: MunicipalityRequest; tree: Pick<ProgrammeTree, 'slug'> }

/** How to hear what changes: of this programme in a news reader, and of motions by mail. */
export function FollowProgramme({ request, tree }: Props) {
  const { follow } = request.words.feeds
  return (
    <Card labelledBy="volg">
      <Heading2 id="volg">{follow.title}</Heading2>
      <Paragraph className="schakel-small">{request.words.programmePublic.feed.follow}</Paragraph>
      <ul className="schakel-plain schakel-small">
        <li>
          <Link href={`${programmeHref(request, tree.slug)}/feed.atom`} type="application/atom+xml">
            {follow.atom}
          </Link>
        </li>
        <li>
          <Link href={hrefHere(request, '/volgen')}>{follow.emailChoose}</Link>
        </li>
      </ul>
    </Card>
  )
}

/** For `Screen.alternates`: news readers find the feed by themselves. */
export const programmeAlternates = (
  { words, municipality }: MunicipalityRequest,
  tree: Pick<ProgrammeTree, 'slug'>,
): NonNullable<Screen['alternates']> => [
  {
    type: 'application/atom+xml',
    title: words.feeds.follow.atom,
    path: `/${municipality.slug}/programma/${tree.slug}/feed.atom`,
  },
]
