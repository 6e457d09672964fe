import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReportPaper, reportPapers } from '../../../council/index.ts'
import { Card, Columns, OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Answer, PublicMunicipalityRequest, Screen } from '../../page.ts'
import { programmeHref } from '../addresses.ts'
import { FollowBlock, feedAlternates } from '../feeds/follow-block.tsx'
import { AskedPart } from './asked.tsx'
import { DecisionsPart, EditionsPart, ReportPapersPart } from './decisions.tsx'
import { FiguresPart, MoneyPart } from './figures.tsx'
import { OtherProgrammes, OverNote, ProgrammeFacts, programmeCrumbs } from './frame.tsx'
import { loadProgramme, type ProgrammeEntry, type ProgrammeView, publicProgrammes, slugIn } from './load.ts'
import { PillarChains, PillarParts } from './pillars.tsx'
import { programmeSentences } from './say.ts'

/** The programme that runs now, with the others; without one, what there was before, or that there is none. */
export async function currentProgrammePage(request: PublicMunicipalityRequest): Promise<Answer> {
  const all = await publicProgrammes(request)
  const current = all.find(({ state }) => state === 'adopted')
  if (current) return draw(request, await loadProgramme(request, current.slug), all)
  const { words } = request
  const w = words.programmePublic
  return {
    title: w.kind,
    description: w.lead,
    nav: 'programme',
    crumbs: programmeCrumbs(request).slice(0, 1),
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.kind}</Heading1>
          <Paragraph className="schakel-lead">{w.lead}</Paragraph>
          <Paragraph>{all.length === 0 ? w.none : w.noneNow}</Paragraph>
        </Stack>
        <OtherProgrammes request={request} programmes={all} title={w.others.title} />
      </Stack>
    ),
  }
}

/** One adopted programme, whole. */
export async function programmePage(request: PublicMunicipalityRequest): Promise<Answer> {
  const view = await loadProgramme(request, slugIn(request))
  return draw(request, view, await publicProgrammes(request))
}

async function draw(
  request: PublicMunicipalityRequest,
  view: ProgrammeView,
  all: readonly ProgrammeEntry[],
): Promise<Screen> {
  const reports = await reportPapers(request.publicDb, {
    municipality: request.municipality.slug,
    programme: view.tree.id,
  })
  return programmeScreen(request, view, all, reports)
}

function programmeScreen(
  request: PublicMunicipalityRequest,
  view: ProgrammeView,
  all: readonly ProgrammeEntry[],
  reports: readonly ReportPaper[],
): Screen {
  const { words, language } = request
  const w = words.programmePublic
  const { tree } = view
  const sentences = programmeSentences(tree, words, view.today)
  const first = tree.editions[0]
  return {
    title: `${tree.title}: ${w.kind.toLowerCase()}`,
    description: sentences.slice(0, 2).join(' '),
    nav: 'programme',
    alternates: feedAlternates(request, { kind: 'all' }),
    crumbs: programmeCrumbs(request),
    body: (
      <article>
        <OverLine
          items={[
            w.kind,
            w.years(tree.startsOn, tree.endsOn),
            ...(tree.adoptedOn && first ? [w.adopted(tree.adoptedOn, words.programme.body[first.body])] : []),
          ]}
        />
        <Heading1>
          <Original language={language}>{tree.title}</Original>
        </Heading1>
        <Columns
          aside={
            <>
              <ProgrammeFacts request={request} tree={tree} />
              <OtherProgrammes
                request={request}
                programmes={all.filter(({ slug }) => slug !== tree.slug)}
                title={w.others.title}
              />
              <FollowBlock request={request} scope={{ kind: 'all' }} />
            </>
          }
        >
          <OverNote request={request} tree={tree} />
          <Card labelledBy="kort">
            <Heading2 id="kort">{w.inShort}</Heading2>
            <Paragraph className="schakel-lead">
              {sentences.join(' ')}
              {tree.succeeds && (
                <>
                  {' '}
                  {w.succeeds}{' '}
                  <Link href={programmeHref(request, tree.succeeds.slug)}>
                    <Original language={language}>{tree.succeeds.title}</Original>
                  </Link>
                  .
                </>
              )}
            </Paragraph>
            <PillarChains request={request} view={view} />
          </Card>
          <OnPage request={request} view={view} reports={reports.length > 0} />
          {tree.summary && (
            <Stack>
              {tree.summary.split('\n\n').map((one) => (
                <Paragraph key={one}>
                  <Original language={language}>{one}</Original>
                </Paragraph>
              ))}
            </Stack>
          )}
          <PillarParts request={request} view={view} />
          <AskedPart request={request} view={view} />
          <MoneyPart request={request} view={view} actions={tree.actions} title={w.money.title} frame />
          <FiguresPart request={request} view={view} indicators={tree.indicators} title={w.figures.title} />
          <DecisionsPart request={request} view={view} decisions={tree.decisions} title={w.decisions.title} />
          <EditionsPart request={request} view={view} />
          <ReportPapersPart request={request} reports={reports} />
        </Columns>
      </article>
    ),
  }
}

/** The way to what stands further down. */
function OnPage({
  request,
  view: { tree },
  reports,
}: {
  request: PublicMunicipalityRequest
  view: ProgrammeView
  reports: boolean
}) {
  const w = request.words.programmePublic
  const parts = [
    { id: 'gevraagd', label: w.asked.short },
    { id: 'geld', label: w.money.title },
    ...(tree.indicators.length > 0 ? [{ id: 'cijfers', label: w.figures.title }] : []),
    ...(tree.decisions.length > 0 ? [{ id: 'besluiten', label: w.decisions.title }] : []),
    ...(tree.editions.length > 0 ? [{ id: 'versies', label: w.editions.title }] : []),
    ...(reports ? [{ id: 'verslagen', label: w.papers.title }] : []),
  ]
  return (
    <nav className="schakel-on-page schakel-no-print" aria-label={w.onPage}>
      <ul>
        {parts.map(({ id, label }) => (
          <li key={id}>
            <Link href={`#${id}`}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
