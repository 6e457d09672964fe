import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindIndex } from './blind.ts'
import { normalise } from './normalise.ts'

const same: [field: string, ...spellings: string[]][] = [
  ['surname', 'Van der Berg', 'van den Berg', 'Berg, van der', 'v.d. Berg', 'vd Berg', 'BERG', 'v. d. Berg'],
  ['surname', 'Jansen-de Vries', 'Jansen de Vries', 'JANSEN – DE VRIES'],
  ['surname', "in 't Veld", 'in ’t Veld', 'Veld, in het', 'In t Veld'],
  ['surname', 'Al-Haddad', 'al haddad', 'Alhaddad'],
  ['surname', 'Nuñez', 'Nun\u0303ez', 'nunez'],
  ['surname', 'Łukasiewicz', 'lukasiewicz'],
  ['surname', 'أحمد', 'احمد', 'أَحْمَد'],
  ['surname', 'De', 'de'],
  ['given-names', 'Anna-Maria', 'Anna Maria', 'annamaria', 'ÁNNA MARÍA'],
  ['given-names', 'Ĳsbrand', 'IJsbrand'],
  ['birth-date', '1999-03-07', '7-3-1999', '07/03/1999', '07.03.1999', '7 3 1999', '19990307'],
  ['birth-date', '1999-00-00', '1999'],
  ['birth-date', '1999-03-00', '3-1999', '00-03-1999', '1999-03'],
  [
    'phone',
    '06-12345678',
    '+31 6 12345678',
    '0031 6 12 34 56 78',
    '+31 (0)6 12345678',
    '31612345678',
    '(06) 1234 5678',
  ],
  ['phone', '+48 601 234 567', '0048 601234567'],
  ['document-number', 'np 12-34.AB', 'NP1234AB', 'ｎｐ１２３４ａｂ'],
  ['email', ' Naam@Voorbeeld.example', 'naam@voorbeeld.example'],
]
const different: [field: string, a: string, b: string][] = [
  ['surname', 'Berg', 'Bergen'],
  ['surname', 'Jansen-de Vries', 'De Vries-Jansen'],
  ['given-names', 'Anna', 'Anne'],
  ['birth-date', '03-07-1999', '07-03-1999'],
  ['birth-date', '1999', '1999-01'],
  ['phone', '06-12345678', '+32 6 12345678'],
  ['document-number', 'NP1234AB', 'NP1234AC'],
  ['surname', 'किरण', 'करण'],
]

describe('what is the same', () => {
  test.each(same)('%s: %s', (field, ...spellings) => {
    expect(new Set(spellings.map((spelling) => normalise(field, spelling))).size).toBe(1)
    expect(normalise(field, spellings[0]!)).not.toBe('')
  })
  test.each(different)('and what is not, %s: %s and %s', (field, a, b) => {
    expect(normalise(field, a)).not.toBe(normalise(field, b))
  })
})

const fields = [
  'given-names',
  'surname',
  'called',
  'birth-date',
  'phone',
  'email',
  'document-number',
  'language',
]

test('what was normalised stays as it is, whatever it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, value) => {
      const normal = normalise(field, value)
      // A name that is nothing but particles is kept; joined it may look like another word, so names are compared once only.
      if (!['surname', 'birth-date', 'phone'].includes(field)) expect(normalise(field, normal)).toBe(normal)
      expect(normalise(field, value.normalize('NFD'))).toBe(normalise(field, value.normalize('NFC')))
    }),
  )
})

describe('a blind index', () => {
  const key = randomBytes(32)
  const blind = blindIndex(key)
  const value = fc.oneof(
    fc.constantFrom(...same.flatMap(([, ...spellings]) => spellings)),
    fc.string({ unit: 'grapheme' }),
  )

  test('is equal exactly when the normalised values are, within one field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), value, value, (field, a, b) => {
        const normal = normalise(field, a)
        fc.pre(normal !== '')
        expect(blind(field, a).equals(blind(field, b))).toBe(normal === normalise(field, b))
      }),
    )
  })

  test('differs between fields and between keys, and is 32 bytes', () => {
    expect(blind('surname', 'Berg').length).toBe(32)
    expect(blind('surname', 'Berg').equals(blind('called', 'Berg'))).toBe(false)
    expect(blind('surname', 'Berg').equals(blindIndex(randomBytes(32))('surname', 'Berg'))).toBe(false)
    expect(blindIndex(key)('surname', 'Van de Berg').equals(blind('surname', 'berg'))).toBe(true)
  })

  test('of nothing is equal to nothing', () => {
    expect(blind('surname', ' - ').equals(blind('surname', ' - '))).toBe(false)
  })
})
