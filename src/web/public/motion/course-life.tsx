import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { commitmentStanding, type MotionDossier, type TimelineFact } from '../../../council/index.ts'
import { Evidence } from '../../components/evidence.tsx'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { Quote } from '../../components/quote.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { programmeActionHref } from '../addresses.ts'

type LifeFact = Exclude<
  TimelineFact,
  { kind: 'outcome' | 'deadline' | 'letter' | 'claim' | 'commitment' | 'merged' | 'merged-then' | 'parted' }
>

/** What happened to what was asked and promised, in words. */
export function tellLife(
  request: MunicipalityRequest,
  dossier: MotionDossier,
  fact: LifeFact,
  today: string,
): ReactNode {
  const { words, language } = request
  const { happened } = words.public.dossier
  const { happened: w } = words.public.dossier.life
  const own = (text: string | null) =>
    text && (
      <>
        {': '}
        <Original language={language}>{text}</Original>
      </>
    )
  const about = (matters: readonly number[]) => (
    <About request={request} dossier={dossier} matters={matters} />
  )
  switch (fact.kind) {
    case 'commitment-not-before':
    case 'commitment-not-after': {
      const late =
        fact.kind === 'commitment-not-after' && commitmentStanding(fact.commitment, today) === 'late'
      return (
        <>
          <b>{fact.kind === 'commitment-not-before' ? happened.expectedFrom : happened.expectedUntil}</b>
          {': '}
          <Original language={language}>{fact.commitment.text}</Original>.{late && ` ${w.checkLate}`}
        </>
      )
    }
    case 'commitment-check':
      return (
        <>
          <b>{w.check}</b>: {w.checkLead} <Quote language={language}>{fact.commitment.text}</Quote> {w.ours}
          {fact.on < today && ` ${w.checkLate}`}
        </>
      )
    case 'commitment-missed':
      return (
        <>
          <b>{w.missed[fact.source](fact.due)}</b>. {w.missedThing}{' '}
          <Quote language={language}>{fact.commitment.text}</Quote>{' '}
          {reopenedBy(request, dossier, fact.matters)}
          {fact.source === 'check' && ` ${w.ours}`}
        </>
      )
    case 'commitment-kept':
      return (
        <>
          <b>{fact.how === 'kept' ? w.kept : w.partlyKept}</b>
          {own(fact.reason)}
          <Evidence request={request} evidence={fact.evidence} />
        </>
      )
    case 'commitment-extended':
      return (
        <>
          <b>{w.extended(fact.from, fact.to)}</b>
          {own(fact.reason)} <PassageLink request={request} passage={fact.passage} />
        </>
      )
    case 'commitment-lapsed':
      return (
        <>
          <b>{w.lapsed}</b>
          {own(fact.reason)}
        </>
      )
    case 'proposal':
      return (
        <>
          <b>{w.proposal(fact.outcome)}</b>
          {about(fact.matters)}
          {own(fact.reason)}
        </>
      )
    case 'proposal-withdrawn':
    case 'proposal-held':
    case 'progress':
      return (
        <>
          <b>
            {{ 'proposal-withdrawn': w.withdrawn, 'proposal-held': w.held, progress: w.progress }[fact.kind]}
          </b>
          {about(fact.matters)}
          {own(fact.reason)} <PassageLink request={request} passage={fact.passage} />
        </>
      )
    case 'milestone': {
      const { action, programme, text } = fact.done
      return (
        <>
          <b>{words.programmeEvidence.reached}</b>: <Quote language={language}>{text}</Quote>{' '}
          <Link href={programmeActionHref(request, programme.slug, action.id)}>
            <Original language={language}>
              {words.programmeEvidence.action(action.number, action.title)}
            </Original>
          </Link>
          {fact.matters.length > 0 && about(fact.matters)}
        </>
      )
    }
    case 'objection':
      return (
        <>
          <b>{w.objection(fact.submitter)}</b>
          {about(fact.matters)}
          {own(fact.reason)}
        </>
      )
    case 'decision':
      return (
        <>
          <b>
            {fact.outcome === null
              ? w.rejected(fact.body)
              : fact.instead
                ? w.corrected(fact.body, fact.outcome, fact.instead)
                : w.accepted(fact.body, fact.outcome)}
          </b>
          {about(fact.matters)}
          {own(fact.reason)}
          {fact.changedOn && `${fact.reason ? '' : '.'} ${w.changedOn(fact.changedOn)}`}
        </>
      )
    case 'reopened':
      return (
        <>
          <b>{w.reopened}</b>
          {about(fact.matters)}
          {fact.cause !== 'by-hand' && ` ${words.life.reopened[fact.cause]}`}
          {own(fact.reason)} <PassageLink request={request} passage={fact.passage} />
        </>
      )
  }
}

type AboutProps = { request: MunicipalityRequest; dossier: MotionDossier; matters: readonly number[] }

/** The matters by their words; nothing when it is about all of them. */
function About({ request, dossier, matters }: AboutProps) {
  const names = namesOf(dossier, matters)
  if (names === null) return null
  return (
    <span className="schakel-soft">
      {' '}
      <Original language={request.language}>
        {request.words.public.dossier.life.happened.about(names)}
      </Original>
    </span>
  )
}

function reopenedBy(
  request: MunicipalityRequest,
  dossier: MotionDossier,
  matters: readonly number[],
): ReactNode {
  if (matters.length === 0) return null
  const { happened: w } = request.words.public.dossier.life
  const names = namesOf(dossier, matters)
  if (names === null) return w.reopenedAll
  return <Original language={request.language}>{w.reopenedSome(names)}</Original>
}

function namesOf(dossier: MotionDossier, matters: readonly number[]): string[] | null {
  if (matters.length === dossier.matters.length) return null
  return dossier.matters.filter(({ id }) => matters.includes(id)).map(({ text }) => shortened(text))
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).replace(/\s+\S*$/, '')}…` : text)
