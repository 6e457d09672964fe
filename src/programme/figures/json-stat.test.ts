import fc from 'fast-check'
// @ts-expect-error It brings no types.
import JSONstat from 'jsonstat-toolkit'
import { expect, test } from 'vitest'
import { readJsonStat } from './json-stat.ts'

const dataset = {
  version: '2.0',
  class: 'dataset',
  label: 'Signalen',
  source: 'Bureau Telling',
  updated: '2025-02-10T08:00:00Z',
  id: ['gebied', 'tijd'],
  size: [2, 3],
  role: { time: ['tijd'] },
  dimension: {
    gebied: {
      label: 'Gebied',
      category: { index: { a: 1, b: 0 }, label: { a: 'Waterstad', b: 'Duinrode' } },
    },
    tijd: { category: { index: ['2022', '2023', '2024'] } },
  },
  value: [1, 2, 3, 10, null, 30],
}
const read = (change: object = {}) => readJsonStat(JSON.stringify({ ...dataset, ...change }))

test('a dataset is read, in either way of writing places and values', () => {
  const one = read()
  expect(one).toMatchObject({ label: 'Signalen', source: 'Bureau Telling', updated: '2025-02-10' })
  expect(one.dimensions).toEqual([
    {
      id: 'gebied',
      label: 'Gebied',
      time: false,
      categories: [
        { id: 'b', label: 'Duinrode' },
        { id: 'a', label: 'Waterstad' },
      ],
    },
    {
      id: 'tijd',
      label: 'tijd',
      time: true,
      categories: ['2022', '2023', '2024'].map((id) => ({ id, label: id })),
    },
  ])
  expect([one.at([1, 0]), one.at([1, 1]), one.at([0, 2])]).toEqual([10, null, 3])
  expect(read({ value: { 3: 10, 5: 30 } }).at([1, 2])).toBe(30)
  expect(read({ value: { 3: 10 } }).at([0, 0])).toBe(null)
})

test.for([
  ['not-json', '{"class":'],
  ['json-stat-other', '[]'],
  ['json-stat-other', '{}'],
  ['json-stat-other', '{"type":"FeatureCollection","features":[]}'],
  ['json-stat-other', '{"class":"collection","version":"2.0"}'],
  ['json-stat-old', JSON.stringify({ ...dataset, version: '1.3' })],
  ['json-stat-old', JSON.stringify({ telling: { value: [1], dimension: { id: ['x'], size: [1] } } })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, size: [2, 4] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, size: [2] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, id: ['tijd', 'tijd'] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, value: [1, 2] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, value: { 9: 1 } })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, value: ['1', 2, 3, 4, 5, 6] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, id: ['__proto__', 'tijd'] })],
  ['json-stat-damaged', JSON.stringify({ ...dataset, dimension: { tijd: dataset.dimension.tijd } })],
  ['json-stat-long', JSON.stringify({ ...dataset, size: [1e6, 1e6] })],
] as const)('%s', ([code, text]) => {
  expect(() => readJsonStat(text)).toThrow(expect.objectContaining({ fields: [{ field: 'file', code }] }))
})

test('any dataset says the same as the toolkit of json-stat.org makes of it', () => {
  const name = fc.stringMatching(/^[a-z]{1,6}$/)
  const dimensions = fc.uniqueArray(fc.tuple(name, fc.uniqueArray(name, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
    selector: ([id]) => id,
  })
  fc.assert(
    fc.property(
      dimensions,
      fc.boolean(),
      fc.boolean(),
      fc.infiniteStream(fc.integer()),
      (all, sparse, map, figures) => {
        const size = all.map(([, categories]) => categories.length)
        const total = size.reduce((product, one) => product * one, 1)
        const values = Array.from({ length: total }, () => {
          const next = figures.next().value as number
          return next % 5 === 0 ? null : next
        })
        const entries = values.flatMap((value, at) => (value === null ? [] : [[at, value]]))
        fc.pre(!sparse || entries.length > 0)
        const content = {
          version: '2.0',
          class: 'dataset',
          id: all.map(([id]) => id),
          size,
          dimension: Object.fromEntries(
            all.map(([id, categories]) => [
              id,
              {
                category: {
                  index: map ? Object.fromEntries(categories.map((one, at) => [one, at])) : categories,
                },
              },
            ]),
          ),
          value: sparse ? Object.fromEntries(entries) : values,
        }
        const ours = readJsonStat(JSON.stringify(content))
        const theirs = JSONstat(structuredClone(content))
        for (let place = 0; place < total; place++) {
          let rest = place
          const categories = size
            .toReversed()
            .map((one) => {
              const at = rest % one
              rest = Math.floor(rest / one)
              return at
            })
            .toReversed()
          const named = Object.fromEntries(all.map(([id, own], nth) => [id, own[categories[nth]!]!]))
          expect(ours.at(categories)).toBe(theirs.Data(named, false) ?? null)
        }
      },
    ),
  )
})
