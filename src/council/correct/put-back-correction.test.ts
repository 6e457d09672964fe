import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PastCorrection, standingCorrections } from './put-back-correction.ts'

const one = (
  id: number,
  before: string | null,
  after: string | null,
  more: Partial<PastCorrection> = {},
) => ({
  id,
  field: 'title' as const,
  requestId: null,
  partId: null,
  submitter: null,
  before,
  beforeHidden: false,
  after,
  origin: 'desk' as const,
  at: new Date(0),
  ...more,
})

test('only the last correction of a field, while it still says so, and nothing that is hidden', () => {
  const fields = { title: 'C', number: '', 'requests/7/text': 'x', 'submitters/0/name': 'N' }
  const corrections = [
    one(9, 'M', 'N', { field: 'submitterName', submitter: 0, beforeHidden: true }),
    one(8, 'y', 'anders', { field: 'requestText', requestId: 7 }),
    one(7, '3', null, { field: 'number' }),
    one(6, 'B', 'C'),
    one(5, 'A', 'B'),
  ]
  expect([...standingCorrections(fields, corrections)]).toEqual([
    [7, 'number'],
    [6, 'title'],
  ])
})

test('putting back what stands goes back step by step to what stood first', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 2 }), (values) => {
      const history = values.slice(1).map((after, index) => one(index, values[index]!, after))
      const found = standingCorrections({ title: values.at(-1)! }, history.toReversed())
      expect([...found]).toEqual([[history.length - 1, 'title']])
      expect(standingCorrections({ title: `${values.at(-1)}!` }, history.toReversed()).size).toBe(0)
    }),
  )
})
