import { Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import { type Action, inShort, lookOf, type Pillar } from '../../../programme/index.ts'
import { capitalise } from '../../../words/format.ts'
import { classOf } from '../../components/chain.tsx'
import { Chip } from '../../components/chip.tsx'
import { Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { programmeActionHref } from '../addresses.ts'
import type { ProgrammeView } from './load.ts'
import { actionDays, concernLines, ringOfLook, toneOfLook } from './say.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }
const actionsOf = ({ tree }: ProgrammeView, pillar: Pillar) =>
  tree.actions.filter((one) => one.pillar === pillar.id)

/** All actions in one look: a chain for each pillar, a ring for each action. */
export function PillarChains({ request, view }: Props) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, today } = view
  return (
    <ul className="schakel-pillars" aria-label={w.perPillar}>
      {tree.pillars.map((pillar) => {
        const rings = actionsOf(view, pillar).map((action) => {
          const look = lookOf(tree, action, today)
          return { action, look, state: ringOfLook[look] }
        })
        const { reached, of } = inShort(tree, today, pillar.id).milestones
        return (
          <li key={pillar.id}>
            <p className="schakel-head">
              <Link href={`#pijler-${pillar.id}`}>
                <Original language={language}>{pillar.name}</Original>
              </Link>
              <span className="schakel-soft schakel-small">{w.pillarMilestones(reached, of)}</span>
            </p>
            {rings.length === 0 ? (
              <p className="schakel-soft schakel-small">{w.noneInPillar}</p>
            ) : (
              <ol className="schakel-chain schakel-chain--short" aria-label={w.chainOf(pillar.name)}>
                {rings.map((ring, index) => (
                  <li key={ring.action.id} className={classOf(ring, rings[index + 1])}>
                    <Link href={programmeActionHref(request, tree.slug, ring.action.id)}>
                      {ring.action.number}
                      <span className="schakel-hidden">
                        {' '}
                        <Original language={language}>{ring.action.title}</Original>
                      </span>
                    </Link>{' '}
                    <span>{w.look[ring.look]}</span>
                  </li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Each pillar with what it is for and its actions. */
export function PillarParts({ request, view }: Props) {
  const { words, language } = request
  return view.tree.pillars.map((pillar) => {
    const actions = actionsOf(view, pillar)
    const id = `pijler-${pillar.id}`
    return (
      <section key={pillar.id} aria-labelledby={id}>
        <Stack>
          <Heading2 id={id}>
            <Original language={language}>{pillar.name}</Original>
          </Heading2>
          {pillar.aim && (
            <Paragraph className="schakel-soft">
              <Original language={language}>{pillar.aim}</Original>
            </Paragraph>
          )}
          {actions.length === 0 ? (
            <Paragraph>{words.programmePublic.noneInPillar}</Paragraph>
          ) : (
            <ol className="schakel-list">
              {actions.map((action) => (
                <ActionRow key={action.id} request={request} view={view} action={action} />
              ))}
            </ol>
          )}
        </Stack>
      </section>
    )
  })
}

function ActionRow({ request, view, action }: Props & { action: Action }) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, holders, today } = view
  const look = lookOf(tree, action, today)
  const holder = action.portfolioHolder === null ? null : (holders.get(action.portfolioHolder) ?? null)
  const kept = action.milestones.filter(({ state }) => state !== 'dropped')
  const reached = kept.filter(({ state }) => state === 'reached').length
  const last = action.reports[0]
  return (
    <li id={`actie-${action.id}`}>
      <Heading3>
        <Link href={programmeActionHref(request, tree.slug, action.id)}>
          <Original language={language}>
            {action.number} {action.title}
          </Original>
        </Link>
      </Heading3>
      <Chip tone={toneOfLook[look]}>{w.look[look]}</Chip>
      <p className="schakel-list__facts">
        {[actionDays(words, action), holder, w.pillarMilestones(reached, kept.length)].flatMap((fact) =>
          fact ? [<span key={fact}>{capitalise(fact)}</span>] : [],
        )}
      </p>
      {concernLines(words, tree, action, today).map((line) => (
        <p key={line} className="schakel-action-line">
          {line}
        </p>
      ))}
      {last && (
        <p className="schakel-action-line schakel-soft">
          {w.lastReport(last.on)} <Original language={language}>{last.text}</Original>
        </p>
      )}
    </li>
  )
}
