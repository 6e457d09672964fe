import { expect, test } from 'vitest'
import type { Term } from '../../council/index.ts'
import { wordsIn } from '../../words/index.ts'
import { basisInWords, outcomeInWords, printedTerm, termInWords } from './term.ts'

const nl = wordsIn('nl')
const due = (text: string, notBefore: string | null, notAfter: string | null): Term => ({
  text,
  notBefore,
  notAfter,
  rule: 'exact-date',
})

test.each([
  [null, 'geen datum genoemd', null],
  [due('na het zomerreces', '2019-09-02', null), 'na 2 september 2019', 'na het zomerreces'],
  [due('uiterlijk 1 juli 2022', null, '2022-07-01'), 'uiterlijk 1 juli 2022', null],
  [due('vóór 1 oktober 2025', null, '2025-09-30'), 'uiterlijk 30 september 2025', 'vóór 1 oktober 2025'],
  [due('op 3 mei 2024', '2024-05-03', '2024-05-03'), '3 mei 2024', null],
  [due('in maart 2020', '2020-03-01', '2020-03-31'), 'tussen 1 maart 2020 en 31 maart 2020', 'in maart 2020'],
  [due('bij de begroting', null, null), 'geen datum genoemd', 'bij de begroting'],
])('a term as dates, and as printed when that says more: %#', (term, dates, printed) => {
  expect(termInWords(term, nl)).toBe(dates)
  expect(printedTerm(term)).toBe(printed)
})

test.each([
  ['adopted', '2019-04-04', 'aangenomen op 4 april 2019'],
  ['unknown', '2019-04-04', 'van 4 april 2019, uitslag onbekend'],
  ['rejected', null, 'verworpen'],
] as const)('an outcome %s on %s is "%s"', (outcome, dated, expected) => {
  expect(outcomeInWords(outcome, dated, nl)).toBe(expected)
})

test.each([
  ['settled', 'announced', 'alleen aangekondigd'],
  ['settled', 'carried-out', 'uitgevoerd'],
  ['partly', 'carried-out', null],
  ['in-progress', 'carried-out', null],
  ['not', 'overtaken', 'ingehaald door de tijd'],
  ['settled', 'unstated', null],
] as const)('%s on the ground %s says %s', (claim, basis, expected) => {
  expect(basisInWords(claim, basis, nl)).toBe(expected)
})
