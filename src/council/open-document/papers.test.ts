import { afterAll, describe, expect, test } from 'vitest'
import * as bad from '../../../test/fixtures/bad-documents.ts'
import { type Fixture, fixtures } from '../../../test/fixtures/fixtures.ts'
import { docx, html, pdf, pdfVariants } from '../../../test/fixtures/make-documents.ts'
import { missingTexts } from '../../../test/fixtures/texts.ts'
import { closeOpeners, openDocument } from './index.ts'

afterAll(closeOpeners)

type Make = (paper: Fixture) => Promise<Uint8Array>
const forms: [string, string, Make][] = [
  ['DOCX', 'a.docx', docx],
  ['HTML', 'a.html', html],
  ...pdfVariants.map((variant): [string, string, Make] => [
    `PDF, ${variant}`,
    'a.pdf',
    (paper) => pdf(paper, variant),
  ]),
]

describe('the invented papers, set as documents and opened again', { timeout: 120_000 }, () => {
  test.each(forms)('%s: every text that must be read is there', async (form, name, make) => {
    for (const [i, paper] of fixtures().entries()) {
      // Papers by turns, so that together the forms open all of them.
      if (i % 3 !== forms.findIndex(([other]) => other === form) % 3) continue
      const { pages } = await openDocument(await make(paper), name)
      expect(missingTexts(paper, pages.join('\n')), paper.name).toEqual([])
    }
  })
})

describe('files as people might drop them', { timeout: 60_000 }, () => {
  test.each([
    ['encryptedPdf', () => bad.encryptedPdf(), 'pdf-encrypted'],
    ['damagedPdf', () => bad.damagedPdf(), 'pdf-damaged'],
    ['longPdf', () => bad.longPdf(), 'pdf-too-many-pages'],
    ['scannedPdf', () => bad.scannedPdf(), 'pdf-needs-ocr'],
    ['entitiesDocx', () => bad.entitiesDocx(), 'docx-damaged'],
    ['damagedDocx', () => bad.damagedDocx(), 'docx-damaged'],
    ['protectedDocx', () => bad.protectedDocx(), 'docx-encrypted'],
    ['oldWord', () => bad.oldWord(), 'file-type-unsupported'],
    ['emptyFile', () => bad.emptyFile(), 'file-empty'],
    ['pngNamedPdf', () => bad.pngNamedPdf(), 'file-type-mismatch'],
    ['invalidUtf8', () => bad.invalidUtf8(), 'text-not-decodable'],
    ['tooLarge', () => bad.tooLarge(), 'file-too-large'],
  ] as const)('%s', async (_, make, code) => {
    const { name, bytes } = await make()
    const error = await openDocument(bytes, name).catch((caught) => caught)
    expect(error.code).toBe(code)
  })

  test('what looks bad and can be read', async () => {
    const opened = async ({ name, bytes }: bad.BadDocument) =>
      (await openDocument(bytes, name)).pages.join('\n')
    expect(await opened(bad.windows1252Text())).toBe(bad.charsetText.trimEnd())
    expect(await opened(bad.utf16Text('little'))).toBe(bad.charsetText.trimEnd())
    expect(await opened(bad.utf16Text('big'))).toBe(bad.charsetText.trimEnd())
    expect(await opened(bad.wrongCharsetHtml())).toBe(bad.charsetText.trimEnd())
    const page = await opened(bad.scriptedHtml())
    expect(page).toContain(bad.scriptedText)
    expect(page).not.toContain(bad.scriptedOnly)
  })

  test.runIf(process.platform === 'linux').each([
    ['DOCX that lies about its size', () => bad.docxBomb(3000, true), 'zip-too-large'],
    ['PDF of white space', () => bad.pdfBomb(), 'open-out-of-memory'],
    ['PDF of text', () => bad.pdfBomb(1500, true), /^open-(?:out-of-memory|timed-out)$/],
  ])('a bomb, %s, leaves this process as it was', async (_, make, code) => {
    const { name, bytes } = make()
    const before = process.memoryUsage().rss
    let peak = before
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 10)
    const error = await openDocument(bytes, name).catch((caught) => caught)
    clearInterval(timer)
    expect(error.code).toMatch(code)
    expect((peak - before) / 1e6).toBeLessThan(60)
    expect((await openDocument(Buffer.from('<p>Motie'), 'a.html')).pages).toEqual(['Motie'])
  })
})
