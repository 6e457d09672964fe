import { expect, test } from 'vitest'
import { emptyAction, emptyTree } from '../../test/programme-tree.ts'
import { calendarOf } from './calendar.ts'
import type { Action, Milestone } from './tree.ts'
import { weekOf } from './week.ts'

const today = '2026-03-16'
const milestone = (dueOn: string | null, more: Partial<Milestone> = {}): Milestone => ({
  id: 1,
  version: 1,
  title: 'Lesbrief af',
  dueOn,
  firstDueOn: null,
  state: 'open',
  reachedOn: null,
  evidence: [],
  ...more,
})
const told = (on: string) => ({
  history: 1,
  on,
  text: 'Het loopt',
  role: 'policy-officer',
  name: null,
  evidence: [],
})
/** Runs, was reported on lately, and has a milestone far away: nothing to do. */
const calm: Partial<Action> = {
  state: 'running',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  reports: [told('2026-03-10')],
  milestones: [milestone('2026-06-01')],
}
const kinds = (action: Partial<Action>, others: Partial<Action>[] = []) => {
  const tree = emptyTree({
    actions: [
      emptyAction({ id: 1, ...calm, ...action }),
      ...others.map((one, n) => emptyAction({ id: n + 2, ...calm, ...one })),
    ],
  })
  const { groups, rest } = weekOf([{ tree, mine: new Set([1]) }], today)
  const rows = Object.entries(groups).flatMap(([group, all]) =>
    all.map((row) => `${group} ${row.kind} ${row.next}`),
  )
  return rows.length === 0 ? rest.map(() => 'rest') : rows
}

test.for<[string, Partial<Action>, string[]]>([
  ['nothing', {}, ['rest']],
  ['a milestone of yesterday', { milestones: [milestone('2026-03-15')] }, ['now milestone-late reach']],
  ['of today', { milestones: [milestone('2026-03-16')] }, ['week milestone-due reach']],
  ['on the last day of the week', { milestones: [milestone('2026-03-22')] }, ['week milestone-due reach']],
  ['a day later', { milestones: [milestone('2026-03-23')] }, ['rest']],
  [
    'reached in time',
    { milestones: [milestone('2026-03-15', { state: 'reached', reachedOn: '2026-03-01' })] },
    ['rest'],
  ],
  ['dropped', { milestones: [milestone('2026-03-15', { state: 'dropped' })] }, ['rest']],
  ['without a day', { milestones: [milestone(null)] }, ['rest']],
  ['ended yesterday', { endsOn: '2026-03-15' }, ['now past-end finish']],
  ['ends today', { endsOn: '2026-03-16' }, ['week ends finish']],
  ['should have begun', { state: 'planned', startsOn: '2026-03-15' }, ['now not-started start']],
  ['begins this week', { state: 'planned', startsOn: '2026-03-20' }, ['week starts start']],
  ['not told for four weeks', { reports: [told('2026-02-16')] }, ['quiet no-report report']],
  ['not told for one day less', { reports: [told('2026-02-17')] }, ['rest']],
  ['never told since its start', { reports: [] }, ['quiet no-report report']],
  ['planned and never told', { state: 'planned', startsOn: '2026-05-01', reports: [] }, ['rest']],
  ['nothing to see it by', { milestones: [] }, ['quiet no-milestones plan']],
  ['done', { state: 'done', endedOn: '2026-03-01', milestones: [milestone('2026-03-15')] }, []],
])('%s', ([, action, expected]) => {
  expect(kinds(action)).toEqual(expected)
})

test('what waits on whom, both ways; what is done keeps nobody waiting', () => {
  const need = (action: number) => [{ id: 1, version: 1, action }]
  expect(kinds({ needs: need(2) }, [{}])).toEqual(['waits waits-for look'])
  expect(kinds({ needs: need(2) }, [{ state: 'done', endedOn: '2026-03-01' }])).toEqual(['rest'])
  expect(kinds({}, [{ needs: need(1) }])).toEqual(['waits is-waited-for report'])
  expect(kinds({}, [{ needs: need(1), state: 'stopped', endedOn: '2026-03-01' }])).toEqual(['rest'])
})

test('a calendar has each day once, reached milestones on the day they were reached, dropped ones not', () => {
  const tree = emptyTree({
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    actions: [
      emptyAction({
        ...calm,
        milestones: [
          milestone('2026-03-15'),
          milestone('2026-05-01', { state: 'reached', reachedOn: '2026-03-02' }),
          milestone('2026-04-01', { state: 'dropped' }),
          milestone(null),
        ],
      }),
    ],
  })
  const months = calendarOf(tree, [{ id: 4, heldOn: '2026-03-09', name: 'Stuurgroep' }], today)
  expect(
    months.map(({ month, entries }) => [
      month,
      ...entries.map(
        (entry) => `${entry.on.slice(8)} ${entry.kind}${'late' in entry && entry.late ? ' late' : ''}`,
      ),
    ]),
  ).toEqual([
    ['2026-01', '01 programme-starts', '01 starts'],
    ['2026-03', '02 milestone', '09 meeting', '15 milestone late'],
    ['2026-12', '31 programme-ends', '31 ends'],
  ])
})
