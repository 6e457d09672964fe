import { describe, expect, test } from 'vitest'
import { differences, fixtures } from '../../../test/fixtures/fixtures.ts'
import { read } from './index.ts'
import { resolve, spansOf, valueAt } from './passages.ts'
import type { Reading } from './reading.ts'

const papers = fixtures()

/** Values that come from the paper and carry no `at` of their own. */
const stated =
  /^\/letter\/(?:date|subject|reference|registryNumber|addressee|place|department|unit|contact\/\w+|signatories\/\d+\/(?:name|role))$|^\/motions\/\d+\/(?:number|title|registryNumber|date|outcome|proposal\/\w+|submitters\/\d+\/\w+|votes\/(?:for|against|parties\/\d+\/party)|requests\/\d+\/(?:addressee|deadline\/text|periodic\/text))$|^\/commitments\/\d+\/due\/text$/

function withoutPassage(reading: Reading): string[] {
  const missing: string[] = []
  const walk = (value: unknown, pointer: string): void => {
    if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        if (key !== 'passages') walk(inner, `${pointer}/${key}`)
    } else if (value !== null && value !== 'unknown' && stated.test(pointer) && !reading.passages[pointer])
      missing.push(pointer)
  }
  walk(reading, '')
  return missing
}

test('there are at least forty invented papers', () => {
  expect(papers.length).toBeGreaterThanOrEqual(40)
})

describe.each(papers)('$name', ({ document, expected, context }) => {
  const reading = read(document, context)

  test('reads as expected', () => {
    expect(differences(expected, reading)).toEqual([])
  })

  test('gives a passage for every value that the paper states', () => {
    expect(withoutPassage(reading)).toEqual([])
  })

  test('says where every value stands', () => {
    for (const { pointer, at } of spansOf(reading)) {
      expect([pointer, valueAt(document, at, pointer)]).toEqual([pointer, resolve(reading, pointer)])
    }
  })
})
