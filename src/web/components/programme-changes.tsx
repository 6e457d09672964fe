import { Heading3 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { changedWords } from '../../merge-text.ts'
import { type Plan, type PlanChange, type PlannedAction, planChanges } from '../../programme/index.ts'
import { capitalise, formatNumber } from '../../words/format.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Stack } from './layout.tsx'
import { dutch, Said } from './original.tsx'
import { planChangeSaid } from './programme-planned.tsx'

type Names = {
  /** Members of the college by id. */
  holders: ReadonlyMap<number, string>
}
type Props = Names & { request: MunicipalityRequest; from: Plan; to: Plan }

/** What differs between two plans, each change from what to what, in sentences; long texts with the words that went and came. */
export function PlanChanges({ request, from, to, holders }: Props) {
  const changes = planChanges(from, to)
  return (
    <Stack>
      {changes.map((change) => {
        const said = sayChange({ request, from, to, holders }, change)
        return (
          <Stack key={`${change.kind} ${'id' in change ? change.id : change.field}`} size="s">
            {said.title !== null && (
              <Heading3>
                <Said language={request.language}>{said.title}</Said>
              </Heading3>
            )}
            <ul className="schakel-changes">
              {said.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
                <li key={index}>
                  {typeof line === 'string' ? <Said language={request.language}>{line}</Said> : line}
                </li>
              ))}
            </ul>
          </Stack>
        )
      })}
    </Stack>
  )
}

type Line = string | Exclude<ReactNode, string>

function sayChange(props: Props, change: PlanChange): { title: string | null; lines: Line[] } {
  const { request, from, to } = props
  const { programme, programmePublic } = request.words
  const w = programmePublic.change
  if (change.kind === 'programme') {
    switch (change.field) {
      case 'startsOn':
      case 'endsOn':
        return {
          title: null,
          lines: [
            went(
              request,
              w.of[change.field],
              programme.date(from[change.field]),
              programme.date(to[change.field]),
            ),
          ],
        }
      case 'title':
        return { title: null, lines: [went(request, w.of.title, quote(from.title), quote(to.title))] }
      case 'summary':
        return { title: null, lines: [longText(request, w.of.summary, from.summary, to.summary)] }
      case 'frame':
        return { title: null, lines: moneyLines(request, w.frame, from.frame, to.frame) }
      case 'serves':
        return { title: null, lines: [`${capitalise(planChangeSaid(request, change))}: ${w.changed}.`] }
    }
  }
  if (change.kind === 'action') {
    const before = from.actions.find(({ id }) => id === change.id)
    const after = to.actions.find(({ id }) => id === change.id)
    const title = `${change.number} ${dutch(change.title)}`
    if (!before || !after) return { title, lines: [change.what === 'added' ? w.added : w.removed] }
    return { title, lines: change.fields.flatMap((field) => actionLines(props, before, after, field)) }
  }
  const title = `${request.words.programmePlan.adopt.kind[change.kind]} ${dutch(change.name)}`
  if (change.what !== 'changed') return { title, lines: [change.what === 'added' ? w.added : w.removed] }
  if (change.kind === 'pillar') {
    const [before, after] = [from, to].map(({ pillars }) => pillars.find(({ id }) => id === change.id)!)
    const lines: Line[] = []
    if (before!.name !== after!.name)
      lines.push(went(request, w.of.title, quote(before!.name), quote(after!.name)))
    if (before!.aim !== after!.aim) lines.push(longText(request, w.of.aim, before!.aim, after!.aim))
    if (before!.kind !== after!.kind)
      lines.push(
        went(request, w.of.kind, programme.pillarKind[before!.kind], programme.pillarKind[after!.kind]),
      )
    if (before!.position !== after!.position)
      lines.push(went(request, w.of.position, String(before!.position), String(after!.position)))
    return { title, lines }
  }
  return { title, lines: indicatorLines(props, change.id) }
}

const quote = (text: string | null) => (text ? `“${dutch(text)}”` : null)

/** From what to what; null is nothing. */
function went({ words }: MunicipalityRequest, what: string, from: string | null, to: string | null): string {
  const w = words.programmePublic.change
  if (from === null) return to === null ? `${what}: ${w.changed}.` : w.set(what, to)
  return to === null ? w.cleared(what, from) : w.went(what, from, to)
}

function actionLines(
  { request, from, to, holders }: Props,
  before: PlannedAction,
  after: PlannedAction,
  field: Extract<PlanChange, { kind: 'action' }>['fields'][number],
): Line[] {
  const { programme, programmePublic, programmePlan } = request.words
  const w = programmePublic.change
  const day = (one: string | null) => one && programme.date(one)
  switch (field) {
    case 'startsOn':
    case 'endsOn':
      return [went(request, w.of[field], day(before[field]), day(after[field]))]
    case 'title':
      return [went(request, w.of.title, quote(before.title), quote(after.title))]
    case 'number':
      return [went(request, w.of.number, before.number, after.number)]
    case 'description':
      return [longText(request, w.of.description, before.description, after.description)]
    case 'pillar': {
      const name = (plan: Plan, id: number) => quote(plan.pillars.find((one) => one.id === id)?.name ?? null)
      return [went(request, w.of.pillar, name(from, before.pillar), name(to, after.pillar))]
    }
    case 'portfolioHolder': {
      const name = (id: number | null) => (id === null ? null : (holders.get(id) ?? null))
      return [went(request, w.of.holder, name(before.portfolioHolder), name(after.portfolioHolder))]
    }
    case 'money':
      return moneyLines(request, w.budget, before.money, after.money)
    case 'partners':
      return cameAndWent(request, w.of.partners, before.partners.map(dutch), after.partners.map(dutch))
    case 'needs': {
      const names = (plan: Plan, ids: readonly number[]) =>
        ids.flatMap((id) => {
          const one = plan.actions.find((action) => action.id === id)
          return one ? [`${one.number} ${dutch(one.title)}`] : []
        })
      return cameAndWent(request, w.of.needs, names(from, before.needs), names(to, after.needs))
    }
    case 'risks':
      return pairs(before.risks, after.risks).flatMap(([was, is]): Line[] => {
        if (!was) return [w.cameWith(w.of.risks, dutch(is!.text))]
        if (!is) return [w.wentFrom(w.of.risks, dutch(was.text))]
        const { level, riskFacts } = programmePlan.action
        const weight = (one: typeof was) => riskFacts(level[one.chance], level[one.effect])
        return [
          ...(was.text === is.text ? [] : [longText(request, w.of.risk, was.text, is.text)]),
          ...(weight(was) === weight(is)
            ? []
            : [went(request, w.risk(dutch(is.text)), weight(was), weight(is))]),
          ...(was.measure === is.measure
            ? []
            : [longText(request, w.measure(dutch(is.text)), was.measure, is.measure)]),
        ]
      })
    case 'milestones': {
      const named = (one: PlannedAction['milestones'][number]) =>
        `“${dutch(one.title)}”${one.dueOn ? `, ${programme.date(one.dueOn)}` : ''}`
      return pairs(before.milestones, after.milestones).flatMap(([was, is]): Line[] => {
        if (!was) return [w.cameWith(w.of.milestones, named(is!))]
        if (!is) return [w.wentFrom(w.of.milestones, named(was))]
        return [
          ...(was.title === is.title
            ? []
            : [went(request, w.of.milestoneTitle, quote(was.title), quote(is.title))]),
          ...(was.dueOn === is.dueOn
            ? []
            : [went(request, w.milestoneDay(dutch(is.title)), day(was.dueOn), day(is.dueOn))]),
        ]
      })
    }
    case 'serves':
      return [`${w.of.serves}: ${w.changed}.`]
  }
}

function indicatorLines({ request, from, to }: Props, id: number): Line[] {
  const { words, language } = request
  const { field: named, certainty, counts, direction, area } = words.programmeFigures
  const [was, is] = [from, to].map(({ indicators }) => indicators.find((one) => one.id === id)!)
  if (!was || !is) return []
  const number = (one: { value: number; on: string | null } | null) =>
    one &&
    `${formatNumber(one.value, language)} ${dutch(is.unit)}${one.on ? ` (${words.programme.date(one.on)})` : ''}`
  const said: [string, string | null, string | null][] = [
    ['name', quote(was.name), quote(is.name)],
    ['unit', quote(was.unit), quote(is.unit)],
    ['baseline', number(was.baseline), number(is.baseline)],
    ['target', number(was.target), number(is.target)],
    ['direction', direction[was.direction], direction[is.direction]],
    ['counts', counts[was.counts], counts[is.counts]],
    ['certainty', certainty[was.certainty], certainty[is.certainty]],
    ['source', quote(was.source), quote(is.source)],
    ['area', area[was.area], area[is.area]],
    ['area_name', quote(was.areaName), quote(is.areaName)],
    ['decimals', String(was.decimals), String(is.decimals)],
  ]
  const label = (field: string) => capitalise(named[field as keyof typeof named] ?? field)
  const lines: Line[] = said.flatMap(([field, a, b]) => (a === b ? [] : [went(request, label(field), a, b)]))
  if (was.definition !== is.definition)
    lines.push(longText(request, label('definition'), was.definition, is.definition))
  return lines.length > 0 ? lines : [`${capitalise(words.programmePublic.change.changed)}.`]
}

const pairs = <T extends { id: number }>(
  before: readonly T[],
  after: readonly T[],
): [T | undefined, T | undefined][] => [
  ...after.map((one): [T | undefined, T] => [before.find(({ id }) => id === one.id), one]),
  ...before
    .filter(({ id }) => !after.some((one) => one.id === id))
    .map((one): [T, undefined] => [one, undefined]),
]

function cameAndWent(
  { words }: MunicipalityRequest,
  what: string,
  before: readonly string[],
  after: readonly string[],
): string[] {
  const w = words.programmePublic.change
  const [came, left] = [
    after.filter((one) => !before.includes(one)),
    before.filter((one) => !after.includes(one)),
  ]
  const lines = [...came.map((one) => w.cameWith(what, one)), ...left.map((one) => w.wentFrom(what, one))]
  return lines.length > 0 ? lines : [`${what}: ${w.changed}.`]
}

type Budget = { year: number; budget: number | null }
function moneyLines(
  request: MunicipalityRequest,
  what: (year: number) => string,
  before: readonly Budget[],
  after: readonly Budget[],
): string[] {
  const { euro } = request.words.programme
  const of = (list: readonly Budget[], year: number) => list.find((one) => one.year === year)?.budget ?? null
  const years = [...new Set([...before, ...after].map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) => {
    const [was, is] = [of(before, year), of(after, year)]
    if (was === is) return []
    return [went(request, what(year), was === null ? null : euro(was), is === null ? null : euro(is))]
  })
}

/** A long text with the words that went struck through and those that came underlined; each says so without its looks. */
function longText(request: MunicipalityRequest, what: string, from: string | null, to: string | null): Line {
  const { words, language } = request
  const w = words.programmePublic.change
  return (
    <>
      <Said language={language}>{`${what}:`}</Said>
      <blockquote className="schakel-words" lang={language === 'nl' ? undefined : 'nl'}>
        {changedWords(from ?? '', to ?? '').map(({ kind, text }, index) => {
          const Run = kind === 'gone' ? 'del' : kind === 'added' ? 'ins' : 'span'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text, in their order
            <Run key={index}>
              {kind !== 'same' && (
                <span className="schakel-hidden" lang={language}>
                  {kind === 'gone' ? w.gone : w.came}{' '}
                </span>
              )}
              {text}
            </Run>
          )
        })}
      </blockquote>
    </>
  )
}
