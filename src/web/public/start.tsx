import { Heading1, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import type { CommitmentItem, RegisterItem } from '../../council/index.ts'
import { commitmentList, motionRegister, wishTotals } from '../../council/index.ts'
import { type CurrentProgramme, currentProgramme } from '../../programme/index.ts'
import { capitalise, dateOf } from '../../words/format.ts'
import { Card, Columns, Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import { Part } from '../components/part.tsx'
import { StateChip } from '../components/state-chip.tsx'
import { outcomeInWords } from '../components/term.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../page.ts'
import { hrefHere } from '../page.ts'
import { motionHref, programmeHref } from './addresses.ts'
import { CommitmentRow } from './commitments.tsx'
import { FollowBlock, feedAlternates } from './feeds/follow-block.tsx'
import { standingFacts } from './register.tsx'
import { SearchField } from './search-field.tsx'

/** The first page of a municipality: what this place is, a way in, and what is newest. */
export async function startPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const municipality = request.municipality.slug
  const register = await motionRegister(request.publicDb, { municipality })
  const commitments = await commitmentList(request.publicDb, { municipality, today: dateOf(request.now) })
  const wishes = await wishTotals(request.publicDb, { municipality, today: dateOf(request.now) })
  const programme = await currentProgramme(request.publicDb, municipality)
  return startScreen(request, {
    programme,
    motions: register.items.slice(0, 5),
    total: register.total,
    commitments: commitments.items
      .filter(({ standing }) => standing === 'late' || standing === 'open')
      .slice(0, 3),
    wishes,
  })
}

type News = {
  motions: readonly RegisterItem[]
  total: number
  commitments: readonly CommitmentItem[]
  programme?: CurrentProgramme | null
  wishes?: { matters: number; settled: number; late: number }
}

export function startScreen(request: MunicipalityRequest, news: News): Screen {
  const { words, municipality } = request
  const { start } = words.public
  return {
    title: start.title(municipality.name),
    description: start.lead,
    alternates: feedAlternates(request, { kind: 'all' }),
    body: (
      <>
        <Heading1>{start.title(municipality.name)}</Heading1>
        <Columns
          aside={
            <>
              <Explain request={request} />
              <FollowBlock request={request} scope={{ kind: 'all' }} />
            </>
          }
        >
          <Stack>
            <Paragraph className="schakel-lead">{start.lead}</Paragraph>
            {news.total > 0 && (
              <search>
                <form action={hrefHere(request, '/moties')} className="schakel-search">
                  <SearchField request={request} label={start.search} hint={start.searchHint} value="" />
                </form>
              </search>
            )}
            {news.wishes && news.wishes.matters > 0 && (
              <Paragraph>
                {words.wishes.start(news.wishes.matters, news.wishes.settled, news.wishes.late)}{' '}
                <Link href={hrefHere(request, '/wensen')}>{words.wishes.startLink}</Link>
              </Paragraph>
            )}
            {news.programme && (
              <Paragraph>
                {programmeSaid(request, news.programme)}{' '}
                <Link href={programmeHref(request, news.programme.slug)}>
                  {words.programmePublic.startLink}
                </Link>
              </Paragraph>
            )}
          </Stack>
          {news.total === 0 ? (
            <Paragraph>{start.none}</Paragraph>
          ) : (
            <Part id="nieuw" title={start.newest}>
              <ol className="schakel-list">
                {news.motions.map((motion) => (
                  <NewsRow key={motion.id} request={request} motion={motion} />
                ))}
              </ol>
              <Paragraph>
                <Link href={hrefHere(request, '/moties')}>{start.allMotions(news.total)}</Link>
              </Paragraph>
            </Part>
          )}
          {news.commitments.length > 0 && (
            <Part id="toezeggingen" title={start.commitments}>
              <Paragraph className="schakel-soft">{start.commitmentsLead}</Paragraph>
              <ul className="schakel-list">
                {news.commitments.map((commitment) => (
                  <CommitmentRow key={commitment.id} request={request} commitment={commitment} />
                ))}
              </ul>
              <Paragraph>
                <Link href={hrefHere(request, '/toezeggingen')}>{start.allCommitments}</Link>
              </Paragraph>
            </Part>
          )}
        </Columns>
      </>
    ),
  }
}

function programmeSaid({ words }: MunicipalityRequest, programme: CurrentProgramme): string {
  const { title, actions, milestones } = programme
  const all = actions.planned + actions.running + actions.done + actions.stopped
  const w = words.programmePublic
  return milestones.of === 0 || all === 0
    ? w.startNoMilestones(title, all)
    : w.start(
        title,
        all,
        (['done', 'running', 'planned', 'stopped'] as const).flatMap((state) =>
          actions[state] === 0
            ? []
            : [state === 'planned' ? w.notBegun(actions[state]) : w.looksOf[state](actions[state])],
        ),
        milestones.reached,
        milestones.of,
      )
}

function NewsRow({ request, motion }: { request: MunicipalityRequest; motion: RegisterItem }) {
  const { words } = request
  const { start } = words.public
  const facts = [
    motion.answeredOn && start.answered(motion.answeredOn),
    outcomeInWords(motion.outcome, motion.dated, words),
    motion.parties.map(({ name }) => name).join(', '),
    ...standingFacts(motion, words, dateOf(request.now)),
  ].filter(Boolean)
  return (
    <li>
      <Heading3>
        <Link href={motionHref(request, motion)}>
          <Original language={request.language}>{motion.title}</Original>
        </Link>
      </Heading3>
      <StateChip state={motion} words={words} />
      <p className="schakel-list__facts">
        {facts.map((fact) => (
          <span key={fact}>{capitalise(String(fact))}</span>
        ))}
      </p>
    </li>
  )
}

function Explain({ request }: { request: MunicipalityRequest }) {
  const { start } = request.words.public
  return (
    <Card labelledBy="uitleg">
      <Heading2 id="uitleg">{start.explain}</Heading2>
      <Paragraph className="schakel-small">{start.explainText}</Paragraph>
      <Paragraph className="schakel-small">
        <Link href={hrefHere(request, '/uitleg')}>{start.explainLink}</Link>
      </Paragraph>
    </Card>
  )
}
