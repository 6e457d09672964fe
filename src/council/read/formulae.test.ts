import { describe, expect, test } from 'vitest'
import { clauseFormulae, requestFormulae } from './formulae.ts'
import { openerAt } from './openers.ts'

const open = (text: string) => {
  const found = openerAt(text, 0, text.length)
  if (!found) return null
  const addressee =
    found.opens === 'request' && found.addressee
      ? text.slice(found.addressee.start, found.addressee.end)
      : null
  return { kind: found.kind, addressee, rest: text.slice(found.end).trim() }
}

const fill = (words: string) => words.replace('…', 'het college').replace('+', 'als zijn mening')

describe('every formula of the table', () => {
  test.each(clauseFormulae)('$words opens $kind', ({ words, kind }) => {
    const dat = words.endsWith(' dat') ? '' : ' dat'
    for (const printed of [
      `${words}${dat} het regent`,
      `${words.toUpperCase()}${dat.toUpperCase()}: het regent`,
    ]) {
      expect(open(printed)).toMatchObject({ kind, rest: 'het regent' })
    }
  })

  test.each(requestFormulae)('$words opens $kind', ({ words, kind }) => {
    expect(open(`${fill(words)}: een plan te maken`)).toMatchObject({
      kind,
      addressee: words.includes('…') ? 'het college' : null,
      rest: 'een plan te maken',
    })
  })
})

test.each([
  ['Overwegerde dat het regent', 'considering', 'het regent'],
  ['Constateerend, dat: het regent', 'noting', 'het regent'],
  ['c0nstaterende dat het regent', 'noting', 'het regent'],
  ['En voorts overwegende dat het regent', 'considering', 'het regent'],
  ['overwegende tevens dat het regent', 'considering', 'het regent'],
  ['overwegende dat dat het regent', 'considering', 'dat het regent'],
  ['constate-\nrende dat het regent', 'noting', 'het regent'],
  ['van mening, dat het regent', 'opinion', 'het regent'],
  ['ten slotte concluderende dat het regent', 'other', 'het regent'],
])('%j', (text, kind, rest) => {
  expect(open(text)).toMatchObject({ kind, rest })
})

test.each([
  [
    'verzoekt het college van burgemeester en wethouders om: a',
    'request',
    'het college van burgemeester en wethouders',
    'a',
  ],
  ['verzoèkt het college a', 'request', 'het college', 'a'],
  ['Verzoekt\n\nhet\n\nkabinet\n\na', 'request', 'het\n\nkabinet', 'a'],
  ['verzoekt de regering tevens in Europa a', 'request', 'de regering', 'in Europa a'],
  ['verzoekt de regering, indien nodig, a', 'request', 'de regering', 'indien nodig, a'],
  ['verzoekt tevens om a', 'request', null, 'a'],
  [
    'verzoekt de minister van Sociale Zaken en Werkgelegenheid om a',
    'request',
    'de minister van Sociale Zaken en Werkgelegenheid',
    'a',
  ],
  ['De raad draagt het college tevens op om a', 'instruct', 'het college', 'a'],
  ['roept het college en de burgemeester op a', 'call-upon', 'het college en de burgemeester', 'a'],
  ['spreekt zorgen uit over a', 'declare', null, 'over a'],
  ['verzoekt de directeur van de instelling om a', 'request', 'de directeur van de instelling', 'a'],
])('%j', (text, kind, addressee, rest) => {
  expect(open(text)).toEqual({ kind, addressee, rest })
})

test.each([
  'constateren dat het regent',
  'een overweging is dat',
  'verzoekers wonen hier',
  'Besluit raad   Aangehouden',
  'draagt bij aan a',
  'overwegend droog weer',
])('%j opens nothing', (text) => {
  expect(open(text)).toBe(null)
})
