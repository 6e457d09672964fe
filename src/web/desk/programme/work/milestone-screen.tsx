import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { KeepableCommitment } from '../../../../council/index.ts'
import {
  type Action,
  type HistoryLine,
  isLate,
  type Milestone,
  type ProgrammeTree,
  workable,
} from '../../../../programme/index.ts'
import { dateOf, formatDate } from '../../../../words/format.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Card, Facts, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { programmeScreen } from '../frame.tsx'
import { actionPath, milestonePath } from '../paths.ts'
import { endSaid } from './end-said.ts'
import type { ChoiceState } from './evidence-choice.ts'
import { EvidenceList, type EvidenceNames } from './evidence-list.tsx'
import { fieldSet } from './fields.tsx'
import { HistoryStep } from './history-line.tsx'
import { MilestoneFields, MilestoneForms } from './milestone-forms.tsx'
import { newMilestonePath } from './paths.ts'
import { isConflict, type Sent, statusOf } from './sent.ts'
import { StepForm } from './step-form.tsx'

export type MilestoneView = {
  tree: ProgrammeTree
  action: Action
  milestone: Milestone
  /** Null when it was dropped: nothing is chosen any more. */
  choice: ChoiceState | null
  /** Commitments that can be kept by it, and those that were ticked. */
  keepable: readonly KeepableCommitment[]
  kept: readonly number[]
  names: EvidenceNames
  /** Steps of this milestone, the newest first. */
  history: HistoryLine[]
}

/** A milestone in one word. */
export function milestoneTone(milestone: Milestone, today: string): Tone {
  if (milestone.state === 'reached') return 'done'
  if (milestone.state === 'dropped') return 'none'
  return isLate(milestone, today) ? 'late' : 'open'
}

/** The state of a milestone in a word; late ones say so. */
export const milestoneWord = ({ words }: DeskRequest, milestone: Milestone, today: string): string =>
  isLate(milestone, today) ? words.programmeWork.board.late : words.programme.milestoneState[milestone.state]

/** When it is due, how late it is, or when it was reached. */
export function milestoneWhen({ words }: DeskRequest, milestone: Milestone, today: string): string {
  const w = words.programmeWork.milestone
  if (milestone.state === 'reached') return w.reachedOn(milestone.reachedOn!)
  if (milestone.state === 'dropped') return w.dropped
  if (milestone.dueOn === null) return w.noDue
  return isLate(milestone, today) ? w.lateSince(milestone.dueOn, today) : w.dueOn(milestone.dueOn)
}

export function milestoneScreen(request: DeskRequest, view: MilestoneView, sent: Sent | null): Screen {
  const { words, language } = request
  const w = words.programmeWork
  const { tree, action, milestone, names, history } = view
  const today = dateOf(request.now)
  const asked = sent?.form ?? request.query.get('stap')
  const done = request.query.get('gedaan')
  const here = milestonePath(request, tree.slug, milestone.id)
  const decision = tree.decisions.find((one) => one.milestone === milestone.id)
  const forms = workable.includes(tree.state)
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    title: milestone.title,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: <Original language={language}>{milestone.title}</Original>,
    crumbs: [
      {
        label: <Original language={language}>{`${action.number} ${action.title}`}</Original>,
        path: bare(request, actionPath(request, tree.slug, action.id)),
      },
    ],
    body: (
      <>
        {done && !sent && (
          <p className="schakel-done" role="status" id="gedaan">
            {done === 'terug' ? w.undone : w.saved} {endSaid(request, tree)}
          </p>
        )}
        {isConflict(sent) && (
          <p className="schakel-attention" role="status">
            {w.problem.more}
          </p>
        )}
        <Card>
          <p>
            <Chip tone={milestoneTone(milestone, today)}>{milestoneWord(request, milestone, today)}</Chip>{' '}
            {milestoneWhen(request, milestone, today)}
            {'. '}
            {milestone.firstDueOn && w.milestone.first(milestone.firstDueOn)}
          </p>
          <Facts
            items={[
              {
                term: w.milestone.action,
                value: (
                  <Link href={actionPath(request, tree.slug, action.id)}>
                    <Original language={language}>{`${action.number} ${action.title}`}</Original>
                  </Link>
                ),
              },
              {
                term: w.milestone.rests,
                value:
                  milestone.evidence.length > 0 ? (
                    <EvidenceList request={request} evidence={milestone.evidence} names={names} />
                  ) : null,
              },
            ]}
          />
          {decision && <Paragraph>{w.milestone.fromDecision(decision.on)}</Paragraph>}
        </Card>
        {forms && <MilestoneForms {...{ request, view, sent, asked, here }} />}
        <Stack>
          <Heading2>{w.milestone.history}</Heading2>
          <Timeline
            moments={history.map((line) => ({
              key: String(line.id),
              date: line.on,
              when: formatDate(line.on, language),
              body: <HistoryStep request={request} line={line} />,
            }))}
          />
        </Stack>
      </>
    ),
  })
}

export function newMilestoneScreen(
  request: DeskRequest,
  { tree, action }: { tree: ProgrammeTree; action: Action },
  sent: Sent | null,
): Screen {
  const { words, language } = request
  const w = words.programmeWork.milestone
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    title: w.add,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: w.addTo(action),
    crumbs: [
      {
        label: <Original language={language}>{`${action.number} ${action.title}`}</Original>,
        path: bare(request, actionPath(request, tree.slug, action.id)),
      },
    ],
    body: (
      <Stack size="s">
        <Heading2 className="schakel-hidden">{w.forms}</Heading2>
        <StepForm
          form="erbij"
          title={w.add}
          button={w.add}
          action={newMilestonePath(request, tree.slug, action.id)}
          version={action.version}
          open
          primary
        >
          <MilestoneFields
            {...{ request, sent, action, form: 'erbij' }}
            set={fieldSet(request, 'erbij', sent)}
          />
        </StepForm>
      </Stack>
    ),
  })
}

/** Crumbs take an address without its language. */
const bare = (request: DeskRequest, path: string) =>
  request.language === 'en' ? path.replace(/^\/en/, '') : path
