import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLimits, readCsv } from './read-csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const windows = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (l) => l.charCodeAt(0)).buffer)])

describe('a list as spreadsheets write it', () => {
  test.for([
    ['semicolons, byte order mark', utf8('\ufeffNummer;Titel\r\n1;Café\r\n'), 'utf-8', ';'],
    ['commas', utf8('Nummer,Titel\n1,Café\n'), 'utf-8', ','],
    ['tabs', utf8('Nummer\tTitel\n1\tCafé\n'), 'utf-8', '\t'],
    ['Windows-1252', windows('Nummer;Titel\r\n1;Caf\u00e9\r\n'), 'windows-1252', ';'],
    ['UTF-16', utf16('Nummer\tTitel\r\n1\tCafé\r\n'), 'utf-16le', '\t'],
    ['a line that names the delimiter', utf8('sep=;\r\nNummer;Titel\r\n1;Café\r\n'), 'utf-8', ';'],
  ] as const)('%s', async ([, bytes, encoding, delimiter]) => {
    const { rows, ...table } = await readCsv(bytes)
    expect(table).toEqual({ encoding, delimiter, headers: ['Nummer', 'Titel'] })
    expect(rows.map((row) => row.cells)).toEqual([['1', 'Café']])
  })

  test('line breaks in quotes, quotes in quotes, delimiters in quotes, empty rows', async () => {
    const table = await readCsv(
      utf8('Nummer;Titel;X\n\n1;"Een ""goed"" plan;\r\nen nog een";\n;;\n2;5" pijp;y;z\n'),
    )
    expect(table.rows).toEqual([
      { number: 3, cells: ['1', 'Een "goed" plan;\nen nog een', ''] },
      { number: 5, cells: ['2', '5" pijp', 'y', 'z'] },
    ])
  })

  test('what cannot be a list is refused, with the row where it breaks', async () => {
    await expect(readCsv(utf8(''))).rejects.toMatchObject({ code: 'csv-empty' })
    await expect(readCsv(utf8('Nummer;Titel\n'))).rejects.toMatchObject({ code: 'csv-empty' })
    await expect(readCsv(utf8('Nummer;Titel\n1;a\n2;"b\n3;c\n'))).rejects.toMatchObject({
      code: 'csv-damaged',
      fields: [{ field: 'row', code: '3' }],
    })
    await expect(readCsv(new Uint8Array(csvLimits.bytes + 1))).rejects.toMatchObject({
      code: 'file-too-large',
    })
    await expect(readCsv(utf8(`a;b\n${'1;2\n'.repeat(csvLimits.rows + 1)}`))).rejects.toMatchObject({
      code: 'csv-too-long',
    })
  })

  test('what was written is read, in any order of quotes and delimiters', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(';', ',', '\t'),
        fc.array(fc.tuple(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (delimiter, rows) => {
          const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
          const text = [['kop a', 'kop b'], ...rows.map(([a, b]) => [`x${a}`, b])]
            .map((row) => row.map(quote).join(delimiter))
            .join('\r\n')
          const table = await readCsv(utf8(text))
          expect(table.delimiter).toBe(delimiter)
          expect(table.rows).toHaveLength(rows.length)
        },
      ),
      { numRuns: 40 },
    ))

  test('ten megabytes leave others their turn', async () => {
    const line = `1;${'woord '.repeat(90)};2-7-2019\n`
    const bytes = utf8(`Nummer;Titel;Datum\n${line.repeat(18_000)}`)
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const { rows } = await readCsv(bytes)
    clearInterval(timer)
    expect(rows).toHaveLength(18_000)
    expect(longest).toBeLessThan(1000)
  })
})
