import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { EvidenceMarkName, Mark, PublicDocument, Withdrawal } from '../../council/index.ts'
import { letterWithdrawal, passageId, publicDocument, reportOfPaper } from '../../council/index.ts'
import { NotFound } from '../../errors.ts'
import type { ReportOfDocument } from '../../programme/index.ts'
import { capitalise } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import { DocumentSheet } from '../components/document-sheet/document-sheet.tsx'
import { numberPassages, type Passage } from '../components/document-sheet/marks.ts'
import { Card, Columns, Facts, OverLine } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../page.ts'
import { motionHref } from './addresses.ts'
import { readYear } from './register-query.ts'

/** A letter or motion as published: its redacted text with the passages that were read from it. */
export async function documentPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const year = readYear(request.params.year ?? null)
  if (year === null) throw new NotFound()
  const document = await publicDocument(request.publicDb, {
    municipality: request.municipality.slug,
    year,
    slug: request.params.slug ?? '',
  })
  const withdrawal = await letterWithdrawal(request.publicDb, {
    municipality: request.municipality.slug,
    document: document.document.id,
  })
  const report = await reportOfPaper(request.publicDb, {
    municipality: request.municipality.slug,
    document: document.document.id,
  })
  return documentScreen(request, document, withdrawal, report)
}

export function documentScreen(
  request: MunicipalityRequest,
  published: PublicDocument,
  withdrawal: Withdrawal | null = null,
  report: ReportOfDocument | null = null,
): Screen {
  const { words, language, municipality } = request
  const { document: w } = words.public
  const { document } = published
  const marks = published.marks
  const passages = numberPassages(marks.map((mark, index) => ({ key: String(index), at: mark.at })))
  const ids = anchors(passages)
  const [motion] = published.motions
  const kind = report ? words.programmeReport.kind[report.kind] : capitalise(words.terms.kind[document.kind])
  const named = <Original language={language}>{report?.programme.title}</Original>
  return {
    title: document.title,
    description: `${kind}. ${document.title}`,
    nav: report ? 'programme' : 'motions',
    crumbs: [
      { label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` },
      report
        ? { label: named, path: `/${municipality.slug}/programma/${report.programme.slug}` }
        : { label: words.public.register.title, path: `/${municipality.slug}/moties` },
      ...(motion
        ? [
            {
              label: words.public.numbered('motion', motion.number),
              path: `/${municipality.slug}/moties/${motion.year}/${motion.slug}`,
            },
          ]
        : []),
    ],
    body: (
      <article>
        <OverLine
          items={[
            kind,
            ...(report ? [words.programmeReport.over(report.from, report.to)] : []),
            ...(document.dated ? [words.public.date(document.dated)] : []),
          ]}
        />
        <Heading1>
          <Original language={language}>{document.title}</Original>
        </Heading1>
        {withdrawal && (
          <section className="schakel-attention schakel-document-banner" aria-labelledby="ingetrokken">
            <h2 id="ingetrokken">{words.withdraw.banner(withdrawal.on)}</h2>
            <p>{words.withdraw.bannerLead}</p>
            <p>
              <Original language={language}>{words.withdraw.why(withdrawal.reason)}</Original>
            </p>
          </section>
        )}
        <Columns
          aside={
            <>
              <About request={request} published={published} />
              <Found request={request} passages={passages} marks={marks} ids={ids} />
            </>
          }
        >
          <div className="schakel-stack schakel-stack--m">
            <Paragraph className="schakel-soft schakel-small">{w.redacted}</Paragraph>
            <DocumentSheet
              label={w.sheet}
              pages={published.pages}
              passages={passages}
              words={{
                pageOf: w.page,
                nextPage: w.next,
                previousPage: w.previous,
                emptyPage: w.emptyPage,
                passage: w.passage,
              }}
              hrefOf={(number) => `#vindplaats-${number}`}
              idOf={(number) => ids.get(number) ?? `p${number}`}
            />
          </div>
        </Columns>
      </article>
    ),
  }
}

/** Number of a passage → its anchor, which stays the same when other passages come and go. */
function anchors(passages: readonly Passage[]): Map<number, string> {
  const ids = new Map<number, string>()
  const taken = new Set<string>()
  for (const { number, at } of passages) {
    const id = passageId(at)
    const free = taken.has(id) ? `${id}-${number}` : id
    taken.add(free)
    ids.set(number, free)
  }
  return ids
}

function About({ request, published }: { request: MunicipalityRequest; published: PublicDocument }) {
  const { words, language } = request
  const { document: w } = words.public
  const { letter } = published
  return (
    <Card labelledBy="gegevens">
      <Heading2 id="gegevens">{w.facts}</Heading2>
      <Facts
        items={[
          { term: w.date, value: published.document.dated && words.public.date(published.document.dated) },
          { term: w.reference, value: letter?.reference },
          { term: w.registryNumber, value: letter?.registryNumber },
          {
            term: w.addressee,
            value: letter?.addressee && <Original language={language}>{letter.addressee}</Original>,
          },
          {
            term: w.department,
            value: (letter?.department || letter?.unit) && (
              <Original language={language}>
                {[letter.department, letter.unit].filter(Boolean).join(', ')}
              </Original>
            ),
          },
          {
            term: w.signedBy,
            value:
              letter &&
              letter.signatories.length > 0 &&
              letter.signatories.map(({ name, role, acting }) => w.signatory(name, role, acting)).join('; '),
          },
          {
            term: w.motions,
            value: published.motions.length > 0 && (
              <ul className="schakel-plain">
                {published.motions.map((motion) => (
                  <li key={motion.id}>
                    <Link href={motionHref(request, motion)}>
                      <Original language={language}>
                        {[motion.number, motion.title].filter(Boolean).join(' ')}
                      </Original>
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ].filter(({ value }) => value !== false)}
      />
    </Card>
  )
}

type FoundProps = {
  request: MunicipalityRequest
  passages: readonly Passage[]
  marks: readonly Mark[]
  ids: ReadonlyMap<number, string>
}

/** The numbered passages, each linked to its place in the text. */
function Found({ request, passages, marks, ids }: FoundProps) {
  const { words } = request
  const { document: w } = words.public
  return (
    <Card labelledBy="gevonden">
      <Heading2 id="gevonden">{w.found}</Heading2>
      {passages.length === 0 ? (
        <Paragraph className="schakel-small">{w.noPassages}</Paragraph>
      ) : (
        <ol className="schakel-found schakel-small">
          {passages.map(({ number, keys }) => (
            <li key={number} id={`vindplaats-${number}`} value={number}>
              <Link href={`#${ids.get(number)}`}>
                {[...new Set(keys.map((key) => nameOf(marks[Number(key)], words)))].join(', ')}
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function nameOf(mark: Mark | undefined, words: Words): string {
  const { mark: w, topicOf } = words.public.document
  if (!mark) return w.otherField
  if (mark.kind === 'field') return w.field[mark.name] ?? w.otherField
  if (mark.kind === 'evidence') return w.evidence[mark.name as EvidenceMarkName]
  if (mark.kind !== 'topic') return w[mark.kind]
  const topics: Record<string, string> = { ...words.terms.pillar, ...words.terms.domain }
  return mark.name !== 'other' && topics[mark.name] ? topicOf(topics[mark.name] as string) : w.topic
}
