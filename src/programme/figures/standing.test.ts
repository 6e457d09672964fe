import { expect, test } from 'vitest'
import type { Indicator, Value } from '../tree.ts'
import { indicatorStanding } from './standing.ts'

const value = (from: string, to: string, n: number, more: Partial<Value> = {}): Value => ({
  id: 1,
  version: 1,
  from,
  to,
  value: n,
  kind: 'count',
  document: 1,
  quotation: null,
  series: null,
  sourceOn: null,
  certainty: 'counted',
  note: null,
  ...more,
})
const year = (y: number, n: number, more?: Partial<Value>) => value(`${y}-01-01`, `${y}-12-31`, n, more)
const indicator = (more: Partial<Indicator>): Indicator => ({
  id: 1,
  version: 1,
  pillar: null,
  action: null,
  name: 'Lessen',
  definition: 'Gegeven lessen.',
  unit: 'lessen',
  counts: 'events',
  eventKind: 'sessions',
  direction: 'up',
  decimals: 0,
  baseline: { value: 10, on: '2022-12-31' },
  target: { value: 30, on: '2026-12-31' },
  source: 'School',
  certainty: 'counted',
  area: 'municipality',
  areaName: null,
  values: [],
  ...more,
})

test.for([
  ['no values', {}, 'unknown', null],
  ['one value without baseline', { baseline: null, values: [year(2023, 12)] }, 'unknown', false],
  ['more is better', { values: [year(2023, 12), year(2024, 20)] }, 'right', false],
  ['reached', { values: [year(2023, 12), year(2024, 30)] }, 'right', true],
  ['fewer while more is better', { values: [year(2024, 8)] }, 'wrong', false],
  ['the same', { values: [year(2024, 10)] }, 'same', false],
  [
    'fewer is better',
    { direction: 'down', target: { value: 5, on: null }, values: [year(2024, 5)] },
    'right',
    true,
  ],
  ['it should stay', { direction: 'hold', target: null, values: [year(2024, 10)] }, 'right', null],
  ['it did not stay', { direction: 'hold', target: null, values: [year(2024, 11)] }, 'wrong', null],
  ['from the first value', { baseline: null, values: [year(2023, 12), year(2024, 9)] }, 'wrong', false],
] as const)('%s', ([, more, way, reached]) => {
  expect(indicatorStanding(indicator(more as Partial<Indicator>))).toMatchObject({ way, reached })
})

test('a quarter is not compared with a year; a share is', () => {
  const values = [year(2023, 40), value('2024-01-01', '2024-03-31', 12)]
  expect(indicatorStanding(indicator({ values }))).toMatchObject({
    last: { value: 40 },
    months: 12,
    way: 'right',
  })
  const share = indicatorStanding(indicator({ values, counts: 'share', eventKind: null }))
  expect(share).toMatchObject({ last: { value: 12 }, months: null })
})

test('it is as sure as the weakest of what is compared', () => {
  const estimated = { certainty: 'estimated' } as const
  expect(indicatorStanding(indicator({ values: [year(2024, 20, estimated)] })).sure).toBe('estimated')
  expect(indicatorStanding(indicator({ ...estimated, values: [year(2024, 20)] })).sure).toBe('estimated')
  expect(
    indicatorStanding(indicator({ baseline: null, values: [year(2023, 9, estimated), year(2024, 20)] })).sure,
  ).toBe('estimated')
  expect(indicatorStanding(indicator({})).sure).toBe('unknown')
})
