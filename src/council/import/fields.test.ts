import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, parseListDate, readRow } from './fields.ts'
import {
  foldWord,
  guessColumns,
  guessOutcome,
  guessSettlement,
  guessStatus,
  type ImportMapping,
} from './mapping.ts'
import { parseSubmitters, printSubmitters, readSubmitters } from './submitters.ts'

test.for([
  ['2-7-2019', '2019-07-02'],
  ['02/07/2019', '2019-07-02'],
  ['2.7.2019', '2019-07-02'],
  ['2019-07-02', '2019-07-02'],
  ['2019-07-02 00:00:00', '2019-07-02'],
  ['02-07-2019 0:00', '2019-07-02'],
  ['2-7-19', null],
  ['7/13/2019', null],
  ['31-2-2019', null],
  ['juli 2019', null],
  ['2-7-2019 14:00', null],
  ['2-7/2019', null],
  ['43648', null],
])('the day %j is %j', ([typed, day]) => expect(parseListDate(typed!)).toBe(day))

test('headers as Dutch lists print them', () => {
  expect(
    guessColumns([
      'Nr.',
      'Titel motie',
      'Datum raadsvergadering',
      'Indiener(s)',
      'Fractie(s)',
      'Uitslag',
      'Portefeuillehouder',
      'Termijn',
      'Status',
      'Afdoening',
      'Datum afdoening',
      'RIS-nummer',
      'Verzoek',
      'Behandelend ambtenaar',
      'Titel',
    ]),
  ).toEqual([
    'number',
    'title',
    'date',
    'submitters',
    'parties',
    'outcome',
    'portfolioHolder',
    'term',
    'status',
    'settlement',
    'settledOn',
    'registryNumber',
    'request',
    null,
    null,
  ])
  expect(
    guessColumns(
      ['Code', 'Onderwerp'],
      new Map([
        ['code', 'registryNumber'],
        ['onderwerp', 'none'],
      ]),
    ),
  ).toEqual(['registryNumber', null])
})

test('words mean something plain, or nothing', () => {
  expect([guessOutcome('Aangenomen'), guessOutcome('VERWORPEN'), guessOutcome('aangenomen m.s.')]).toEqual([
    'adopted',
    'rejected',
    'unknown',
  ])
  expect([guessStatus('Afgedaan'), guessStatus('uitgevoerd'), guessStatus('?')]).toEqual([
    'settled',
    'carried-out',
    'unknown',
  ])
  expect([guessSettlement('Deels uitgevoerd'), guessSettlement('per brief')]).toEqual(['partly', 'unknown'])
})

describe('submitters', () => {
  test.for([
    ['A. de Vries (Lokaal), P. Bos', '', 'A. de Vries (Lokaal); P. Bos'],
    ['De Vries', 'Lokaal', 'De Vries (Lokaal)'],
    ['De Vries, Bos', 'Lokaal; Rood', 'De Vries (Lokaal); Bos (Rood)'],
    ['De Vries en Bos', 'Lokaal', 'De Vries (Lokaal); Bos (Lokaal)'],
    ['De Vries', 'Lokaal, Rood', 'De Vries; Fractie Lokaal (Lokaal); Fractie Rood (Rood)'],
    ['', 'Lokaal / Rood', 'Fractie Lokaal (Lokaal); Fractie Rood (Rood)'],
    ['Jansen, P.', '', 'P. Jansen'],
    ['Bos\nBos', '', 'Bos'],
    ['', '', ''],
  ])('%j with %j', ([people, parties, printed]) =>
    expect(printSubmitters(parseSubmitters(people!, parties!))).toBe(printed),
  )
  test('what is printed is read back', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (people, parties) => {
          const list = parseSubmitters(people, parties)
          expect(printSubmitters(readSubmitters(printSubmitters(list)))).toBe(printSubmitters(list))
        },
      ),
    ))
})

const mapping: ImportMapping = {
  columns: [
    'number',
    'title',
    'date',
    'outcome',
    'status',
    'settlement',
    'settledOn',
    'request',
    'sourceKey',
  ],
  outcomes: { aangenomen: 'adopted' },
  statuses: { afgedaan: 'settled', loopt: 'in-progress' },
  settlements: { uitgevoerd: 'carried-out' },
  outcomeOfAll: 'unknown',
  decidedBy: 'council',
}
const cells = [
  '12',
  'Bankjes',
  '2-7-2019',
  'Aangenomen',
  'Afgedaan',
  'uitgevoerd',
  '1-2-2020',
  'bankjes te plaatsen',
  'a1',
]
const read = (change: Record<number, string> = {}, map: Partial<ImportMapping> = {}) =>
  readRow(
    cells.map((cell, index) => change[index] ?? cell),
    { ...mapping, ...map },
  )
const codes = (row: ReturnType<typeof read>) => row.problems.map((one) => one.code)

test('a row as it is, and what stops it or leaves it unsaid', () => {
  const row = read()
  expect(row).toMatchObject({
    key: 'number:12|2019-07-02',
    problems: [],
    printedStatus: 'Afgedaan, uitgevoerd',
    requestIsTitle: false,
    fields: { outcome: 'adopted', status: 'settled', settlement: 'carried-out', settledOn: '2020-02-01' },
  })
  expect(codes(read({ 1: '' }))).toContain('title-missing')
  expect(codes(read({ 2: '2-7-19' }))).toEqual(['date-unreadable'])
  expect(read({ 2: '2-7-19' }).fields.date).toBe('')
  expect(codes(read({ 0: '', 8: '' }))).toEqual(['no-key'])
  expect(read({ 3: 'hamerstuk' })).toMatchObject({
    fields: { outcome: 'unknown', status: '', settlement: '' },
  })
  expect(codes(read({ 3: 'hamerstuk' }))).toEqual(['outcome-unknown', 'settled-not-adopted'])
  expect(read({ 5: 'per brief' }).fields).toMatchObject({ status: '', settlement: '', settledOn: '' })
  expect(codes(read({ 5: 'per brief' }))).toEqual(['settlement-unknown'])
  expect(codes(read({ 6: '' }))).toEqual(['settled-undated'])
  expect(codes(read({}, { decidedBy: null }))).toEqual(['decider-unknown'])
  expect(read({ 7: '' })).toMatchObject({ requestIsTitle: true, fields: { request: 'Bankjes' } })
  expect(read({ 1: 'Bel 06-12345678 of mail x.y@dorp.example' }).fields.title).not.toMatch(/\d{4}|dorp/)
  expect(read({ 4: 'constructor', 3: 'toString' }).fields).toMatchObject({ outcome: 'unknown', status: '' })
})

test('a motion is recognised by the strongest mark that it has', () => {
  const key = (registryNumber: string, number: string, date: string, source: string) =>
    keyOf({ registryNumber, number, date }, source)
  expect(key('RIS 400.100', '12', '2019-07-02', 'a')).toBe('registry:ris400100')
  expect(key('', 'M 12', '2019-07-02', 'a')).toBe('number:m12|2019-07-02')
  expect(key('', '12', '', 'a')).toBe('source:a')
  expect(key('', '12', '', '')).toBeNull()
  expect(foldWord('  Afgedaan  (per brief) ')).toBe('afgedaan per brief')
})

test('no cell makes it fail', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 }), (row) => {
      const { fields } = readRow(row, mapping)
      expect(Object.values(fields).every((value) => typeof value === 'string')).toBe(true)
    }),
    { numRuns: 30 },
  ))
