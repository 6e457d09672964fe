import { expect, test } from 'vitest'
import { stripJpeg, stripPng } from '../files/strip-image.ts'
import { attachmentType, readAttachment } from './attachment.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )
const text = (found: Uint8Array | null) => String.fromCharCode(...(found ?? []))

const segment = (marker: number, body: Uint8Array) =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], [...body])
/** EXIF as cameras write it, little end first, with a turn and a place. */
const exif = (turn: number) =>
  segment(
    0xe1,
    bytes(
      'Exif',
      [0, 0],
      'II',
      [0x2a, 0, 8, 0, 0, 0, 1, 0],
      [0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0],
      [0, 0, 0, 0],
      'GPS 52.01',
    ),
  )
const jfif = segment(0xe0, bytes('JFIF', [0, 1, 2, 0, 0, 1, 0, 1, 0, 0]))
const table = segment(0xdb, bytes([0, 1, 2, 3]))
const scan = bytes([...segment(0xda, bytes([1, 1, 0, 0, 63, 0]))], [0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56])
const jpeg = (...inner: Uint8Array[]) =>
  bytes([0xff, 0xd8], ...inner.map((one) => [...one]), [...scan], [0xff, 0xd9], 'small second picture')

test('a photograph keeps its picture and its turn, and nothing of where and when', () => {
  const found = stripJpeg(
    jpeg(
      jfif,
      exif(6),
      segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/', [0], '<x>Kanarie</x>')),
      segment(0xed, bytes('Photoshop 3.0 Kanarie')),
      segment(0xfe, bytes('Kanarie schreef dit')),
      segment(0xe2, bytes('ICC_PROFILE', [0], 'kleur')),
      segment(0xe2, bytes('MPF', [0], 'tweede')),
      table,
    ),
  )
  expect(text(found)).not.toMatch(/GPS|Kanarie|tweede|second/)
  expect(text(found)).toContain('ICC_PROFILE\0kleur')
  expect(text(found)).toContain(text(bytes([...table], [...scan], [0xff, 0xd9])))
  expect(text(stripJpeg(found!))).toBe(text(found))
  expect([...found!.subarray(2, 40)]).toEqual([
    ...[0xff, 0xe1, 0, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0xff, 0xe0],
  ])
})

test('metadata between the scans goes too; a picture without any stays as it was', () => {
  const plain = bytes([0xff, 0xd8], [...jfif], [...table], [...scan], [0xff, 0xd9])
  expect(text(stripJpeg(plain))).toBe(text(plain))
  const twice = bytes(
    [0xff, 0xd8],
    [...table],
    [...scan],
    [...segment(0xfe, bytes('Kanarie'))],
    [...segment(0xc4, bytes([9]))],
    [...scan],
    [0xff, 0xd9],
  )
  expect(text(stripJpeg(twice))).toBe(text(twice).replace(text(segment(0xfe, bytes('Kanarie'))), ''))
})

const chunk = (type: string, body: string) => bytes([0, 0, 0, body.length], type, body, [1, 2, 3, 4])
const png = (...chunks: Uint8Array[]) =>
  bytes([0x89], 'PNG', [13, 10, 26, 10], ...chunks.map((one) => [...one]))

test('a PNG keeps the chunks that draw it', () => {
  const drawn = [chunk('IHDR', 'maat'), chunk('pHYs', 'dpi'), chunk('IDAT', 'beeld'), chunk('IEND', '')]
  const told = png(
    drawn[0]!,
    chunk('eXIf', 'GPS'),
    chunk('tEXt', 'Kanarie'),
    drawn[1]!,
    chunk('tIME', 'toen'),
    drawn[2]!,
    drawn[3]!,
  )
  expect(text(stripPng(told))).toBe(text(png(...drawn)))
})

test.for<[string, Uint8Array]>([
  ['cut off in a segment', jpeg(jfif, table).subarray(0, 12)],
  ['without a scan', bytes([0xff, 0xd8], [...jfif])],
  ['without an end', bytes([0xff, 0xd8], [...table], [...scan])],
  ['a segment of no length', bytes([0xff, 0xd8, 0xff, 0xdb, 0, 0, 1, 2, 3])],
  ['a PNG without an end', png(chunk('IHDR', 'maat'))],
  ['a PNG whose chunk is longer than the file', png(bytes([0, 9, 9, 9], 'IHDR', [0, 0, 0, 0, 0, 0]))],
  ['words', bytes('MZ een programma')],
  ['nothing', bytes()],
])('refused: %s', ([, given]) => {
  expect(readAttachment({ fileName: 'foto.jpg', bytes: given })).toBe('file-type')
})

test('the type is told by the bytes, the name says no more than a name', () => {
  const whole = jpeg(table)
  expect(attachmentType(whole)).toBe('image/jpeg')
  const name = (fileName: string) => {
    const read = readAttachment({ fileName, bytes: whole })
    return typeof read === 'string' ? read : read.fileName
  }
  expect(name('../../etc/Foto van buiten.PNG')).toBe('Foto van buiten.jpg')
  expect(name('foto"\r\nX: y.jpg')).toBe('fotoX y.jpg')
  expect(name('.htaccess')).toBe('bijlage.jpg')
  expect(readAttachment({ fileName: 'a', bytes: new Uint8Array(10 * 1024 * 1024 + 1) })).toBe(
    'file-too-large',
  )
})
