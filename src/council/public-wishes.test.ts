import { describe, expect, test } from 'vitest'
import { ageOf, delayOf, groupOf, wishGroups, wishStands } from './public-wishes.ts'

describe('where a matter counts', () => {
  test('every stand falls in one group, and every group holds one', () => {
    const found = new Set(wishStands.map(groupOf))
    expect([...wishGroups].filter((group) => !found.has(group))).toEqual([])
    expect(groupOf('transferred')).toBe('settled')
    expect(groupOf('announced')).toBe('announced')
  })
  test.each([
    [null, 'undated'],
    [0, '13-weeks'],
    [91, '13-weeks'],
    [92, '26-weeks'],
    [365, '1-year'],
    [366, '2-years'],
    [1461, '4-years'],
    [1462, 'longer'],
  ] as const)('asked %s days ago: %s', (days, age) => expect(ageOf(days)).toBe(age))
  test.each([
    [null, 'undated'],
    [-40, 'coming'],
    [0, 'coming'],
    [1, '4-weeks'],
    [28, '4-weeks'],
    [29, '13-weeks'],
    [365, '1-year'],
    [366, 'longer'],
  ] as const)('its day is %s days ago: %s', (days, delay) => expect(delayOf(days)).toBe(delay))
})
