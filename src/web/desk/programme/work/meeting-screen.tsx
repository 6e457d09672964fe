import { Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type Action,
  type Meeting,
  type ProgrammeTree,
  type Report,
  standingOf,
  workable,
} from '../../../../programme/index.ts'
import { capitalise, dateOf } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { programmeScreen } from '../frame.tsx'
import { actionPath, milestonePath, steeringPath } from '../paths.ts'
import { concernLine, isLateConcern } from './concerns.ts'
import { endSaid } from './end-said.ts'
import type { EvidenceNames } from './evidence-list.tsx'
import { MeetingForms } from './meeting-forms.tsx'
import { NewReports } from './meeting-reports.tsx'
import { minutesPath } from './paths.ts'
import { isConflict, type Sent, statusOf } from './sent.ts'
import { meetingStand } from './steering-page.tsx'

export type MeetingView = {
  tree: ProgrammeTree
  meeting: Meeting
  /** Day of the meeting before this one. */
  since: string | null
  /** Since then, the newest first. */
  reports: { action: Action; report: Report }[]
  names: EvidenceNames
}
type Props = { request: DeskRequest; view: MeetingView }

export function meetingScreen(request: DeskRequest, view: MeetingView, sent: Sent | null): Screen {
  const { words } = request
  const w = words.programmeWork
  const { tree, meeting } = view
  const { tone, word } = meetingStand(request, meeting)
  const done = sent ? null : request.query.get('gedaan')
  const works = workable.includes(tree.state)
  return programmeScreen(request, tree, {
    tab: 'steering',
    tabless: true,
    title: meeting.name,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: meeting.name,
    crumbs: crumbsOf(request, tree),
    body: (
      <>
        <p>
          <Chip tone={tone}>{word}</Chip> {w.steering.when(meeting.heldOn)}
          {'. '}
          <Link href={minutesPath(request, tree.slug, meeting.id)}>{w.steering.minutes}</Link>
        </p>
        {done && (
          <p className="schakel-done" role="status" id="gedaan">
            {done === 'besluit-terug' || done === 'terug' ? w.undone : w.saved} {endSaid(request, tree)}
          </p>
        )}
        {isConflict(sent) && (
          <p className="schakel-attention" role="status">
            {w.problem.more}
          </p>
        )}
        <Attention request={request} view={view} choose={works && !meeting.closed} />
        <NewReports request={request} view={view} />
        <section aria-labelledby="besluiten" className="schakel-stack schakel-stack--m">
          <Heading2 id="besluiten">{w.steering.decisions}</Heading2>
          <Decisions request={request} view={view} undo={works && !meeting.closed} />
        </section>
        {works && <MeetingForms request={request} view={view} sent={sent} />}
        {(!works || meeting.closed) && meeting.notes && <Notes request={request} view={view} />}
      </>
    ),
  })
}

export const crumbsOf = (request: DeskRequest, tree: ProgrammeTree) => [
  {
    label: request.words.programmeWork.steering.title,
    path: `/${request.municipality.slug}/bureau/programma/${tree.slug}/stuurgroep`,
  },
]

/** What wants attention in the whole programme, under its pillars; a pillar in which all goes well says so. */
function Attention({ request, view: { tree, meeting }, choose }: Props & { choose: boolean }) {
  const { words, language } = request
  const w = words.programmeWork
  const today = dateOf(request.now)
  const found = tree.actions.map((action) => ({ action, concerns: standingOf(tree, action, today).concerns }))
  const pressing = found.filter(({ concerns }) => concerns.length > 0)
  return (
    <section aria-labelledby="aandacht" className="schakel-stack schakel-stack--m">
      <Heading2 id="aandacht">{w.steering.attention}</Heading2>
      <p>{w.steering.attentionLead(pressing.length, tree.actions.length)}</p>
      {tree.pillars.map((pillar) => {
        const here = pressing.filter(({ action }) => action.pillar === pillar.id)
        return (
          <Stack key={pillar.id}>
            <Heading3 className="schakel-programme-pillar">
              <Original language={language}>{pillar.name}</Original>
            </Heading3>
            {here.length === 0 && <p className="schakel-soft">{w.steering.calmPillar}</p>}
            {here.length > 0 && (
              <ul className="schakel-programme-lines">
                {here.map(({ action, concerns }) => (
                  <li key={action.id}>
                    <p>
                      <Chip tone={concerns.some(isLateConcern) ? 'late' : 'wait'}>
                        {concerns.some(isLateConcern) ? w.board.late : w.board.concern}
                      </Chip>{' '}
                      <Link href={actionPath(request, tree.slug, action.id)}>
                        <Original language={language}>{`${action.number} ${action.title}`}</Original>
                      </Link>
                    </p>
                    <p>
                      {withStop(
                        capitalise(
                          concerns.map((one) => concernLine(request, { tree, action }, one)).join('; '),
                        ),
                      )}
                    </p>
                    <p className="schakel-small">
                      {action.reports[0] ? (
                        <>
                          {w.steering.latest(action.reports[0].on)}{' '}
                          <Original language={language}>{action.reports[0].text}</Original>
                        </>
                      ) : (
                        w.steering.noLatest
                      )}
                      {choose && (
                        <>
                          {' '}
                          <Link
                            href={`${steeringPath(request, tree.slug, meeting.id)}?actie=${action.id}#besluit`}
                            aria-label={`${w.steering.takeUp}: ${action.title}`}
                          >
                            {w.steering.takeUp}
                          </Link>
                        </>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Stack>
        )
      })}
    </section>
  )
}

function Decisions({ request, view: { tree, meeting }, undo }: Props & { undo: boolean }) {
  const { words, language } = request
  const w = words.programmeWork.steering
  const decisions = tree.decisions.filter((one) => one.meeting === meeting.id)
  if (decisions.length === 0) return <Paragraph>{w.noDecisions}</Paragraph>
  return (
    <ol className="schakel-programme-lines">
      {decisions.map((one) => {
        const action = tree.actions.find(({ id }) => id === one.action)
        const milestone = action?.milestones.find(({ id }) => id === one.milestone)
        return (
          <li key={one.id} id={`b${one.id}`}>
            <p>
              <Original language={language}>{one.text}</Original>
            </p>
            <p className="schakel-small">
              {action ? (
                <Link href={actionPath(request, tree.slug, action.id)}>{w.about(action)}</Link>
              ) : (
                w.aboutAll
              )}
              {milestone && (
                <>
                  {'. '}
                  <Link href={milestonePath(request, tree.slug, milestone.id)}>
                    {w.became(milestone.title, milestone.dueOn)}
                  </Link>
                </>
              )}
            </p>
            {undo && (
              <form
                method="post"
                action={`${steeringPath(request, tree.slug, meeting.id)}#besluiten`}
                className="schakel-no-print"
              >
                <input type="hidden" name="step" value="besluit-terug" />
                <input type="hidden" name="decision" value={one.id} />
                <input type="hidden" name="decision-version" value={one.version} />
                <button
                  type="submit"
                  className="schakel-link-button schakel-quiet"
                  aria-label={w.takeBackOf(one.text)}
                >
                  {w.takeBack}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Notes({ request, view: { meeting } }: Props) {
  const w = request.words.programmeWork.steering
  return (
    <section aria-labelledby="verslag-tekst" className="schakel-stack schakel-stack--s">
      <Heading2 id="verslag-tekst">{w.notes}</Heading2>
      {meeting.notes === null && <Paragraph>{w.noNotes}</Paragraph>}
      {meeting.notes?.split(/\n\s*\n/).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text, in order
        <p key={index} className="schakel-programme-notes">
          <Original language={request.language}>{text}</Original>
        </p>
      ))}
    </section>
  )
}

/** A meeting as minutes: what stood, what was decided, what was said. */
export function minutesScreen(request: DeskRequest, view: MeetingView): Screen {
  const w = request.words.programmeWork.steering
  const { tree, meeting } = view
  return programmeScreen(request, tree, {
    tab: 'steering',
    tabless: true,
    title: w.minutesTitle(meeting.name),
    heading: w.minutesTitle(meeting.name),
    crumbs: [
      ...crumbsOf(request, tree),
      {
        label: meeting.name,
        path: `/${request.municipality.slug}/bureau/programma/${tree.slug}/stuurgroep/${meeting.id}`,
      },
    ],
    body: (
      <>
        <p>{w.when(meeting.heldOn)}</p>
        <section aria-labelledby="besluiten" className="schakel-stack schakel-stack--m">
          <Heading2 id="besluiten">{w.decisions}</Heading2>
          <Decisions request={request} view={view} undo={false} />
        </section>
        <Notes request={request} view={view} />
        <Attention request={request} view={view} choose={false} />
        <NewReports request={request} view={view} />
      </>
    ),
  })
}

/** A text that may end its own sentence. */
const withStop = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
