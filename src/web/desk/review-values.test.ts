import { describe, expect, test } from 'vitest'
import { type Review, reviewOf, type WarningCode, warningCodes } from '../../council/index.ts'
import { numberPassages, numbersByKey } from '../components/document-sheet/marks.ts'
import { sampleReading } from './review-sample.ts'
import { countRead, numberOf, openWarnings, valuesOf } from './review-values.ts'

const review = () => reviewOf(sampleReading)

test('every value with a place counts once', () => {
  expect(countRead(review())).toBe(5 + 1 + 2 + 1 + 1)
})

describe('the number beside a field', () => {
  const numbers = numbersByKey(numberPassages(valuesOf(review())))
  test.each([
    ['/letter/date', true],
    ['/motions/0/requests/0/text', true],
    ['/motions/0/requests/0/parts/1/text', true],
    ['/motions/0/requests/0/kind', false],
    ['/commitments/0/text', true],
    ['/commitments/0/due/text', true],
    ['/commitments/0/due/notBefore', true],
    ['/claims/0/text', true],
    ['/letter/unit', false],
  ])('%s has one: %s', (pointer, has) => expect(numberOf(numbers, pointer) !== null).toBe(has))

  test('a term and the commitment that holds it have their own', () => {
    const own = ['/commitments/0/text', '/commitments/0/due/notAfter'].map((pointer) =>
      numberOf(numbers, pointer),
    )
    expect(new Set(own).size).toBe(2)
  })
})

describe('warnings', () => {
  const open = (change: (review: Review) => void, codes = sampleReading.warnings) => {
    const changed = review()
    change(changed)
    return Object.fromEntries(openWarnings(changed, codes).map(({ code, pointer }) => [code, pointer]))
  }

  test('point to the field to look at', () => {
    expect(open(() => {})).toEqual({
      'no-closing-formula': '/motions/0/closingFormula',
      'settled-on-announcement': '/claims/0/basis',
      'submitter-without-party': '/motions/0/submitters/0/party',
      'term-without-date': '/commitments/0/due/notAfter',
    })
  })

  test.each<[WarningCode, (review: Review) => void]>([
    ['submitter-without-party', (r) => Object.assign(r.motions[0]!.submitters[0]!, { party: 'Stadspartij' })],
    ['term-without-date', (r) => Object.assign(r.commitments[0]!.due!, { notAfter: '2019-12-31' })],
    ['settled-on-announcement', (r) => Object.assign(r.claims[0]!, { basis: 'carried-out' })],
    ['no-closing-formula', (r) => Object.assign(r.motions[0]!, { closingFormula: true })],
  ])('%s is answered by filling it in', (code, change) => {
    expect(Object.keys(open(change))).not.toContain(code)
    expect(Object.keys(open(() => {}))).toContain(code)
  })

  test('none throws on an empty review, and each stands once', () => {
    const empty: Review = { ...review(), letter: null, motions: [], commitments: [], claims: [] }
    const found = openWarnings(empty, [...warningCodes, ...warningCodes])
    expect(new Set(found.map(({ code }) => code)).size).toBe(found.length)
  })
})
