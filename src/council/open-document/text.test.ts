import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, normaliseText, pagesOfText, raised } from './text.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

describe('decoding', () => {
  const words = 'Eén reïntegratie – „motie” €'
  test.each([
    ['UTF-8', bytes(words)],
    ['UTF-8 with a mark', bytes(`\ufeff${words}`)],
    ['UTF-16 little endian', bytes(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 big endian', bytes(`\ufeff${words}`, 'utf16le').swap16()],
    [
      'Windows-1252',
      Buffer.from('45e96e207265ef6e746567726174696520962084 6d6f7469659420 80'.replaceAll(' ', ''), 'hex'),
    ],
  ])('%s', (_, input) => {
    expect(decodeText(input).normalize('NFC')).toBe(words)
  })

  test.each([
    ['binary data', Buffer.from(Array.from({ length: 400 }, (_, i) => i % 256))],
    ['a NUL in UTF-8', bytes('motie\0motie')],
    ['half a sign of UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])],
    ['controls of Windows-1252', Buffer.from([0x41, 0xe9, 0x81, 0x42])],
    ['invalid UTF-8 after its mark', Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 0x41])],
  ])('refuses %s', (_, input) => {
    expect(() => decodeText(input)).toThrow('text-not-decodable')
  })
})

describe('normalising', () => {
  test('line ends, hidden signs and accents', () => {
    expect(normaliseText('\ufeffEe\u0301n\r\ntwee\rdrie \u2028vier\u200b\x07')).toBe('Eén\ntwee\ndrie\nvier')
  })

  test('gives text that a database can hold, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 200 }), (units) => {
        const once = normaliseText(String.fromCharCode(...units))
        return (
          once.isWellFormed() &&
          !/[\0-\x08\r\x7f-\x9f]/.test(once) &&
          normaliseText(once) === once &&
          once.normalize('NFC') === once
        )
      }),
    )
  })

  test('a million combining marks take no time in the square of their number', () => {
    const before = performance.now()
    const text = normaliseText(`a${'\u0301\u0323'.repeat(500_000)}b`)
    expect(text).toHaveLength(1_000_002)
    // Composing them all at once takes a quarter of an hour.
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

test('form feeds part pages; empty pages at the end are left out, those between stay', () => {
  expect(pagesOfText(bytes('een\n\f\n\ftwee  \n\f \n\f'))).toEqual(['een', '', 'twee'])
  expect(pagesOfText(bytes('\n \f '))).toEqual([])
})

test('raised figures become footnote marks, other raised text stays', () => {
  expect(['1', '(12)', '[3]', 'e', '2019a'].map(raised)).toEqual(['¹', '¹²', '³', 'e', '2019a'])
})
