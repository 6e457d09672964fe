import { expect, test } from 'vitest'
import type { TermRule } from './reading.ts'
import { findPeriod, findTerm } from './terms.ts'

const context = {
  reference: '2020-06-30',
  recesses: [
    { kind: 'summer' as const, from: '2020-07-11', to: '2020-08-23' },
    { kind: 'christmas' as const, from: '2020-12-19', to: '2021-01-03' },
  ],
}

const cases: readonly [
  words: string,
  rule: TermRule | null,
  notBefore: string | null,
  notAfter: string | null,
][] = [
  ['op 1 oktober 2020', 'exact-date', '2020-10-01', '2020-10-01'],
  ['op 1-10-2020', 'exact-date', '2020-10-01', '2020-10-01'],
  ['vóór 1 oktober 2020', 'before-date', null, '2020-09-30'],
  ['uiterlijk 1 maart 2021', 'before-date', null, '2021-03-01'],
  ['uiterlijk 1 rnaart 2021', 'before-date', null, '2021-03-01'],
  ['niet later dan 15 februari 2021', 'before-date', null, '2021-02-15'],
  ['tot en met 3 mei 2021', 'before-date', null, '2021-05-03'],
  ['uiterlijk eenendertig december 2020', 'before-date', null, '2020-12-31'],
  ['na 1 mei 2021', 'after-date', '2021-05-02', null],
  ['met ingang van 1 mei 2021', 'after-date', '2021-05-01', null],
  ['vóór 15 september', 'before-date', null, '2020-09-14'],
  ['op 1 juni', 'exact-date', '2021-06-01', '2021-06-01'],
  ['in september', 'in-month', '2020-09-01', '2020-09-30'],
  ['in februari 2024', 'in-month', '2024-02-01', '2024-02-29'],
  ['voor september', 'before-month', null, '2020-08-31'],
  ['uiterlijk in november 2020', 'before-month', null, '2020-11-30'],
  ['eind september', 'named-moment', null, null],
  ['in het tweede kwartaal van 2021', 'in-quarter', '2021-04-01', '2021-06-30'],
  ['uiterlijk in het tweede kwartaal van 2021', 'before-quarter', null, '2021-06-30'],
  ['vóór het tweede kwartaal van 2021', 'before-quarter', null, '2021-03-31'],
  ['in Q2 2021', 'in-quarter', '2021-04-01', '2021-06-30'],
  ['in de tweede helft van 2021', 'in-half-year', '2021-07-01', '2021-12-31'],
  ['in de loop van 2021', 'in-year', '2021-01-01', '2021-12-31'],
  ['volgend jaar', 'in-year', '2021-01-01', '2021-12-31'],
  ['nog dit jaar', 'before-year', null, '2020-12-31'],
  ['voor eind 2021', 'before-year', null, '2021-12-31'],
  ['voor 2022', 'before-year', null, '2021-12-31'],
  ['in het najaar van 2020', 'in-season', null, null],
  ['voor de zomer', 'in-season', null, null],
  ['binnen drie maanden', 'within-months', null, '2020-09-30'],
  ['binnen zes weken', 'within-weeks', null, '2020-08-11'],
  ['na het zomerreces', 'after-recess', '2020-08-24', null],
  ['voor het zomerreces', 'before-recess', null, '2020-07-10'],
  ['na het kerstreces', 'after-recess', '2021-01-04', null],
  ['na het voorjaarsreces', 'no-recess-calendar', null, null],
  ['na het zomerreces van 2024', 'no-recess-calendar', null, null],
  ['bij de voorjaarsnota', 'named-moment', null, null],
  ['vóór de behandeling van de begroting 2021', 'named-moment', null, null],
  ['in de volgende raadsvergadering', 'named-moment', null, null],
  ['zo spoedig mogelijk', null, null, null],
  ['op 31 juni 2020', null, null, null],
  ['de Nota Wonen 2021', null, null, null],
  ['de begroting 2021-2024', null, null, null],
  ['de brief van 3 mei 2020', null, null, null],
]

test.each(cases)('%s', (words, rule, notBefore, notAfter) => {
  const found = findTerm(`de raad ${words} te berichten`, context)
  expect(
    found && { text: found.text, rule: found.rule, notBefore: found.notBefore, notAfter: found.notAfter },
  ).toEqual(rule && { text: words, rule, notBefore, notAfter })
})

test.each([
  ['binnen drie maanden', 'no-reference-date'],
  ['in september', 'no-reference-date'],
  ['vóór 15 september', 'no-reference-date'],
  ['na het zomerreces', 'no-recess-calendar'],
])('%s is not dated without a reference date and a calendar', (words, rule) => {
  expect(findTerm(words, { reference: null, recesses: null })).toMatchObject({
    rule,
    notBefore: null,
    notAfter: null,
  })
})

test('the next recess of a calendar that begins years later is not the next recess', () => {
  expect(findTerm('na het zomerreces', { ...context, reference: '2016-03-01' })).toMatchObject({
    rule: 'no-recess-calendar',
  })
})

test.each([
  ['maandelijks', 1],
  ['elk kwartaal', 3],
  ['twee keer per jaar', 6],
  ['ieder jaar', 12],
  ['elke twee jaar', 24],
])('%s returns', (words, months) => {
  expect(findPeriod(`de raad ${words} te informeren`)).toMatchObject({ text: words, months })
  expect(findTerm(`de raad ${words} te informeren`, context)).toBe(null)
})
