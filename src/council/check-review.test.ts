import { expect, test } from 'vitest'
import { letterReading } from '../../test/council.ts'
import { checkReview } from './check-review.ts'
import { reviewOf } from './review.ts'

/** The letter is of 2 July 2024 and promises something after 2 September 2024. */
test.each([
  [null, []],
  ['none-agreed', []],
  ['2024-09-02', []],
  ['2025-03-01', []],
  ['2024-09-01', ['check-too-early']],
  ['3 maart', ['date-invalid']],
])('a check date %s', (check, codes) => {
  const review = reviewOf(letterReading())
  review.commitments[0]!.check = check
  expect(checkReview(review).filter(({ field }) => field === '/commitments/0/check')).toEqual(
    codes.map((code) => ({ field: '/commitments/0/check', code })),
  )
})

test('without a first day, the day of the letter is the earliest', () => {
  const review = reviewOf(letterReading())
  review.commitments[0]!.due = null
  review.commitments[0]!.check = '2024-07-01'
  expect(checkReview(review)).toEqual([{ field: '/commitments/0/check', code: 'check-too-early' }])
})
