import { describe, expect, test } from 'vitest'
import { passageText } from './locate.ts'
import { placesOf } from './quotation.ts'

const pages = [
  'Het college stuurt in het na-\njaar een “plan van aanpak” voor de banken. Dat plan komt er. De deelraad is op de',
  'hoogte. Het college stuurt een brief over de cafés.\nDat plan komt er. Geef het door.',
]
const found = (typed: string, on: readonly string[] = pages) =>
  placesOf(typed, on).map(({ at, how }) => [how, at.map((span) => span.page).join('+'), passageText(at, on)])

describe('a quotation', () => {
  test.each([
    ['as it stands', 'stuurt een brief', [['exact', '2', 'stuurt een brief']]],
    ['over a broken line', 'in het najaar een', [['exact', '1', 'in het na- jaar een']]],
    ['over a page break', 'is op de hoogte.', [['exact', '1+2', 'is op de hoogte.']]],
    [
      'with other marks and capitals',
      '‘STUURT in het najaar een "plan van aanpak"’',
      [['folded', '1', 'stuurt in het na- jaar een “plan van aanpak']],
    ],
    [
      'without accents, with its full stop',
      'brief over de cafes.',
      [['folded', '2', 'brief over de cafés.']],
    ],
    ['whole words before parts of words', 'deel', [['exact', '1', 'deel']]],
    ['nowhere', 'een plan voor het park', []],
    ['of nothing but marks', ' … ', []],
    ['empty', '', []],
  ])('%s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('that stands in several places gives them all, up to the limit', () => {
    expect(found('Dat plan komt er.')).toEqual([
      ['exact', '1', 'Dat plan komt er.'],
      ['exact', '2', 'Dat plan komt er.'],
    ])
    expect(placesOf('a b', ['a b '.repeat(600)], 7)).toHaveLength(7)
  })

  test('leaves parts of words out when whole words are there', () => {
    expect(found('de', ['onderdeel de banken'])).toEqual([['exact', '1', 'de']])
  })

  test('finds what PDFs write otherwise: ligatures, soft hyphens, parted accents, characters of two units', () => {
    const strange = ['de e\uFB03ciënte aan\u00adpak \u{1D400} komt \u0065\u0301erst']
    expect(found('efficiente aanpak', strange)).toEqual([['folded', '1', 'e\uFB03ciënte aan\u00adpak']])
    expect(found('komt éerst', strange)[0]?.[0]).toBe('folded')
    expect(found('\u{1D400} komt', strange)).toEqual([['exact', '1', '\u{1D400} komt']])
  })
})
