import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldNumber, slugCandidates, slugOf } from './slug.ts'

test.for<[(string | null)[], string]>([
  [['H.4', 'Slachtoffers beter re-integreren'], 'h-4-slachtoffers-beter-re-integreren'],
  [[null, 'Coöperatie “Het Veen”: één loket'], 'cooperatie-het-veen-een-loket'],
  [["524'", 'Programma’s'], '524-programmas'],
  [[null, '…'], 'zonder-naam'],
  [[null, `${'lang '.repeat(30)}`], Array(14).fill('lang').join('-')],
])('%j → %s', ([words, slug]) => {
  expect(slugOf(words)).toBe(slug)
})

test('a slug is always fit for an address', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
      const slug = slugOf(words)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(70)
    }),
  )
})

test('taken slugs count on', () => {
  const candidates = slugCandidates('a')
  expect([1, 2, 3].map(() => candidates.next().value)).toEqual(['a', 'a-2', 'a-3'])
})

test.for([
  ['H.4', 'h4'],
  ['RIS 302261', 'ris302261'],
  ["524'", "524'"],
] as const)('%s is compared as %s', ([printed, folded]) => {
  expect(foldNumber(printed)).toBe(folded)
})
