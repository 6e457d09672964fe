import { describe, expect, test } from 'vitest'
import {
  capitalise,
  countOf,
  dateOf,
  daysBetween,
  figureOf,
  formatDate,
  formatSpan,
  formatTime,
  listOf,
} from './format.ts'

describe('dates, spans and counts', () => {
  test.each([
    ['2019-09-02', 'nl', '2 september 2019'],
    ['2019-09-02', 'en', '2 September 2019'],
    ['2024-02-29', 'nl', '29 februari 2024'],
  ] as const)('%s in %s is %s', (date, language, expected) => {
    expect(formatDate(date, language)).toBe(expected)
  })

  test.each([
    ['2019-04-04', '2019-07-02', 89, '89 dagen', '89 days'],
    ['2019-04-04', '2019-04-05', 1, '1 dag', '1 day'],
    ['2019-04-04', '2026-06-05', 2619, '7 jaar en 2 maanden', '7 years and 2 months'],
    ['2019-03-01', '2020-03-01', 366, '1 jaar', '1 year'],
    ['2019-03-31', '2019-10-30', 213, '6 maanden', '6 months'],
  ])('from %s to %s', (from, to, days, nl, en) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(formatSpan(from, to, 'nl')).toBe(nl)
    expect(formatSpan(from, to, 'en')).toBe(en)
  })

  test('a day begins at midnight in the Netherlands, in summer and in winter', () => {
    expect(dateOf(new Date('2019-07-01T22:30:00Z'))).toBe('2019-07-02')
    expect(dateOf(new Date('2019-12-31T22:30:00Z'))).toBe('2019-12-31')
    expect(formatTime(new Date('2019-07-01T12:32:00Z'), 'nl')).toBe('14.32')
  })

  test('counts and lists', () => {
    expect(countOf(1, 'deel', 'delen', 'nl')).toBe('één deel')
    expect(countOf(13, 'part', 'parts', 'en')).toBe('13 parts')
    expect(figureOf(1204, 'motie', 'moties', 'nl')).toBe('1.204 moties')
    expect(listOf(['a', 'b', 'c'], 'nl')).toBe('a, b en c')
    expect(listOf(['a'], 'en')).toBe('a')
    expect(capitalise('ijsbaan')).toBe('IJsbaan')
  })
})
