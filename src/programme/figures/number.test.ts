import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DecimalSign, readNumber } from './number.ts'

test.for([
  ['12', 12],
  ['1234', 1234],
  ['-5', -5],
  ['−5,5', -5.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1_234_567],
  ['1 234 567', 1_234_567],
  ['1\u202f234,5', 1234.5],
  ['€ 1.250,00', 1250],
  ['€ 250,-', 250],
  ['12,5 %', 12.5],
  ['-0', 0],
] as const)('%s is read', ([text, value]) => {
  expect(readNumber(text)).toMatchObject({ value })
})

test.for([
  ['1.234', 'number-ambiguous'],
  ['1,234', 'number-ambiguous'],
  ['123.456', 'number-ambiguous'],
  ['', 'number-missing'],
  ['.', 'number-missing'],
  ['x', 'number-missing'],
  ['-', 'number-missing'],
  ['n.v.t.', 'number-missing'],
  ['geheim', 'number-missing'],
  ['twaalf', 'number-invalid'],
  ['12 stuks', 'number-invalid'],
  ['1 2', 'number-invalid'],
  ['1.2345.678', 'number-invalid'],
  ['1.23.456', 'number-invalid'],
  ['1,2,3', 'number-invalid'],
  ['1.234,567.8', 'number-invalid'],
  ['--5', 'number-invalid'],
  ['1e5', 'number-invalid'],
  ['9999999999999999', 'number-invalid'],
  ['<5', 'number-invalid'],
  ['2023-01', 'number-invalid'],
  ['∞', 'number-invalid'],
  ['٣', 'number-invalid'],
] as const)('%s is %s', ([text, code]) => {
  expect(readNumber(text)).toEqual({ code })
})

test('with the sign of the file agreed, nothing is ambiguous', () => {
  expect(readNumber('1.234', ',')).toMatchObject({ value: 1234 })
  expect(readNumber('1.234', '.')).toMatchObject({ value: 1.234 })
  expect(readNumber('12.5', ',')).toEqual({ code: 'number-invalid' })
  expect(readNumber('1,234', '.')).toMatchObject({ value: 1234 })
})

test('every number that Dutch or English writing makes is read back, or called ambiguous', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(['nl-NL', ','] as const, ['en-GB', '.'] as const),
      fc.boolean(),
      (whole, decimals, [language, sign], agreed) => {
        const number = whole / 10 ** decimals
        const text = new Intl.NumberFormat(language, { minimumFractionDigits: decimals }).format(number)
        const read = readNumber(text, agreed ? sign : (null as DecimalSign))
        if ('value' in read) expect(read.value).toBe(number === 0 ? 0 : number)
        else expect([agreed, read.code]).toEqual([false, 'number-ambiguous'])
      },
    ),
  )
})
