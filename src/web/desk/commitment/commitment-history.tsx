import { Heading2 } from '@utrecht/component-library-react'
import type { CommitmentFact, DeskCommitment } from '../../../council/index.ts'
import { dateOf } from '../../../words/format.ts'
import { Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Timeline } from '../../components/timeline.tsx'
import type { DeskRequest } from '../../page.ts'

/** What happened to it, with who did it: names of officials stay at the desk. */
export function CommitmentHistory({
  request,
  commitment,
}: {
  request: DeskRequest
  commitment: DeskCommitment
}) {
  const { words } = request
  const today = dateOf(request.now)
  return (
    <section aria-labelledby="geschiedenis">
      <Stack size="s">
        <Heading2 id="geschiedenis">{words.commitmentDesk.history}</Heading2>
        <Timeline
          moments={commitment.life.history.map((fact) => ({
            key: String(fact.id),
            date: fact.on,
            when: fact.on === today ? words.today.today : words.public.date(fact.on),
            late: fact.step === 'miss',
            body: (
              <>
                <p>
                  {stepSaid(request, fact)}
                  {fact.undone && <span className="schakel-hint"> ({words.commitmentDesk.undoneLater})</span>}
                </p>
                {fact.reason && (
                  <p className="schakel-small">
                    <Original language={request.language}>{fact.reason}</Original>
                  </p>
                )}
                <p className="schakel-hint">{whoDid(request, commitment, fact)}</p>
              </>
            ),
          }))}
        />
      </Stack>
    </section>
  )
}

export const stepSaid = ({ words }: DeskRequest, fact: CommitmentFact) => words.life.commitmentStep[fact.step]

/** At the desk people have names; what the program did has none. */
export function whoDid({ words }: DeskRequest, { takenBy }: DeskCommitment, fact: CommitmentFact): string {
  if (fact.by.role === 'program') return words.life.by('program', null)
  return takenBy[fact.id] ?? words.life.by(fact.by.role, fact.by.name)
}
