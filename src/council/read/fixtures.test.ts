import { describe, expect, test } from 'vitest'
import { differences, fixtures } from '../../../test/fixtures/fixtures.ts'
import { read } from './index.ts'
import { resolve, spansOf, valueAt } from './passages.ts'

const papers = fixtures()

test('there are at least forty invented papers', () => {
  expect(papers.length).toBeGreaterThanOrEqual(40)
})

describe.each(papers)('$name', ({ document, expected, context }) => {
  const reading = read(document, context)

  test('reads as expected', () => {
    expect(differences(expected, reading)).toEqual([])
  })

  test('says where every value stands', () => {
    for (const { pointer, at } of spansOf(reading)) {
      expect([pointer, valueAt(document, at, pointer)]).toEqual([pointer, resolve(reading, pointer)])
    }
  })
})
