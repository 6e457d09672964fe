import { Paragraph } from '@utrecht/component-library-react'
import type { MotionDossier, VoteChoice } from '../../../council/index.ts'
import { Facts } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import type { MunicipalityRequest } from '../../page.ts'

/** Who voted how, as far as the documents say. */
export function VoteList({ request, dossier }: { request: MunicipalityRequest; dossier: MotionDossier }) {
  const { votes } = dossier
  if (!votes) return null
  const { dossier: w } = request.words.public
  const names = (vote: VoteChoice) =>
    votes.parties
      .filter((entry) => entry.vote === vote)
      .map((entry) => entry.party.name)
      .join(', ')
  return (
    <Part id="stemming" title={w.votes}>
      <div className="schakel-card schakel-stack schakel-stack--m">
        <Paragraph>
          {w.voteCount(votes.for, votes.against)}{' '}
          <PassageLink request={request} passage={dossier.motion.passages.votes ?? null} />
        </Paragraph>
        {votes.parties.length > 0 && (
          <Facts
            items={[
              { term: w.partiesFor, value: names('for') },
              { term: w.partiesAgainst, value: names('against') },
              { term: w.partiesDivided, value: names('divided') },
            ]}
          />
        )}
      </div>
    </Part>
  )
}
