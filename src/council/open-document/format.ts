import { UnreadableDocument } from '../../errors.ts'
import { byteOrderMark, decodeStrictly } from './text.ts'

export const documentFormats = ['pdf', 'docx', 'html', 'text'] as const
export type DocumentFormat = (typeof documentFormats)[number]

type Kind = DocumentFormat | 'encrypted-office' | 'foreign'

/** Name endings that promise a format. `foreign`: something else than the four, whatever it is. */
const endings: Record<string, DocumentFormat | 'foreign'> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  md: 'text',
}
for (const ending of 'doc dot odt rtf pages xls xlsx ods csv ppt pptx odp png jpg jpeg gif tif tiff bmp webp heic svg zip gz 7z rar msg eml exe mp3 mp4'.split(
  ' ',
))
  endings[ending] = 'foreign'

/** The first bytes of formats that are not read, in hexadecimal. */
const foreignMagic = [
  '89504e470d0a1a0a', // PNG
  'ffd8ff', // JPEG
  '474946383761', // GIF87a
  '474946383961', // GIF89a
  '49492a00', // TIFF, little endian
  '4d4d002a', // TIFF, big endian
  '52494646', // RIFF: WebP, WAV, AVI
  '7b5c727466', // RTF
  '1f8b', // gzip
  '377abcaf271c', // 7z
  '526172211a07', // RAR
  '7f454c46', // ELF
  '4d5a90', // Windows program
  '25215053', // PostScript
]

/**
 * What a document is, by its content, checked against the ending of its name. HTML and text are not held to their name: what
 * looks like HTML is read as HTML.
 * @throws UnreadableDocument `file-type-unsupported`, `file-type-mismatch` or `docx-encrypted`.
 */
export function detectFormat(bytes: Uint8Array, name: string): DocumentFormat {
  const promised = endings[/\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '']
  const found = kindOf(bytes, promised)
  if (found === 'encrypted-office' && (promised === 'docx' || promised === undefined))
    throw new UnreadableDocument('docx-encrypted')
  const readable = found === 'encrypted-office' || found === 'foreign' ? null : found
  if (promised === undefined || promised === 'foreign') {
    if (!readable || (promised === 'foreign' && readable === 'text'))
      throw new UnreadableDocument('file-type-unsupported')
    if (promised === 'foreign')
      throw new UnreadableDocument(readable === 'docx' ? 'file-type-unsupported' : 'file-type-mismatch')
    return readable
  }
  const loose = (format: DocumentFormat | null) => format === 'html' || format === 'text'
  if (readable && (readable === promised || (loose(readable) && loose(promised)))) return readable
  throw new UnreadableDocument('file-type-mismatch')
}

function kindOf(bytes: Uint8Array, promised: DocumentFormat | 'foreign' | undefined): Kind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const hex = head.toString('hex', 0, 16)
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'docx'
  if (hex.startsWith('d0cf11e0a1b11ae1')) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return whole.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted-office' : 'foreign'
  }
  if (foreignMagic.some((magic) => hex.startsWith(magic))) return 'foreign'
  if (hex.startsWith('424d') && head.length > 14 && head.readUInt32LE(2) === bytes.length) return 'foreign'
  if (/^.{4}ftyp(heic|heix|mif1|avif|isom|mp4)/s.test(head.toString('latin1'))) return 'foreign'
  // A PDF may begin with up to 1,024 bytes of anything else; text that merely speaks of "%PDF-1" is no PDF.
  const pdf = head.indexOf('%PDF-')
  if (pdf === 0 || (pdf > 0 && promised === 'pdf')) return 'pdf'
  if (pdf > 0 && /^\s*$/.test(head.toString('latin1', 0, pdf).replace('\xef\xbb\xbf', ''))) return 'pdf'
  return textKind(bytes, promised)
}

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const someTag =
  /<(?:html|head|body|title|meta|div|p|br|h[1-6]|ul|ol|li|table|span|a|b|i|em|strong|section|article|script)\b[^>]{0,300}>/i

function textKind(bytes: Uint8Array, promised: DocumentFormat | 'foreign' | undefined): Kind {
  const mark = byteOrderMark(bytes)
  const head = bytes.subarray(mark?.length ?? 0, 65536)
  const start = mark
    ? (decodeStrictly(head.subarray(0, head.length & ~1), mark.encoding) ?? '')
    : Buffer.from(head).toString('latin1')
  if (htmlStart.test(start)) return 'html'
  if (promised === 'html') return someTag.test(start) ? 'html' : 'text'
  return /^\s*<\?xml\b/.test(start) ? 'foreign' : 'text'
}
