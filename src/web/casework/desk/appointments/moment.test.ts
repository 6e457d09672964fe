import { expect, test } from 'vitest'
import { momentAt, timeIn } from './moment.ts'

test.each([
  ['2026-11-26', '14:00', '2026-11-26T13:00:00.000Z'],
  ['2026-07-01', '09:30', '2026-07-01T07:30:00.000Z'],
  // The night in which the clock goes back, and the hour that the other night skips.
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29', '02:30', null],
])('%s %s is %s', (day, time, moment) => {
  expect(momentAt(day, time)?.toISOString() ?? null).toBe(moment)
})

test.each([
  ['14.00', '14:00'],
  ['9:05', '09:05'],
  [' 14 ', '14:00'],
  ['14 uur', '14:00'],
])('%s is a time', (typed, time) => expect(timeIn(typed)).toBe(time))

test.each(['', '25.00', '14.60', 'twee uur', '1400'])('%s is none', (typed) => {
  expect(() => timeIn(typed)).toThrow()
})
