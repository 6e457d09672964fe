import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { actionArrows, actionMoves, undoableSteps } from '../../../../programme/index.ts'
import { Chip } from '../../../components/chip.tsx'
import { Card, Facts, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { ProgrammeHistory } from '../../../components/programme-history.tsx'
import { daysSaid } from '../../../components/programme-planned.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { programmeScreen } from '../frame.tsx'
import { ActionWork } from '../work/action-work.tsx'
import { endSaid } from '../work/end-said.ts'
import type { Sent } from '../work/sent.ts'
import { ActionForms, RestForms } from './action-forms.tsx'
import { MoneyPart } from './action-money.tsx'
import type { ActionView } from './action-page.tsx'
import { NeedsPart, ServesPart } from './action-parts.tsx'
import { RisksPart } from './action-risks.tsx'
import { DoneNotice, statusOf } from './form-page.tsx'
import { actionTones } from './plan-view.tsx'
import { moveForms } from './take-action-step.ts'
import { UndoButton } from './undo.tsx'

export type ActionPart = { request: DeskRequest; view: ActionView; sent: Sent | null }

export function actionScreen(request: DeskRequest, view: ActionView, sent: Sent | null): Screen {
  const { words, language } = request
  const { tree, action } = view
  const part = { request, view, sent }
  const end = endSaid(request, tree)
  const place = tree.pillars.findIndex(({ id }) => id === action.pillar)
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: (
      <Original language={language}>
        {action.number} {action.title}
      </Original>
    ),
    title: `${action.number} ${action.title}`,
    wrong: sent !== null,
    status: statusOf(sent),
    aside: <ActionHistory request={request} view={view} />,
    body: (
      <Stack size="l">
        <Stack>
          <DoneNotice request={request}>{end && <p>{end}</p>}</DoneNotice>
          {sent?.problem && moveIsGone(sent.form, action) && (
            <p className="schakel-attention" role="status">
              {words.errors[sent.problem.code]}
            </p>
          )}
          <Card>
            <p>
              <Chip tone={actionTones[action.state]}>{words.programme.actionState[action.state]}</Chip>
            </p>
            {action.description?.split('\n\n').map((one) => (
              <p key={one}>
                <Original language={language}>{one}</Original>
              </p>
            ))}
            <Facts items={factsOf(part, place)} />
          </Card>
        </Stack>
        {view.open && <ActionForms {...part} />}
        <ServesPart {...part} />
        <ActionWork request={request} view={view.work} />
        <MoneyPart {...part} />
        <NeedsPart {...part} />
        <RisksPart {...part} />
        {view.open && <RestForms {...part} />}
      </Stack>
    ),
  })
}

function factsOf({ request, view }: ActionPart, place: number): { term: string; value: ReactNode }[] {
  const { words, language } = request
  const w = words.programmePlan.action.facts
  const { tree, action, people, owners } = view
  const holder = people.college.find(({ person }) => person === action.portfolioHolder)?.name
  const official = owners.get(action.id)?.name
  const pillar = tree.pillars[place]
  return [
    {
      term: w.pillar,
      value: pillar && (
        <Original language={language}>{words.programmePlan.plan.pillar(place + 1, pillar.name)}</Original>
      ),
    },
    { term: w.days, value: daysSaid(request, action) },
    { term: w.ended, value: action.endedOn && words.programme.date(action.endedOn) },
    { term: w.holder, value: holder ?? words.programmePlan.nobody },
    {
      term: w.official,
      value: (
        <>
          {official ?? words.programmePlan.nobody}
          {official && <span className="schakel-hint"> ({words.programmePlan.action.notPublic})</span>}
        </>
      ),
    },
    { term: w.partners, value: action.partners.length > 0 && words.programme.list(action.partners) },
  ].map(({ term, value }) => ({ term, value: value || null }))
}

/** A move that was asked for and that this state has no form for any more, since another moved the action meanwhile. */
const moveIsGone = (form: string, { state }: ActionView['action']): boolean =>
  actionMoves.some(
    (move) => moveForms[move] === form && !actionArrows.some(([from, by]) => from === state && by === move),
  )

/** So many lines are shown at once; the earlier ones behind their count. */
const shownAtOnce = 8

function ActionHistory({ request, view }: { request: DeskRequest; view: ActionView }) {
  const w = request.words.programmePlan.action
  const { history, tree, action, open } = view
  const undoable = open ? undoableSteps(history) : new Map<number, never>()
  const lines = (from: number, to?: number) => (
    <ProgrammeHistory
      request={request}
      lines={history.slice(from, to)}
      below={(line) => (
        <UndoButton
          request={request}
          programme={tree.slug}
          action={action.id}
          line={line}
          undo={undoable.get(line.id)}
        />
      )}
    />
  )
  return (
    <section aria-labelledby="geschiedenis">
      <Stack size="s">
        <Heading2 id="geschiedenis">{w.history}</Heading2>
        {lines(0, shownAtOnce)}
        {history.length > shownAtOnce && (
          <details className="schakel-fold">
            <summary>{w.historyMore(history.length - shownAtOnce)}</summary>
            {lines(shownAtOnce)}
          </details>
        )}
      </Stack>
    </section>
  )
}
