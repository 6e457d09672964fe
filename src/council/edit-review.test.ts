import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyMotion,
  emptyReading,
  emptyRequest,
  letterPages,
  letterReading,
  placeOf,
} from '../../test/council.ts'
import { NotFound } from '../errors.ts'
import { checkReview } from './check-review.ts'
import * as edit from './edit-review.ts'
import { editReview } from './form-review.ts'
import { passageText } from './locate.ts'
import type { Reading } from './read/reading.ts'
import { indexPointer, keyedPointer, type Review, reviewOf } from './review.ts'

const review = () => reviewOf(letterReading())
const requestKey = (of: Review, index = 0) => of.motions[0]!.requests[index]!.key

describe('a first draft', () => {
  test('has unique keys, ties claims and commitments to their motion, and leaves matching to people', () => {
    const draft = review()
    const keys = [...JSON.stringify(draft).matchAll(/"key":"([a-z]\d+)"/g)].map((match) => match[1])
    expect(new Set(keys).size).toBe(keys.length)
    expect(draft.claims[0]!.motion).toBe(draft.motions[0]!.key)
    expect(draft.commitments[0]!.motions).toEqual([draft.motions[0]!.key])
    expect(draft.motions[0]!.match).toEqual({ choice: 'undecided' })
  })

  test('of several motions ties a commitment to the motion of the next claim, and to none when there is none', () => {
    const place = (start: number) => [{ page: 1, start, end: start + 1 }]
    const draft = reviewOf({
      ...emptyReading,
      kind: 'settlement-letter',
      motions: [emptyMotion, emptyMotion],
      settlement: [
        { motion: 0, claim: 'settled', basis: 'unstated', text: 'a', at: place(10) },
        { motion: 1, claim: 'settled', basis: 'unstated', text: 'b', at: place(30) },
      ],
      commitments: [5, 20, 40].map((start) => ({ text: 'x', due: null, at: place(start) })),
    })
    const [first, second] = draft.motions.map((motion) => motion.key)
    expect(draft.commitments.map((commitment) => commitment.motions)).toEqual([[first], [second], []])
  })
})

describe('splitting and merging requests', () => {
  const texts = ['te zorgen voor banken bij de vijver', 'de speeltuin en het hek']

  test('each text keeps its own slice; claims about the request become claims about both', () => {
    const before = review()
    before.claims[0]!.requests = [requestKey(before)]
    const after = edit.splitRequest(before, { request: requestKey(before), texts, pages: letterPages })
    const requests = after.motions[0]!.requests
    expect(requests.map((request) => passageText(request.at, letterPages))).toEqual(texts)
    expect(requests.map((request) => request.parts.map((part) => part.text))).toEqual([
      [],
      ['de speeltuin', 'het hek'],
    ])
    expect(after.claims[0]!.requests).toEqual(requests.map((request) => request.key))
    expect(before.motions[0]!.requests).toHaveLength(1)
  })

  test('merging takes them back together', () => {
    const before = review()
    before.claims[0]!.requests = [requestKey(before)]
    const split = edit.splitRequest(before, { request: requestKey(before), texts, pages: letterPages })
    const merged = edit.mergeRequests(split, {
      requests: split.motions[0]!.requests.map((request) => request.key),
    })
    expect(merged.motions[0]!.requests).toHaveLength(1)
    expect(merged.motions[0]!.requests[0]).toMatchObject({ key: requestKey(before), text: texts.join('; ') })
    expect(merged.claims[0]!.requests).toEqual([requestKey(before)])
  })

  test('one text changes nothing, and requests of two motions do not merge', () => {
    const before = review()
    expect(edit.splitRequest(before, { request: requestKey(before), texts: ['één', ' '] })).toEqual(before)
    const two = edit.addMotion(before)
    const more = edit.addRequest(two, { motion: two.motions[1]!.key })
    expect(() =>
      edit.mergeRequests(more, { requests: [requestKey(more), more.motions[1]!.requests[0]!.key] }),
    ).toThrow(NotFound)
  })

  test('parts are named anew, those that stay keep their key and place', () => {
    const before = review()
    const after = edit.splitIntoParts(before, {
      request: requestKey(before),
      texts: ['het hek', 'banken'],
      pages: letterPages,
    })
    const { parts } = after.motions[0]!.requests[0]!
    expect(parts[0]).toEqual(before.motions[0]!.requests[0]!.parts[2])
    expect(passageText(parts[1]!.at, letterPages)).toBe('banken')
    expect(
      edit.splitIntoParts(after, { request: requestKey(after), texts: ['één'] }).motions[0]!.requests[0]!
        .parts,
    ).toEqual([])
  })
})

describe('adding and removing', () => {
  test('passages move along with their items', () => {
    const reading: Reading = letterReading()
    const two = reviewOf({
      ...reading,
      motions: [{ ...emptyMotion, title: 'Weg' }, reading.motions[0]!],
      settlement: [],
      passages: {
        '/motions/0/title': placeOf(letterPages, 'H.4'),
        '/motions/1/title': placeOf(letterPages, 'Banken'),
      },
    })
    const after = edit.removeItem(two, { key: two.motions[0]!.key })
    expect(after.passages).toEqual({ '/motions/0/title': placeOf(letterPages, 'Banken') })
  })

  test('what hangs on a motion goes with it; a claim about a removed request waits for a choice', () => {
    const before = review()
    const without = edit.removeItem(before, { key: before.motions[0]!.key })
    expect([without.claims, without.commitments[0]!.motions]).toEqual([[], []])
    before.claims[0]!.requests = [requestKey(before)]
    const half = edit.removeItem(before, { key: requestKey(before) })
    expect(checkReview(half)).toContainEqual({ field: '/claims/0/requests', code: 'choice-needed' })
  })

  test('every add can be removed again, and an unknown key is not found', () => {
    const start = review()
    const motion = start.motions[0]!.key
    const adds = [
      () => edit.addPart(start, { request: requestKey(start) }),
      () => edit.addRequest(start, { motion }),
      () => edit.addClause(start, { motion }),
      () => edit.addSubmitter(start, { motion }),
      () => edit.addMotion(start),
      () => edit.addCommitment(start),
      () => edit.addClaim(start, { motion }),
      () => edit.addPersonalData(start, { kind: 'name', text: 'x' }),
    ]
    for (const add of adds) {
      const added = add()
      const key = [
        ...JSON.stringify(added).matchAll(new RegExp(`"key":"([a-z]${added.lastKey})"`, 'g')),
      ][0]![1]!
      expect({ ...edit.removeItem(added, { key }), lastKey: 0 }).toEqual({ ...start, lastKey: 0 })
    }
    expect(() => edit.removeItem(start, { key: 'x1' })).toThrow(NotFound)
    expect(() => edit.addClause(start, { motion: 'x1' })).toThrow(NotFound)
  })
})

describe('the fields of a form', () => {
  test('set values of every kind, fold white space, and make blanks null', () => {
    const { review: after, errors } = editReview(review(), {
      '/letter/subject': '  Afdoening \r\n banken ',
      '/letter/place': '',
      '/letter/signatories/0/acting': 'on',
      '/motions/0/outcome': 'held',
      '/motions/0/match': '12',
      '/motions/0/votes/for': '21',
      '/motions/0/proposal/title': '',
      '/motions/0/proposal/registryNumber': '',
      '/motions/0/requests/0/parts/0/domain': 'housing',
      '/motions/0/requests/0/periodic/text': 'elk jaar',
      '/motions/0/requests/0/periodic/months': '12',
      '/commitments/0/due/notAfter': '2024-12-31',
      '/commitments/0/motions': '',
      '/claims/0/requests': 'r5,r6',
    })
    expect(errors).toEqual([])
    expect(after.letter).toMatchObject({
      subject: 'Afdoening banken',
      place: null,
      signatories: [{ acting: true }],
    })
    expect(after.motions[0]).toMatchObject({
      outcome: 'held',
      match: { choice: 'existing', motion: 12 },
      votes: { for: 21, against: null, parties: [] },
      proposal: null,
      requests: [{ periodic: { text: 'elk jaar', months: 12 }, parts: [{ domain: 'housing' }, {}, {}] }],
    })
    expect(after.commitments[0]).toMatchObject({
      motions: [],
      due: { notBefore: '2024-09-02', notAfter: '2024-12-31', rule: 'before-date' },
    })
    expect(after.claims[0]!.requests).toEqual(['r5', 'r6'])
  })

  test('what cannot be held is reported and stays as it was', () => {
    const before = review()
    const { review: after, errors } = editReview(before, {
      '/motions/0/votes/for': 'veel',
      '/motions/0/outcome': 'leuk',
      '/motions/0/match': 'x',
    })
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['/motions/0/votes/for', 'number-invalid'],
      ['/motions/0/outcome', 'not-a-choice'],
      ['/motions/0/match', 'not-a-choice'],
    ])
    expect(after).toEqual(before)
  })

  test('a term that is emptied goes, one that is filled comes', () => {
    const gone = editReview(review(), {
      '/commitments/0/due/text': '',
      '/commitments/0/due/notBefore': '',
      '/commitments/0/due/notAfter': '',
    })
    expect(gone.review.commitments[0]!.due).toBeNull()
    const back = editReview(gone.review, {
      '/commitments/0/due/notBefore': '2024-10-01',
      '/commitments/0/due/text': 'na de herfst',
    })
    expect(back.review.commitments[0]!.due).toEqual({
      text: 'na de herfst',
      notBefore: '2024-10-01',
      notAfter: null,
      rule: 'after-date',
    })
  })

  test('no field name or value breaks a review', () => {
    const pointer = fc.oneof(
      fc.constantFrom(
        '/__proto__/x',
        '/constructor',
        '/motions/length',
        '/motions/0/key',
        '/lastKey',
        '/passages//letter',
        '/motions/99/title',
        '/motions/-1/title',
        '/motions/0/requests/0/at',
        '/letter',
        '/motions/0',
      ),
      fc.string(),
      fc
        .array(fc.constantFrom('motions', 'letter', '0', '1', 'title', 'requests', 'text', '__proto__'))
        .map((s) => `/${s.join('/')}`),
    )
    const before = review()
    fc.assert(
      fc.property(fc.dictionary(pointer, fc.string()), (fields) => {
        const { review: after } = editReview(before, fields)
        expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
        expect(after.motions.map((m) => [m.key, m.requests.map((r) => [r.key, r.at])])).toEqual(
          before.motions.map((m) => [m.key, m.requests.map((r) => [r.key, r.at])]),
        )
        expect(({} as Record<string, unknown>).x).toBeUndefined()
      }),
    )
  })
})

test('a pointer by keys leads back to the same pointer', () => {
  const draft = review()
  for (const pointer of [
    ...Object.keys(draft.passages),
    '/motions/0/requests/0/parts/2/text',
    '/letter/signatories/0/name',
    '/kind',
  ]) {
    expect(indexPointer(draft, keyedPointer(draft, pointer))).toBe(pointer)
  }
  expect(indexPointer(draft, '/motions/@m999/title')).toBeNull()
})

describe('checking', () => {
  test('a complete letter can be registered', () => {
    expect(checkReview(review())).toEqual([])
  })
  const motionPaper = (): Review =>
    reviewOf({
      ...emptyReading,
      motions: [{ ...emptyMotion, title: 'T', requests: [{ ...emptyRequest, text: 'x' }] }],
    })
  test.for<[string, (review: Review) => void, [string, string][]]>([
    [
      'no kind',
      (r) => {
        r.kind = 'unknown'
      },
      [['/kind', 'choice-needed']],
    ],
    [
      'a letter without date',
      (r) => {
        r.letter!.date = null
      },
      [['/letter/date', 'needed']],
    ],
    [
      'a day that does not exist',
      (r) => {
        r.letter!.date = '2023-02-29'
      },
      [['/letter/date', 'date-invalid']],
    ],
    [
      'a settlement letter about nothing',
      (r) => {
        r.motions = []
        r.claims = []
        r.commitments = []
      },
      [['/motions', 'needed']],
    ],
    [
      'one part alone',
      (r) => {
        r.motions[0]!.requests[0]!.parts.splice(1)
      },
      [['/motions/0/requests/0/parts/0/text', 'part-alone']],
    ],
    [
      'a period without months',
      (r) => {
        r.motions[0]!.requests[0]!.periodic = { text: 'vaak', months: 0 }
      },
      [['/motions/0/requests/0/periodic/months', 'number-invalid']],
    ],
    [
      'one motion twice',
      (r) => {
        r.motions = [0, 1].map(() => ({ ...r.motions[0]!, match: { choice: 'existing', motion: 3 } }))
      },
      [['/motions/1/match', 'motion-twice']],
    ],
    [
      'a claim about no motion',
      (r) => {
        r.claims[0]!.motion = 'm99'
      },
      [['/claims/0/motion', 'not-a-choice']],
    ],
  ])('%s', ([, change, expected]) => {
    const draft = review()
    change(draft)
    expect(checkReview(draft).map(({ field, code }) => [field, code])).toEqual(expected)
  })
  test('a motion asks something, and promises or claims nothing', () => {
    expect(checkReview(motionPaper())).toEqual([])
    const silent = motionPaper()
    silent.motions[0]!.requests = []
    expect(checkReview(silent)).toEqual([{ field: '/motions/0/requests', code: 'request-needed' }])
    const claiming = edit.addCommitment(motionPaper(), { text: 'Wij komen hierop terug' })
    expect(checkReview(claiming)).toEqual([{ field: '/kind', code: 'choice-needed' }])
  })
})
