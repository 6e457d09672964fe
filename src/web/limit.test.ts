import { expect, test } from 'vitest'
import { limitTo } from './limit.ts'

const at = (minutes: number) => new Date(minutes * 60_000)

test('so many for each key in each span, and again in the next', () => {
  const limit = limitTo(2, 3_600_000)
  const answers = (key: string, minutes: number[]) => minutes.map((minute) => limit.allow(key, at(minute)))
  expect(answers('a', [0, 1, 2, 59])).toEqual([true, true, false, false])
  expect(answers('b', [59])).toEqual([true])
  expect(answers('a', [60, 61, 62])).toEqual([true, true, false])
})

test('more keys than it can remember are refused', () => {
  const limit = limitTo(1, 1000, 3)
  expect(['a', 'b', 'c', 'd'].map((key) => limit.allow(key, at(0)))).toEqual([true, true, true, false])
})
