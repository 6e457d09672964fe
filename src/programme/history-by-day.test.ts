import { expect, test } from 'vitest'
import { enteredLater, historyByDay } from './history-by-day.ts'
import type { HistoryLine } from './tree.ts'

const line = (id: number, on: string, at = `${on}T10:00:00Z`) => ({ id, on, at: new Date(at) }) as HistoryLine

test('what was entered later stands at its own day', () => {
  const lines = [
    line(4, '2024-03-01', '2024-05-02T10:00:00Z'),
    line(3, '2024-05-01'),
    line(2, '2024-03-01'),
    line(1, '2024-02-01'),
  ]
  expect(historyByDay(lines).map(({ id }) => id)).toEqual([3, 4, 2, 1])
})

test.each([
  ['2024-05-02T10:00:00Z', '2024-05-02', null],
  ['2024-05-02T10:00:00Z', '2024-03-01', '2024-05-02'],
  ['2024-05-01T22:30:00Z', '2024-05-02', null],
])('entered at %s about %s: %s', (at, on, expected) => {
  expect(enteredLater({ at: new Date(at), on })).toBe(expected)
})
