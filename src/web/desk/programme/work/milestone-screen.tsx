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
import { KeepCommitments } from '../keep-commitments.tsx'
import { actionPath, milestonePath } from '../paths.ts'
import type { ChoiceState } from './evidence-choice.ts'
import { choiceErrors, EvidenceFields } from './evidence-fields.tsx'
import { EvidenceList, type EvidenceNames } from './evidence-list.tsx'
import { fieldSet, LongField, Problem, TextField, TickField } from './fields.tsx'
import { HistoryStep } from './history-line.tsx'
import { newMilestonePath } from './paths.ts'
import { isConflict, type Sent, statusOf, versionFor } from './sent.ts'
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
            {done === 'terug' ? w.undone : w.saved}
          </p>
        )}
        {isConflict(sent) && (
          <p className="schakel-attention" role="status">
            {w.problem.more}
          </p>
        )}
        <Card>
          <p>
            <Chip tone={milestoneTone(milestone, today)}>
              {words.programme.milestoneState[milestone.state]}
            </Chip>{' '}
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
        {forms && <Forms {...{ request, view, sent, asked, here }} />}
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

type FormsProps = {
  request: DeskRequest
  view: MilestoneView
  sent: Sent | null
  asked: string | null
  here: string
}

function Forms({ request, view, sent, asked, here }: FormsProps) {
  const { words } = request
  const w = words.programmeWork
  const { action, milestone, choice, history } = view
  const { version, state } = milestone
  const at = (form: string) => ({ form, action: here, version: versionFor(sent, form, version) })
  const change = fieldSet(request, 'veranderen', sent, {
    title: milestone.title,
    due_on: milestone.dueOn ? words.programme.date(milestone.dueOn) : '',
  })
  const reach = fieldSet(request, 'gehaald', sent, {
    reached_on: milestone.reachedOn ? words.programme.date(milestone.reachedOn) : '',
  })
  const drop = fieldSet(request, 'vervalt', sent)
  const reached = state === 'reached'
  return (
    <Stack size="s">
      <Heading2 className="schakel-hidden">{w.milestone.forms}</Heading2>
      {state !== 'dropped' && choice && (
        <StepForm
          {...at('gehaald')}
          title={reached ? w.milestone.more : w.milestone.reach}
          button={reached ? w.milestone.moreButton : w.milestone.reachButton}
          open={asked === 'gehaald' || (asked === null && !reached && !request.query.has('gedaan'))}
          primary={!reached}
        >
          <Problem
            request={request}
            sent={sent}
            form="gehaald"
            labels={{
              evidence: w.evidence.legend,
              reached_on: w.milestone.reachedDay,
              commitments: words.programmeEvidence.keep.legend,
            }}
            extra={choiceErrors(request, sent?.form === 'gehaald' ? choice : null)}
          />
          <EvidenceFields
            request={request}
            set={reach}
            state={choice}
            action={here}
            legend={w.evidence.legend}
          />
          <TextField
            set={reach}
            name="reached_on"
            label={w.milestone.reachedDay}
            value={milestone.reachedOn ? words.programme.date(milestone.reachedOn) : ''}
            hint={`${w.dayHint} ${w.today}`}
          />
          <KeepCommitments request={request} commitments={view.keepable} by="milestone" ticked={view.kept} />
        </StepForm>
      )}
      {state === 'open' && (
        <StepForm
          {...at('veranderen')}
          title={w.milestone.change}
          button={w.milestone.changeButton}
          open={asked === 'veranderen'}
        >
          <MilestoneFields
            {...{ request, sent, action, form: 'veranderen' }}
            set={change}
            milestone={milestone}
          />
        </StepForm>
      )}
      {state === 'open' && (
        <StepForm
          {...at('vervalt')}
          title={w.milestone.drop}
          button={w.milestone.dropButton}
          open={asked === 'vervalt'}
        >
          <Problem request={request} sent={sent} form="vervalt" labels={{ reason: w.milestone.dropReason }} />
          <LongField set={drop} name="reason" label={w.milestone.dropReason} />
        </StepForm>
      )}
      {history.some((line) => !line.undone && line.step !== 'undo') && (
        <form id="terug" method="post" action={here}>
          <input type="hidden" name="step" value="terug" />
          <input type="hidden" name="version" value={version} />
          <Problem request={request} sent={sent} form="terug" />
          <button type="submit" className="schakel-link-button schakel-quiet">
            {w.undo}
          </button>
        </form>
      )}
    </Stack>
  )
}

type Fields = {
  request: DeskRequest
  sent: Sent | null
  action: Action
  form: string
  set: ReturnType<typeof fieldSet>
  milestone?: Milestone
}
function MilestoneFields({ request, sent, action, form, set, milestone }: Fields) {
  const { words } = request
  const w = words.programmeWork.milestone
  return (
    <>
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{ title: w.name, due_on: w.due, reason: w.reason }}
      />
      <TextField set={set} name="title" label={w.name} value={milestone?.title ?? ''} hint={w.nameHint} />
      <TextField
        set={set}
        name="due_on"
        label={w.due}
        value={milestone?.dueOn ? words.programme.date(milestone.dueOn) : ''}
        hint={words.programmeWork.dayHint}
      />
      {action.endsOn && <TickField set={set} name="extend" label={w.extend(action.endsOn)} />}
      <LongField
        set={set}
        name="reason"
        label={words.programmeWork.optional(w.reason)}
        hint={w.reasonHint}
        rows={2}
      />
    </>
  )
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
    heading: <Original language={language}>{w.addTo(action)}</Original>,
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
