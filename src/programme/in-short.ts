import type { IsoDate } from '../days.ts'
import { isLate } from './milestone.ts'
import { standingOf } from './standing.ts'
import type { Action, Milestone, ProgrammeTree } from './tree.ts'

/**
 * How something stands, in one word for everybody. `late`: a day went by without it; `unfinished`: the programme is over and it was not
 * done by then; `dropped` is of milestones only.
 */
export const looks = ['done', 'running', 'late', 'planned', 'stopped', 'unfinished', 'dropped'] as const
export type Look = (typeof looks)[number]

/** A programme that is over is looked at as it was left: nothing in it can be late any more. */
export const isOver = ({ state }: Pick<ProgrammeTree, 'state'>): boolean =>
  state === 'succeeded' || state === 'ended'

/** Pure. A day itself still counts as in time. */
export function lookOf(tree: ProgrammeTree, action: Action, today: IsoDate): Look {
  const { state } = action
  if (state === 'done' || state === 'stopped') return state
  if (isOver(tree)) return 'unfinished'
  const late = standingOf(tree, action, today).concerns.some(
    ({ kind }) => kind === 'not-started' || kind === 'past-end' || kind === 'milestone-late',
  )
  return late ? 'late' : state
}

/** Of a milestone. One that is open in an action that stopped will not come: `unfinished`. Pure. */
export function milestoneLook(
  tree: Pick<ProgrammeTree, 'state'>,
  action: Pick<Action, 'state'>,
  milestone: Pick<Milestone, 'state' | 'dueOn'>,
  today: IsoDate,
): Look {
  if (milestone.state === 'reached') return 'done'
  if (milestone.state === 'dropped') return 'dropped'
  if (isOver(tree) || action.state === 'stopped' || action.state === 'done') return 'unfinished'
  return isLate(milestone, today) ? 'late' : 'planned'
}

/** What somebody wants to know of a programme first. */
export type InShort = {
  actions: number
  pillars: number
  /** Actions by how they stand. */
  looks: Record<Exclude<Look, 'dropped'>, number>
  /** Of those that were not dropped. */
  milestones: { reached: number; of: number; late: number }
  /** The first milestone to come; null when none has a day, or the programme is over. */
  next: { action: Action; milestone: Milestone; on: IsoDate } | null
}

/** Of a whole programme, or of one pillar. Pure. */
export function inShort(tree: ProgrammeTree, today: IsoDate, pillar?: number): InShort {
  const actions = tree.actions.filter((one) => pillar === undefined || one.pillar === pillar)
  const short: InShort = {
    actions: actions.length,
    pillars: tree.pillars.length,
    looks: { done: 0, running: 0, late: 0, planned: 0, stopped: 0, unfinished: 0 },
    milestones: { reached: 0, of: 0, late: 0 },
    next: null,
  }
  for (const action of actions) {
    const look = lookOf(tree, action, today)
    if (look !== 'dropped') short.looks[look]++
    for (const milestone of action.milestones) {
      const stands = milestoneLook(tree, action, milestone, today)
      if (stands === 'dropped') continue
      short.milestones.of++
      if (stands === 'done') short.milestones.reached++
      if (stands === 'late') short.milestones.late++
      const on = milestone.dueOn
      if (stands === 'planned' && on !== null && (short.next === null || on < short.next.on)) {
        short.next = { action, milestone, on }
      }
    }
  }
  return short
}
