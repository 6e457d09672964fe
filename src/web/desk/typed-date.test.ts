import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, languages } from '../../words/format.ts'
import { parseTypedDate } from './typed-date.ts'

test.each([
  ['2 juli 2019', '2019-07-02'],
  ['  2  JULI 2019 ', '2019-07-02'],
  ['dinsdag 2 juli 2019', '2019-07-02'],
  ['2 July 2019', '2019-07-02'],
  ['2 mrt. 2019', '2019-03-02'],
  ['2-7-2019', '2019-07-02'],
  ['02/07/2019', '2019-07-02'],
  ['2.7.2019', '2019-07-02'],
  ['2019-07-02', '2019-07-02'],
  ['29 februari 2020', '2020-02-29'],
])('%s is a date', (typed, date) => expect(parseTypedDate(typed)).toBe(date))

test.each([
  'juli 2019',
  '2 juli',
  '2 juli 19',
  '2-7-19',
  '31 april 2019',
  '29 februari 2019',
  '0 mei 2019',
  '13-13-2019',
  '2019-7-2',
  '2-7/2019',
  'na het zomerreces',
  '2 juli 2019 of later',
  '2 constructor 2019',
  '',
])('%s is none', (typed) => expect(parseTypedDate(typed)).toBeUndefined())

test('what a field shows is read back as the same date', () => {
  const days = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10)
      for (const language of languages) expect(parseTypedDate(formatDate(date, language))).toBe(date)
    }),
  )
})
