import { addDays, type IsoDate } from '../days.ts'
import { goesOn } from './action.ts'
import { isLate } from './milestone.ts'
import type { Action, Milestone, ProgrammeTree } from './tree.ts'

/** Why an action of one's own wants something, and what to do about it. */
export type WeekKind =
  | 'milestone-late'
  | 'past-end'
  | 'not-started'
  | 'risk-happened'
  | 'milestone-due'
  | 'starts'
  | 'ends'
  | 'waits-for'
  | 'is-waited-for'
  | 'no-report'
  | 'no-milestones'
export type WeekNext = 'reach' | 'start' | 'finish' | 'report' | 'plan' | 'look'
export type WeekGroup = 'now' | 'week' | 'waits' | 'quiet'
export type WeekRow = {
  kind: WeekKind
  next: WeekNext
  /** The day that says so. */
  on: IsoDate | null
  programme: Pick<ProgrammeTree, 'slug' | 'title'>
  action: Action
  milestone: Milestone | null
  /** The action that it waits for, or that waits for it. */
  other: Action | null
  /** What the risk is, when one happened. */
  risk: string | null
}
export type Week = {
  /** By group, by day; a group may be empty. */
  groups: Record<WeekGroup, WeekRow[]>
  /** Actions of one's own that are planned or running and in no group. */
  rest: { programme: Pick<ProgrammeTree, 'slug' | 'title'>; action: Action }[]
}

const groupOf: Record<WeekKind, WeekGroup> = {
  'milestone-late': 'now',
  'past-end': 'now',
  'not-started': 'now',
  'risk-happened': 'now',
  'milestone-due': 'week',
  starts: 'week',
  ends: 'week',
  'waits-for': 'waits',
  'is-waited-for': 'waits',
  'no-report': 'quiet',
  'no-milestones': 'quiet',
}
/** Days without a report after which a running action asks for one. */
const quietDays = 28
/** A week counts today and the six days after it. */
const weekDays = 6

/** What somebody's actions ask of them this week. Pure. */
export function weekOf(
  works: readonly { tree: ProgrammeTree; mine: ReadonlySet<number> }[],
  today: IsoDate,
): Week {
  const groups: Week['groups'] = { now: [], week: [], waits: [], quiet: [] }
  const rest: Week['rest'] = []
  for (const { tree, mine } of works) {
    const programme = { slug: tree.slug, title: tree.title }
    for (const action of tree.actions) {
      if (!mine.has(action.id) || !goesOn(action)) continue
      const rows = rowsOf(tree, action, today).map((row) => ({ ...row, programme, action }))
      for (const row of rows) groups[groupOf[row.kind]].push(row)
      if (rows.length === 0) rest.push({ programme, action })
    }
  }
  for (const rows of Object.values(groups)) rows.sort((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9'))
  return { groups, rest }
}

type Found = Pick<WeekRow, 'kind' | 'next' | 'on' | 'milestone' | 'other' | 'risk'>
const found = (kind: WeekKind, next: WeekNext, on: IsoDate | null, more: Partial<Found> = {}): Found => ({
  kind,
  next,
  on,
  milestone: null,
  other: null,
  risk: null,
  ...more,
})

function rowsOf(tree: ProgrammeTree, action: Action, today: IsoDate): Found[] {
  const last = addDays(today, weekDays)
  const soon = (day: IsoDate | null): day is IsoDate => day !== null && day >= today && day <= last
  const { startsOn, endsOn, state } = action
  const rows: Found[] = []
  for (const milestone of action.milestones) {
    if (isLate(milestone, today)) rows.push(found('milestone-late', 'reach', milestone.dueOn, { milestone }))
    else if (milestone.state === 'open' && soon(milestone.dueOn))
      rows.push(found('milestone-due', 'reach', milestone.dueOn, { milestone }))
  }
  if (endsOn !== null && endsOn < today) rows.push(found('past-end', 'finish', endsOn))
  else if (soon(endsOn)) rows.push(found('ends', 'finish', endsOn))
  if (state === 'planned' && startsOn !== null && startsOn < today)
    rows.push(found('not-started', 'start', startsOn))
  else if (state === 'planned' && soon(startsOn)) rows.push(found('starts', 'start', startsOn))
  for (const { state: risk, text } of action.risks) {
    if (risk === 'happened') rows.push(found('risk-happened', 'look', null, { risk: text }))
  }
  for (const { action: id } of action.needs) {
    const other = tree.actions.find((one) => one.id === id)
    if (other && other.state !== 'done') rows.push(found('waits-for', 'look', other.endsOn, { other }))
  }
  for (const other of tree.actions) {
    if (goesOn(other) && other.needs.some((need) => need.action === action.id))
      rows.push(found('is-waited-for', 'report', endsOn, { other }))
  }
  const told = action.reports[0]?.on ?? startsOn
  if (state === 'running' && told !== null && addDays(told, quietDays) <= today)
    rows.push(found('no-report', 'report', action.reports[0]?.on ?? null))
  if (action.milestones.length === 0) rows.push(found('no-milestones', 'plan', null))
  return rows
}
