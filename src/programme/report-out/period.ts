import { addDays, addMonths, type IsoDate } from '../../days.ts'
import { goesOn } from '../action.ts'
import type { Evidence } from '../evidence.ts'
import type { Action, HistoryLine, Milestone, ProgrammeTree } from '../tree.ts'
import type { ReportPeriod } from './report.ts'

/** Something that was to be there on a day of the period, or before it and was not yet: a milestone, or an action that would be done. */
export type Promised = {
  of: 'milestone' | 'action'
  id: number
  /** Of the milestone; null for the action itself. */
  title: string | null
  action: Action
  /** As it stood when the period began, or as it was first named within it. */
  day: IsoDate
  /** Its day had passed when the period began. */
  earlier: boolean
  outcome: PromisedOutcome
}
export type DayMove = { on: IsoDate; from: IsoDate | null; to: IsoDate | null; reason: string | null }
export type PromisedOutcome =
  | { kind: 'reached'; on: IsoDate }
  /** Not in the period, but since. */
  | { kind: 'reached-later'; on: IsoDate; evidence: Evidence[] }
  /** The day passed, and no other was named. */
  | { kind: 'late' }
  /** Its day has not passed yet: the period still runs. */
  | { kind: 'open' }
  | { kind: 'moved'; to: IsoDate | null; moves: DayMove[] }
  | { kind: 'dropped'; on: IsoDate | null; reason: string | null }
  /** Its action was stopped; `told`: the day on which somebody said so. */
  | { kind: 'stopped'; on: IsoDate | null; told: IsoDate | null; reason: string | null }

/** Something that happened in the period, with what shows it. `promised`: the day for which it was promised. */
export type Done =
  | { kind: 'milestone'; title: string; on: IsoDate; promised: IsoDate | null; evidence: Evidence[] }
  /** `told`: the day on which somebody said so. */
  | {
      kind: 'finished'
      on: IsoDate
      told: IsoDate | null
      promised: IsoDate | null
      reason: string | null
    }
  | { kind: 'report'; text: string; on: IsoDate; evidence: Evidence[] }
export type DoneIn = Done & { action: Action }

/** A milestone with a day that is still to come, or an action that begins then. */
export type Coming = { on: IsoDate; action: Action; title: string | null }

/** What a period was to bring, what it brought, and what comes. */
export type PeriodFacts = {
  promised: Promised[]
  done: DoneIn[]
  next: Coming[]
  /** Open milestones of actions that go on for which no day was agreed. */
  undated: number
}

/** Of one pillar, as it stands `today`; a period may still run. Pure. */
export function periodOf(
  tree: ProgrammeTree,
  history: readonly HistoryLine[],
  { from, to }: ReportPeriod,
  pillar: number,
  today: IsoDate,
): PeriodFacts {
  const actions = tree.actions.filter((one) => one.pillar === pillar)
  const lines = standingLines(history)
  const adopted = tree.adoptedOn === null ? null : addDays(tree.adoptedOn, 1)
  const span = { from, to, today, start: adopted !== null && adopted > from ? adopted : from }
  const promised = actions.flatMap((action) => promisedBy(lines, span, action))
  const done = actions.flatMap((action) => doneBy(lines, span, action, promised))
  const after = today <= to ? today : addDays(to, 1)
  const until = addMonths(to, monthsOf({ from, to }))
  const open = actions.filter(goesOn)
  const next = open.flatMap((action): Coming[] => [
    ...(action.state === 'planned' && inside(action.startsOn, after, until)
      ? [{ on: action.startsOn!, action, title: null }]
      : []),
    ...action.milestones
      .filter((one) => one.state === 'open' && inside(one.dueOn, after, until))
      .map((one) => ({ on: one.dueOn!, action, title: one.title })),
  ])
  return {
    promised: promised.sort((a, b) => a.day.localeCompare(b.day)),
    done: done.sort((a, b) => a.on.localeCompare(b.on)),
    next: next.sort((a, b) => a.on.localeCompare(b.on)),
    undated: open.flatMap(({ milestones }) =>
      milestones.filter((one) => one.state === 'open' && one.dueOn === null),
    ).length,
  }
}

/** Whole months, at least one. */
const monthsOf = ({ from, to }: ReportPeriod): number =>
  Math.max(
    1,
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
      Number(to.slice(5, 7)) -
      Number(from.slice(5, 7)) +
      1,
  )

type Span = ReportPeriod & { start: IsoDate; today: IsoDate }
const inside = (day: IsoDate | null, from: IsoDate, to: IsoDate): boolean =>
  day !== null && day >= from && day <= to

/** What was not taken back, oldest first. */
const standingLines = (history: readonly HistoryLine[]): HistoryLine[] =>
  history.filter(({ undone, step }) => !undone && step !== 'undo').sort((a, b) => a.id - b.id)

type Of = { subject: 'milestone' | 'action'; id: number; field: 'due_on' | 'ends_on'; now: IsoDate | null }
/** How a day was moved from the start of the span on, and what it was then; null when it was named after the span. */
function daysOf(lines: readonly HistoryLine[], span: Span, { subject, id, field, now }: Of) {
  const own = lines.filter((one) => one.subject === subject && one.of === id)
  const added = own.find(({ step }) => step === 'add')?.on
  if (added !== undefined && added > span.to) return null
  const moves = own.flatMap((one): DayMove[] =>
    one.on < span.start
      ? []
      : one.changes
          .filter((change) => change.field === field)
          .map((change) => ({
            on: one.on,
            from: change.from as IsoDate | null,
            to: change.to as IsoDate | null,
            reason: one.reason,
          })),
  )
  const first = moves.length > 0 ? moves[0]!.from : now
  return { first, moves, named: moves.filter(({ on }) => on <= span.to).map((one) => one.to) }
}

function promisedBy(lines: readonly HistoryLine[], span: Span, action: Action): Promised[] {
  const of = (subject: 'milestone' | 'action', id: number, now: IsoDate | null) =>
    daysOf(lines, span, { subject, id, field: subject === 'milestone' ? 'due_on' : 'ends_on', now })
  const stop = endOf(lines, action, 'stop')
  const milestones = action.milestones.flatMap((one): Promised[] => {
    const days = of('milestone', one.id, one.dueOn)
    const day = days && dayIn(days, span)
    const outcome = day && outcomeOf(lines, span, one, days, action, stop)
    return outcome
      ? [
          {
            of: 'milestone',
            id: one.id,
            title: one.title,
            action,
            day,
            earlier: day < span.from,
            outcome,
          },
        ]
      : []
  })
  const days = of('action', action.id, action.endsOn)
  const day = days && dayIn(days, span)
  const outcome = day && actionOutcome(span, action, days, stop)
  return outcome
    ? [
        ...milestones,
        { of: 'action', id: action.id, title: null, action, day, earlier: day < span.from, outcome },
      ]
    : milestones
}

type Days = NonNullable<ReturnType<typeof daysOf>>
/** The day of the period for which it was promised, or the day before it that had passed. */
function dayIn({ first, named }: Days, span: Span): IsoDate | null {
  const days = [first, ...named]
  if (first !== null && first < span.from) return first
  return days.find((day) => inside(day, span.from, span.to)) ?? null
}

function outcomeOf(
  lines: readonly HistoryLine[],
  span: Span,
  milestone: Milestone,
  days: Days,
  action: Action,
  stop: Ended,
): PromisedOutcome | null {
  if (milestone.state === 'reached') {
    const on = milestone.reachedOn!
    if (on < span.from) return null
    return on <= span.to
      ? { kind: 'reached', on }
      : { kind: 'reached-later', on, evidence: milestone.evidence }
  }
  if (milestone.state === 'dropped') {
    const drop = lines.findLast(
      (one) => one.subject === 'milestone' && one.of === milestone.id && one.step === 'drop',
    )
    if (drop && drop.on < span.from) return null
    return { kind: 'dropped', on: drop?.on ?? null, reason: drop?.reason ?? null }
  }
  if (action.state === 'stopped') return stoppedIn(span, stop)
  if (milestone.dueOn === null || milestone.dueOn > span.to)
    return { kind: 'moved', to: milestone.dueOn, moves: days.moves }
  return { kind: milestone.dueOn >= span.today ? 'open' : 'late' }
}

function actionOutcome(span: Span, action: Action, days: Days, stop: Ended): PromisedOutcome | null {
  if (action.state === 'stopped') return stoppedIn(span, stop)
  if (action.state === 'done') {
    const on = action.endedOn
    if (on === null || on < span.from) return null
    return on <= span.to ? { kind: 'reached', on } : { kind: 'reached-later', on, evidence: [] }
  }
  if (action.endsOn === null || action.endsOn > span.to)
    return { kind: 'moved', to: action.endsOn, moves: days.moves }
  return { kind: action.endsOn >= span.today ? 'open' : 'late' }
}

type Ended = { on: IsoDate | null; told: IsoDate | null; reason: string | null }
function endOf(lines: readonly HistoryLine[], action: Action, step: 'stop' | 'finish'): Ended {
  const line = lines.findLast((one) => one.subject === 'action' && one.of === action.id && one.step === step)
  return { on: action.endedOn ?? line?.on ?? null, told: line?.on ?? null, reason: line?.reason ?? null }
}

const stoppedIn = (span: Span, stop: Ended): PromisedOutcome | null =>
  stop.on !== null && stop.on < span.from ? null : { kind: 'stopped', ...stop }

function doneBy(
  lines: readonly HistoryLine[],
  span: Span,
  action: Action,
  promised: readonly Promised[],
): DoneIn[] {
  const promisedFor = (of: Promised['of'], id: number) =>
    promised.find((one) => one.of === of && one.id === id)?.day ?? null
  const milestones = action.milestones
    .filter((one) => one.state === 'reached' && inside(one.reachedOn, span.from, span.to))
    .map(
      (one): DoneIn => ({
        kind: 'milestone',
        action,
        title: one.title,
        on: one.reachedOn!,
        promised: promisedFor('milestone', one.id),
        evidence: one.evidence,
      }),
    )
  const reports = action.reports
    .filter((one) => one.evidence.length > 0 && inside(one.on, span.from, span.to))
    .map((one): DoneIn => ({ kind: 'report', action, text: one.text, on: one.on, evidence: one.evidence }))
  if (action.state !== 'done' || !inside(action.endedOn, span.from, span.to))
    return [...milestones, ...reports]
  const { told, reason } = endOf(lines, action, 'finish')
  const promisedDay = promisedFor('action', action.id)
  return [
    ...milestones,
    ...reports,
    { kind: 'finished', action, on: action.endedOn!, told, promised: promisedDay, reason },
  ]
}
