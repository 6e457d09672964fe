import { expect, test } from 'vitest'
import { type Asked, apart, planPairs, suggestPairs } from './pairing.ts'

const part = (id: number, text: string, begun = false) => ({ id, text, begun })
const asks = (id: number, text: string, parts: Asked['parts'] = [], begun = false): Asked => ({
  id,
  text,
  begun,
  parts,
})

const kept = [
  asks(1, 'te zorgen voor banken bij de vijver en het hek', [part(11, 'de vijver'), part(12, 'het hek')]),
  asks(2, 'de raad voor de zomer te informeren'),
]
const gone = [
  asks(5, 'De raad vóór de zomer te informeren'),
  asks(6, 'te zorgen voor banken bij de vijver en de speeltuin', [
    part(61, 'De vijver'),
    part(62, 'de speeltuin'),
  ]),
  asks(7, 'een brief aan de minister te sturen'),
]

test('what is alike is suggested, each at most once', () => {
  expect(suggestPairs(kept, gone)).toEqual({
    'verzoek/5': '2',
    'verzoek/6': '1',
    'deel/61': '11',
    'deel/62': apart,
    'verzoek/7': apart,
  })
  const twice = suggestPairs(
    [asks(1, 'banken in het park')],
    [asks(2, 'banken in het park zetten'), asks(3, 'Banken in het park')],
  )
  expect(twice).toEqual({ 'verzoek/2': apart, 'verzoek/3': '1' })
})

test('the plan names what is said twice and what is added', () => {
  expect(planPairs(kept, gone, suggestPairs(kept, gone))).toEqual({
    errors: [],
    plan: {
      same: [
        { gone: { request: 5, part: null }, kept: { request: 2, part: null } },
        { gone: { request: 6, part: null }, kept: { request: 1, part: null } },
        { gone: { request: 6, part: 61 }, kept: { request: 1, part: 11 } },
      ],
      requests: [7],
      parts: [{ part: 62, into: 1 }],
      wholes: [],
    },
  })
})

test.for<[string, Asked[], Asked[], Record<string, string>, object]>([
  ['nothing chosen', kept, [gone[0]!], {}, { field: 'verzoek/5', code: 'choice-needed' }],
  [
    'a request of nobody',
    kept,
    [gone[0]!],
    { 'verzoek/5': '99' },
    { field: 'verzoek/5', code: 'choice-needed' },
  ],
  [
    'one request for two',
    kept,
    [gone[0]!, gone[2]!],
    { 'verzoek/5': '2', 'verzoek/7': '2' },
    { field: 'verzoek/7', code: 'taken-twice' },
  ],
  [
    'a part of another request',
    kept,
    [gone[1]!],
    { 'verzoek/6': '1', 'deel/61': '99', 'deel/62': apart },
    { field: 'deel/61', code: 'other-request' },
  ],
  [
    'one part for two',
    kept,
    [gone[1]!],
    { 'verzoek/6': '1', 'deel/61': '11', 'deel/62': '11' },
    { field: 'deel/62', code: 'taken-twice' },
  ],
  [
    'a course on both sides',
    [asks(1, 'x', [], true)],
    [asks(2, 'x', [], true)],
    { 'verzoek/2': '1' },
    { field: 'verloop/verzoek/2', code: 'course-needed' },
  ],
  [
    'a course of both parts',
    [asks(1, 'x', [part(11, 'a', true)])],
    [asks(2, 'x', [part(21, 'a', true)])],
    { 'verzoek/2': '1', 'deel/21': '11' },
    { field: 'verloop/deel/21', code: 'course-needed' },
  ],
  [
    'a course as a whole, and parts',
    [asks(1, 'x', [], true)],
    [asks(2, 'x', [part(21, 'a')])],
    { 'verzoek/2': '1', 'deel/21': apart },
    { field: 'verzoek/2', code: 'whole-begun' },
  ],
])('refused: %s', ([, stays, goes, choices, error]) => {
  expect(planPairs(stays, goes, choices).errors).toEqual([error])
})

test('where both were begun, the course that was chosen stands', () => {
  const [stays, goes] = [asks(1, 'x', [], true), asks(2, 'x', [], true)]
  for (const course of ['kept', 'gone'] as const)
    expect(planPairs([stays], [goes], { 'verzoek/2': '1', 'verloop/verzoek/2': course })).toMatchObject({
      errors: [],
      plan: { same: [{ gone: { request: 2, part: null }, kept: { request: 1, part: null }, course }] },
    })
  const parts = planPairs(
    [asks(1, 'x', [part(11, 'a', true), part(12, 'b')])],
    [asks(2, 'x', [part(21, 'a', true), part(22, 'b', true)])],
    {
      'verzoek/2': '1',
      'deel/21': '11',
      'deel/22': '12',
      'verloop/deel/21': 'gone',
      'verloop/deel/22': 'kept',
    },
  )
  // Of the second pair only one was begun: nothing is to be chosen.
  expect(parts.plan.same.map(({ course }) => course)).toEqual([undefined, 'gone', undefined])
})

test('a whole that was not begun gives way to its parts, on either side', () => {
  const whole = asks(1, 'x')
  const parts = asks(2, 'x', [part(21, 'a'), part(22, 'b')])
  expect(planPairs([whole], [parts], { 'verzoek/2': '1' }).plan).toMatchObject({
    wholes: [{ request: 1, part: null }],
    parts: [
      { part: 21, into: 1 },
      { part: 22, into: 1 },
    ],
  })
  expect(planPairs([parts], [whole], { 'verzoek/1': '2' }).plan).toMatchObject({
    wholes: [{ request: 1, part: null }],
    parts: [],
  })
})
