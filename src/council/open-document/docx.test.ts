import { expect, test } from 'vitest'
import { pagesOfDocx } from './docx.ts'
import { docx, docxBomb, wordXml, zip, zipEntry } from './samples/bytes.ts'

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`
const item = (list: number, level: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = wordXml(
  'numbering',
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', 'o')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
)
const styles = wordXml(
  'styles',
  '<w:style w:styleId="Opsomming"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="Punt"><w:basedOn w:val="Opsomming"/></w:style>',
)
const pages = (body: string, parts: Record<string, string> = {}) =>
  pagesOfDocx(docx(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles, ...parts }))

test('paragraphs, runs, tabs, line breaks and signs', () => {
  const body =
    p(`${run('Over')}${run('wegende &amp; dat')}`) +
    p('') +
    p(
      '<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t><w:noBreakHyphen/><w:t>v\u00adier</w:t></w:r>',
      '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
    )
  expect(pages(body)).toEqual(['Overwegende & dat\n\neen\ttwee\ndrie-vier'])
})

test('lists: bullets, numbers, nested, restarted, by style, and numbering switched off', () => {
  const body =
    item(1, 0, 'a') +
    item(1, 1, 'b') +
    p('tussen') +
    item(2, 0, 'c') +
    item(2, 1, 'd') +
    item(2, 1, 'e') +
    item(2, 0, 'f') +
    item(3, 0, 'g') +
    p('h', '<w:pStyle w:val="Punt"/>') +
    p('i', '<w:pStyle w:val="Punt"/><w:numPr><w:numId w:val="0"/></w:numPr>')
  expect(pages(body)).toEqual(['- a\n  - b\n\ntussen\n\n1. c\n  1.a) d\n  1.b) e\n2. f\n4. g\n- h\n\ni'])
})

test('tables row by row: labels beside values, stacked labels paired, a layout table as paragraphs', () => {
  const long = 'Deze alinea is lang genoeg om te tonen dat de tabel alleen de bladspiegel maakt. '
    .repeat(4)
    .trim()
  const body =
    `<w:tbl>${row(p('Datum'), p('2 juli 2019'))}${row(p('Ons kenmerk'), p('AB/12') + p('RIS300001'))}</w:tbl>` +
    p('tussen') +
    `<w:tbl>${row(p('Dienst') + p('Afdeling'), p('Welzijn') + p('Zorg'))}</w:tbl>` +
    p('tussen') +
    `<w:tbl>${row(p(long), p('kort'))}</w:tbl>`
  expect(pages(body)).toEqual([
    `Datum\t2 juli 2019\nOns kenmerk\tAB/12\n\tRIS300001\n\ntussen\n\nDienst\tWelzijn\nAfdeling\tZorg\n\ntussen\n\n${long}\n\nkort`,
  ])
})

test('pages: breaks put by hand and by Word, which marks the first kind twice', () => {
  const rendered = '<w:lastRenderedPageBreak/>'
  const body =
    p(`<w:r>${rendered}<w:t>een</w:t><w:br w:type="page"/></w:r>`) +
    p(`<w:r>${rendered}<w:t>twee loopt </w:t>${rendered}<w:t>door op drie</w:t></w:r>`) +
    p('vier', '<w:pageBreakBefore/>') +
    p('einde', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') +
    p('zelfde bladzijde', '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') +
    p('vijf')
  expect(pages(body)).toEqual([
    'een',
    'twee loopt',
    'door op drie',
    'vier\n\neinde\n\nzelfde bladzijde',
    'vijf',
  ])
})

test('footnotes: a raised mark in the text, the note at the end of its page', () => {
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const body = p(
    `${run('beleid')}${reference(2)}${run(' en raad')}${reference(3)}<w:r><w:br w:type="page"/></w:r>${run('m')}${run('1', '<w:vertAlign w:val="superscript"/>')}`,
  )
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const footnotes = wordXml(
    'footnotes',
    `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${note(2, 'Zie A.')}${note(3, 'Zie B.')}`,
  )
  expect(pages(body, { 'word/footnotes.xml': footnotes })).toEqual([
    'beleid¹ en raad²\n\n¹ Zie A.\n² Zie B.',
    'm¹',
  ])
})

test('only what the document says now: no deletions, hidden text, field codes, doubled drawings or headers', () => {
  const body =
    p(
      `${run('staat')}<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>${run(' er')}</w:ins>` +
        `<w:moveFrom>${run('verplaatst')}</w:moveFrom>${run('verborgen', '<w:vanish/>')}` +
        '<w:r><w:instrText>PAGE</w:instrText></w:r>',
    ) +
    p(
      '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>' +
        `${p('in een kader')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('in een kader')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
    )
  const header = { 'word/header1.xml': wordXml('hdr', p('kop')) }
  expect(pages(body, header)).toEqual(['staat er\n\nin een kader'])
})

test.each([
  [
    'no document in it',
    zip([zipEntry('[Content_Types].xml', ''), zipEntry('word/styles.xml', '')]),
    'docx-damaged',
  ],
  ['another ZIP', zip([zipEntry('content.xml', '<a/>')]), 'file-type-unsupported'],
  ['half a file', docx(p('motie')).subarray(0, 300), 'docx-damaged'],
  ['tags that do not nest', docx('<w:p><w:r></w:p></w:r>'), 'docx-damaged'],
  [
    'a document type with entities',
    docx('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }),
    'docx-damaged',
  ],
  ['tags without end', docx('<w:p>'.repeat(5000)), 'docx-damaged'],
  ['a password', zip([{ ...zipEntry('word/document.xml', '<a/>'), flags: 1 }]), 'docx-encrypted'],
  ['too much inflated', docxBomb(80), 'zip-too-large'],
])('refuses %s', (_, bytes, code) => {
  expect(() => pagesOfDocx(bytes)).toThrow(code)
})
