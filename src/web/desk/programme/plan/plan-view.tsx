import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Action, type ActionState, type Pillar, sumsByYear } from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { daysSaid } from '../../../components/programme-planned.tsx'
import type { DeskRequest } from '../../../page.ts'
import { manyPath } from '../many/paths.ts'
import { actionPath, newActionPath, pillarPath, programmePath } from '../paths.ts'
import { WayTo } from './form-page.tsx'
import { lackCount } from './lacks.tsx'
import type { PlanAtDesk } from './load-plan.ts'

export const actionTones: Record<ActionState, Tone> = {
  planned: 'none',
  running: 'open',
  done: 'done',
  stopped: 'late',
}
type Props = { request: DeskRequest; view: PlanAtDesk }

/** How it stands, in a sentence or two, and what it is about. */
export function PlanLead({ request, view }: Props) {
  const { words, language } = request
  const w = words.programmePlan.plan
  const { tree, lacks } = view
  const { hard, all } = lackCount(lacks)
  const stands: Record<typeof tree.state, ReactNode> = {
    draft: all === 0 ? w.draftReady : hard > 0 ? w.draftHard(hard) : w.draftSoft(all),
    adopted: tree.adoptedOn && w.adopted(tree.adoptedOn, tree.editions.at(-1)?.number ?? 1),
    succeeded: tree.succeededBy && (
      <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.succeededBy.slug)}>
        {w.succeeded(tree.succeededBy.title)}
      </a>
    ),
    ended: w.ended,
    dropped: w.dropped,
  }
  return (
    <Stack size="s">
      <p className="schakel-lead">
        {capitalise(w.actions(tree.actions.length, tree.pillars.length))}. {stands[tree.state]}
      </p>
      {tree.succeeds && (
        <p>
          <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.succeeds.slug)}>
            {w.succeeds(tree.succeeds.title)}
          </a>
        </p>
      )}
      {tree.summary?.split('\n\n').map((one) => (
        <p key={one}>
          <Original language={language}>{one}</Original>
        </p>
      ))}
      {view.open && tree.pillars.length > 0 && (
        <p>
          <WayTo href={manyPath(request, tree.slug)}>{words.programmeMany.way}</WayTo>
        </p>
      )}
    </Stack>
  )
}

/** Each pillar with its actions in one look. */
export function PlanPillars({ request, view }: Props) {
  const { tree, open } = view
  const first = tree.actions.length === 0
  return tree.pillars.map((pillar, index) => (
    <PillarPart
      key={pillar.id}
      request={request}
      view={view}
      pillar={pillar}
      place={index + 1}
      primary={open && first && index === 0}
    />
  ))
}

function PillarPart({
  request,
  view,
  pillar,
  place,
  primary,
}: Props & { pillar: Pillar; place: number; primary: boolean }) {
  const { words, language } = request
  const w = words.programmePlan.plan
  const { tree, open } = view
  const actions = tree.actions.filter((one) => one.pillar === pillar.id)
  const id = `pijler-${pillar.id}`
  return (
    <section aria-labelledby={id}>
      <Stack size="s">
        <div className="schakel-head">
          <Heading2 id={id}>
            <Original language={language}>{w.pillar(place, pillar.name)}</Original>
          </Heading2>
          {open && (
            <a
              className="utrecht-link utrecht-link--html-a schakel-small"
              href={pillarPath(request, tree.slug, pillar.id)}
              aria-label={w.changePillarOf(pillar.name)}
            >
              {w.changePillar}
            </a>
          )}
        </div>
        {pillar.aim && (
          <p className="schakel-soft">
            <Original language={language}>{pillar.aim}</Original>
          </p>
        )}
        {actions.length === 0 ? (
          <p className="schakel-soft">{w.noActions}</p>
        ) : (
          <ol className="schakel-plan-actions">
            {actions.map((action) => (
              <ActionRow key={action.id} request={request} view={view} action={action} />
            ))}
          </ol>
        )}
        {open && (
          <p>
            <WayTo
              href={newActionPath(request, tree.slug, pillar.id)}
              primary={primary}
              label={w.addActionTo(pillar.name)}
            >
              {w.addAction}
            </WayTo>
          </p>
        )}
      </Stack>
    </section>
  )
}

function ActionRow({ request, view, action }: Props & { action: Action }) {
  const { words, language } = request
  const w = words.programmePlan.plan
  const { people, owners } = view
  const holder = people.college.find(({ person }) => person === action.portfolioHolder)?.name
  const official = owners.get(action.id)?.name
  const budget = sumsByYear([action]).reduce<number | null>(
    (sum, { total }) => (total.budget === null ? sum : (sum ?? 0) + total.budget),
    null,
  )
  const reached = action.milestones.filter(({ state }) => state === 'reached').length
  const facts = [
    daysSaid(request, action),
    [official, holder].filter(Boolean).join(' / ') || words.programmePlan.nobody,
    w.milestones(reached, action.milestones.filter(({ state }) => state !== 'dropped').length),
    budget === null ? null : w.budget(words.programme.euro(budget)),
  ]
  return (
    <li>
      <span className="schakel-plan-actions__number">{action.number}</span>
      <span>
        <a
          className="utrecht-link utrecht-link--html-a"
          href={actionPath(request, view.tree.slug, action.id)}
        >
          <Original language={language}>{action.title}</Original>
        </a>
        <small className="schakel-hint">{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <Chip tone={actionTones[action.state]}>{words.programme.actionState[action.state]}</Chip>
    </li>
  )
}
