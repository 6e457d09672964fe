import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { CommentRangeStart, CommentReference, Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cleanFile, mostFile } from './clean-file.ts'

/** Would betray who, where or with what. */
const canaries = ['Kanarie Maker', 'KanarieCamera', 'Kanarieweg', 'C:\\Users\\kanarie', 'kanarie-rsid']
const gps = Buffer.from('\x01\x23\x34\x45\x56\x67\x78\x09kanarie-gps', 'latin1')

const segment = (marker: number, ...parts: (string | Uint8Array)[]) => {
  const data = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
/** A grey picture of 8 by 8, with all that a telephone writes along. */
function jpeg(): Buffer {
  const zeros = (n: number, value = 1) => Buffer.alloc(n, value)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02', zeros(12, 0x4b)),
    segment(
      0xe1,
      'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
      'KanarieCamera',
      gps,
    ),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Kanarie Maker</x:xmpmeta>'),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01', 'KanarieCamera'),
    segment(0xed, 'Photoshop 3.0\0', 'Kanarieweg'),
    segment(0xfe, 'Kanarie Maker'),
    segment(0xdb, Buffer.from([0]), zeros(64)),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0]), Buffer.from([1, ...Array(15).fill(0)]), Buffer.from([0])),
    segment(0xc4, Buffer.from([0x10]), Buffer.from([1, ...Array(15).fill(0)]), Buffer.from([0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
    Buffer.from('Kanarieweg behind the picture'),
  ])
}
function png(): Buffer {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', Buffer.from('Author\0Kanarie Maker')),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0Kanarieweg')),
    chunk('eXIf', gps),
    chunk('iCCP', Buffer.from('KanarieCamera\0\0')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setAuthor('Kanarie Maker')
  document.setTitle('Kanarieweg')
  document.setProducer('KanarieCamera')
  const page = document.addPage([200, 200])
  page.drawImage(await document.embedJpg(jpeg()))
  page.drawText('Beste mevrouw')
  const { context } = document
  const xmp = context.register(
    PDFRawStream.of(
      context.obj({ Type: 'Metadata', Subtype: 'XML' }),
      Buffer.from('Kanarie Maker, Kanarieweg'),
    ),
  )
  document.catalog.set(PDFName.of('Metadata'), xmp)
  page.node.set(PDFName.of('Metadata'), xmp)
  page.node.set(
    PDFName.of('PieceInfo'),
    context.obj({ App: { Private: PDFString.of('C:\\Users\\kanarie') } }),
  )
  await document.attach(Buffer.from('Kanarieweg 1'), 'kanarie.txt', { description: 'Kanarie Maker' })
  document.addJavaScript('main', 'app.alert("Kanarieweg")')
  const remark = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 10, 10],
      T: PDFString.of('Kanarie Maker'),
      M: PDFString.of('D:20260101'),
      Contents: PDFString.of('Klopt dit?'),
    }),
  )
  page.node.set(PDFName.of('Annots'), context.obj([remark]))
  return document.save({ useObjectStreams: false })
}
async function docx(): Promise<Uint8Array> {
  const file = await Packer.toBuffer(
    new Document({
      creator: 'Kanarie Maker',
      lastModifiedBy: 'Kanarie Maker',
      title: 'Kanarieweg',
      customProperties: [{ name: 'Plek', value: 'Kanarieweg' }],
      comments: {
        children: [
          {
            id: 0,
            author: 'Kanarie Maker',
            initials: 'KanarieCamera',
            date: new Date(),
            children: [new Paragraph('Klopt dit?')],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new CommentRangeStart(0),
                new TextRun('Beste mevrouw, w:author="u"'),
                new TextRun({ children: [new CommentReference(0)] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: jpeg(),
                  transformation: { width: 8, height: 8 },
                  altText: { name: 'KanarieCamera', title: 'Kanarieweg', description: 'een foto' },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  const parts = unzipSync(file)
  const text = new TextDecoder()
  parts['word/document.xml'] = strToU8(
    text
      .decode(parts['word/document.xml'])
      .replace('<w:p>', '<w:p w:rsidR="kanarie-rsid" w:rsidRDefault=\'kanarie-rsid\'>')
      .replace(
        '<w:body>',
        '<w:body><w:p><w:ins w:id="9" w:author="Kanarie Maker" w:date="2026-01-01T00:00:00Z"><w:r><w:t>nieuw</w:t></w:r></w:ins></w:p>',
      ),
  )
  parts['word/settings.xml'] = strToU8(
    text
      .decode(parts['word/settings.xml'])
      .replace(
        '</w:settings>',
        '<w:rsids><w:rsidRoot w:val="kanarie-rsid"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="Kanarieweg"/></w:docVars></w:settings>',
      ),
  )
  parts['word/people.xml'] = strToU8(
    '<w15:people xmlns:w15="x"><w15:person w15:author="Kanarie Maker"/></w15:people>',
  )
  parts['customXml/item1.xml'] = strToU8('<a>Kanarieweg</a>')
  parts['word/_rels/settings.xml.rels'] = strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/attachedTemplate" Target="file:///C:\\Users\\kanarie\\a.dotx" TargetMode="External"/></Relationships>',
  )
  return zipSync(parts)
}

/** Everything that stands in a file, also in what is deflated in it. */
async function inside(bytes: Uint8Array, kind: string): Promise<string> {
  const raw = (part: Uint8Array) => Buffer.from(part).toString('latin1')
  if (kind === 'docx')
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name} ${raw(part)}`)
      .join('\n')
  if (kind !== 'pdf') return raw(bytes)
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return raw(bytes) + raw(await document.save({ useObjectStreams: false }))
}

const made = { jpeg: async () => jpeg(), png: async () => png(), pdf, docx }

test.each(Object.entries(made))('%s: nothing is left of who, where and with what', async (kind, make) => {
  const bytes = await make()
  const before = await inside(bytes, kind)
  const clean = await cleanFile({ name: `../C:\\Users\\IMG_2041 "Kanarie".${kind}.exe`, bytes })
  if (typeof clean === 'string') throw new Error(clean)
  expect(clean.kind).toBe(kind)
  expect(clean.name).toMatch(/^IMG_2041 Kanarie\.\w+\.(pdf|docx|jpg|png)$/)
  const after = await inside(clean.bytes, kind)
  // The test would be worth nothing if the canaries were not there before.
  expect(canaries.filter((canary) => before.includes(canary)).length).toBeGreaterThan(2)
  for (const canary of [...canaries, 'kanarie-gps', 'KKKK'])
    expect(after.includes(canary), canary).toBe(false)
  expect(await cleanFile({ name: 'a', bytes: clean.bytes })).toMatchObject({ kind })
})

test('what is written in them stays', async () => {
  const word = await cleanFile({ name: 'a.docx', bytes: await docx() })
  if (typeof word === 'string') throw new Error(word)
  const text = await inside(word.bytes, 'docx')
  for (const kept of ['Beste mevrouw, w:author=', 'Klopt dit?', 'nieuw', 'een foto'])
    expect(text).toContain(kept)
  const { getDocumentProxy, extractText } = await import('unpdf')
  const clean = await cleanFile({ name: 'a.pdf', bytes: await pdf() })
  if (typeof clean === 'string') throw new Error(clean)
  expect(Buffer.from(clean.bytes).toString('latin1')).not.toContain('/JavaScript')
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(clean.bytes)))
  expect(pages).toEqual(['Beste mevrouw'])
})

test('what is no such file, too large, or cannot be cleaned is refused', async () => {
  const zipped = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  const cases: [Uint8Array, string][] = [
    [Buffer.from('MZ\x90\0 a program'), 'file-type'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'file-type'],
    [Buffer.from(''), 'file-type'],
    [zipped({ 'a.txt': 'x' }), 'file-type'],
    [Buffer.concat([jpeg(), Buffer.alloc(mostFile)]), 'file-too-large'],
    [jpeg().subarray(0, 60), 'file-unclean'],
    [Buffer.from('%PDF-1.7 and nothing else'), 'file-unclean'],
    [zipped({ 'word/document.xml': '<w:document/>', 'word/vbaProject.bin': 'macro' }), 'file-unclean'],
    [zipped({ 'word/document.xml': '<w:document/>', 'word/embeddings/a.xlsx': 'PK' }), 'file-unclean'],
    [zipped({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }), 'file-unclean'],
  ]
  for (const [bytes, problem] of cases) expect(await cleanFile({ name: 'a.pdf', bytes })).toBe(problem)
})
