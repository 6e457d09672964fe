import { registerHooks } from 'node:module'
import { UnreadableDocument } from '../../errors.ts'
import { isOutOfMemory, limits } from './limits.ts'
import { documentSpacing, type Fragment, type PageOfFragments, pageText } from './pdf-page.ts'
import { tidyPages } from './text.ts'

/** Below this a page, the text of a document of which every page has a picture may be only a stamp on a scan. */
const fewLettersPerPage = 120

type PdfJs = typeof import('unpdf/pdfjs')

/** pdf.js, ready for use; loading it takes a tenth of a second. */
export async function loadPdfJs(): Promise<PdfJs> {
  // pdf.js names this class of the browser when it is loaded; text needs none of it.
  globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix
  const hooks = keepSoftHyphens()
  try {
    return await import('unpdf/pdfjs')
  } finally {
    hooks.deregister()
  }
}

/**
 * pdf.js leaves out every invisible format mark. The soft hyphen is one by its name, but in a PDF it is what many writers print at
 * the end of a line; without it "adipis- cing" would be two words. No setting keeps it, so this changes that one pattern on loading.
 */
function keepSoftHyphens() {
  return registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.includes('/unpdf/') || !loaded.source) return loaded
      const source = Buffer.from(loaded.source as Uint8Array).toString('utf8')
      return { ...loaded, source: source.replace('|(\\p{Cf})$/u', '|((?!\\u00ad)\\p{Cf})$/u') }
    },
  })
}

/**
 * The pages of a PDF, each rebuilt from the positions of its pieces of text. `bytes` may be taken over by pdf.js.
 * @throws UnreadableDocument `pdf-encrypted`, `pdf-damaged`, `pdf-too-many-pages` (over 300) or `pdf-needs-ocr`.
 */
export async function pagesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument, VerbosityLevel } = await loadPdfJs()
  const scanned = countLargeImages(bytes)
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1_000_000,
    enableXfa: false,
  })
  try {
    const pdf = await task.promise.catch((error: unknown) => {
      throw new UnreadableDocument(isOutOfMemory(error) ? 'open-out-of-memory' : codeOf(error))
    })
    if (pdf.numPages > limits.pdfPages) throw new UnreadableDocument('pdf-too-many-pages')
    const pages: PageOfFragments[] = []
    let damaged = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await readPage(pdf, number)
      if (!page) damaged++
      pages.push(page ?? { fragments: [], width: 0 })
    }
    if (damaged === pdf.numPages) throw new UnreadableDocument('pdf-damaged')
    const spacing = documentSpacing(pages)
    const texts = pages.map((page) => pageText(page, spacing))
    const letters = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
    if (letters === 0 || (letters < fewLettersPerPage * pdf.numPages && scanned >= pdf.numPages))
      throw new UnreadableDocument('pdf-needs-ocr')
    return tidyPages(texts)
  } finally {
    await task.destroy().catch(() => {})
  }
}

type Pdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** The pieces of text of one page, in points with y downwards; null when the page is damaged. */
async function readPage(pdf: Pdf, number: number): Promise<PageOfFragments | null> {
  try {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const [a, b, c, d, e, f] = viewport.transform as [number, number, number, number, number, number]
    const misread = misreadFonts(content.items)
    const fragments: Fragment[] = []
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue
      const [ta, tb, tc, td, te, tf] = item.transform as [number, number, number, number, number, number]
      // Where the text runs to and how high it stands, after the page's own rotation.
      const right = { x: a * ta + c * tb, y: b * ta + d * tb }
      const size = Math.hypot(a * tc + c * td, b * tc + d * td) || Math.hypot(right.x, right.y)
      if (!(size > 0.5)) continue
      const x = a * te + c * tf + e
      const y = b * te + d * tf + f
      fragments.push({
        text: misread.has(item.fontName) ? readAsWestern(item.str) : item.str,
        x0: x,
        x1: x + item.width,
        y,
        size,
        level: Math.abs(right.y) < 0.2 * Math.abs(right.x) && right.x > 0,
      })
    }
    page.cleanup()
    return { fragments, width: viewport.width }
  } catch (error) {
    if (isOutOfMemory(error)) throw new UnreadableDocument('open-out-of-memory')
    return null
  }
}

const macRoman = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128))
const western = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128))

/**
 * Fonts without a table of their characters, whose codes pdf.js takes for Macintosh Roman although the writer was on Windows: "coˆperatie".
 * Known by signs that never stand within a lower-case word.
 */
function misreadFonts(items: Awaited<ReturnType<Page['getTextContent']>>['items']): Set<string> {
  const fonts = new Set<string>()
  for (const item of items)
    if ('str' in item && /\p{Ll}[ˆ¸ÈËÎÔÍ]\p{Ll}/u.test(item.str)) fonts.add(item.fontName)
  return fonts
}

function readAsWestern(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => western[macRoman.indexOf(sign)] ?? sign)
}

function codeOf(error: unknown) {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-damaged'
}

/** How many pictures the file holds that are wide enough to be the scan of a page. */
function countLargeImages(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    const dictionary = file.toString('latin1', Math.max(0, at - 500), at + 500)
    const width = /\/Width\s+(\d+)/.exec(dictionary)?.[1]
    if (/\/Subtype\s*\/Image/.test(dictionary) && Number(width) >= 500) count++
  }
  return count
}
