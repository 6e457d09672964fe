import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type AttentionItem,
  attention,
  dayOf,
  type PortfolioTerms,
  portfolioTerms,
  type TermGroup,
  type TermRow,
  termGroups,
} from '../../../council/index.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import { Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath, matterPath } from '../desk-paths.ts'
import { matterStanding } from '../matter/matter-state.ts'
import { formOfStep } from '../matter/next-step.ts'
import { anchors } from '../matter/steps.ts'
import { termLine } from '../matter/term-line.ts'
import { CommitmentRows } from '../matter/work-rows.tsx'
import { DayRows } from '../today/day-rows.tsx'

/** "Mijn termijnen": what a member of the college answers for, by term, and what waits for a decision of the college. */
export async function termsPage(request: DeskRequest): Promise<Answer> {
  const { found, fallen } = await request.transact(async (ctx) => {
    const found = await portfolioTerms(ctx)
    const wanted = { today: dayOf(ctx.now), reason: 'evidence-withdrawn' as const }
    const fallen = found.person
      ? (await attention(ctx, { ...wanted, portfolioHolder: found.person.id })).items
      : []
    return { found, fallen }
  })
  return termsScreen(request, found, fallen)
}

/** @param fallen settled on something that was taken back since */
export function termsScreen(
  request: DeskRequest,
  found: PortfolioTerms,
  fallen: readonly AttentionItem[] = [],
): Screen {
  const { words } = request
  const w = words.matterDesk.portfolio
  const title = words.shell.deskNav.home['portfolio-holder']
  const total = termGroups.reduce((sum, group) => sum + found.terms[group].length, 0)
  return {
    title,
    nav: 'desk',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          <p className="schakel-soft">{found.person ? w.lead(total) : w.notLinked}</p>
        </Stack>
        {fallen.length > 0 && (
          <DayRows
            request={request}
            items={fallen}
            back=""
            title={() => words.today.reasons['evidence-withdrawn'] ?? ''}
          />
        )}
        <Proposals request={request} found={found} />
        {termGroups.map((group) => (
          <Group key={group} request={request} group={group} rows={found.terms[group]} />
        ))}
        {found.person && (
          <CommitmentRows
            request={request}
            title={w.commitments}
            none={w.commitmentsNone}
            commitments={found.commitments}
          />
        )}
      </Stack>
    ),
  }
}

function Group({
  request,
  group,
  rows,
}: {
  request: DeskRequest
  group: TermGroup
  rows: readonly TermRow[]
}) {
  if (rows.length === 0) return null
  const { words, language } = request
  const today = dateOf(request.now)
  const id = `termijn-${group}`
  return (
    <section className="schakel-work" aria-labelledby={id}>
      <Heading2 id={id}>{words.matterDesk.portfolio.group[group]}</Heading2>
      <ul>
        {rows.map((row) => {
          const form = formOfStep[row.next]
          // Of a waiting proposal only those decide who may: the list above says which.
          const step = form === 'decide' && row.proposal?.decide !== null ? null : form
          const label = step ? words.life.next[row.next] : words.matterDesk.motion.look
          const { notAfter } = row.term
          return (
            <li key={row.id} className="schakel-work__row">
              <span className={`schakel-work__when${group === 'late' ? ' schakel-work__when--late' : ''}`}>
                {notAfter
                  ? group === 'late'
                    ? words.life.late(notAfter, today)
                    : words.public.date(notAfter)
                  : words.life.due.none}
              </span>
              <span className="schakel-work__what">
                <Link href={matterPath(request, row.id)}>
                  <Original language={language}>{capitalise(row.text)}</Original>
                </Link>
                <small>
                  <Link href={deskMotionPath(request, row.motion)}>
                    <Original language={language}>
                      {row.motion.number ? `${row.motion.number}: ${row.motion.title}` : row.motion.title}
                    </Original>
                  </Link>
                </small>
                <small>
                  {capitalise(matterStanding({ ...row, held: row.proposal?.state === 'held' }, words))}.{' '}
                  {capitalise(termLine(row.term, words))}.
                </small>
              </span>
              <a
                className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
                href={matterPath(request, row.id, step ? anchors[step] : undefined)}
                aria-label={`${label}: ${row.text}`}
              >
                {label}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Proposals({ request, found }: { request: DeskRequest; found: PortfolioTerms }) {
  const { words, language } = request
  const w = words.matterDesk.portfolio
  const { decidingBody, proposals } = found
  const none =
    decidingBody === null
      ? words.errors['no-deciding-body']
      : decidingBody === 'college'
        ? w.proposalsNone
        : w.notCollege(words.life.decidingBody[decidingBody])
  return (
    <section className="schakel-work" aria-labelledby="voorstellen">
      <Heading2 id="voorstellen">{w.proposals}</Heading2>
      {proposals.length === 0 ? (
        <Paragraph>{none}</Paragraph>
      ) : (
        <ul>
          {proposals.map(({ id, text, motion, proposal }) => (
            <li key={id} className="schakel-work__row">
              <span className="schakel-work__when">{words.public.date(proposal!.on)}</span>
              <span className="schakel-work__what">
                <Link href={matterPath(request, id)}>
                  <Original language={language}>{capitalise(text)}</Original>
                </Link>
                <small>
                  <Original language={language}>
                    {motion.number ? `${motion.number}: ${motion.title}` : motion.title}
                  </Original>
                </small>
                <small>
                  {capitalise(
                    words.matterDesk.facts.proposedOn(words.life.outcome[proposal!.outcome], proposal!.on),
                  )}
                  .{proposal!.decide !== null && ` ${w.decideFrom(proposal!.objectionUntil!)}`}
                </small>
              </span>
              <a
                className={`utrecht-button-link utrecht-button-link--html-a utrecht-button-link--${proposal!.decide === null ? 'primary' : 'secondary'}-action schakel-slim`}
                href={matterPath(request, id, anchors.decide)}
                aria-label={`${proposal!.decide === null ? words.life.next.decide : words.matterDesk.motion.look}: ${text}`}
              >
                {proposal!.decide === null ? words.life.next.decide : words.matterDesk.motion.look}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
