import { describe, expect, test } from 'vitest'
import { pagesOfPdf } from './pdf.ts'
import { encryptedPdf, type PdfPage, pdf, textStream } from './samples/bytes.ts'

const pages = (...contents: PdfPage[]) => pagesOfPdf(new Uint8Array(pdf(contents)))
type Piece = readonly [number, number, string, number?]
/** Lines under one another from `y` down, 12 points apart. */
const lines = (x: number, y: number, texts: readonly string[]): Piece[] =>
  texts.flatMap((text, i): Piece[] => (text === '' ? [] : [[x, y - 12 * i, text]]))

test('lines by baseline, words by gaps, paragraphs by the room between them', async () => {
  const content = textStream([
    ...lines(72, 700, [
      'De raad van de gemeente Berkenhout,',
      'in vergadering bijeen.',
      '',
      'Overwegende dat:',
    ]),
    // One word in pieces that touch, then a word after a gap.
    [72, 640, 'beraad'],
    [72 + 31.7, 640, 'slaging'],
    [140, 640, 'gehoord'],
  ])
  expect(await pages(content)).toEqual([
    'De raad van de gemeente Berkenhout,\nin vergadering bijeen.\n\nOverwegende dat:\n\nberaadslaging gehoord',
  ])
})

test('two columns are read one after the other, also when their lines stand at different heights', async () => {
  const left = Array.from({ length: 14 }, (_, i) => `linker kolom regel nummer ${i + 1}`)
  const right = Array.from({ length: 11 }, (_, i) => `rechter kolom regel nummer ${i + 1}`)
  for (const shift of [0, 5]) {
    const content = textStream([
      [72, 780, 'Een titel over de volle breedte van de bladzijde, tot ver voorbij het midden van het blad'],
      ...lines(72, 740, left),
      ...lines(320, 740 - shift, right),
      [
        72,
        500,
        'Een slotzin over de volle breedte van de bladzijde, tot ver voorbij het midden van het blad',
      ],
    ])
    const [text] = await pages(content)
    expect(text).toMatch(/^Een titel.*\n\nlinker kolom regel nummer 1\n/)
    expect(text).toContain(left.join('\n'))
    expect(text).toContain(`nummer 14\n\n${right.join('\n')}\n\nEen slotzin`)
  }
})

test('labels stay beside their values, and what goes on under a value begins with a tab', async () => {
  const content = textStream([
    ...lines(72, 760, ['Datum', 'Onderwerp', '', 'Ons kenmerk', 'Contactpersoon']),
    ...lines(180, 760, [
      '2 juli 2019',
      'Afdoening motie over de opvang van mensen die',
      'op straat slapen',
      'AB/2019.12',
      'A. de Wit',
    ]),
    ...lines(72, 670, [
      'Uw raad heeft tijdens de behandeling van het voorstel een motie aangenomen, waarover wij',
      'u hierbij informeren.',
    ]),
  ])
  expect(await pages(content)).toEqual([
    'Datum\t2 juli 2019\nOnderwerp\tAfdoening motie over de opvang van mensen die\n\top straat slapen\n' +
      'Ons kenmerk\tAB/2019.12\nContactpersoon\tA. de Wit\n\n' +
      'Uw raad heeft tijdens de behandeling van het voorstel een motie aangenomen, waarover wij\nu hierbij informeren.',
  ])
})

test('a row of labels with the values under them is read label by label', async () => {
  const content = textStream([
    [72, 700, 'Datum'],
    [220, 700, 'Ons kenmerk'],
    [370, 700, 'Contactpersoon'],
    [72, 688, '2 juli 2019'],
    [220, 688, 'AB/2019.12'],
    [370, 688, 'A. de Wit'],
  ])
  expect(await pages(content)).toEqual([
    'Datum\n2 juli 2019\n\nOns kenmerk\nAB/2019.12\n\nContactpersoon\nA. de Wit',
  ])
})

test('a narrow column of details beside the letter is read apart from it', async () => {
  const body = Array.from(
    { length: 20 },
    (_, i) => `Dit is regel ${i + 1} van de brief, die zelf doorloopt tot hier`,
  )
  const [text] = await pages(
    textStream([
      ...lines(72, 760, body),
      ...lines(430, 760, ['Datum', '2 juli 2019', '', 'Ons kenmerk', 'AB/12']),
    ]),
  )
  expect(text).toBe(`${body.join('\n')}\n\nDatum\n2 juli 2019\n\nOns kenmerk\nAB/12`)
})

test('a table keeps its columns, empty cells included', async () => {
  const rows: [string, string, string][] = [
    ['Partij', 'Voor', 'Tegen'],
    ['Lijst Lokaal', '3', ''],
    ['Nieuw Begin', '', '12'],
    ['Samen', '4', ''],
  ]
  const pieces = rows.flatMap((row, i) =>
    row.flatMap((text, j): Piece[] => (text ? [[72 + 110 * j, 700 - 14 * i, text]] : [])),
  )
  expect(await pages(textStream(pieces))).toEqual([
    'Partij\tVoor\tTegen\nLijst Lokaal\t3\nNieuw Begin\t\t12\nSamen\t4',
  ])
})

test('list marks stay with their text, nested lists stand in', async () => {
  const content = textStream([
    [72, 700, 'Verzoekt het college om tenminste:'],
    [72, 688, '-'],
    [100, 688, 'na te gaan wat kan;'],
    [100, 676, '1.'],
    [124, 676, 'bij het wonen;'],
    [72, 664, '-'],
    [100, 664, 'te berichten.'],
  ])
  expect(await pages(content)).toEqual([
    'Verzoekt het college om tenminste:\n- na te gaan wat kan;\n   1. bij het wonen;\n- te berichten.',
  ])
})

test('footnote marks are raised figures; text drawn twice counts once; wide-set letters are a word', async () => {
  const content = textStream([
    [72, 700, 'M O T I E', 14],
    [72, 660, 'Het beleid'],
    [72.2, 660, 'Het beleid'],
    [118.5, 664, '12', 6],
    [128, 660, 'van de raad gaat verder.'],
    [72, 648, 'Het is 12 graden en de raad besluit.'],
  ])
  expect(await pages(content)).toEqual([
    'MOTIE\n\nHet beleid¹² van de raad gaat verder.\nHet is 12 graden en de raad besluit.',
  ])
})

test('a turned page reads like an upright one', async () => {
  const { stream } = textStream(lines(72, 400, ['Motie over de opvang van mensen', 'die op straat slapen']))
  const turned = Buffer.from(`0 1 -1 0 595 0 cm\n${stream.toString('latin1')}`, 'latin1')
  const text = 'Motie over de opvang van mensen\ndie op straat slapen'
  const lying = pdf([{ dictionary: '', stream: turned }])
  const upright = lying.toString('latin1').replace('/Type/Page/Parent', '/Type/Page/Rotate 90/Parent')
  expect(await pagesOfPdf(new Uint8Array(lying))).toEqual([text])
  expect(await pagesOfPdf(new Uint8Array(Buffer.from(upright, 'latin1')))).toEqual([text])
})

describe('refused', () => {
  const empty: PdfPage = { dictionary: '', stream: Buffer.from('') }
  const page = textStream([[72, 700, 'Motie over de opvang van mensen die op straat slapen']])
  const image = '<</Type/XObject/Subtype/Image/Width 1654/Height 2339/Length 0>>\nstream\n\nendstream'
  test.each([
    ['an encrypted file', encryptedPdf(), 'pdf-encrypted'],
    ['a header and nothing more', Buffer.from('%PDF-1.7\nniets'), 'pdf-damaged'],
    ['a file cut off before its pages', pdf([page]).subarray(0, 60), 'pdf-damaged'],
    ['301 pages', pdf(Array(301).fill(page)), 'pdf-too-many-pages'],
    ['pages without text', pdf([empty, empty]), 'pdf-needs-ocr'],
    [
      'a scan with a stamp',
      pdf([textStream([[72, 30, 'RIS300001 ontvangen 3 juli 2019']])], { objects: [image] }),
      'pdf-needs-ocr',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(pagesOfPdf(new Uint8Array(bytes))).rejects.toThrow(code)
  })

  test('300 pages and a blank one between are read', async () => {
    const contents = Array.from({ length: 300 }, (_, i) => (i === 1 ? empty : page))
    const texts = await pagesOfPdf(new Uint8Array(pdf(contents)))
    expect(texts).toHaveLength(300)
    expect(texts[1]).toBe('')
  })
})
