import type { DossierEvidence, DossierProposal } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { EvidencePiece } from '../../components/evidence.tsx'
import { hasFallen } from '../../components/fallen.tsx'
import { Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { matterPath } from '../desk-paths.ts'
import { OfferedDone } from '../evidence/offered-done.tsx'
import type { MatterView } from './load-matter.ts'
import { anchors } from './steps.ts'
import { termLine } from './term-line.ts'
import { Works } from './works.tsx'

type Props = { request: DeskRequest; view: MatterView }

/** How a matter stands: who, when, what was proposed or decided and on what, and what works on it. */
export function MatterFacts({ request, view }: Props) {
  const { words } = request
  const { facts: w } = words.matterDesk
  const { matter, role } = view
  return (
    <Facts
      items={[
        { term: capitalise(w.owner), value: matter.owner?.name ?? w.nobody },
        ...(role === 'councillor'
          ? []
          : [{ term: capitalise(w.official), value: matter.official?.name ?? w.nobody }]),
        {
          term: capitalise(w.term),
          value: <Original language={request.language}>{termLine(matter.term, words)}</Original>,
        },
        {
          term: capitalise(w.proposal),
          value: matter.proposal && <Proposal request={request} proposal={matter.proposal} view={view} />,
        },
        {
          term: capitalise(w.decision),
          value: matter.decision && <Decision request={request} view={view} />,
        },
        {
          term: capitalise(w.works),
          value: <Works request={request} matter={matter} dossier={view.dossier} />,
        },
        {
          term: words.programmeEvidence.offeredTitle,
          value:
            matter.done.length === 0 ? null : (
              <OfferedDone
                request={request}
                done={matter.done}
                href={
                  view.forms.some(({ key, why }) => key === 'propose' && why === null)
                    ? (key) => `${matterPath(request, matter.id)}?bewijs=${key}#${anchors.propose}`
                    : null
                }
              />
            ),
        },
      ]}
    />
  )
}

function Proposal({ request, view, proposal }: Props & { proposal: DossierProposal }) {
  const { words, language } = request
  const { facts: w } = words.matterDesk
  const until = proposal.objectionUntil
  return (
    <>
      <p>
        {capitalise(w.proposedOn(words.life.outcome[proposal.outcome], proposal.on))}
        {view.matter.held && `, ${w.held}`}.{' '}
        {until ? (until >= view.today ? w.objectUntil(until) : w.objectUntilPassed(until)) : w.objectNobody}
      </p>
      {proposal.explanation && (
        <p>
          <Original language={language}>{proposal.explanation}</Original>
        </p>
      )}
      {hasFallen(proposal.evidence) && (
        <p className="schakel-attention">{words.programmeEvidence.flagProposal}</p>
      )}
      <EvidenceList request={request} evidence={proposal.evidence} />
      {proposal.objections.length > 0 && (
        <>
          <p>
            <b>{capitalise(w.objections)}</b>
          </p>
          <ul className="schakel-plain">
            {proposal.objections.map((one) => (
              <li key={`${one.submitter} ${one.on} ${one.reason}`}>
                {w.objectionOf(one.submitter, one.on)}: <Original language={language}>{one.reason}</Original>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Decision({ request, view }: Props) {
  const { words, language } = request
  const { facts: w } = words.matterDesk
  const { decision, evidence, outcome } = view.matter
  if (!decision) return null
  return (
    <>
      <p>
        {capitalise(
          w.decidedOn(
            outcome ? words.life.outcome[outcome] : words.life.state.settled,
            words.life.body[decision.body],
            decision.on,
          ),
        )}
        .{decision.corrects !== null && ` ${w.corrected}`}
      </p>
      {decision.reason && (
        <p>
          <Original language={language}>{decision.reason}</Original>
        </p>
      )}
      {hasFallen(evidence) && <p className="schakel-attention">{words.programmeEvidence.flag}</p>}
      <EvidenceList request={request} evidence={evidence} />
    </>
  )
}

export function EvidenceList({
  request,
  evidence,
}: {
  request: DeskRequest
  evidence: readonly DossierEvidence[]
}) {
  if (evidence.length === 0) return null
  return (
    <ul className="schakel-plain">
      {evidence.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; two pieces may quote the same words
        <li key={index}>
          <EvidencePiece request={request} piece={one} />
        </li>
      ))}
    </ul>
  )
}
