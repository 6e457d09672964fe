import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginOf, spanOf, weekOf } from './local-time.ts'
import type { Readable } from './sample.ts'
import { weeklySample } from './sample.ts'

const lines = fc
  .array(
    fc.record({
      actor: fc.constantFrom('a', 'b', 'c'),
      trajectoryId: fc.integer({ min: 1, max: 6 }),
      emergency: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 60 },
  )
  .map((all): Readable[] =>
    all.map((one, at) => ({ ...one, stream: `case/${one.trajectoryId}`, seq: at + 1, at: new Date(at) })),
  )
const settings = { week: '2026-W10', seed: 'testdorp', perReader: 3 }

describe('the weekly sample', () => {
  test('takes each emergency once, with all its lines, and of each reader what is set, across cases', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const sample = weeklySample(all, settings)
        const emergencies = all.filter((line) => line.emergency)
        const shown = sample.filter(({ why }) => why === 'emergency')
        expect(shown.reduce((sum, item) => sum + item.lines, 0)).toBe(emergencies.length)
        expect(new Set(shown.map(({ line }) => `${line.actor} ${line.trajectoryId}`)).size).toBe(shown.length)
        for (const actor of ['a', 'b', 'c']) {
          const own = all.filter((line) => line.actor === actor && !line.emergency)
          const drawn = sample.filter(({ why, line }) => why === 'reader' && line.actor === actor)
          expect(drawn.length).toBe(Math.min(3, own.length))
          const cases = new Set(own.map(({ trajectoryId }) => trajectoryId)).size
          expect(new Set(drawn.map(({ line }) => line.trajectoryId)).size).toBe(Math.min(3, cases))
        }
      }),
    )
  })

  test('is the same whatever the order', () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(weeklySample(all.toReversed(), settings)).toEqual(weeklySample(all, settings))
      }),
    )
  })

  test('differs from week to week and from seed to seed', () => {
    const all = Array.from({ length: 60 }, (_, at) => ({
      actor: 'a',
      trajectoryId: at,
      emergency: false,
      stream: `case/${at}`,
      seq: 1,
      at: new Date(at),
    }))
    const draws = [settings, { ...settings, week: '2026-W11' }, { ...settings, seed: 'x' }].map((one) =>
      JSON.stringify(weeklySample(all, one)),
    )
    expect(new Set(draws).size).toBe(3)
  })
})

describe('weeks and days', () => {
  test.each([
    ['2026-03-02T00:00:00+01:00', '2026-W10'],
    ['2026-03-01T23:59:59+01:00', '2026-W09'],
    ['2027-01-01T12:00:00+01:00', '2026-W53'],
    ['2024-12-30T12:00:00+01:00', '2025-W01'],
  ])('%s is in %s', (at, week) => {
    expect(weekOf(new Date(at))).toBe(week)
    const { from, until } = spanOf(week)!
    expect(from <= new Date(at) && new Date(at) < until).toBe(true)
    expect(weekOf(from)).toBe(week)
    expect(weekOf(new Date(until.getTime() - 1))).toBe(week)
  })
  test.each(['2025-W53', '2026-W00', '2026-10', 'x'])('%s is no week', (name) =>
    expect(spanOf(name)).toBeNull(),
  )
  test.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, at) => expect(beginOf(day).toISOString()).toBe(at))
})
