import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table as a file', () => {
  test('as the standard writes it', () => {
    expect(
      csvOf(
        ['Partij', 'Samen'],
        [
          ['De "Brug", lokaal', 3],
          [null, -2],
          ['twee\nregels', 0],
        ],
      ),
    ).toBe('Partij,Samen\r\n"De ""Brug"", lokaal",3\r\n,-2\r\n"twee\nregels",0\r\n')
    expect(csvOf(['é'], [])).toBe('é\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@som', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    '%j is no formula in a spreadsheet',
    (text) => {
      const [[read] = []] = parse(csvOf(['a'], [[text]]), { from_line: 2 }) as string[][]
      expect(read).toBe(`'${text}`)
    },
  )

  test('a reader gets back every text and number', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (rows) => {
        const read = parse(csvOf(['a', 'b'], rows), { from_line: 2, relax_column_count: false }) as string[][]
        const written = rows.map((row) =>
          row.map((one) => (typeof one === 'string' && /^[=+\-@\t\r\n]/.test(one) ? `'${one}` : String(one))),
        )
        expect(read).toEqual(written)
      }),
    )
  })

  test('a cell with either separator is quoted, and semicolons part the cells when asked', () => {
    expect(csvOf(['a', 'b "c"', 'd\ne'], [['=1+1', '-2', 'f;g']])).toBe(
      'a,"b ""c""","d\ne"\r\n\'=1+1,\'-2,"f;g"\r\n',
    )
    expect(csvOf(['a', 'b'], [['1,5', 'c;d']], ';')).toBe('a;b\r\n"1,5";"c;d"\r\n')
  })
})
