import { Heading3, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { DossierClaim, DossierPart, DossierRequest, MotionDossier } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Facts, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import { basisInWords, printedTerm, termInWords } from '../../components/term.ts'
import type { MunicipalityRequest } from '../../page.ts'

type Props = { request: MunicipalityRequest; dossier: MotionDossier }

/** What the council asked, matter by matter, each with what the college says about it. */
export function Requests({ request, dossier }: Props) {
  const { dossier: w } = request.words.public
  if (dossier.requests.length === 0) return null
  const asked = dossier.motion.outcome === 'adopted' || dossier.motion.outcome === 'taken-over'
  return (
    <Part id="gevraagd" title={asked ? w.asked : w.askedNot}>
      {dossier.requests.map((item, index) => (
        <OneRequest
          key={item.id}
          request={request}
          item={item}
          number={dossier.requests.length > 1 ? String(index + 1) : null}
          claims={dossier.claims.filter((claim) => claim.requests.includes(item.id))}
        />
      ))}
    </Part>
  )
}

type RequestProps = {
  request: MunicipalityRequest
  item: DossierRequest
  /** Null when it is the only request. */
  number: string | null
  claims: readonly DossierClaim[]
}

function OneRequest({ request, item, number, claims }: RequestProps) {
  const { words, language } = request
  const intro = words.public.dossier.requestIntro[item.kind](item.addressee)
  if (item.parts.length === 0) {
    return (
      <div className="schakel-card schakel-ask" id={`verzoek-${item.id}`}>
        <span className="schakel-ask__number">{number ?? '1'}</span>
        <div>
          <p className="schakel-soft">{intro}</p>
          <Heading3>
            <Original language={language}>{item.text}</Original>
          </Heading3>
        </div>
        <StateChip state={item.status} words={words} />
        <Facts items={requestFacts(request, item, claims)} />
      </div>
    )
  }
  return (
    <Stack>
      <div id={`verzoek-${item.id}`}>
        <p className="schakel-soft">{intro}</p>
        <p>
          <Original language={language}>{item.text}</Original>{' '}
          <PassageLink request={request} passage={item.passage} />
        </p>
      </div>
      <ol className="schakel-asks">
        {item.parts.map((part, index) => (
          <li key={part.id} className="schakel-card schakel-ask" id={`deel-${part.id}`}>
            <span className="schakel-ask__number">{number ? `${number}${letter(index)}` : index + 1}</span>
            <Heading3>
              <Original language={language}>{capitalise(part.text)}</Original>
            </Heading3>
            <StateChip state={part.status} words={words} />
            <Facts items={partFacts(request, item, part, claims)} />
          </li>
        ))}
      </ol>
    </Stack>
  )
}

const letter = (index: number) => String.fromCharCode(97 + index)

type Fact = { term: string; value: ReactNode }

function requestFacts(
  request: MunicipalityRequest,
  item: DossierRequest,
  claims: readonly DossierClaim[],
): Fact[] {
  const { dossier: w } = request.words.public
  return [
    ...topic(request, item.domain),
    ...terms(request, item),
    { term: w.answer, value: <Answers request={request} claims={claims} /> },
    { term: w.source, value: item.passage && <PassageLink request={request} passage={item.passage} /> },
  ]
}

function partFacts(
  request: MunicipalityRequest,
  item: DossierRequest,
  part: DossierPart,
  claims: readonly DossierClaim[],
): Fact[] {
  const { dossier: w } = request.words.public
  return [
    ...topic(request, part.domain),
    ...terms(request, item),
    { term: w.answer, value: <Answers request={request} claims={claims} /> },
  ]
}

function topic({ words }: MunicipalityRequest, domain: DossierRequest['domain']): Fact[] {
  return domain ? [{ term: words.public.dossier.topic, value: words.terms.domain[domain] }] : []
}

function terms({ words, language }: MunicipalityRequest, item: DossierRequest): Fact[] {
  const { dossier: w } = words.public
  const out: Fact[] = []
  if (item.deadline) {
    const dated = item.deadline.notBefore || item.deadline.notAfter
    out.push({
      term: w.deadline,
      value: (
        <>
          {dated ? `${termInWords(item.deadline, words)} ` : null}
          {printedTerm(item.deadline) && (
            <span className="schakel-soft">
              <Original language={language}>“{printedTerm(item.deadline)}”</Original>
            </span>
          )}
        </>
      ),
    })
  }
  if (item.periodic) {
    out.push({
      term: w.periodic,
      value: (
        <>
          <Original language={language}>{item.periodic.text}</Original>
          {item.periodic.months !== null && ` (${w.everyMonths(item.periodic.months)})`}
        </>
      ),
    })
  }
  return out
}

/** Newest last: each claim with its date, what it rests on, and its passage. */
function Answers({ request, claims }: { request: MunicipalityRequest; claims: readonly DossierClaim[] }) {
  const { words } = request
  const said = claims.filter((claim) => claim.claim !== 'none')
  if (said.length === 0) return <span className="schakel-soft">{words.public.dossier.noAnswer}</span>
  return said.map((claim) => {
    const basis = basisInWords(claim.claim, claim.basis, words)
    return (
      <Paragraph key={claim.id}>
        {words.public.dossier.answerAt(words.terms.claim[claim.claim], claim.on)}
        {basis && `: ${basis}`} <PassageLink request={request} passage={claim.passage} />
      </Paragraph>
    )
  })
}
