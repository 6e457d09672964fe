import { expect, test } from 'vitest'
import { groundsOn } from '../../reintegration/grounds.ts'
import { keepUntil, type RetentionLaw, retentionLaws } from './term.ts'

test.each([
  [['wmo-2.3.2'], '2026-03-02', '2041-03-02'],
  [['wmo-2.3.2'], '2024-02-29', '2039-02-28'],
  [['jeugdwet-2.3'], '2026-03-02', '2046-03-02'],
  [['wmo-2.3.2', 'jeugdwet-2.3'], '2026-03-02', '2046-03-02'],
  [['jeugdwet-2.3'], '2019-12-31', null],
  [['wgs-3'], '2026-03-02', null],
  [['wmo-2.3.2', 'avg-6-1-a'], '2026-03-02', null],
  [['nobody-knows'], '2026-03-02', null],
  [[], '2026-03-02', null],
])('of a case on %j that was closed on %s the data are kept until %s', (grounds, closed, until) => {
  expect(keepUntil(grounds, closed)).toBe(until)
})

test('the term counts that held on the day of closing', () => {
  const term = (validFrom: string, years: number) => ({
    validFrom,
    years,
    from: 'closing' as const,
    source: 'invented',
  })
  const laws: RetentionLaw[] = [
    { id: 'x', grounds: ['x-1'], terms: [term('2030-01-01', 10), term('2020-01-01', 20)] },
  ]
  expect(keepUntil(['x-1'], '2029-12-31', laws)).toBe('2049-12-31')
  expect(keepUntil(['x-1'], '2030-01-01', laws)).toBe('2040-01-01')
})

test('every ground of care has a law, of which a term is known or said to be unknown', () => {
  const known = retentionLaws().flatMap(({ grounds }) => grounds)
  expect(
    groundsOn('2026-03-02', 'care')
      .map(({ id }) => id)
      .filter((id) => !known.includes(id)),
  ).toEqual([])
})
