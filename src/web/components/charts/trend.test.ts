import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partOf, stepPath, trendRange, trendSpan, valueTicks, yearTicks } from './trend.ts'

const year = (y: number, value: number) => ({ from: `${y}-01-01`, to: `${y}-12-31`, value })

test('a span has whole years around all that is drawn', () => {
  expect(trendSpan([year(2023, 1)], [{ value: 2, on: '2026-06-30' }, null])).toEqual({
    from: '2023-01-01',
    to: '2026-12-31',
  })
  expect(trendSpan([], [], { from: '2024-03-01', to: '2024-05-01' })).toEqual({
    from: '2024-01-01',
    to: '2024-12-31',
  })
})

test('years stand side by side, few enough', () => {
  const ticks = yearTicks({ from: '2020-01-01', to: '2031-12-31' }, 6)
  expect(ticks.map(({ label }) => label)).toEqual(['2020', '2022', '2024', '2026', '2028', '2030'])
  expect(partOf({ from: '2023-01-01', to: '2023-12-31' }, '2023-12-31', true)).toBe(1)
})

test('zero is always drawn, and ticks are round, in order and within', () => {
  expect(trendRange([12, 20])).toEqual({ low: 0, high: 20 })
  expect(trendRange([])).toEqual({ low: 0, high: 1 })
  expect(valueTicks({ low: 0, high: 60 }, 4)).toEqual([0, 20, 40, 60])
  expect(valueTicks({ low: 0, high: 0.5 }, 4)).toEqual([0, 0.2, 0.4])
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 5 }), (values) => {
      const range = trendRange(values)
      fc.pre(range.high - range.low > 1e-6)
      const ticks = valueTicks(range, 4)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(ticks.length).toBeGreaterThanOrEqual(1)
      for (const [at, tick] of ticks.entries()) {
        expect(at === 0 || tick > ticks[at - 1]!).toBe(true)
        expect(tick).toBeLessThanOrEqual(range.high + 1e-6 * Math.abs(range.high))
      }
    }),
  )
})

test('periods that follow each other are joined; a gap stays open', () => {
  const span = { from: '2022-01-01', to: '2025-12-31' }
  const box = { width: 1461, height: 10 }
  const path = stepPath([year(2022, 0), year(2023, 10), year(2025, 5)], span, { low: 0, high: 10 }, box)
  expect(path).toBe('M0 10H365V0H730M1096 5H1461')
})
