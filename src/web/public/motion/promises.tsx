import { Heading3, Link } from '@utrecht/component-library-react'
import type { DossierCommitment, MotionDossier } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { printedTerm, termInWords } from '../../components/term.ts'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref } from '../addresses.ts'
import { expectationOf } from './short.ts'

type Props = { request: MunicipalityRequest; dossier: MotionDossier; today: string }

export function Promises({ request, dossier, today }: Props) {
  if (dossier.commitments.length === 0) return null
  return (
    <Part id="beloofd" title={request.words.public.dossier.promised}>
      <ul className="schakel-asks">
        {dossier.commitments.map((commitment) => (
          <li key={commitment.id} className="schakel-card schakel-stack schakel-stack--m">
            <div className="schakel-head">
              <Heading3>
                <Original language={request.language}>{capitalise(commitment.text)}</Original>
              </Heading3>
              <PromiseChip request={request} commitment={commitment} today={today} />
            </div>
            <PromiseFacts request={request} commitment={commitment} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

type One = { request: MunicipalityRequest; commitment: DossierCommitment }

/** Where a commitment stands by its date; whether it was kept only where a letter says so. */
export function PromiseChip({ request, commitment, today }: One & { today: string }) {
  const { commitments: w } = request.words.public
  const expected = expectationOf(commitment, today)
  if (expected.state === 'kept') return <Chip tone="open">{w.kept}</Chip>
  if (expected.state === 'undated') return <Chip tone="none">{w.timingOf.undated}</Chip>
  if (expected.state === 'coming') return <Chip tone="open">{w.timingOf.coming}</Chip>
  return <Chip tone={expected.term === 'until' ? 'late' : 'wait'}>{w.past(expected.on, today)}</Chip>
}

export function PromiseFacts({ request, commitment }: One) {
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
        ...commitment.letters
          .filter(({ role }) => role !== 'made')
          .map((letter) => ({
            term: letter.role === 'kept' ? w.keptIn : w.repeatedIn,
            value: (
              <Link href={documentHref(request, letter.document)}>
                {w.documentAt(letter.document.title, letter.dated)}
              </Link>
            ),
          })),
      ]}
    />
  )
}
