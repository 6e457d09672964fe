/** What a programme or an action may serve, as choices. */
import type { ReactNode } from 'react'
import {
  type ServableCommitment,
  type ServableMatter,
  servableCommitments,
  servableMatters,
  servedKey,
  unservedRequests,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import {
  programmeReader,
  type Served,
  type ServedKind,
  type SourceAtDesk,
  servedKinds,
  sourcesOf,
} from '../../../../programme/index.ts'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import { servedHref } from '../../../public/addresses.ts'
import type { FieldSet } from '../../form-fields.tsx'
import type { Typed } from '../../matter/typed.ts'
import { TicksField } from './form-page.tsx'
import type { PlanAtDesk } from './load-plan.ts'

export type Servable = {
  matters: (ServableMatter & { unserved: boolean })[]
  commitments: ServableCommitment[]
  sources: SourceAtDesk[]
}

/** What a search found, or else the requests that nothing works on; and open commitments and marked ambitions. */
export async function loadServable(ctx: Ctx, input: { search: string; most?: number }): Promise<Servable> {
  const unserved = await unservedRequests(ctx)
  const open = new Set(unserved.map(({ matter }) => matter))
  const found: ServableMatter[] =
    input.search === ''
      ? unserved.slice(0, input.most ?? 12).map((one) => ({ ...one, settled: false }))
      : await servableMatters(ctx, { search: input.search })
  return {
    matters: found.map((one) => ({ ...one, unserved: open.has(one.matter) })),
    commitments: await servableCommitments(ctx),
    sources: await sourcesOf(programmeReader(ctx), ctx.actor.municipality),
  }
}

/** One name each as `matter-12`; what is served already is left out. */
export function ServedChoices({
  request,
  set,
  servable,
  already,
}: {
  request: DeskRequest
  set: FieldSet
  servable: Servable
  already: readonly Served[]
}): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.serve
  const taken = new Set(already.map(servedKey))
  const free = (kind: ServedKind, of: number) => !taken.has(servedKey({ kind, of }))
  const matters = servable.matters
    .filter(({ matter }) => free('matter', matter))
    .map(({ matter, text, settled, unserved, motion }) => ({
      value: `matter-${matter}`,
      label: <Original language={language}>{text}</Original>,
      hint: [
        w.of([motion.number, motion.title].filter(Boolean).join(' ')),
        settled ? w.settled : unserved ? w.unservedMark : null,
      ]
        .filter(Boolean)
        .join(' · '),
    }))
  const commitments = servable.commitments
    .filter(({ commitment }) => free('commitment', commitment))
    .map(({ commitment, text, motions }) => ({
      value: `commitment-${commitment}`,
      label: <Original language={language}>{text}</Original>,
      hint: motions.map(({ number, title }) => w.of([number, title].filter(Boolean).join(' '))).join(' · '),
    }))
  const ambitions = servable.sources.flatMap((source) =>
    source.ambitions
      .filter(({ id }) => free('ambition', id))
      .map(({ id, text }) => ({
        value: `ambition-${id}`,
        label: <Original language={language}>{text}</Original>,
        hint: source.title,
      })),
  )
  if (matters.length + commitments.length + ambitions.length === 0) return <p>{w.nothing}</p>
  return (
    <>
      {matters.length > 0 && <TicksField set={set} name="matter_id" legend={w.matters} choices={matters} />}
      {commitments.length > 0 && (
        <TicksField set={set} name="commitment_id" legend={w.commitments} choices={commitments} />
      )}
      {ambitions.length > 0 && (
        <TicksField set={set} name="ambition_id" legend={w.ambitions} choices={ambitions} />
      )}
    </>
  )
}

/** What the programme itself serves: the usual choice for an action of it. */
export function OwnServedChoices({
  request,
  set,
  plan,
  quiet,
  on = [],
}: {
  request: DeskRequest
  set: FieldSet
  plan: PlanAtDesk
  quiet?: boolean
  /** Chosen beforehand, by `servedKey`. */
  on?: readonly string[]
}): ReactNode {
  const w = request.words.programmePlan
  return (
    <TicksField
      set={set}
      name="served"
      legend={w.action.serves}
      quiet={quiet ?? false}
      choices={plan.tree.serves.map((one) => {
        const name = plan.names.get(servedKey(one))
        return {
          value: servedKey(one),
          on: on.includes(servedKey(one)),
          label: <Original language={request.language}>{name?.title ?? w.serve.gone}</Original>,
          ...(name?.motion
            ? { hint: w.serve.of([name.motion.number, name.motion.title].filter(Boolean).join(' ')) }
            : {}),
        }
      })}
    />
  )
}

export type ServedKeyTyped = { kind: ServedKind; of: number }
/** What was ticked in `matter_id`, `commitment_id`, `ambition_id` or `served`. @throws Invalid when nothing was and something must be */
export function servedIn(typed: Typed, { needed }: { needed: boolean }): ServedKeyTyped[] {
  const found = ['matter_id', 'commitment_id', 'ambition_id', 'served'].flatMap((name) =>
    (typed.get(name) ?? []).flatMap((value) => {
      const match = /^(matter|commitment|ambition)-([1-9]\d{0,8})$/.exec(value)
      const kind = servedKinds.find((one) => one === match?.[1])
      return match && kind ? [{ kind, of: Number(match[2]) }] : []
    }),
  )
  if (needed && found.length === 0)
    throw new Invalid('form-invalid', [{ field: 'matter_id', code: 'needed' }])
  return found
}

/** What is served, each with where it is from and a link, and below it what `below` gives. */
export function ServedList({
  request,
  plan,
  serves,
  below,
}: {
  request: DeskRequest
  plan: PlanAtDesk
  serves: readonly Served[]
  below?: (served: Served, title: string) => ReactNode
}) {
  const { words, language } = request
  const w = words.programmePlan.serve
  return (
    <ul className="schakel-plan-served">
      {serves.map((one) => {
        const name = plan.names.get(servedKey(one))
        const href = name && servedHref(request, name)
        const title = name?.title ?? w.gone
        const from = name?.motion && w.of([name.motion.number, name.motion.title].filter(Boolean).join(' '))
        const said = <Original language={language}>{title}</Original>
        return (
          <li key={one.id}>
            <span>
              {href ? (
                <a className="utrecht-link utrecht-link--html-a" href={href}>
                  {said}
                </a>
              ) : (
                said
              )}
              <small className="schakel-hint">
                {[words.programmePlan.serveKind[one.kind], from].filter(Boolean).join(' · ')}
              </small>
            </span>
            {below?.(one, title)}
          </li>
        )
      })}
    </ul>
  )
}
