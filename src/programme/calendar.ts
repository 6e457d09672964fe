import type { IsoDate } from '../days.ts'
import { goesOn } from './action.ts'
import { isLate } from './milestone.ts'
import type { Action, Milestone, ProgrammeTree } from './tree.ts'

/** A meeting of the steering group, as a day. */
export type MeetingDay = { id: number; heldOn: IsoDate; name: string }
/** One line of a calendar. */
export type CalendarEntry = { on: IsoDate } & (
  | { kind: 'milestone'; action: Action; milestone: Milestone; late: boolean }
  | { kind: 'starts' | 'ends'; action: Action; late: boolean }
  | { kind: 'programme-starts' | 'programme-ends' }
  | { kind: 'meeting'; meeting: MeetingDay }
)
export type CalendarMonth = { month: string; entries: CalendarEntry[] }

/** All days of a programme, by month (`2026-03`); months without any are left out. Pure. */
export function calendarOf(
  tree: ProgrammeTree,
  meetings: readonly MeetingDay[],
  today: IsoDate,
): CalendarMonth[] {
  const entries: CalendarEntry[] = [
    { on: tree.startsOn, kind: 'programme-starts' },
    { on: tree.endsOn, kind: 'programme-ends' },
    ...meetings.map((meeting): CalendarEntry => ({ on: meeting.heldOn, kind: 'meeting', meeting })),
  ]
  for (const action of tree.actions) {
    const { startsOn, endsOn, endedOn, state } = action
    const running = goesOn(action)
    if (startsOn) {
      entries.push({ on: startsOn, kind: 'starts', action, late: state === 'planned' && startsOn < today })
    }
    const end = endedOn ?? endsOn
    if (end) entries.push({ on: end, kind: 'ends', action, late: running && end < today })
    for (const milestone of action.milestones) {
      const on = milestone.reachedOn ?? milestone.dueOn
      if (on && milestone.state !== 'dropped') {
        entries.push({ on, kind: 'milestone', action, milestone, late: running && isLate(milestone, today) })
      }
    }
  }
  const months = new Map<string, CalendarEntry[]>()
  for (const entry of entries.sort((a, b) => a.on.localeCompare(b.on))) {
    const month = entry.on.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return [...months].map(([month, inMonth]) => ({ month, entries: inMonth }))
}
