import { describe, expect, test } from 'vitest'
import { mergeReviews, type Review, reviewOf } from '../../council/index.ts'
import { applyPosted, type PostedReview, readReviewForm, showDate, takeOther } from './review-form.ts'
import { samplePages, sampleReading } from './review-sample.ts'

const base = () => reviewOf(sampleReading)
const post = (action: string, fields: Record<string, string> = {}): PostedReview => {
  const form = new FormData()
  form.set('version', '3')
  form.set('action', action)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return readReviewForm(form)
}
const apply = (review: Review, action: string, fields?: Record<string, string>) =>
  applyPosted(review, post(action, fields), samplePages)
const requestOf = (review: Review) => review.motions[0]!.requests[0]!

describe('reading a form', () => {
  test('takes pointers, joins ticks, and knows the button by its verb', () => {
    const form = new FormData()
    form.append('version', '12')
    form.append('action', 'remove:r3')
    form.append('/letter/subject', 'Onderwerp')
    form.append('/commitments/0/motions', '')
    form.append('/commitments/0/motions', 'm1')
    form.append('/commitments/0/motions', 'm2')
    form.append('/motions/0/closingFormula', '')
    form.append('search:m1', 'fietsen')
    expect(readReviewForm(form)).toEqual({
      version: 12,
      action: { verb: 'remove', about: 'r3' },
      fields: {
        '/letter/subject': 'Onderwerp',
        '/commitments/0/motions': 'm1,m2',
        '/motions/0/closingFormula': '',
      },
    })
  })

  test('without a button it saves; a version that is no number is no version', () => {
    const form = new FormData()
    form.set('version', '2; drop')
    expect(readReviewForm(form)).toEqual({ version: -1, action: { verb: 'save', about: '' }, fields: {} })
  })
})

describe('dates', () => {
  test.each([
    ['3 juli 2019', '2019-07-03'],
    ['3-7-2019', '2019-07-03'],
    ['2019-07-03', '2019-07-03'],
    ['begin juli', 'begin juli'],
    ['31 juni 2019', '31 juni 2019'],
  ])('%s is kept as %s', (typed, held) => {
    const { review, errors } = apply(base(), 'save', { '/letter/date': typed })
    expect(review.letter?.date).toBe(held)
    expect(errors).toEqual([])
  })

  test('a date shows as people write it, anything else as typed', () => {
    expect([showDate('2019-07-03', 'nl'), showDate('begin juli', 'nl'), showDate(null, 'nl')]).toEqual([
      '3 juli 2019',
      'begin juli',
      null,
    ])
  })
})

describe('what is typed is never lost', () => {
  const typed = { '/letter/subject': 'Nieuw onderwerp', '/motions/0/requests/0/parts/0/text': 'een woning' }
  test.each([
    'save',
    'later',
    'register',
    'add-motion',
    'add-commitment',
    'add-personal',
    'add-signatory',
    'merge:r4',
    'add-part:r3',
    'add-request:m1',
    'add-clause:m1',
    'add-submitter:m1',
    'add-claim:m1',
    'remove:nothing-like-it',
    'split:r3',
    'nonsense',
  ])('with the button %s', (action) => {
    const { review } = apply(base(), action, typed)
    expect(review.letter?.subject).toBe('Nieuw onderwerp')
    expect(requestOf(review).parts[0]?.text).toBe('een woning')
  })

  test('a number that is none is reported, for the page to show it again', () => {
    const { review, errors } = apply(base(), 'save', { ...typed, '/motions/0/votes/for': 'twaalf' })
    expect(errors).toEqual([{ field: '/motions/0/votes/for', code: 'number-invalid' }])
    expect(review.letter?.subject).toBe('Nieuw onderwerp')
  })
})

describe('buttons', () => {
  const key = requestOf(base()).key

  test('split at the empty line, each with its own passage', () => {
    const text = 'na te gaan hoe bewoners geholpen worden bij wonen en werk;\r\n\r\nen daarover te berichten'
    const { review, errors, about } = apply(base(), `split:${key}`, { '/motions/0/requests/0/text': text })
    expect(errors).toEqual([])
    expect(about).toBe(key)
    const [first, second, ...more] = review.motions[0]!.requests
    expect(more).toEqual([])
    expect(first?.text).toContain('bij wonen en werk')
    expect(first?.parts.map((part) => part.text)).toEqual(['wonen', 'werk'])
    expect(second?.text).toBe('en daarover te berichten')
    const [span] = second?.at ?? []
    expect(span && samplePages[span.page - 1]?.slice(span.start, span.end)).toBe('en daarover te berichten')
  })

  test('a part goes with the text that has its word, not with one that only has its letters', () => {
    const text = 'bij de uitwerking van het plan\n\nte letten op wonen en werk'
    const { review } = apply(base(), `split:${key}`, { '/motions/0/requests/0/text': text })
    expect(review.motions[0]!.requests.map((r) => r.parts.map((part) => part.text))).toEqual([
      [],
      ['wonen', 'werk'],
    ])
  })

  test('split without an empty line says where to put one and changes nothing', () => {
    const text = requestOf(base()).text
    const { review, errors } = apply(base(), `split:${key}`, { '/motions/0/requests/0/text': text })
    expect(errors).toEqual([{ field: '/motions/0/requests/0/text', code: 'split-needs-line' }])
    expect(review).toEqual(base())
  })

  test('merge with the one before', () => {
    const text = 'het eerste\n\nhet tweede'
    const split = apply(base(), `split:${key}`, { '/motions/0/requests/0/text': text }).review
    const second = split.motions[0]!.requests[1]!.key
    const { review, about } = apply(split, `merge:${second}`)
    expect(review.motions[0]!.requests.map((request) => request.text)).toEqual(['het eerste; het tweede'])
    expect(about).toBe(key)
  })

  test('dividing what has no parts gives two to fill in', () => {
    const undivided = base()
    requestOf(undivided).parts = []
    const { review, about } = apply(undivided, `add-part:${key}`)
    expect(requestOf(review).parts.map((part) => part.text)).toEqual(['', ''])
    expect(about).toBe(requestOf(review).parts[0]?.key)
  })

  test('removing leads back to what it was part of', () => {
    const part = requestOf(base()).parts[1]!.key
    const { review, about } = apply(base(), `remove:${part}`)
    expect(requestOf(review).parts).toHaveLength(1)
    expect(about).toBe(key)
  })

  test('a button about something that is gone keeps the rest and says so', () => {
    expect(apply(base(), 'remove:r99', { '/letter/subject': 'x' })).toMatchObject({ gone: true, errors: [] })
  })

  test('all requests ticked, or none, is the motion as a whole', () => {
    const two = apply(base(), `add-request:${base().motions[0]!.key}`).review
    const keys = two.motions[0]!.requests.map((request) => request.key)
    const claimed = (value: string) =>
      apply(two, 'save', { '/claims/0/requests': value }).review.claims[0]?.requests
    expect(claimed(keys.join(','))).toBeNull()
    expect(claimed('')).toBeNull()
    expect(claimed(keys[1] ?? '')).toEqual([keys[1]])
  })
})

describe('taking what another clerk made of it', () => {
  const mine = apply(base(), 'save', { '/letter/subject': 'van mij', '/letter/place': 'Oudehaven' }).review
  const theirs = apply(base(), 'save', {
    '/letter/subject': 'van haar',
    '/letter/date': '5 juli 2019',
  }).review
  const { review, conflicts } = mergeReviews(base(), mine, theirs)

  test('both changes are in the merged one, and only the difference is asked', () => {
    expect(review.letter).toMatchObject({ subject: 'van mij', place: 'Oudehaven', date: '2019-07-05' })
    expect(conflicts).toEqual([{ pointer: '/letter/subject', theirs: 'van haar' }])
  })
  test('takes one value and leaves the rest', () => {
    const taken = takeOther(review, conflicts, '/letter/subject')
    expect(taken.letter).toMatchObject({ subject: 'van haar', place: 'Oudehaven', date: '2019-07-05' })
    expect(takeOther(review, conflicts, '/letter/place')).toEqual(review)
  })
  test('takes a removal', () => {
    const key = base().commitments[0]!.key
    const changed = apply(base(), 'save', { '/commitments/0/text': 'anders' }).review
    const removed = apply(base(), `remove:${key}`).review
    const both = mergeReviews(base(), changed, removed)
    expect(both.conflicts).toHaveLength(1)
    const taken = takeOther(both.review, both.conflicts, both.conflicts[0]!.pointer)
    expect(taken.commitments).toEqual([])
  })
})

test.each([
  [['3 maart 2025'], '2025-03-03'],
  [[''], null],
  [['', 'none-agreed'], 'none-agreed'],
  [['3 maart 2025', 'none-agreed'], 'none-agreed'],
  [['3 maa'], '3 maa'],
])('a check date of %j is kept as %s', (typed, kept) => {
  const form = new FormData()
  for (const value of typed) form.append('/commitments/0/check', value)
  const { review } = applyPosted(base(), readReviewForm(form), samplePages)
  expect(review.commitments[0]!.check ?? null).toBe(kept)
})
