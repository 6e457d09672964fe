import { Heading3, Link } from '@utrecht/component-library-react'
import {
  type CommitmentStanding,
  commitmentStanding,
  type DossierCommitment,
  type MotionDossier,
  type MotionProgramme,
} from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { Evidence } from '../../components/evidence.tsx'
import { hasFallen } from '../../components/fallen.tsx'
import { type Fact, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { printedTerm, termInWords } from '../../components/term.ts'
import type { MunicipalityRequest } from '../../page.ts'
import { commitmentHref, documentHref } from '../addresses.ts'
import { CommitmentSteps } from './steps.tsx'
import { worksOf } from './works.tsx'

type Props = { request: MunicipalityRequest; dossier: MotionDossier; today: string }

export function Promises({ request, dossier, today }: Props) {
  if (dossier.commitments.length === 0) return null
  return (
    <Part id="beloofd" title={request.words.public.dossier.promised}>
      <ul className="schakel-asks">
        {dossier.commitments.map((commitment) => (
          <li
            key={commitment.id}
            id={`toezegging-${commitment.id}`}
            className="schakel-card schakel-stack schakel-stack--m"
          >
            <div className="schakel-head">
              <Heading3>
                <Link href={commitmentHref(request, commitment.id)}>
                  <Original language={request.language}>{capitalise(commitment.text)}</Original>
                </Link>
              </Heading3>
              <PromiseChip request={request} commitment={commitment} today={today} />
            </div>
            <PromiseFacts
              request={request}
              commitment={commitment}
              today={today}
              here={dossier.commitments.map(({ id }) => id)}
              {...(dossier.programme && { programme: dossier.programme })}
            />
            <CommitmentSteps request={request} commitment={commitment} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

type One = { request: MunicipalityRequest; commitment: DossierCommitment; today: string }

const tones: Record<CommitmentStanding, Tone> = {
  late: 'late',
  open: 'open',
  undated: 'none',
  'partly-kept': 'open',
  kept: 'done',
  lapsed: 'none',
}

/** How a commitment fares; how late it is, where it is. */
export function PromiseChip({ request, commitment, today }: One) {
  const { commitments: w } = request.words.public
  const standing = commitmentStanding(commitment, today)
  const since = commitment.life.due?.on ?? commitment.life.missedOn
  return (
    <Chip tone={tones[standing]}>
      {standing === 'late' && since ? w.late(since, today) : w.standingOf[standing]}
    </Chip>
  )
}

/** `here`: commitments that stand on the same page; null: relations are told elsewhere on it. */
type FactsProps = One & { here: readonly number[] | null; programme?: MotionProgramme }

/** Its days, and what happened to it. */
export function PromiseFacts(props: FactsProps) {
  const { request, commitment } = props
  const { words, language } = request
  const { dossier: w } = words.public
  const { due } = commitment
  return (
    <Facts
      items={[
        {
          term: w.madeOn,
          value: (
            <>
              {words.public.date(commitment.madeOn)}{' '}
              <PassageLink request={request} passage={commitment.passage} />
            </>
          ),
        },
        {
          term: w.term,
          value: due ? (
            <>
              {termInWords(due, words)}
              {printedTerm(due) && (
                <span className="schakel-soft schakel-small">
                  {' '}
                  (<Original language={language}>“{printedTerm(due)}”</Original>, {words.terms.rule[due.rule]}
                  )
                </span>
              )}
            </>
          ) : (
            <span className="schakel-soft">{w.termNone}</span>
          ),
        },
        {
          term: words.programmeEvidence.works,
          value: worksOf({
            request,
            programme: props.programme,
            served: { kind: 'commitment', of: commitment.id },
            waits: commitment.life.state === 'open' || commitment.life.state === 'late',
          }),
        },
        ...lifeFacts(props),
        ...commitment.letters
          .filter(({ role }) => role !== 'made')
          .map((letter) => ({
            term: letter.role === 'kept' ? w.keptIn : w.repeatedIn,
            value: (
              <>
                <Link href={documentHref(request, letter.document)}>
                  <Original language={language}>{w.documentAt(letter.document.title, letter.dated)}</Original>
                </Link>{' '}
                <PassageLink request={request} passage={letter.passage ?? null} />
              </>
            ),
          })),
      ]}
    />
  )
}

/** What happened to it since it was made. */
function lifeFacts({ request, commitment, today, here }: FactsProps): Fact[] {
  const { words, language } = request
  const { promise: w } = words.public.dossier.life
  const { life } = commitment
  const standing = commitmentStanding(commitment, today)
  const facts: Fact[] = []
  const { check } = life
  if (check?.on) {
    facts.push({ term: w.check, value: `${w.checkOurs(check.on)} (${words.life.checkSource[check.source]})` })
  } else if (standing === 'undated') {
    facts.push({
      term: w.check,
      value: <span className="schakel-soft">{check ? w.checkNone : w.checkUnset}</span>,
    })
  }
  if (life.extensions.length > 0) {
    facts.push({
      term: w.extended,
      value: life.extensions.map((extension) => (
        <p key={`${extension.on} ${extension.to}`}>
          {w.extendedTo(extension.from, extension.to)}{' '}
          <Original language={language}>{extension.reason}</Original>{' '}
          <PassageLink request={request} passage={extension.passage} />
        </p>
      )),
    })
  }
  const since = life.due?.on ?? life.missedOn
  if (standing === 'late' && since) facts.push({ term: w.lateSince, value: w.lateFor(since, today) })
  else if (life.missedOn) facts.push({ term: w.missed, value: w.missedOn(life.missedOn) })
  for (const how of ['partly-kept', 'kept'] as const) {
    const kept = life.kept.findLast((one) => one.how === how)
    if (!kept) continue
    facts.push({
      term: kept.how === 'kept' ? w.kept : w.partlyKept,
      value: (
        <>
          <p>
            {words.public.date(kept.on)}
            {kept.reason && (
              <>
                {': '}
                <Original language={language}>{kept.reason}</Original>
              </>
            )}
          </p>
          {hasFallen(kept.evidence) && (
            <p className="schakel-attention">{words.programmeEvidence.flagKept}</p>
          )}
          <Evidence request={request} evidence={kept.evidence} />
        </>
      ),
    })
  }
  const lapse = life.history.findLast(({ step, undone }) => step === 'lapse' && !undone)
  if (standing === 'lapsed' && lapse) {
    facts.push({
      term: w.lapsed,
      value: (
        <>
          {words.public.date(lapse.on)}
          {lapse.reason && (
            <>
              {': '}
              <Original language={language}>{lapse.reason}</Original>
            </>
          )}
        </>
      ),
    })
  }
  if (here && life.relations.length + life.later.length > 0) {
    facts.push({
      term: w.relation,
      value: <Relations request={request} commitment={commitment} here={here} />,
    })
  }
  return facts
}

/** The other commitment, on this page or on its own. */
function Relations({
  request,
  commitment: { life },
  here,
}: Omit<One, 'today'> & { here: readonly number[] }) {
  const { words } = request
  const line = (said: string, other: number | null) => (
    <p key={`${said} ${other}`}>
      {said}
      {other !== null && (
        <>
          ,{' '}
          <Link href={here.includes(other) ? `#toezegging-${other}` : commitmentHref(request, other)}>
            {words.public.dossier.life.promise.theOther}
          </Link>
        </>
      )}
    </p>
  )
  return [
    ...life.relations.map(({ kind, earlier }) => line(words.life.relation[kind], earlier)),
    ...life.later.map(({ kind, commitment }) => line(words.life.relationLater[kind], commitment)),
  ]
}
