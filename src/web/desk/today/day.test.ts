import { describe, expect, test } from 'vitest'
import { type AttentionReason, attentionReasons } from '../../../council/index.ts'
import { dayGroups, groupOf, inGroups, readDayQuery, readDone, whenOf, writeDayQuery } from './day.ts'

const today = '2024-09-12'

describe('the groups of the day', () => {
  test('hold every reason once, and in the order of urgency of their first', () => {
    expect(Object.values(dayGroups).flat().sort()).toEqual([...attentionReasons].sort())
    const firsts = Object.values(dayGroups).map(([first]) => attentionReasons.indexOf(first))
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
  })
  test('keep the order of the rows, and no heading stands without rows', () => {
    const rows = (['term-passed', 'owner-needed', 'commitment-late'] as const).map((reason) => ({ reason }))
    expect(inGroups(rows)).toEqual([
      ['now', [{ reason: 'term-passed' }, { reason: 'commitment-late' }]],
      ['complete', [{ reason: 'owner-needed' }]],
    ])
    expect(inGroups([])).toEqual([])
  })
  test('held proposals do not press', () => expect(groupOf('proposal-held')).toBe('complete'))
})

test.each([
  ['term-passed', '2024-08-22', { kind: 'late', on: '2024-08-22' }],
  ['commitment-late', '2024-08-22', { kind: 'late', on: '2024-08-22' }],
  ['reopened', '2024-08-22', { kind: 'since', on: '2024-08-22' }],
  ['term-near', '2024-09-20', { kind: 'soon', on: '2024-09-20' }],
  ['term-near', today, { kind: 'today', on: today }],
  ['owner-needed', null, null],
  ['text-needed', '2020-01-01', null],
] as [AttentionReason, string | null, unknown][])('%s on %s', (reason, on, expected) => {
  expect(whenOf({ reason, on }, today)).toEqual(expected)
})

test('what an address asks for is read and written, and anything else is left out', () => {
  const read = (text: string) => readDayQuery(new URLSearchParams(text))
  for (const query of ['', '?reden=term-passed', '?reden=claim-waits&wethouder=4&bladzijde=2'])
    expect(writeDayQuery(read(query))).toBe(query)
  expect(read('reden=niets&wethouder=-1&bladzijde=0')).toEqual({ reason: null, holder: null, page: 1 })
  expect(readDone(new URLSearchParams('gestart=12.5'))).toEqual({ matter: 12, version: 5 })
  for (const wrong of ['', 'gestart=12', 'gestart=0.1', 'gestart=12.5.6'])
    expect(readDone(new URLSearchParams(wrong))).toBe(null)
})
