import { expect, test } from 'vitest'
import { fold } from './fold.ts'

const read = (text: string, elsewhere = '') => {
  const pages = [text, elsewhere]
  return fold({ pages }, [{ page: 1, start: 0, end: text.length }])
}

test.each([
  ['de  soci-\nale   wijk', 'de sociale wijk'],
  ['re-\nintegratie', 're-integratie'],
  ['(om)-\nscholing', '(om)-scholing'],
  ['Zuid-\nHolland', 'Zuid-Holland'],
  ['2019-\n2022', '2019-2022'],
  ['EU-\nburgers', 'EU-burgers'],
  ['zorg-\nen welzijn', 'zorg- en welzijn'],
  ['oud-\nwethouder', 'oud-wethouder'],
  ['zacht\u00ad\nheid en zacht\u00adheid', 'zachtheid en zachtheid'],
  ['beleid[1] en visie¹, punt', 'beleid en visie, punt'],
  ['12 m² grond', '12 m² grond'],
  ['*schuin* en **vet**', 'schuin en vet'],
  ['NOC*NSF', 'NOC*NSF'],
  ['over:\n- wonen;\n• zorg.', 'over: wonen; zorg'],
  ['een plan - met maat - te maken;', 'een plan - met maat - te maken'],
  ['financiéle beraadsiaging,', 'financiéle beraadsiaging'],
  ['RIS302261, H.4 en D66', 'RIS302261, H.4 en D66'],
])('%j', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('a hyphen stays where the paper prints the word with it elsewhere', () => {
  expect(read('door-\nstroom')).toBe('doorstroom')
  expect(read('door-\nstroom', 'De door-stroom stokt.')).toBe('door-stroom')
})

test('a number behind a word is a footnote mark only where such a note stands', () => {
  expect(read('het beleid1) van nu')).toBe('het beleid1) van nu')
  expect(read('het beleid1) van nu', '1) Nota Wonen.')).toBe('het beleid van nu')
})

test('slices on two pages read as one', () => {
  const pages = ['over schuld-', 'hulp in de stad;']
  expect(
    fold({ pages }, [
      { page: 1, start: 0, end: 12 },
      { page: 2, start: 0, end: 16 },
    ]),
  ).toBe('over schuldhulp in de stad')
})
