import { Link } from '@utrecht/component-library-react'
import type { DeskMatter, MatterFact } from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { type Moment, Timeline } from '../../components/timeline.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'
import type { MatterView } from './load-matter.ts'

type Who = { role: MatterView['role']; matter: Pick<DeskMatter, 'takenBy'> }

/** A step as a sentence, without its day. */
export const stepSentence = (fact: MatterFact, { life }: Words): string =>
  life.matterStep[fact.step](fact.outcome, fact.cause)

/** Who took a step. Councillors read no names of officials. */
export function stepBy(fact: MatterFact, { role, matter }: Who, { life }: Words): string {
  const name = role === 'councillor' || fact.by.role === 'program' ? null : matter.takenBy[fact.id]
  return life.by(fact.by.role, fact.by.name ?? name ?? null)
}

/** What happened to a matter, oldest first. */
export function Course({ request, view }: { request: DeskRequest; view: MatterView }) {
  const { words } = request
  const moments = view.matter.history.map(
    (fact): Moment => ({
      key: String(fact.id),
      date: fact.on,
      when: `${words.public.date(fact.on)}, ${stepBy(fact, view, words)}`,
      late: fact.step === 'reopen' && fact.cause === 'commitment-missed',
      body: <StepBody request={request} fact={fact} />,
    }),
  )
  return <Timeline moments={moments} />
}

export function StepBody({ request, fact }: { request: DeskRequest; fact: MatterFact }) {
  const { words, language } = request
  return (
    <>
      {stepSentence(fact, words)}
      {fact.undone && <span className="schakel-soft"> ({words.life.undone})</span>}
      {fact.commitment !== null && (
        <>
          {' '}
          <Link href={commitmentPath(request, fact.commitment)}>{words.life.commitment}</Link>
        </>
      )}
      {fact.reason && (
        <p className="schakel-small">
          <Original language={language}>{fact.reason}</Original>
        </p>
      )}
      {fact.passage && (
        <p className="schakel-small">
          <PassageLink request={request} passage={fact.passage} />
        </p>
      )}
    </>
  )
}
