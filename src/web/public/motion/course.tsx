import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { commitmentStanding, type MotionDossier, type TimelineFact } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { Quote } from '../../components/quote.tsx'
import { basisInWords } from '../../components/term.ts'
import { type Moment, Timeline } from '../../components/timeline.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref, motionHref } from '../addresses.ts'
import { tellLife } from './course-life.tsx'

type Props = {
  request: MunicipalityRequest
  dossier: MotionDossier
  facts: readonly TimelineFact[]
  today: string
}

/** How it went: the dated facts in order. */
export function Course({ request, dossier, facts, today }: Props) {
  if (facts.length === 0) return null
  const moments = facts.map(
    (fact, index): Moment => ({
      key: `${fact.kind}-${index}`,
      date: fact.on,
      when: request.words.public.date(fact.on),
      late: isLate(fact, today),
      body: tell(request, dossier, fact, today),
    }),
  )
  return (
    <Part id="verloop" title={request.words.public.dossier.course}>
      <Timeline moments={moments} />
    </Part>
  )
}

/** What broke the chain: a day that passed, or something settled that opened again. */
function isLate(fact: TimelineFact, today: string): boolean {
  if (fact.kind === 'commitment-missed' || fact.kind === 'reopened') return true
  const day = fact.kind === 'commitment-not-after' || fact.kind === 'commitment-check'
  return day && fact.on < today && commitmentStanding(fact.commitment, today) === 'late'
}

function tell(
  request: MunicipalityRequest,
  dossier: MotionDossier,
  fact: TimelineFact,
  today: string,
): ReactNode {
  const { words, language } = request
  const w = words.public.dossier.happened
  switch (fact.kind) {
    case 'outcome': {
      const title = dossier.proposals[0]?.title
      return (
        <>
          <b>{w.outcome[fact.outcome]}</b>
          {title && (
            <>
              {`, ${w.atProposal} `}
              <Original language={language}>{title}</Original>
            </>
          )}{' '}
          <PassageLink request={request} passage={fact.passage} />
        </>
      )
    }
    case 'deadline':
      return (
        <>
          <b>{w.deadline}</b> <PassageLink request={request} passage={fact.passage} />
        </>
      )
    case 'letter':
      return (
        <>
          <b>{fact.role === 'answers' ? w.letterAnswers : w.letterMentions}</b>
          {': '}
          <Link href={documentHref(request, fact.letter.document)}>
            <Original language={language}>{fact.letter.subject ?? fact.letter.document.title}</Original>
          </Link>
        </>
      )
    case 'claim': {
      const basis =
        fact.claim.claim === 'none' ? null : basisInWords(fact.claim.claim, fact.claim.basis, words)
      return (
        <>
          <b>{w.claim[fact.claim.claim]}</b>
          {basis && `, ${basis}`}
          {fact.claim.text && (
            <>
              {': '}
              <Quote language={language}>{fact.claim.text}</Quote>
            </>
          )}{' '}
          <PassageLink request={request} passage={fact.claim.passage} />
        </>
      )
    }
    case 'commitment':
      return (
        <>
          <b>{w.commitment}</b>
          {': '}
          <Quote language={language}>{fact.commitment.text}</Quote>{' '}
          <PassageLink request={request} passage={fact.commitment.passage} />
        </>
      )
    case 'merged':
      return (
        <>
          <b>{words.merge.happened}</b>
          {`; ${words.merge.was(fact.motion.number)}: `}
          <Original language={language}>{fact.motion.title}</Original>
        </>
      )
    case 'merged-then':
    case 'parted': {
      const { other, reason, stayed } = fact.parting
      const parted = fact.kind === 'parted'
      return (
        <>
          <b>{parted ? words.parting.happened : words.parting.merged(stayed)}</b>
          {other && (
            <>
              {': '}
              <Link href={motionHref(request, other)}>
                <Original language={language}>{other.title}</Original>
              </Link>
            </>
          )}
          {parted && (
            <>
              {'. '}
              {words.parting.because} <Original language={language}>{reason}</Original>
            </>
          )}
        </>
      )
    }
    default:
      return tellLife(request, dossier, fact, today)
  }
}
