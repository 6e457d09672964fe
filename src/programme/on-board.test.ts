import { expect, test } from 'vitest'
import { inBoardOrder } from './on-board.ts'
import type { Action } from './tree.ts'

const action = (id: number, given: Partial<Action>): Action =>
  ({ id, state: 'running', startsOn: null, endsOn: null, endedOn: null, milestones: [], ...given }) as Action
const milestone = (dueOn: string | null, state = 'open') => ({ dueOn, state }) as Action['milestones'][number]
const order = (actions: Action[], state: Action['state']) => inBoardOrder(actions, state).map(({ id }) => id)

test('what is still to come stands by its nearest day: an open milestone, the end, or the beginning of what is planned', () => {
  const running = [
    action(1, {}),
    action(2, { endsOn: '2024-12-31' }),
    action(3, {
      endsOn: '2025-06-30',
      milestones: [milestone('2024-10-01'), milestone('2024-02-01', 'reached')],
    }),
    action(4, { startsOn: '2024-01-01', endsOn: '2024-11-01' }),
  ]
  expect(order(running, 'running')).toEqual([3, 4, 2, 1])
  const planned = [
    action(5, { state: 'planned', startsOn: '2024-09-01', endsOn: '2024-12-31' }),
    action(6, { state: 'planned', endsOn: '2024-10-01' }),
  ]
  expect(order([...running, ...planned], 'planned')).toEqual([5, 6])
})

test('what is over stands by the day on which it ended, the newest first', () => {
  const done = ['2024-03-01', '2025-03-01', null].map((endedOn, id) => action(id, { state: 'done', endedOn }))
  expect(order(done, 'done')).toEqual([1, 0, 2])
})
