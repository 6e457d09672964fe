import { Alert, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { isOver, type ProgrammeTree } from '../../../programme/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Card, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Crumb, MunicipalityRequest } from '../../page.ts'
import { programmeHref } from '../addresses.ts'
import type { ProgrammeEntry } from './load.ts'

/** The way here: the municipality, its programmes, and the programme itself for what stands below it. */
export function programmeCrumbs(
  { words, language, municipality }: MunicipalityRequest,
  tree?: Pick<ProgrammeTree, 'slug' | 'title'>,
): Crumb[] {
  const here = `/${municipality.slug}`
  return [
    { label: words.shell.municipality(municipality.name), path: here },
    { label: words.programme.nav, path: `${here}/programma` },
    ...(tree
      ? [
          {
            label: <Original language={language}>{tree.title}</Original>,
            path: `${here}/programma/${tree.slug}`,
          },
        ]
      : []),
  ]
}

/** On a programme that is over: that it is, and what came after it. */
export function OverNote({ request, tree }: { request: MunicipalityRequest; tree: ProgrammeTree }) {
  const w = request.words.programmePublic.over
  if (!isOver(tree)) return null
  const { succeededBy } = tree
  return (
    <Alert type="info">
      <Paragraph>
        {tree.state === 'succeeded' && succeededBy ? (
          <>
            {w.succeeded}{' '}
            <Link href={programmeHref(request, succeededBy.slug)}>
              <Original language={request.language}>{succeededBy.title}</Original>
            </Link>
            . {w.asLeft}
          </>
        ) : (
          w.ended
        )}
      </Paragraph>
    </Alert>
  )
}

/** What one looks up: how long it runs, who adopted it, and the files. */
export function ProgrammeFacts({ request, tree }: { request: MunicipalityRequest; tree: ProgrammeTree }) {
  const { words, language } = request
  const w = words.programmePublic
  const first = tree.editions[0]
  const at = programmeHref(request, tree.slug)
  return (
    <>
      <Card labelledBy="gegevens">
        <Heading2 id="gegevens">{w.facts.title}</Heading2>
        <Facts
          items={[
            { term: w.facts.span, value: w.span(tree.startsOn, tree.endsOn) },
            {
              term: w.facts.adopted,
              value:
                tree.adoptedOn &&
                (first
                  ? capitalise(`${words.programme.date(tree.adoptedOn)}, ${words.programme.body[first.body]}`)
                  : words.programme.date(tree.adoptedOn)),
            },
            {
              term: w.succeeds,
              value: tree.succeeds && (
                <Link href={programmeHref(request, tree.succeeds.slug)}>
                  <Original language={language}>{tree.succeeds.title}</Original>
                </Link>
              ),
            },
          ]}
        />
      </Card>
      <div className="schakel-no-print">
        <Card labelledBy="bestanden">
          <Heading2 id="bestanden">{w.files.title}</Heading2>
          <Paragraph className="schakel-small">{w.files.lead}</Paragraph>
          <ul className="schakel-plain schakel-small">
            <li>
              <Link href={`${at}/acties.csv`} type="text/csv">
                {w.money.csv}
              </Link>
            </li>
            {tree.indicators.length > 0 && (
              <li>
                <Link href={`${at}/cijfers.csv`} type="text/csv">
                  {w.figures.csv}
                </Link>
              </li>
            )}
          </ul>
        </Card>
      </div>
    </>
  )
}

/** Programmes that can be read beside this one. */
export function OtherProgrammes({
  request,
  programmes,
  title,
}: {
  request: MunicipalityRequest
  programmes: readonly ProgrammeEntry[]
  title: string
}) {
  const { words, language } = request
  const w = words.programmePublic
  if (programmes.length === 0) return null
  return (
    <Card labelledBy="andere">
      <Heading2 id="andere">{title}</Heading2>
      <ul className="schakel-plain schakel-small">
        {programmes.map(({ slug, title: name, startsOn, endsOn, state }) => (
          <li key={slug}>
            <Link href={programmeHref(request, slug)}>
              <Original language={language}>{name}</Original>
            </Link>
            <small>{[w.years(startsOn, endsOn), w.state[state] ?? w.others.now].join(', ')}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
