import { Heading2, Link } from '@utrecht/component-library-react'
import type { MotionDossier } from '../../../council/index.ts'
import { dateOf, listOf } from '../../../words/format.ts'
import { Card, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref } from '../addresses.ts'

/** The side column: what one looks up, and the documents. */
export function MotionFacts({ request, dossier }: { request: MunicipalityRequest; dossier: MotionDossier }) {
  const { words, language } = request
  const { dossier: w } = words.public
  const { motion } = dossier
  const topics = [
    ...new Set(dossier.requests.flatMap((item) => [item.domain, ...item.parts.map(({ domain }) => domain)])),
  ].flatMap((domain) => (domain ? words.terms.domain[domain] : []))
  const open = dossier.status.status === 'open' && motion.dated
  return (
    <>
      <Card labelledBy="gegevens">
        <Heading2 id="gegevens">{w.facts}</Heading2>
        <Facts
          items={[
            { term: w.number, value: motion.numbers.join(' · ') || motion.number },
            { term: w.registryNumber, value: motion.registryNumbers.join(' · ') },
            { term: w.outcome, value: words.terms.outcome[motion.outcome] },
            {
              term: w.meeting,
              value: dossier.meeting && (
                <>
                  <Original language={language}>{dossier.meeting.body}</Original>,{' '}
                  {words.public.date(dossier.meeting.heldOn)}
                </>
              ),
            },
            {
              term: w.atProposal,
              value: dossier.proposals.length > 0 && (
                <Original language={language}>
                  {dossier.proposals
                    .map(({ title, registryNumber }) =>
                      title && registryNumber ? `${title} (${registryNumber})` : (title ?? registryNumber),
                    )
                    .join('; ')}
                </Original>
              ),
            },
            {
              term: w.submittedBy,
              value:
                dossier.submitters.length > 0 &&
                dossier.submitters
                  .map(({ name, party }) => w.submitter(name, party?.name ?? null))
                  .join(', '),
            },
            { term: w.topic, value: listOf(topics, language) },
            {
              term: w.openSince,
              value: open && motion.dated && w.span(motion.dated, dateOf(request.now)),
            },
          ].filter(({ value }) => value !== false)}
        />
      </Card>
      {dossier.documents.length > 0 && (
        <Card labelledBy="stukken">
          <Heading2 id="stukken">{w.documents}</Heading2>
          <ul className="schakel-plain schakel-small">
            {dossier.documents.map((document) => (
              <li key={document.id}>
                <Link href={documentHref(request, document)}>
                  <Original language={language}>{document.title}</Original>
                </Link>
                <small>
                  {words.terms.kind[document.kind]}
                  {document.dated && `, ${words.public.date(document.dated)}`}
                </small>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
