import { isDeepStrictEqual } from 'node:util'
import type { Action, Indicator, Milestone, Money, Pillar, ProgrammeTree, Risk, Served } from './tree.ts'

type Without<T, K extends keyof T> = Omit<T, K | 'version'>
type PlainMoney = Omit<Money, 'id' | 'version'>
type PlainServed = Pick<Served, 'kind' | 'of'>

/** The action as an edition keeps it: what was planned, not what came of it. */
export type PlannedAction = Omit<
  Without<Action, 'reports' | 'milestones' | 'money' | 'needs' | 'risks' | 'serves'>,
  never
> & {
  money: PlainMoney[]
  /** Ids of the actions that it waits for. */
  needs: number[]
  risks: Without<Risk, never>[]
  serves: PlainServed[]
  milestones: Pick<Milestone, 'id' | 'title' | 'dueOn' | 'state' | 'reachedOn'>[]
}
/** A whole programme as it was adopted or amended: the `content` of an edition. Money in cents. */
export type Plan = Pick<ProgrammeTree, 'title' | 'summary' | 'startsOn' | 'endsOn'> & {
  pillars: Without<Pillar, never>[]
  actions: PlannedAction[]
  frame: PlainMoney[]
  serves: PlainServed[]
  indicators: Without<Indicator, 'values'>[]
}

/** Pure. */
export function planOf(tree: ProgrammeTree): Plan {
  const { title, summary, startsOn, endsOn } = tree
  return {
    title,
    summary,
    startsOn,
    endsOn,
    pillars: tree.pillars.map(({ version: _, ...pillar }) => pillar),
    actions: tree.actions.map(
      ({ version: _, reports: __, milestones, money, needs, risks, serves, ...action }) => ({
        ...action,
        money: money.map(plainMoney),
        needs: needs.map((one) => one.action),
        risks: risks.map(({ version: ___, ...risk }) => risk),
        serves: serves.map(plainServed),
        milestones: milestones.map(({ id, title, dueOn, state, reachedOn }) => ({
          id,
          title,
          dueOn,
          state,
          reachedOn,
        })),
      }),
    ),
    frame: tree.frame.map(plainMoney),
    serves: tree.serves.map(plainServed),
    indicators: tree.indicators.map(({ version: _, values: __, ...indicator }) => indicator),
  }
}
const plainMoney = ({ year, budget, committed, spent }: Money): PlainMoney => ({
  year,
  budget,
  committed,
  spent,
})
const plainServed = ({ kind, of }: Served): PlainServed => ({ kind, of })

/** What differs between two plans, for people to see before they decide. */
export type PlanChange =
  | { kind: 'programme'; field: 'title' | 'summary' | 'startsOn' | 'endsOn' | 'frame' | 'serves' }
  | { kind: 'pillar' | 'indicator'; what: 'added' | 'removed' | 'changed'; id: number; name: string }
  | {
      kind: 'action'
      what: 'added' | 'removed' | 'changed'
      id: number
      number: string
      title: string
      /** Of one that changed. */
      fields: PlannedField[]
    }

/** Progress (states, money committed and spent, milestones reached) is no change of the plan. Pure. */
export function planChanges(from: Plan, to: Plan): PlanChange[] {
  const changes: PlanChange[] = []
  for (const field of ['title', 'summary', 'startsOn', 'endsOn'] as const) {
    if (from[field] !== to[field]) changes.push({ kind: 'programme', field })
  }
  if (!same(from.frame.map(budgetOf), to.frame.map(budgetOf)))
    changes.push({ kind: 'programme', field: 'frame' })
  if (!same(keys(from.serves), keys(to.serves))) changes.push({ kind: 'programme', field: 'serves' })
  for (const kind of ['pillar', 'indicator'] as const) {
    const [before, after] = kind === 'pillar' ? [from.pillars, to.pillars] : [from.indicators, to.indicators]
    for (const { what, one } of pairs<{ id: number; name: string }>(before, after, (a, b) => same(a, b))) {
      changes.push({ kind, what, id: one.id, name: one.name })
    }
  }
  for (const { what, one, other } of pairs(
    from.actions,
    to.actions,
    (a, b) => fieldsThatDiffer(a, b).length === 0,
  )) {
    changes.push({
      kind: 'action',
      what,
      id: one.id,
      number: one.number,
      title: one.title,
      fields: other ? fieldsThatDiffer(other, one) : [],
    })
  }
  return changes
}

/** What of an action is planned; its id, and what happens to it, are not. */
const planned = [
  'pillar',
  'number',
  'title',
  'description',
  'startsOn',
  'endsOn',
  'portfolioHolder',
  'partners',
  'money',
  'needs',
  'risks',
  'serves',
  'milestones',
] as const satisfies readonly (keyof PlannedAction)[]
export type PlannedField = (typeof planned)[number]
const fieldsThatDiffer = (a: PlannedAction, b: PlannedAction) =>
  planned.filter((field) => !same(plannedIn(a, field), plannedIn(b, field)))

function plannedIn(action: PlannedAction, field: PlannedField): unknown {
  switch (field) {
    case 'money':
      return action.money.map(budgetOf)
    case 'serves':
      return keys(action.serves)
    case 'needs':
      return [...action.needs].sort((a, b) => a - b)
    case 'milestones':
      return action.milestones.map(({ id, title, dueOn }) => ({ id, title, dueOn }))
    case 'risks':
      return action.risks.map(({ state: _, ...risk }) => risk)
    default:
      return action[field]
  }
}
const budgetOf = ({ year, budget }: PlainMoney) => ({ year, budget })
const keys = (serves: readonly PlainServed[]) => serves.map(({ kind, of }) => `${kind} ${of}`).sort()
const same = isDeepStrictEqual

type Pair<T> = { what: 'added' | 'removed' | 'changed'; one: T; other?: T }
function pairs<T extends { id: number }>(
  before: readonly T[],
  after: readonly T[],
  alike: (a: T, b: T) => boolean,
): Pair<T>[] {
  const was = new Map(before.map((one) => [one.id, one]))
  const left = new Set(after.map(({ id }) => id))
  const found: Pair<T>[] = []
  for (const one of after) {
    const other = was.get(one.id)
    if (!other) found.push({ what: 'added', one })
    else if (!alike(other, one)) found.push({ what: 'changed', one, other })
  }
  for (const one of before) if (!left.has(one.id)) found.push({ what: 'removed', one })
  return found
}
