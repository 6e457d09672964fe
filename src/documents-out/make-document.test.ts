import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, test } from 'vitest'
import { cleanDocument, closeMaker, makeDocument, type OutDocument, printable } from './index.ts'

afterAll(closeMaker)

const sample: OutDocument = {
  language: 'nl',
  title: 'Afdoening motie 7 <Banken> & meer',
  author: 'Gemeente Testdorp',
  dated: '2024-07-02',
  letterhead: 'Gemeente Testdorp',
  footer: { text: 'Ons kenmerk TD/7', page: 'Pagina', of: 'van' },
  blocks: [
    { kind: 'address', lines: ['Aan: de gemeenteraad', 'Dorpsplein 1'] },
    {
      kind: 'reference',
      rows: [
        { label: 'Datum', value: '2 juli 2024' },
        { label: 'Dienst', value: 'Team Wonen' },
      ],
    },
    { kind: 'heading', level: 1, text: 'Motie 7' },
    { kind: 'paragraph', text: 'Een #set text(red) blijft $gewone$ *tekst* met een @naam.' },
    {
      kind: 'quotation',
      blocks: [{ kind: 'list', ordered: false, items: ['banken;', 'een hek.'] }],
      source: 'Bron: brief, https://schakel.example/stukken/2024/brief-7.',
    },
    { kind: 'list', ordered: true, items: ['een', 'twee'] },
    { kind: 'list', ordered: true, items: ['weer een'] },
    {
      kind: 'table',
      caption: 'Voorstellen',
      head: ['Motie', 'Voorstel'],
      rows: [['7', 'uitgevoerd\nmet een tweede alinea']],
      widths: [1, 3],
    },
    {
      kind: 'signatures',
      intro: 'Het college van burgemeester en wethouders,',
      signatories: [
        { role: 'de burgemeester,', name: 'Ada Bestuur' },
        { role: 'de secretaris,', name: null },
      ],
    },
  ],
}
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.for(['docx', 'pdf'] as const)(
  'the same document gives the same %s, also later',
  { timeout: 60_000 },
  async (format) => {
    const first = await makeDocument(sample, format)
    closeMaker()
    await pause(2_100)
    expect(sha(await makeDocument(sample, format))).toBe(sha(first))
  },
)

/** What a PDF says of itself, with its compressed objects opened. */
function objectsOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return `${raw}\n${streams.join('\n')}`
}

describe('the PDF', () => {
  test('is tagged, in Dutch, with a title, and says that it is PDF/UA', { timeout: 60_000 }, async () => {
    const objects = objectsOf(await makeDocument(sample, 'pdf'))
    expect(objects).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(objects).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(objects).toMatch(/\/Lang\s*\(nl-NL\)/)
    expect(objects).toMatch(/\/DisplayDocTitle true/)
    expect(objects).toMatch(/pdfuaid:part(?:>|=")1/)
    expect(objects).toContain('Afdoening motie 7 &lt;Banken&gt; &amp; meer')
    for (const tag of ['H1', 'P', 'L', 'LI', 'BlockQuote', 'Table', 'THead', 'TH', 'TD', 'Caption'])
      expect(objects, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
    expect(objects).toMatch(/\/Scope\s*\/Column/)
  })
  test('is in English when asked', { timeout: 60_000 }, async () => {
    expect(objectsOf(await makeDocument({ ...sample, language: 'en' }, 'pdf'))).toMatch(/\/Lang\s*\(en-GB\)/)
  })
  test('reads text as text, and numbers its pages', { timeout: 60_000 }, async () => {
    const blocks = [...sample.blocks, ...Array.from({ length: 90 }, () => sample.blocks[3]!)]
    const pdf = await getDocumentProxy(new Uint8Array(await makeDocument({ ...sample, blocks }, 'pdf')))
    expect(pdf.numPages).toBeGreaterThan(2)
    const items = (await (await pdf.getPage(2)).getTextContent()).items as { str: string }[]
    const text = items.map(({ str }) => str).join('')
    expect(text).toContain('Een #set text(red) blijft $gewone$ *tekst* met een @naam.')
    expect(text).toContain(`Pagina 2 van ${pdf.numPages}`)
  })
  test('is refused with a reason for a sign that nothing can print; Word takes it', {
    timeout: 60_000,
  }, async () => {
    const odd: OutDocument = { ...sample, blocks: [{ kind: 'paragraph', text: 'Fijn \ue123' }] }
    await expect(makeDocument(odd, 'pdf')).rejects.toMatchObject({
      code: 'sign-unprintable',
      name: 'Refused',
    })
    expect((await makeDocument(odd, 'docx')).length).toBeGreaterThan(1000)
    expect((await makeDocument(sample, 'pdf')).length).toBeGreaterThan(1000)
  })
})

test('addresses can be followed in both, and the point after one is no part of it', {
  timeout: 60_000,
}, async () => {
  const address = 'https://schakel.example/stukken/2024/brief-7'
  const pdf = await getDocumentProxy(new Uint8Array(await makeDocument(sample, 'pdf')))
  const notes = (await (await pdf.getPage(1)).getAnnotations()) as { url?: string }[]
  expect(new Set(notes.map(({ url }) => url))).toEqual(new Set([address]))
  const body = new TextDecoder().decode(unzipSync(await makeDocument(sample, 'docx'))['word/document.xml'])
  expect(body).toContain(`HYPERLINK &quot;${address}&quot; </w:instrText>`)
  expect(body.match(/w:fldCharType="(?:begin|separate|end)"/g)).toHaveLength(3)
})

describe('the Word document', () => {
  test('has headings, lists that begin anew, a table head and its language', async () => {
    const files = unzipSync(await makeDocument(sample, 'docx'))
    const text = (name: string) => new TextDecoder().decode(files[name])
    const body = text('word/document.xml')
    expect(body).toContain('<w:pStyle w:val="Heading1"/>')
    expect(body).toContain('<w:tblHeader/>')
    const numbered = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1])
    expect(new Set(numbered).size).toBe(3)
    expect(text('word/styles.xml')).toContain('w:val="nl-NL"')
    expect(text('docProps/core.xml')).toContain(
      '<dc:title>Afdoening motie 7 &lt;Banken&gt; &amp; meer</dc:title>',
    )
    expect(text('docProps/core.xml')).toContain('2024-07-02T12:00:00Z')
  })
})

test('orders come out as they went in, however many wait', { timeout: 60_000 }, async () => {
  const made = await Promise.all(
    ['een', 'twee', 'drie'].map((title) => makeDocument({ ...sample, title }, 'docx')),
  )
  const titles = made.map((bytes) => new TextDecoder().decode(unzipSync(bytes)['docProps/core.xml']))
  expect(titles.map((xml) => /<dc:title>(\w+)/.exec(xml)?.[1])).toEqual(['een', 'twee', 'drie'])
})

test('what nobody sees is left out, and so is what says nothing', () => {
  expect(printable('voor € 1.000,\u00a0of €\u00a02')).toBe('voor €\u00a01.000, of €\u00a02')
  expect(printable('  een\u00ad woord\u200b\n en\tnog \u0000iets ')).toBe('een woord en nog iets')
  const blocks = cleanDocument({
    ...sample,
    blocks: [
      { kind: 'paragraph', text: ' \n ' },
      { kind: 'list', ordered: false, items: [' ', 'iets'] },
      { kind: 'reference', rows: [{ label: 'Datum', value: ' ' }] },
    ],
  }).blocks
  expect(blocks).toEqual([
    { kind: 'list', ordered: false, items: ['iets'] },
    { kind: 'reference', rows: [] },
  ])
})

test('the font comes with its licence', () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'),
  )
  expect(existsSync(join(folder, '400Regular'))).toBe(true)
  expect(readFileSync(join(folder, 'LICENSE_FONT'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
})
