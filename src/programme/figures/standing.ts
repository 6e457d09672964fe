import type { IsoDate } from '../../days.ts'
import type { ActionState } from '../action.ts'
import { type Certainty, certainties } from '../indicator.ts'
import { standingOf } from '../standing.ts'
import type { Indicator, ProgrammeTree, Value } from '../tree.ts'
import { monthsIn } from './period.ts'

/** How an indicator fares, from its values alone; nobody types it. */
export type IndicatorStanding = {
  /** The newest of the values that are compared. */
  last: Value | null
  /** Where it began: the baseline, else the first of the values that are compared. */
  from: { value: number; on: IsoDate } | null
  /** From there to the last value; `unknown` without both. For `hold`, any change is wrong. */
  way: 'right' | 'wrong' | 'same' | 'unknown'
  /** Whether the last value meets the target; null without target or value. */
  reached: boolean | null
  /** The weakest of what is compared. */
  sure: Certainty
  /** What is compared: counts over periods of one length, the longest there are; of shares and stocks all. Oldest first. */
  compared: Value[]
  /** Months of those periods; null where values of any length are compared, or there are none. */
  months: number | null
}

/** Pure. */
export function indicatorStanding(indicator: Indicator): IndicatorStanding {
  const { baseline, target, direction } = indicator
  const { compared, months } = comparable(indicator)
  const last = compared.at(-1) ?? null
  const first = compared.length > 1 ? compared[0]! : null
  const from = baseline ?? (first && { value: first.value, on: first.to })
  const change = last && from ? last.value - from.value : null
  const better = direction === 'down' ? -1 : 1
  const way =
    change === null
      ? 'unknown'
      : direction === 'hold'
        ? change === 0
          ? 'right'
          : 'wrong'
        : change === 0
          ? 'same'
          : change * better > 0
            ? 'right'
            : 'wrong'
  const reached =
    !last || !target
      ? null
      : direction === 'hold'
        ? last.value === target.value
        : (last.value - target.value) * better >= 0
  const beside = baseline ? [indicator.certainty] : first ? [first.certainty] : []
  const sure = last ? weakest([last.certainty, ...beside]) : 'unknown'
  return { last, from, way, reached, sure, compared, months }
}

/** Counts of a quarter and of a year cannot be compared; shares and stocks can. */
function comparable({ counts, values }: Indicator): { compared: Value[]; months: number | null } {
  const byEnd = [...values].sort((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from))
  if (values.length === 0 || counts === 'share' || counts === 'things')
    return { compared: byEnd, months: null }
  const months = Math.max(...values.map(monthsIn))
  return { compared: byEnd.filter((one) => monthsIn(one) === months), months }
}

const weakest = (all: readonly Certainty[]): Certainty =>
  certainties[Math.max(...all.map((one) => certainties.indexOf(one)))]!

/** How a pillar, or a whole programme, fares: counts of what can be seen, never one figure made of unlike things. */
export type Progress = {
  actions: Record<ActionState, number>
  /** Actions that want attention. */
  concerned: number
  milestones: { reached: number; open: number; late: number; dropped: number }
  indicators: { reached: number; right: number; same: number; wrong: number; unknown: number }
}

/** Of one pillar, or of the whole programme without one. An indicator of an action is one of its pillar. Pure. */
export function progressOf(tree: ProgrammeTree, today: IsoDate, pillar?: number): Progress {
  const actions = tree.actions.filter((one) => pillar === undefined || one.pillar === pillar)
  const progress: Progress = {
    actions: { planned: 0, running: 0, done: 0, stopped: 0 },
    concerned: 0,
    milestones: { reached: 0, open: 0, late: 0, dropped: 0 },
    indicators: { reached: 0, right: 0, same: 0, wrong: 0, unknown: 0 },
  }
  for (const action of actions) {
    const { concerns, milestones } = standingOf(tree, action, today)
    progress.actions[action.state]++
    if (concerns.length > 0) progress.concerned++
    for (const key of ['reached', 'open', 'late', 'dropped'] as const)
      progress.milestones[key] += milestones[key]
  }
  for (const indicator of indicatorsOf(tree, pillar)) {
    const { way, reached } = indicatorStanding(indicator)
    progress.indicators[reached ? 'reached' : way]++
  }
  return progress
}

/** Those of a pillar and of its actions; of the whole programme without one. Pure. */
export const indicatorsOf = (tree: ProgrammeTree, pillar?: number): Indicator[] =>
  tree.indicators.filter((one) => pillar === undefined || pillarOf(tree, one) === pillar)
export const pillarOf = (tree: ProgrammeTree, { pillar, action }: Indicator): number | null =>
  pillar ?? tree.actions.find(({ id }) => id === action)?.pillar ?? null
