import { Heading3, Paragraph } from '@utrecht/component-library-react'
import type { DossierClaim, DossierRequest, MotionDossier } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { type Fact, Facts, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { basisInWords, printedTerm, termInWords } from '../../components/term.ts'
import type { MunicipalityRequest } from '../../page.ts'
import { MatterChip, matterFacts } from './matter.tsx'
import { SetAside } from './set-aside.tsx'
import { MatterSteps } from './steps.tsx'

type Props = { request: MunicipalityRequest; dossier: MotionDossier; today: string }

/** What the council asked, matter by matter, each with what the college says about it. */
export function Requests({ request, dossier, today }: Props) {
  const { dossier: w } = request.words.public
  if (dossier.requests.length === 0) return null
  const asked = dossier.motion.outcome === 'adopted' || dossier.motion.outcome === 'taken-over'
  return (
    <Part id="gevraagd" title={asked ? w.asked : w.askedNot}>
      {dossier.requests.map((item, index) => (
        <OneRequest
          key={item.id}
          request={request}
          dossier={dossier}
          today={today}
          item={item}
          number={dossier.requests.length > 1 ? String(index + 1) : null}
          claims={dossier.claims.filter((claim) => claim.requests.includes(item.id))}
        />
      ))}
    </Part>
  )
}

type RequestProps = Props & {
  item: DossierRequest
  /** Null when it is the only request. */
  number: string | null
  claims: readonly DossierClaim[]
}

function OneRequest(props: RequestProps) {
  const { request, dossier, item, number } = props
  const matterOf = (part: number | null) =>
    dossier.matters.find((matter) => matter.request === item.id && matter.part === part)
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
        <MatterChip request={request} status={item.status} matter={matterOf(null)} />
        <Facts
          items={[
            ...cardFacts(props, null),
            {
              term: words.public.dossier.source,
              value: item.passage && <PassageLink request={request} passage={item.passage} />,
            },
          ]}
        />
        <MatterSteps request={request} matter={matterOf(null)} />
        <SetAside request={request} dossier={dossier} matter={matterOf(null)} />
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
            <MatterChip request={request} status={part.status} matter={matterOf(part.id)} />
            <Facts items={cardFacts(props, part.id)} />
            <MatterSteps request={request} matter={matterOf(part.id)} />
            <SetAside request={request} dossier={dossier} matter={matterOf(part.id)} />
          </li>
        ))}
      </ol>
    </Stack>
  )
}

const letter = (index: number) => String.fromCharCode(97 + index)

/** What was asked when, what letters claim, and how its matter stands. */
function cardFacts({ request, dossier, today, item, claims }: RequestProps, part: number | null): Fact[] {
  const matter = dossier.matters.find((one) => one.request === item.id && one.part === part)
  const about = claims.filter(
    (claim) =>
      part === null ||
      claim.about.some((link) => link.request === item.id && (link.part === null || link.part === part)),
  )
  const answer = {
    term: request.words.public.dossier.answer,
    value: <Answers request={request} claims={about} />,
  }
  return [
    ...terms(request, item, matter !== undefined),
    ...(matter ? matterFacts({ request, dossier, matter, today, answer }) : [answer]),
  ]
}

/** @param followed its matter tells the term */
function terms({ words, language }: MunicipalityRequest, item: DossierRequest, followed: boolean): Fact[] {
  const { dossier: w } = words.public
  const out: Fact[] = []
  if (item.deadline && !followed) {
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
