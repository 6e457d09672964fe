import { Heading3, Heading4, Link, Paragraph } from '@utrecht/component-library-react'
import { type Action, inShort, lookOf, type Pillar } from '../../../programme/index.ts'
import { capitalise } from '../../../words/format.ts'
import { classOf } from '../../components/chain.tsx'
import { Chip } from '../../components/chip.tsx'
import { Original, Said } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { programmeActionHref } from '../addresses.ts'
import type { ProgrammeView } from './load.ts'
import { type Astray, actionDays, astray, concernLines, ringOfLook, toneOfLook } from './say.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }
const actionsOf = ({ tree }: ProgrammeView, pillar: Pillar) =>
  tree.actions.filter((one) => one.pillar === pillar.id)

/** All actions in one look: a chain for each pillar, a ring for each action; below it what they are, for whoever opens it. */
export function Pillars({ request, view, open }: Props & { open: boolean }) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, today } = view
  return (
    <ul className="schakel-pillars" aria-label={w.perPillar}>
      {tree.pillars.map((pillar) => {
        const { reached, of } = inShort(tree, today, pillar.id).milestones
        const actions = actionsOf(view, pillar)
        return (
          <li key={pillar.id}>
            <div className="schakel-head">
              <Heading3 id={`pijler-${pillar.id}`}>
                <Original language={language}>{pillar.name}</Original>
              </Heading3>
              <span className="schakel-soft schakel-small">{w.pillarMilestones(reached, of)}</span>
            </div>
            {pillar.aim && (
              <Paragraph className="schakel-soft schakel-small">
                <Original language={language}>{pillar.aim}</Original>
              </Paragraph>
            )}
            {actions.length === 0 ? (
              <p className="schakel-soft schakel-small">{w.noneInPillar}</p>
            ) : (
              <>
                <PillarChain request={request} view={view} pillar={pillar} actions={actions} />
                <details className="schakel-details" open={open}>
                  <summary>
                    {w.actionsOf(actions.length)}
                    <span className="schakel-hidden">
                      {' '}
                      (<Original language={language}>{pillar.name}</Original>)
                    </span>
                  </summary>
                  <ol className="schakel-list">
                    {actions.map((action) => (
                      <ActionRow key={action.id} request={request} view={view} action={action} />
                    ))}
                  </ol>
                </details>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function PillarChain({
  request,
  view,
  pillar,
  actions,
}: Props & { pillar: Pillar; actions: readonly Action[] }) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, today } = view
  const rings = actions.map((action) => {
    const look = lookOf(tree, action, today)
    return { action, look, state: ringOfLook[look] }
  })
  return (
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
  )
}

/** Actions that stand open of those that do not go as planned; the rest is behind a line. */
const most = 6

/** What does not go as it was planned: late, stopped, over its budget. Nothing for a programme in which all went well. */
export function AstrayPart({ request, view, open }: Props & { open: boolean }) {
  const w = request.words.programmePublic.astray
  const found = astray(request.words, view.tree, view.today)
  if (found.length === 0) {
    return view.tree.state === 'adopted' && view.tree.actions.length > 0 ? (
      <Paragraph>{w.none}</Paragraph>
    ) : null
  }
  const [first, more] = [found.slice(0, most), found.slice(most)]
  return (
    <section className="schakel-astray" aria-labelledby="aandacht">
      <Heading3 id="aandacht">{w.title}</Heading3>
      <AstrayList request={request} view={view} found={first} />
      {more.length > 0 && (
        <details className="schakel-details" open={open}>
          <summary>{w.more(more.length)}</summary>
          <AstrayList request={request} view={view} found={more} />
        </details>
      )}
    </section>
  )
}

function AstrayList({ request, view, found }: Props & { found: readonly Astray[] }) {
  const { words, language } = request
  return (
    <ul>
      {found.map(({ action, look, lines }) => (
        <li key={action.id}>
          <Link href={programmeActionHref(request, view.tree.slug, action.id)}>
            {action.number} <Original language={language}>{action.title}</Original>
          </Link>
          <Chip tone={toneOfLook[look]}>{words.programmePublic.look[look]}</Chip>
          <small>
            <Said language={language}>{lines.join(' ')}</Said>
          </small>
        </li>
      ))}
    </ul>
  )
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
      <Heading4>
        <Link href={programmeActionHref(request, tree.slug, action.id)}>
          {action.number} <Original language={language}>{action.title}</Original>
        </Link>
      </Heading4>
      <Chip tone={toneOfLook[look]}>{w.look[look]}</Chip>
      <p className="schakel-list__facts">
        {[actionDays(words, action), holder, w.pillarMilestones(reached, kept.length)].flatMap((fact) =>
          fact ? [<span key={fact}>{capitalise(fact)}</span>] : [],
        )}
      </p>
      {concernLines(words, tree, action, today).map((line) => (
        <p key={line} className="schakel-action-line">
          <Said language={language}>{line}</Said>
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
