import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayTicksUpTo, percent, ticksUpTo, wrapped } from './scale.ts'

describe('where things stand in a chart', () => {
  test.each([
    [0, 4, [0]],
    [1, 4, [0, 1]],
    [7, 4, [0, 2, 4, 6]],
    [45, 4, [0, 20, 40]],
    [100_000, 4, [0, 50_000, 100_000]],
  ])('round steps up to %s', (max, most, ticks) => expect(ticksUpTo(max, most)).toEqual(ticks))

  test.each([
    [40, 5, [0, 14, 28]],
    [154, 5, [0, 56, 112]],
    [400, 5, [0, 91, 182, 273, 364]],
    [1300, 5, [0, 365, 730, 1095]],
    [3000, 5, [0, 730, 1461, 2191, 2922]],
  ])('round moments up to %s days', (days, most, ticks) => expect(dayTicksUpTo(days, most)).toEqual(ticks))

  test('never too many, always from 0, rising, none past the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (max) => {
        for (const ticks of [ticksUpTo(max, 5), dayTicksUpTo(max, 5)]) {
          expect(ticks[0]).toBe(0)
          expect(ticks.length).toBeLessThanOrEqual(6)
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
          expect(ticks.at(-1)).toBeLessThanOrEqual(max)
        }
      }),
    )
  })

  test('places and lines', () => {
    expect(percent(1, 3)).toBe('33.333%')
    expect(percent(1, 0)).toBe('0%')
    expect(wrapped('een heel lange naam van een fractie', 12)).toEqual([
      'een heel',
      'lange naam',
      'van een',
      'fractie',
    ])
    expect(wrapped('', 5)).toEqual([])
  })
})
