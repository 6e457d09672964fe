import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterPages, letterReading, placeOf } from '../../test/council.ts'
import { addCommitment, addRequest, removeItem, splitRequest } from './edit-review.ts'
import { editReview } from './form-review.ts'
import { mergeReviews } from './merge-reviews.ts'
import { type Review, reviewOf } from './review.ts'

const base = () => reviewOf(letterReading())
const set = (review: Review, fields: Record<string, string>) => editReview(review, fields).review

test('changes of both are kept', () => {
  const start = base()
  const { review, conflicts } = mergeReviews(
    start,
    set(start, { '/motions/0/title': 'Mijn' }),
    set(start, { '/motions/0/number': 'H.5', '/letter/place': 'Dorp' }),
  )
  expect(conflicts).toEqual([])
  expect(review).toEqual(
    set(start, { '/motions/0/title': 'Mijn', '/motions/0/number': 'H.5', '/letter/place': 'Dorp' }),
  )
})

test('the same field changed differently keeps mine and tells theirs', () => {
  const start = base()
  const { review, conflicts } = mergeReviews(
    start,
    set(start, { '/motions/0/title': 'Mijn' }),
    set(start, { '/motions/0/title': 'Hun' }),
  )
  expect(review.motions[0]!.title).toBe('Mijn')
  expect(conflicts).toEqual([{ pointer: '/motions/0/title', theirs: 'Hun' }])
})

test('both add an item with the same key: both items stay, each with a key of its own', () => {
  const start = base()
  const motion = start.motions[0]!.key
  const mine = addRequest(start, { motion, text: 'mijn' })
  mine.claims[0]!.requests = [mine.motions[0]!.requests[1]!.key]
  const theirs = addRequest(start, { motion, text: 'hun' })
  const { review, conflicts } = mergeReviews(start, mine, theirs)
  const requests = review.motions[0]!.requests
  expect(
    requests
      .map((request) => request.text)
      .slice(1)
      .sort(),
  ).toEqual(['hun', 'mijn'])
  expect(new Set(requests.map((request) => request.key)).size).toBe(3)
  expect(review.claims[0]!.requests).toEqual([requests.find((request) => request.text === 'mijn')!.key])
  expect(conflicts).toEqual([])
})

test('an edit in an item finds it again after the other inserted before it, and passages follow', () => {
  const start = base()
  const request = start.motions[0]!.requests[0]!.key
  const theirs = splitRequest(start, {
    request,
    texts: ['te zorgen voor banken bij de vijver', 'de speeltuin en het hek'],
    pages: letterPages,
  })
  const mine = set(start, { '/commitments/0/text': 'Een plan' })
  const { review } = mergeReviews(start, mine, theirs)
  expect(review.motions[0]!.requests).toEqual(theirs.motions[0]!.requests)
  expect(review.commitments[0]!.text).toBe('Een plan')
  expect(review.passages['/motions/0/number']).toEqual(placeOf(letterPages, 'H.4'))
})

describe('removing', () => {
  test('what one removed and the other left alone is gone', () => {
    const start = base()
    const theirs = removeItem(start, { key: start.commitments[0]!.key })
    expect(mergeReviews(start, set(start, { '/letter/place': 'Dorp' }), theirs).review.commitments).toEqual(
      [],
    )
  })
  test('what one removed and the other changed stays and is told', () => {
    const start = base()
    const changed = set(start, { '/commitments/0/text': 'Anders' })
    const removed = removeItem(start, { key: start.commitments[0]!.key })
    for (const [mine, theirs] of [
      [changed, removed],
      [removed, changed],
    ] as const) {
      const { review, conflicts } = mergeReviews(start, mine, theirs)
      expect(review.commitments[0]!.text).toBe('Anders')
      expect(conflicts).toMatchObject([{ pointer: '/commitments/0' }])
    }
  })
  test('a claim about a motion that the other removed does not dangle', () => {
    const start = base()
    const theirs = removeItem(start, { key: start.motions[0]!.key })
    const { review } = mergeReviews(start, set(start, { '/claims/0/basis': 'absorbed' }), theirs)
    expect([review.motions, review.claims, review.commitments[0]!.motions]).toEqual([[], [], []])
  })
})

describe('for any edits', () => {
  const fields = fc.dictionary(
    fc.constantFrom(
      '/letter/place',
      '/letter/subject',
      '/motions/0/title',
      '/motions/0/requests/0/text',
      '/motions/0/requests/0/parts/1/text',
      '/commitments/0/due/text',
      '/claims/0/text',
    ),
    fc.constantFrom('a', 'b', ''),
  )
  const draft = fc.tuple(fields, fc.nat(3)).map(([some, more]) => {
    let review = set(base(), some)
    for (let n = 0; n < more; n += 1) review = addCommitment(review, { text: `nieuw ${n}` })
    return review
  })
  test('merging with nothing changed gives the other, and keys stay unique', () => {
    fc.assert(
      fc.property(draft, draft, (mine, theirs) => {
        expect(mergeReviews(base(), base(), theirs).review).toEqual(theirs)
        expect(mergeReviews(base(), mine, base()).review).toEqual(mine)
        expect(mergeReviews(base(), mine, mine).conflicts).toEqual([])
        const { review } = mergeReviews(base(), mine, theirs)
        const keys = review.commitments.map((commitment) => commitment.key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.length).toBe(mine.commitments.length + theirs.commitments.length - 1)
      }),
    )
  })
})
