import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { survivalOf, type WishSpan } from './public-wishes-survival.ts'

const settledAfter = (...days: number[]): WishSpan[] =>
  days.map((day) => ({ days: day, settled: true, count: 1 }))
const openAfter = (...days: number[]): WishSpan[] =>
  days.map((day) => ({ days: day, settled: false, count: 1 }))

describe('the share that is not settled yet', () => {
  test('worked by hand: five matters, two of them still open', () => {
    // 3 of 5 settle on day 10, 20 and 40; one is open on day 20 (after the settlement), one on day 50.
    const curve = survivalOf([...settledAfter(10, 20, 40), ...openAfter(20, 50)])
    expect(curve.steps).toEqual([
      { days: 10, atRisk: 5, settled: 1, share: 4 / 5 },
      { days: 20, atRisk: 4, settled: 1, share: (4 / 5) * (3 / 4) },
      { days: 40, atRisk: 2, settled: 1, share: (4 / 5) * (3 / 4) * (1 / 2) },
    ])
    expect(curve).toMatchObject({ matters: 5, settled: 3, open: 2, median: 40, longest: 50 })
  })

  // Remission in weeks of 21 patients on 6-mercaptopurine: E. Freireich and others, Blood 21 (1963), the worked example of textbooks.
  test('the published values of a known series', () => {
    const curve = survivalOf([
      ...settledAfter(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...openAfter(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ])
    expect(curve.steps.map(({ days, atRisk, share }) => [days, atRisk, share.toFixed(3)])).toEqual([
      [6, 21, '0.857'],
      [7, 17, '0.807'],
      [10, 15, '0.753'],
      [13, 12, '0.690'],
      [16, 11, '0.627'],
      [22, 7, '0.538'],
      [23, 6, '0.448'],
    ])
    expect(curve.median).toBe(23)
  })

  test('nothing, nothing settled, everything settled at once', () => {
    expect(survivalOf([])).toMatchObject({ matters: 0, steps: [], median: null, longest: 0 })
    const open = survivalOf(openAfter(3, 8))
    expect(open).toMatchObject({ matters: 2, settled: 0, open: 2, median: null })
    expect(open.shareAt(8)).toBe(1)
    const all = survivalOf([{ days: 0, settled: true, count: 7 }])
    expect(all.steps).toEqual([{ days: 0, atRisk: 7, settled: 7, share: 0 }])
    expect(all.median).toBe(0)
  })

  test('at risk counts who is followed at the start of a day', () => {
    const curve = survivalOf([...settledAfter(10, 20), ...openAfter(20, 50)])
    expect([0, 10, 11, 20, 21, 50, 51].map(curve.atRisk)).toEqual([4, 4, 3, 3, 1, 1, 0])
    expect([9, 10, 20].map(curve.settledBy)).toEqual([0, 1, 2])
  })

  test.each([-1, 1.5, Number.NaN])('refuses a span of %s days', (days) => {
    expect(() => survivalOf([{ days, settled: true, count: 1 }])).toThrow(RangeError)
  })
})

const span = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  settled: fc.boolean(),
  count: fc.integer({ min: 0, max: 5 }),
})

describe('for all series', () => {
  test('without open matters it is one minus the empirical distribution', () => {
    fc.assert(
      fc.property(fc.array(span.map((one) => ({ ...one, settled: true }))), fc.nat(45), (spans, day) => {
        const curve = survivalOf(spans)
        const later = spans.reduce((sum, one) => (one.days > day ? sum + one.count : sum), 0)
        expect(curve.shareAt(day)).toBeCloseTo(curve.matters === 0 ? 1 : later / curve.matters, 10)
      }),
    )
  })

  test('it only falls, stays between 1 and 0, and what is open never makes it steeper than counting it as settled', () => {
    fc.assert(
      fc.property(fc.array(span), fc.nat(45), (spans, day) => {
        const curve = survivalOf(spans)
        const shares = [1, ...curve.steps.map(({ share }) => share)]
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(shares[index - 1] ?? 1)
        }
        const asSettled = survivalOf(spans.map((one) => ({ ...one, settled: true })))
        expect(curve.shareAt(day)).toBeGreaterThanOrEqual(asSettled.shareAt(day) - 1e-9)
      }),
    )
  })

  test('every matter is settled or open, and the order of the spans does not matter', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const curve = survivalOf(spans)
        expect(curve.settled + curve.open).toBe(spans.reduce((sum, { count }) => sum + count, 0))
        expect(curve.atRisk(0)).toBe(curve.matters)
        expect(survivalOf([...spans].reverse()).steps).toEqual(curve.steps)
      }),
    )
  })
})
