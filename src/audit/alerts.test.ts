import { describe, expect, test } from 'vitest'
import type { AlertFacts, Period, Reading } from './alerts.ts'
import { alertsIn } from './alerts.ts'
import { limitsOn } from './review/limits.ts'

const limits = limitsOn('2026-03-02')
const time = (text: string) => new Date(`2026-03-${text}+01:00`)
const reading = (at: string, more: Partial<Reading> = {}): Reading => ({
  stream: 'case/1',
  seq: 1,
  at: time(at),
  account: 'a',
  trajectoryId: 1,
  municipality: 'testdorp',
  ...more,
})
const always: Period[] = [{ from: new Date(0), until: null }]
const facts = (more: Partial<AlertFacts> = {}): AlertFacts => ({
  relations: () => always,
  same: () => false,
  ...more,
})
const period = (from: string, until: string | null): AlertFacts => ({
  ...facts(),
  relations: () => [{ from: time(from), until: until === null ? null : time(until) }],
})
const cases = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, at) =>
    reading(`02T10:${String(Math.floor((at * minutes) / count)).padStart(2, '0')}:00`, {
      stream: `case/${at}`,
      trajectoryId: at,
    }),
  )

describe('what stands out', () => {
  test.each<[string, Reading[], AlertFacts, string[]]>([
    ['an ordinary reading', [reading('02T10:00:00')], facts(), []],
    ['no relation ever', [reading('02T10:00:00')], facts({ relations: () => [] }), ['no-relation']],
    [
      'a relation that had ended',
      [reading('02T10:00:00')],
      period('01T10:00:00', '02T10:00:00'),
      ['no-relation'],
    ],
    [
      'a relation that had yet to begin',
      [reading('02T10:00:00')],
      period('02T10:00:01', null),
      ['no-relation'],
    ],
    [
      'a relation of an hour',
      [reading('02T10:00:00')],
      period('02T09:30:00', '02T10:30:00'),
      ['brief-relation'],
    ],
    ['a relation of a day', [reading('02T10:00:00')], period('02T09:30:00', '03T09:30:00'), []],
    ['a relation that runs', [reading('02T10:00:00')], period('02T09:59:00', null), []],
    [
      'the same surname',
      [reading('02T10:00:00')],
      facts({ same: (_, __, field) => field === 'surname' }),
      ['same-surname'],
    ],
    [
      'the same address',
      [reading('02T10:00:00')],
      facts({ same: (_, __, field) => field === 'address' }),
      ['same-address'],
    ],
    ['midnight', [reading('02T00:00:00')], facts(), ['night']],
    ['just before six', [reading('02T05:59:59')], facts(), ['night']],
    ['six', [reading('02T06:00:00')], facts(), []],
    ['just before midnight', [reading('02T23:59:59')], facts(), []],
    ['eight cases in ten minutes', cases(8, 10), facts(), ['burst']],
    ['eight cases in an hour', cases(8, 59), facts(), []],
    ['seven cases in ten minutes', cases(7, 10), facts(), []],
    [
      'one case twenty times',
      Array.from({ length: 20 }, (_, seq) => reading('02T10:00:00', { seq })),
      facts(),
      [],
    ],
    ['twenty cases in ten minutes: one burst', cases(20, 10), facts(), ['burst']],
    [
      'the same thing twice a day, and the day after',
      [reading('02T10:00:00'), reading('02T11:00:00', { seq: 2 }), reading('03T10:00:00', { seq: 3 })],
      facts({ relations: () => [] }),
      ['no-relation', 'no-relation'],
    ],
    [
      'all at once',
      [reading('02T03:00:00')],
      facts({ relations: () => [], same: () => true }),
      ['no-relation', 'same-surname', 'same-address', 'night'],
    ],
  ])('%s', (_, readings, given, rules) => {
    expect(alertsIn(readings, given, limits).map(({ rule }) => rule)).toEqual(rules)
  })

  test('the order of the readings does not matter', () => {
    const all = cases(20, 10)
    expect(alertsIn(all.toReversed(), facts(), limits)).toEqual(alertsIn(all, facts(), limits))
  })

  test('in summer too the night is that of the Netherlands', () => {
    const at = (text: string) => [reading('01T00:00:00', { at: new Date(text) })]
    expect(alertsIn(at('2026-07-01T22:30:00Z'), facts(), limits).map(({ rule }) => rule)).toEqual(['night'])
    expect(alertsIn(at('2026-07-01T04:30:00Z'), facts(), limits)).toEqual([])
  })
})
