import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReportPaper, reportPapers } from '../../../council/index.ts'
import { Card, Columns, OverLine, Stack } from '../../components/layout.tsx'
import { Original, plainly, Said } from '../../components/original.tsx'
import type { Answer, PublicMunicipalityRequest, Screen } from '../../page.ts'
import { programmeHref } from '../addresses.ts'
import { AskedFold } from './asked.tsx'
import { DecisionsFold, EditionsFold, ReportPapersFold } from './decisions.tsx'
import { FiguresInShort } from './figures.tsx'
import { allOpen, Fold, showsAll } from './fold.tsx'
import { FollowProgramme, programmeAlternates } from './follow.tsx'
import { OtherProgrammes, OverNote, ProgrammeFacts, programmeCrumbs } from './frame.tsx'
import { loadProgramme, type ProgrammeEntry, type ProgrammeView, publicProgrammes, slugIn } from './load.ts'
import { Money, moneySays } from './money.tsx'
import { AstrayPart, Pillars } from './pillars.tsx'
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
  const open = showsAll(request)
  return {
    title: `${tree.title}: ${w.kind.toLowerCase()}`,
    description: plainly(sentences.slice(0, 2).join(' ')),
    nav: 'programme',
    alternates: programmeAlternates(request, tree),
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
              <FollowProgramme request={request} tree={tree} />
            </>
          }
        >
          <OverNote request={request} tree={tree} />
          <Card labelledBy="kort">
            <Heading2 id="kort">{w.inShort}</Heading2>
            <Paragraph className="schakel-lead">
              <Said language={language}>{sentences.join(' ')}</Said>
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
            <AstrayPart request={request} view={view} open={open} />
            <Pillars request={request} view={view} open={open} />
          </Card>
          <FiguresInShort request={request} view={view} />
          <div className="schakel-folds">
            {tree.summary && (
              <Fold id="over" title={w.about} says={w.aboutSays} open={open}>
                {tree.summary.split('\n\n').map((one) => (
                  <Paragraph key={one}>
                    <Original language={language}>{one}</Original>
                  </Paragraph>
                ))}
              </Fold>
            )}
            <AskedFold request={request} view={view} open={open} />
            <Fold id="geld" title={w.money.title} says={moneySays(request, tree.actions)} open={open}>
              <Money request={request} view={view} actions={tree.actions} frame open={open} />
            </Fold>
            <DecisionsFold request={request} view={view} open={open} />
            <EditionsFold request={request} view={view} open={open} />
            <ReportPapersFold request={request} reports={reports} open={open} />
          </div>
          <Paragraph className="schakel-small schakel-no-print">
            <Link href={`${programmeHref(request, tree.slug)}${open ? '' : allOpen}`}>
              {open ? w.closeAll : w.openAll}
            </Link>
          </Paragraph>
        </Columns>
      </article>
    ),
  }
}
