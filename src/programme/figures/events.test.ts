import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { root } from '../../root.ts'
import { eventRules } from './event-rules.ts'
import {
  type CountedIndicator,
  eventRulesOn,
  indicatorProblems,
  parseEventRules,
  togetherProblem,
  valueProblems,
} from './events.ts'

const rules = eventRules('2026-01-01')
const signals = rules.kinds.signals!
const sessions = rules.kinds.sessions!
const indicator: CountedIndicator = {
  name: 'Signalen',
  definition: 'Signalen die bij het meldpunt binnenkomen.',
  unit: 'signalen',
  counts: 'events',
  eventKind: 'signals',
  decimals: 0,
  area: 'municipality',
  baseline: null,
}

test.for([
  ['signals of a municipality', {}, null],
  ['signals of a region', { area: 'region' }, null],
  ['signals of a district', { area: 'district' }, 'area-too-narrow'],
  ['lessons of a neighbourhood', { eventKind: 'sessions', unit: 'lessen', area: 'neighbourhood' }, null],
  [
    'inspections of a neighbourhood',
    { eventKind: 'inspections', unit: 'controles', area: 'neighbourhood' },
    'area-too-narrow',
  ],
  ['a small baseline', { baseline: 3 }, 'too-small'],
  ['a baseline of nothing', { baseline: 0 }, null],
  ['half events', { decimals: 1 }, 'number-whole'],
  ['no kind', { eventKind: null }, 'needed'],
  ['a kind that nobody knows', { eventKind: 'parties' }, 'not-a-choice'],
  ['signals called lessons', { eventKind: 'sessions' }, 'other-kind'],
  ['signals called things', { counts: 'things', eventKind: null }, 'other-kind'],
  ['a share of signals', { counts: 'share', unit: '%', eventKind: null }, 'share-points-at-persons'],
  [
    'a share of schools',
    { counts: 'share', unit: '%', eventKind: null, name: 'Scholen', definition: 'Scholen met een les.' },
    null,
  ],
  ['money', { counts: 'money', unit: 'euro', eventKind: null, decimals: 2 }, null],
  ['persons', { unit: 'personen' }, 'counts-persons'],
] as const)('%s', ([, change, code]) => {
  const found = indicatorProblems({ ...indicator, ...change } as CountedIndicator, rules)
  expect(found[0]?.code ?? null).toBe(code)
})

const q1 = { from: '2025-01-01', to: '2025-03-31' }
const january = { from: '2025-01-01', to: '2025-01-31' }
test.for([
  ['a quarter', signals, { ...q1, value: 5 }, []],
  ['nothing at all', signals, { ...q1, value: 0 }, []],
  ['few signals', signals, { ...q1, value: 4 }, ['too-small']],
  ['a month of signals', signals, { ...january, value: 40 }, ['period-too-short']],
  ['few signals in a month', signals, { ...january, value: 1 }, ['period-too-short', 'too-small']],
  ['one lesson on a day', sessions, { from: '2025-01-01', to: '2025-01-01', value: 1 }, []],
  ['half a lesson', sessions, { ...q1, value: 1.5 }, ['number-whole']],
  ['fewer than none', sessions, { ...q1, value: -1 }, ['number-negative']],
] as const)('a value: %s', ([, kind, figure, codes]) => {
  expect(valueProblems(indicator, kind, figure).map(({ code }) => code)).toEqual(codes)
})

test('money may be less than nothing, with as many decimals as the indicator has', () => {
  const money = { counts: 'money', decimals: 2 } as const
  expect(valueProblems(money, null, { ...q1, value: -12.5 })).toEqual([])
  expect(valueProblems(money, null, { ...q1, value: 0.125 })).toMatchObject([{ code: 'too-many-decimals' }])
})

test('a quarter that leaves a year with three is refused with the sum; of lessons it is not', () => {
  const figures = [
    { from: '2025-01-01', to: '2025-12-31', value: 20 },
    { ...q1, value: 17 },
  ]
  expect(togetherProblem(figures, [], signals)).toMatchObject({
    code: 'difference-small',
    detail: { whole: 20, parts: 17, rest: 3, smallest: 5 },
  })
  expect(togetherProblem(figures, [], sessions)).toBe(null)
  expect(togetherProblem(figures, [], null)).toBe(null)
})

test('no figure that is accepted, by itself or corrected, leaves a count from one up to the smallest', () => {
  const value = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(value, value, value, (whole, part, corrected) => {
      const year = (n: number) => ({ from: '2025-01-01', to: '2025-12-31', value: n })
      const figures = [year(corrected), { ...q1, value: part }]
      const former = [year(whole)]
      const accepted =
        [...figures, ...former].every((one) => valueProblems(indicator, signals, one).length === 0) &&
        togetherProblem([...former, figures[1]!], [], signals) === null &&
        togetherProblem(figures, former, signals) === null
      if (!accepted) return
      const known = [whole, part, corrected, whole - part, corrected - part, Math.abs(corrected - whole)]
      for (const one of known) expect(one <= 0 || one >= signals.smallest).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('the rules are dated: the newest that has begun holds', () => {
  const text = readFileSync(join(root, 'rules/programme/events.json'), 'utf8')
  const dated = parseEventRules(text)
  const [first] = dated.kinds.signals!
  const next = { ...first!, validFrom: '2027-01-01', smallest: 10 }
  const later = { ...dated, kinds: { ...dated.kinds, signals: [first!, next] } }
  expect(eventRulesOn(later, '2026-12-31').kinds.signals!.smallest).toBe(5)
  expect(eventRulesOn(later, '2027-01-01').kinds.signals!.smallest).toBe(10)
  expect(() => parseEventRules(JSON.stringify({ ...dated, kinds: { signals: [next, first] } }))).toThrow()
  expect(() => eventRulesOn(dated, '1999-01-01')).toThrow()
})
