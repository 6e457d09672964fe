import { describe, expect, test } from 'vitest'
import { type DossierRequest, daysBetween, type MotionDossier, passageId } from './dossier.ts'
import { timelineOf } from './dossier-course.ts'
import { summaryOf } from './dossier-summary.ts'
import { locate, passageText } from './locate.ts'
import type { Outcome } from './read/reading.ts'

const status = { status: 'open', basis: null, on: null } as const
const dossier = (
  some: Partial<MotionDossier> & { outcome?: Outcome; dated?: string | null } = {},
): MotionDossier => {
  const { outcome = 'adopted', dated = '2024-04-11', ...rest } = some
  return {
    municipality: { slug: 'dorp', name: 'Dorp' },
    motion: {
      id: 1,
      year: 2024,
      slug: 'x',
      number: null,
      title: 'X',
      dated,
      outcome,
      kind: 'motion',
      closingFormula: null,
      numbers: [],
      registryNumbers: [],
      passages: {},
    },
    meeting: null,
    proposals: [],
    submitters: [],
    votes: null,
    clauses: [],
    requests: [],
    claims: [],
    matters: [],
    commitments: [],
    letters: [],
    documents: [],
    merges: [],
    partings: [],
    setAside: [],
    status,
    ...rest,
  }
}
const request: DossierRequest = {
  id: 1,
  kind: 'request',
  act: 'do',
  addressee: null,
  text: 'iets',
  domain: null,
  deadline: null,
  periodic: null,
  passage: null,
  parts: [],
  status,
}

describe('in short', () => {
  test('an adopted motion without a claim is open since its decision', () => {
    const facts = summaryOf(
      dossier({
        requests: [
          request,
          {
            ...request,
            parts: [1, 2, 3].map((id) => ({ id, text: `deel ${id}`, domain: null, passage: null, status })),
          },
        ],
      }),
      '2024-05-11',
    )
    expect(facts).toMatchObject({ requests: 2, matters: 4, openDays: 30, claim: null })
  })
  test('nothing is counted from a date that no document gives, or for a motion that asks nothing', () => {
    expect(summaryOf(dossier({ dated: null }), '2024-05-11').openDays).toBeNull()
    expect(summaryOf(dossier({ outcome: 'rejected' }), '2024-05-11').openDays).toBeNull()
  })
})

test('a fact without a date is not on the timeline', () => {
  expect(
    timelineOf(
      dossier({
        dated: null,
        requests: [
          {
            ...request,
            deadline: { text: 'spoedig', notBefore: null, notAfter: null, rule: 'named-moment' },
          },
        ],
      }),
    ),
  ).toEqual([])
})

test.for([
  ['2024-02-28', '2024-03-01', 2],
  ['2024-03-30', '2024-04-01', 2],
  ['2024-07-02', '2024-04-11', -82],
] as const)('from %s to %s: %i days', ([from, to, days]) => {
  expect(daysBetween(from, to)).toBe(days)
})

test('the anchor of a passage is that of its first slice', () => {
  expect(
    passageId([
      { page: 2, start: 5, end: 9 },
      { page: 3, start: 0, end: 4 },
    ]),
  ).toBe('p2-5-9')
  expect(passageId([])).toBe('p0')
})

describe('finding words in a passage', () => {
  const pages = ['Verzoekt te zor-\ngen voor ban', 'ken\nen bomen']
  const within = [
    { page: 1, start: 9, end: 30 },
    { page: 2, start: 0, end: 12 },
  ]
  test.for<[string, [number, number, number][] | null]>([
    ['te zorgen voor', [[1, 9, 25]]],
    [
      'banken',
      [
        [1, 26, 29],
        [2, 0, 3],
      ],
    ],
    ['en bomen', [[2, 4, 12]]],
    ['Verzoekt', null],
    ['', null],
  ])('%s', ([words, places]) => {
    expect(locate(words, within, pages)?.map(({ page, start, end }) => [page, start, end]) ?? null).toEqual(
      places,
    )
  })
  test('its text has white space folded', () => {
    expect(passageText([{ page: 2, start: 0, end: 12 }], pages)).toBe('ken en bomen')
  })
})
