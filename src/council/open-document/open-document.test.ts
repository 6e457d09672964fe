import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closeOpeners, limitOpeners, openDocument, openFile, warmOpeners } from './index.ts'
import { packageRoot } from './opener.ts'
import { docx, docxBomb, encryptedPdf, pdf, pdfBomb, textStream } from './samples/bytes.ts'

afterAll(closeOpeners)

const good = pdf([textStream([[72, 700, 'Motie over de opvang van mensen']])])
/** Long enough that no machine opens it in a millisecond. */
const long = pdf(
  Array.from({ length: 200 }, () => textStream([[72, 700, 'Motie over de opvang van mensen']])),
)
const aDocx = docx('<w:p><w:r><w:t>Motie</w:t></w:r></w:p>')
const goodText = { pages: ['Motie over de opvang van mensen'], format: 'pdf' }

describe('opening, in a child where the format is not plain text', () => {
  test.each([
    ['motie.pdf', good, goodText],
    ['motie.docx', aDocx, { pages: ['Motie'], format: 'docx' }],
    ['motie.html', Buffer.from('<p>Motie'), { pages: ['Motie'], format: 'html' }],
    ['motie.txt', Buffer.from('Motie\r\n\fblad 2\n'), { pages: ['Motie', 'blad 2'], format: 'text' }],
  ])('%s', async (name, bytes, expected) => {
    expect(await openDocument(bytes, name)).toEqual(expected)
  })

  test('many at once, more than there are children, each gets its own text', async () => {
    warmOpeners()
    const texts = Array.from({ length: 20 }, (_, i) => `Motie nummer ${i} over de opvang`)
    const opened = await Promise.all(
      texts.map((text) => openDocument(pdf([textStream([[72, 700, text]])]), 'motie.pdf')),
    )
    expect(opened.map((document) => document.pages[0])).toEqual(texts)
  })
})

describe('bad documents', () => {
  test.each([
    ['leeg.pdf', Buffer.alloc(0), 'file-empty'],
    ['leeg.txt', Buffer.from(' \n\f\n'), 'file-empty'],
    ['leeg.docx', docx(''), 'file-empty'],
    ['script.html', Buffer.from(`<script>${'let a = "<p>";'.repeat(5000)}</script>`), 'file-empty'],
    ['groot.pdf', Buffer.concat([good, Buffer.alloc(25_000_001 - good.length)]), 'file-too-large'],
    ['foto.pdf', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-type-mismatch'],
    ['slot.pdf', encryptedPdf(), 'pdf-encrypted'],
    ['stuk.pdf', Buffer.from('%PDF-1.7\n%%EOF'), 'pdf-damaged'],
    ['scan.pdf', pdf([textStream([])]), 'pdf-needs-ocr'],
    ['dik.pdf', pdf(Array(301).fill(textStream([]))), 'pdf-too-many-pages'],
    ['stuk.docx', aDocx.subarray(0, 200), 'docx-damaged'],
    ['tekens.txt', Buffer.from([0x41, 0xe9, 0x81]), 'text-not-decodable'],
  ])('%s', async (name, bytes, code) => {
    const error = await openDocument(bytes, name).catch((caught) => caught)
    expect(error.code).toBe(code)
    expect(error.message).toBe(code)
  })

  test('a document of 25 MB is still opened', async () => {
    const bytes = Buffer.concat([good, Buffer.alloc(25_000_000 - good.length, '\n')])
    expect(await openDocument(bytes, 'motie.pdf')).toEqual(goodText)
  })

  test('files: absent, a folder, a device, and one that is there', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'schakel-open-'))
    writeFileSync(path.join(folder, 'motie.pdf'), good)
    const codes = ['weg.pdf', '', 'motie.pdf/weg.pdf'].map((name) =>
      openFile(path.join(folder, name)).catch((error) => error.code),
    )
    expect(await Promise.all(codes)).toEqual(['file-not-found', 'not-a-file', 'file-not-found'])
    expect(await openFile('/dev/zero').catch((error) => error.code)).toBe('not-a-file')
    expect(await openFile(path.join(folder, 'motie.pdf'))).toEqual(goodText)
  })
})

describe.runIf(process.platform === 'linux')('bombs burst in their child', () => {
  // 8 GB of spaces and 4 GB of letters; a process that inflates them without a limit takes gigabytes.
  test.each([
    ['PDF', 'bom.pdf', pdfBomb(8000), ['open-out-of-memory', 'open-timed-out']],
    ['DOCX', 'bom.docx', docxBomb(4000), ['zip-too-large']],
  ])('%s', { timeout: 60_000 }, async (_, name, bytes, codes) => {
    expect(bytes.length).toBeLessThan(25_000_000)
    const peak = watchMemory()
    const before = process.memoryUsage().rss
    const error = await openDocument(bytes, name).catch((caught) => caught)
    expect(codes).toContain(error.code)
    // Megabytes that this process, which stands for the server, took at most.
    expect((peak() - before) / 1e6).toBeLessThan(60)
    expect(await openDocument(good, 'motie.pdf')).toEqual(goodText)
  })

  test('the child has no environment, no other files, and a bounded heap', { timeout: 30_000 }, async () => {
    process.env.SCHAKEL_SECRET_FOR_TEST = 'geheim'
    const { Opener } = await import('./opener.ts')
    const opener = new Opener()
    const proc = `/proc/${opener.child.pid}`
    await opener.open(good, 'pdf', 20_000)
    const environ = readFileSync(`${proc}/environ`, 'utf8')
    expect(environ).not.toContain('SCHAKEL')
    expect(environ.split('\0').filter((entry) => entry && !/^(?:PWD|OLDPWD|SHLVL|_)=/.test(entry))).toEqual(
      [],
    )
    expect(readFileSync(`${proc}/cmdline`, 'utf8')).toMatch(/--max-old-space-size=\d+\0.*--permission\0/s)
    expect(readFileSync(`${proc}/limits`, 'utf8')).toMatch(/Max data size\s+\d+/)
    opener.kill()
    delete process.env.SCHAKEL_SECRET_FOR_TEST
  })
})

test('a document that takes too long is stopped, and the next one is opened', async () => {
  limitOpeners(1)
  const slow = openDocument(long, 'motie.pdf', { time: 1 }).catch((error) => error.code)
  const next = openDocument(good, 'motie.pdf')
  expect(await slow).toBe('open-timed-out')
  expect(await next).toEqual(goodText)
  limitOpeners(2)
})

test('a child that dies while it waits does no harm', async () => {
  await openDocument(good, 'motie.pdf')
  closeOpeners()
  expect(await openDocument(good, 'motie.pdf')).toEqual(goodText)
})

test('the package is found from the source and from a build', () => {
  const root = packageRoot()
  expect(packageRoot(path.join(root, 'dist'))).toBe(root)
  expect(() => packageRoot('/')).toThrow()
})

/** Samples the resident memory of this process; the returned function stops and gives the peak in bytes. */
function watchMemory(): () => number {
  let peak = process.memoryUsage().rss
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  return () => {
    clearInterval(timer)
    return Math.max(peak, process.memoryUsage().rss)
  }
}
