import { Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type ServedKey, type ServedName, servedKey } from '../../../council/index.ts'
import { type Action, lookOf } from '../../../programme/index.ts'
import { Chip } from '../../components/chip.tsx'
import { Card } from '../../components/layout.tsx'
import { dutch, Original, Said } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { motionHref, programmeActionHref, servedHref } from '../addresses.ts'
import { Fold } from './fold.tsx'
import type { ProgrammeView } from './load.ts'
import { toneOfLook } from './say.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }
type Asked = { name: ServedName; actions: Action[]; whole: boolean }

/** What the council asked and the college promised, and for each which actions work on it. */
export function AskedFold({ request, view, open }: Props & { open: boolean }) {
  const w = request.words.programmePublic.asked
  const asked = askedOf(view)
  const idle = asked.filter((one) => one.actions.length === 0 && !isWhole(one)).length
  return (
    <Fold
      id="gevraagd"
      title={w.title}
      says={asked.length === 0 ? w.noLead : w.says(asked.length, idle)}
      open={open}
    >
      <Paragraph className="schakel-soft">{asked.length === 0 ? w.noLead : w.lead}</Paragraph>
      {groupsOf(asked).map((group) => (
        <Card key={group.key} labelledBy={group.key}>
          <Heading3 id={group.key}>{titleOf(request, group.asked[0]!.name)}</Heading3>
          <ul className="schakel-asked">
            {group.asked.map((one) => (
              <AskedRow key={servedKey(one.name)} request={request} view={view} asked={one} />
            ))}
          </ul>
        </Card>
      ))}
    </Fold>
  )
}

/** A commitment that the programme as a whole keeps: no single action has to. */
const isWhole = ({ whole, name }: Asked) => whole && name.kind === 'commitment'

function AskedRow({ request, view, asked }: Props & { asked: Asked }) {
  const { words, language } = request
  const w = words.programmePublic
  const { name, actions } = asked
  return (
    <li>
      <p>
        <ServedLink request={request} name={name} />
        {name.kind === 'commitment' && <small>{w.asked.commitment}</small>}
      </p>
      {actions.length === 0 ? (
        <p className="schakel-soft schakel-small">{isWhole(asked) ? w.asked.whole : w.asked.nothing}</p>
      ) : (
        <ul className="schakel-asked__actions">
          {actions.map((action) => {
            const look = lookOf(view.tree, action, view.today)
            return (
              <li key={action.id}>
                <Link href={programmeActionHref(request, view.tree.slug, action.id)}>
                  <Said language={language}>{w.action(action.number, dutch(action.title))}</Said>
                </Link>{' '}
                <Chip tone={toneOfLook[look]}>{w.look[look]}</Chip>
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}

/** For what an action is: each request, commitment and ambition with the motion it belongs to. */
export function WhyList({ request, view, serves }: Props & { serves: readonly ServedKey[] }) {
  const { names } = view
  const known = serves.flatMap((one) => names.get(servedKey(one)) ?? [])
  if (known.length === 0) return <Paragraph>{request.words.programmePublic.one.whyNone}</Paragraph>
  return (
    <Card>
      <ul className="schakel-asked">
        {known.map((name) => (
          <li key={servedKey(name)}>
            <p>
              <ServedLink request={request} name={name} />
              <small>
                {name.kind === 'ambition'
                  ? request.words.programmePublic.asked.oneAmbition
                  : titleOf(request, name)}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ServedLink({ request, name }: { request: MunicipalityRequest; name: ServedName }) {
  const href = servedHref(request, name)
  const title = <Original language={request.language}>{name.title}</Original>
  return href ? <Link href={href}>{title}</Link> : title
}

function titleOf(request: MunicipalityRequest, { kind, motion }: ServedName): ReactNode {
  const w = request.words.programmePublic.asked
  if (!motion) return kind === 'ambition' ? w.ambition : w.other
  return (
    <Link href={motionHref(request, motion)}>
      <Said language={request.language}>{w.motion(motion.number, dutch(motion.title))}</Said>
    </Link>
  )
}

/** What the programme and its actions serve, as far as it is public, each once. */
function askedOf({ tree, names }: ProgrammeView): Asked[] {
  const found = new Map<string, Asked>()
  const put = (serves: readonly ServedKey[], action: Action | null) => {
    for (const one of serves) {
      const key = servedKey(one)
      const name = names.get(key)
      if (!name) continue
      const asked = found.get(key) ?? { name, actions: [], whole: false }
      if (action) asked.actions.push(action)
      else asked.whole = true
      found.set(key, asked)
    }
  }
  put(tree.serves, null)
  for (const action of tree.actions) put(action.serves, action)
  return [...found.values()]
}

/** By motion, the requests in their order; then commitments without one, then ambitions. */
function groupsOf(asked: readonly Asked[]): { key: string; asked: Asked[] }[] {
  const groups = new Map<string, Asked[]>()
  const rank = { matter: 0, commitment: 1, ambition: 2 }
  const ordered = [...asked].sort(
    (a, b) =>
      rank[a.name.kind] - rank[b.name.kind] ||
      Number(a.name.motion === null) - Number(b.name.motion === null) ||
      a.name.of - b.name.of,
  )
  for (const one of ordered) {
    const { motion, kind } = one.name
    const key = motion ? `motie-${motion.id}` : kind === 'ambition' ? 'ambities' : 'toezeggingen'
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, own]) => ({ key, asked: own }))
}
