import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, formerProblem, nestedProblem } from './nested.ts'

const limits = { smallest: 5, shortestMonths: 3 }
const figure = (from: string, to: string, value: number): Figure => ({
  from: `${from}-01`,
  to: `${to}-${['04', '06', '09', '11'].includes(to.slice(5)) ? '30' : to.endsWith('02') ? '28' : '31'}`,
  value,
})
const year = (value: number) => figure('2023-01', '2023-12', value)
const quarter = (nth: number, value: number) =>
  figure(`2023-${String(nth * 3 - 2).padStart(2, '0')}`, `2023-${String(nth * 3).padStart(2, '0')}`, value)

test.for([
  ['nothing', [], null],
  ['years apart', [year(8), figure('2024-01', '2024-12', 9)], null],
  ['a quarter in a year, enough left', [year(20), quarter(1, 8)], null],
  ['a quarter in a year, nothing left', [year(8), quarter(1, 8)], null],
  ['a quarter in a year, too little left', [year(20), quarter(1, 17)], 'difference-small'],
  [
    'three quarters leave the fourth',
    [year(30), quarter(1, 9), quarter(2, 9), quarter(3, 9)],
    'difference-small',
  ],
  [
    'two quarters leave two, in a half that leaves nothing',
    [year(30), figure('2023-01', '2023-06', 20), quarter(1, 12), quarter(2, 8)],
    null,
  ],
  ['parts that are more than the whole', [year(20), quarter(1, 12), quarter(2, 12)], 'parts-differ'],
  [
    'parts that fill it and give another sum',
    [year(40), quarter(1, 8), quarter(2, 8), quarter(3, 8), quarter(4, 8)],
    'parts-differ',
  ],
  [
    'periods across each other',
    [figure('2023-01', '2023-06', 20), figure('2023-04', '2023-09', 20)],
    'periods-cross',
  ],
  ['what is left is one month', [year(60), figure('2023-01', '2023-11', 50)], 'rest-short'],
] as const)('%s', ([, figures, code]) => {
  expect(nestedProblem(figures, limits)?.code ?? null).toBe(code)
})

test('what was said before counts: a small correction, and a part that was withdrawn', () => {
  expect(formerProblem([year(42)], [year(40)], limits)).toMatchObject({ code: 'correction-small' })
  expect(formerProblem([year(45)], [year(40)], limits)).toBe(null)
  expect(formerProblem([year(40)], [year(40)], limits)).toBe(null)
  expect(formerProblem([year(40)], [quarter(1, 37)], limits)).toMatchObject({
    code: 'difference-small',
    rest: 3,
  })
  expect(formerProblem([quarter(1, 37)], [year(40)], limits)).toMatchObject({
    code: 'difference-small',
    rest: 3,
  })
})

/** Every way in which events may lie over five months that agrees with all figures; of every set of months the least and the most. */
const months = ['01', '02', '03', '04', '05']
const ends = ['31', '28', '31', '30', '31']
function proven(figures: readonly (Figure & { at: [number, number] })[], most: number) {
  const bounds = Array.from({ length: 32 }, () => [Number.POSITIVE_INFINITY, -1] as [number, number])
  const counts = [0, 0, 0, 0, 0]
  const visit = (month: number) => {
    if (month < 5) {
      for (let n = 0; n <= most; n++) {
        counts[month] = n
        if (figures.every(({ at, value }) => at[1] !== month || sum(at) === value)) visit(month + 1)
      }
      return
    }
    for (let set = 1; set < 32; set++) {
      let total = 0
      for (let at = 0; at < 5; at++) if (set & (1 << at)) total += counts[at]!
      const found = bounds[set]!
      found[0] = Math.min(found[0], total)
      found[1] = Math.max(found[1], total)
    }
  }
  const sum = ([first, last]: [number, number]) => {
    let total = 0
    for (let at = first; at <= last; at++) total += counts[at]!
    return total
  }
  visit(0)
  return bounds
}

test('what is accepted proves a small count of no months at all', () => {
  const smallest = 3
  const period = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number])
  let accepted = 0
  fc.assert(
    fc.property(
      fc.uniqueArray(period, { minLength: 1, maxLength: 4, selector: (at) => at.join() }),
      fc.array(fc.constantFrom<number>(0, 0, 3, 4, 5, 6, 7), { minLength: 5, maxLength: 5 }),
      (periods, truth) => {
        const figures = periods.map((at) => ({
          from: `2023-${months[at[0]]}-01`,
          to: `2023-${months[at[1]]}-${ends[at[1]]}`,
          value: truth.slice(at[0], at[1] + 1).reduce((sum, one) => sum + one, 0),
          at,
        }))
        fc.pre(figures.every(({ value }) => value <= 12))
        if (nestedProblem(figures, { smallest, shortestMonths: 0 })) return
        accepted++
        for (const [least, most] of proven(figures, 13))
          expect(least >= 1 && most < smallest && most >= least).toBe(false)
      },
    ),
    { numRuns: 150 },
  )
  expect(accepted).toBeGreaterThan(20)
})
