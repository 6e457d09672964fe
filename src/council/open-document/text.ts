import { UnreadableDocument } from '../../errors.ts'

/** Runs of combining marks longer than this stay as they are: composing them takes time in the square of their number. */
const longestMarks = 30
const markRun = new RegExp(`\\p{M}{${longestMarks + 1},}`, 'gu')

/**
 * Text as the reader gets it: NFC, lines ended by `\n`, no characters that a database or a screen cannot hold (NUL and other
 * controls, lone surrogates) or that nobody sees (zero-width space, byte-order mark). Tabs stay. Linear in the length of the text.
 */
export function normaliseText(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .toWellFormed()
  const parts: string[] = []
  let from = 0
  for (const run of plain.matchAll(markRun)) {
    parts.push(plain.slice(from, run.index).normalize('NFC'), run[0])
    from = run.index + run[0].length
  }
  parts.push(plain.slice(from).normalize('NFC'))
  return parts.join('')
}

/** Pages without trailing white space and without empty pages at the end. An inner empty page stays: it keeps the numbers right. */
export function tidyPages(pages: readonly string[]): string[] {
  const tidy = pages.map((page) => normaliseText(page).trimEnd())
  while (tidy.at(-1) === '') tidy.pop()
  return tidy
}

type ByteOrderMark = { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; length: number }

/** The byte-order mark at the start of `bytes`, if any. */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** Decodes or returns null when `bytes` are not of that encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Decodes text: by its byte-order mark, else as UTF-8, else as Windows-1252 when that yields no control characters.
 * @throws UnreadableDocument `text-not-decodable` when no encoding fits or the text is binary data.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes)
  if (mark) {
    const text = decodeStrictly(bytes.subarray(mark.length), mark.encoding)
    if (text === null || looksBinary(text)) throw new UnreadableDocument('text-not-decodable')
    return text
  }
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) {
    if (looksBinary(utf8)) throw new UnreadableDocument('text-not-decodable')
    return utf8
  }
  const western = new TextDecoder('windows-1252').decode(bytes)
  // Broken UTF-8 is no Windows-1252: nobody writes "Ã©".
  if (/[\u00c3\u00c2][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/.test(western))
    throw new UnreadableDocument('text-not-decodable')
  if (/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/.test(western)) throw new UnreadableDocument('text-not-decodable')
  return western
}

/** A NUL, or more than one control character in a hundred. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++
  }
  return controls * 100 > text.length
}

/** The most pages a text may have: beyond it, form feeds do not separate pages. */
const mostTextPages = 5000

/** The pages of a text document: a form feed ends a page. */
export function pagesOfText(bytes: Uint8Array): string[] {
  const pages = decodeText(bytes).split('\f')
  if (pages.length > mostTextPages) throw new UnreadableDocument('text-not-decodable')
  return tidyPages(pages)
}

const superscripts: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}

/** Raised text as a footnote mark, `12` → `¹²`, so that it is not mistaken for a number; anything but digits stays as it is. */
export function raised(text: string): string {
  const mark = text.trim().replace(/^[([]?(\d{1,3})[)\]]?$/, '$1')
  return /^\d{1,3}$/.test(mark) ? mark.replace(/\d/g, (digit) => superscripts[digit]!) : text
}
