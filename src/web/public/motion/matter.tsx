/** One matter on the page of its motion: who, by when, what it rests on, what was decided, and what opened it again. */
import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  commitmentStanding,
  type DossierDecision,
  type DossierMatter,
  type MatterTerm,
  type MotionDossier,
  reopeningOf,
  type StatusFact,
} from '../../../council/index.ts'
import { Chip } from '../../components/chip.tsx'
import { Evidence } from '../../components/evidence.tsx'
import { hasFallen } from '../../components/fallen.tsx'
import type { Fact } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { Quote } from '../../components/quote.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { worksOf } from './works.tsx'

type ChipProps = { request: MunicipalityRequest; status: StatusFact; matter: DossierMatter | undefined }

/** Where it stands; of a proposal also what it proposes. */
export function MatterChip({ request: { words }, status, matter }: ChipProps) {
  const { life } = words.public.dossier
  if (matter?.proposal) {
    return (
      <Chip tone="wait">
        {matter.held ? words.life.proposalState.held : life.card.proposedAs(matter.proposal.outcome)}
      </Chip>
    )
  }
  const evidenceUnknown = matter?.evidence.some(({ kind }) => kind === 'unknown') ?? false
  return <StateChip state={{ ...status, evidenceUnknown }} words={words} />
}

type Props = {
  request: MunicipalityRequest
  dossier: MotionDossier
  matter: DossierMatter
  today: string
}

/** @param answer what letters claim of it */
export function matterFacts({ answer, ...props }: Props & { answer: Fact }): Fact[] {
  const { request, matter, today } = props
  const { card: w } = request.words.public.dossier.life
  return [
    {
      term: w.who,
      value: matter.owner?.name ?? <span className="schakel-soft">{w.nobody}</span>,
    },
    { term: w.term, value: <TermOf request={request} matter={matter} today={today} /> },
    {
      term: request.words.programmeEvidence.works,
      value: worksOf({
        request,
        programme: props.dossier.programme,
        served: { kind: 'matter', of: matter.id },
        waits: matter.state !== 'settled',
      }),
    },
    answer,
    { term: w.evidence, value: <EvidenceOf request={request} matter={matter} /> },
    {
      term: w.proposal,
      value: matter.proposal && <ProposalOf request={request} matter={matter} today={today} />,
    },
    { term: w.decision, value: decisionOf(request, matter) },
    {
      term: w.reopened,
      value: matter.state === 'reopened' && <ReopeningOf request={request} matter={matter} />,
    },
    { term: w.check, value: checksOf(props) },
  ].filter(({ value }) => value !== false)
}

type One = { request: MunicipalityRequest; matter: DossierMatter }

function TermOf({ request, matter: { term, state }, today }: One & { today: string }) {
  const { words, language } = request
  const { term: w } = words.life
  const { card } = words.public.dossier.life
  const passed = term.notAfter !== null && term.notAfter < today && state !== 'settled'
  const day = dayOf(term, words)
  const printed = day && (term.source === 'text' || term.source === 'agreed') ? term.text : null
  return (
    <>
      {day ?? (
        <span className="schakel-soft">
          {term.source === 'standard' ? (
            w.noDate
          ) : term.source === 'none-agreed' || !term.text ? (
            w.source['none-agreed']
          ) : (
            <Original language={language}>{w.undated(term.text)}</Original>
          )}
        </span>
      )}
      {passed && <>, {card.termPassed(term.notAfter!, today)}</>}
      {term.source !== 'none-agreed' && (
        <span className="schakel-soft schakel-small">
          {' ('}
          {w.source[term.source]}
          {printed && (
            <>
              {': '}
              <Original language={language}>“{printed}”</Original>
            </>
          )}
          {')'}
        </span>
      )}
      {term.source === 'none-agreed' && term.text && (
        <span className="schakel-soft schakel-small">
          {' ('}
          <Original language={language}>“{term.text}”</Original>
          {')'}
        </span>
      )}
    </>
  )
}

function dayOf({ notBefore, notAfter }: MatterTerm, { life, public: w }: MunicipalityRequest['words']) {
  if (notBefore && notAfter && notBefore !== notAfter) return w.dossier.termBetween(notBefore, notAfter)
  if (notAfter) return life.term.until(notAfter)
  return notBefore ? life.term.from(notBefore) : null
}

function EvidenceOf({ request, matter }: One) {
  const { card: w } = request.words.public.dossier.life
  if (matter.evidence.length === 0) return <span className="schakel-soft">{w.noEvidence}</span>
  const announced = (matter.outcome ?? matter.proposal?.outcome) === 'announced'
  return (
    <>
      {announced && <p>{w.onlyAnnounced}</p>}
      {hasFallen(matter.evidence) && (
        <p className="schakel-attention">
          {matter.state === 'settled'
            ? request.words.programmeEvidence.flag
            : request.words.programmeEvidence.flagProposal}
        </p>
      )}
      <Evidence request={request} evidence={matter.evidence} />
    </>
  )
}

function ProposalOf({ request, matter, today }: One & { today: string }) {
  const { words, language } = request
  const { card: w } = words.public.dossier.life
  const proposal = matter.proposal!
  const hold = matter.history.findLast(({ step, undone }) => step === 'hold' && !undone)
  const open = proposal.objectionUntil !== null && proposal.objectionUntil >= today
  return (
    <>
      <p>
        {w.proposed(proposal.outcome, proposal.on)}{' '}
        {matter.held ? null : open ? w.mayObject(proposal.objectionUntil!) : w.waits}
      </p>
      {proposal.explanation && (
        <p>
          <Original language={language}>{proposal.explanation}</Original>
        </p>
      )}
      {matter.held && (
        <p>
          {hold?.reason ? (
            <>
              {w.heldBecause('')}
              <Original language={language}>{hold.reason}</Original>
            </>
          ) : (
            w.held
          )}
        </p>
      )}
      {proposal.objections.map((objection) => (
        <p key={`${objection.submitter} ${objection.on}`}>
          {w.objection}: {w.objected(objection.submitter, objection.on)}{' '}
          <Original language={language}>{objection.reason}</Original>
        </p>
      ))}
    </>
  )
}

/** The decision that it is settled by, or the rejection after which nothing was proposed again. */
function decisionOf(request: MunicipalityRequest, matter: DossierMatter): ReactNode {
  const { card: w } = request.words.public.dossier.life
  const last = matter.decisions.at(-1)
  if (matter.state === 'in-progress' && last?.verdict === 'reject') {
    return (
      <>
        {w.rejected(last.body, last.on)} <Reason request={request} decision={last} />
      </>
    )
  }
  const { decision } = matter
  if (!decision?.outcome) return null
  const earlier = matter.decisions.find(({ id }) => id === decision.corrects)
  return (
    <>
      <p>
        {w.decided(decision.body, decision.on, decision.outcome)}{' '}
        <Reason request={request} decision={decision} />
      </p>
      {earlier?.outcome && <p>{w.changed(earlier.on, earlier.outcome)}</p>}
    </>
  )
}

function Reason({ request, decision }: { request: MunicipalityRequest; decision: DossierDecision }) {
  if (!decision.reason) return null
  return (
    <>
      {request.words.public.dossier.life.card.reason}{' '}
      <Original language={request.language}>{decision.reason}</Original>
    </>
  )
}

function ReopeningOf({ request, matter }: One) {
  const { card: w } = request.words.public.dossier.life
  const step = reopeningOf(matter)
  if (!step?.cause) return null
  const before = matter.decisions.findLast(({ verdict, on }) => verdict === 'accept' && on <= step.on)
  return (
    <>
      <p>
        {w.reopenedOn(step.on, step.cause)}{' '}
        {step.commitment !== null && <Link href={`#toezegging-${step.commitment}`}>{w.whichCommitment}</Link>}
        {step.reason && <Original language={request.language}>{step.reason}</Original>}{' '}
        <PassageLink request={request} passage={step.passage} />
      </p>
      {before?.outcome && <p className="schakel-soft">{w.before(before.body, before.on, before.outcome)}</p>}
    </>
  )
}

/** Of what rests on an announcement: what is looked at, and when. */
function checksOf({ request, dossier, matter, today }: Props): ReactNode {
  const as = matter.outcome ?? matter.proposal?.outcome
  if (as !== 'announced') return null
  const proposal = matter.proposals.find(
    ({ id }) => id === (matter.decision?.proposal ?? matter.proposal?.id),
  )
  const carrying = dossier.commitments.filter(({ id }) => proposal?.commitments.includes(id))
  if (carrying.length === 0) return null
  const { card: w } = request.words.public.dossier.life
  return carrying.map((commitment) => {
    const { due } = commitment.life
    const standing = commitmentStanding(commitment, today)
    return (
      <p key={commitment.id}>
        {due ? w.checkOn[due.source](due.on) : w.checkUndated}{' '}
        <Quote language={request.language}>{commitment.text}</Quote>
        {standing !== 'open' && standing !== 'undated' && ` ${w.checkOver[standing]}`}
      </p>
    )
  })
}
