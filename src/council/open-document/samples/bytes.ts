import { constants, deflateRawSync } from 'node:zlib'

/** Documents made for tests, byte by byte, so that each holds exactly what its test is about. */

/** A raw deflate stream of `prefix`, then `megabytes` million times `byte`, then `suffix`, made without ever holding it inflated. */
export function deflateBomb(megabytes: number, prefix: string, byte: string, suffix: string): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH, level: 9 }
  const block = deflateRawSync(Buffer.alloc(1_000_000, byte), flush)
  return Buffer.concat([
    deflateRawSync(prefix, flush),
    ...Array.from({ length: megabytes }, () => block),
    deflateRawSync(suffix),
  ])
}

export type ZipEntry = { name: string; deflated: Buffer; size: number; flags?: number }

export function zipEntry(name: string, content: string): ZipEntry {
  const bytes = Buffer.from(content)
  return { name, deflated: deflateRawSync(bytes), size: bytes.length }
}

/** A ZIP archive; `size` is what it claims, true or not. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, deflated, size, flags = 0 } of entries) {
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(deflated.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(title.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    local.copy(listed, 6, 4, 30)
    listed.writeUInt32LE(at, 42)
    parts.push(local, title, deflated)
    directory.push(listed, title)
    at += 30 + title.length + deflated.length
  }
  const end = Buffer.alloc(22)
  const listing = Buffer.concat(directory)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listing, end])
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export function wordXml(element: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${element} ${wordNamespace}>${content}</w:${element}>`
}

/** A Word file with that body; `parts` adds or replaces files in it. */
export function docx(body: string, parts: Record<string, string> = {}): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': wordXml('document', `<w:body>${body}</w:body>`),
    ...parts,
  }
  return zip(Object.entries(files).map(([name, content]) => zipEntry(name, content)))
}

export function docxBomb(megabytes: number): Buffer {
  const open = wordXml('document', '').replace('</w:document>', '')
  const deflated = deflateBomb(
    megabytes,
    `${open}<w:body><w:p><w:r><w:t>`,
    'a',
    '</w:t></w:r></w:p></w:body></w:document>',
  )
  // It lies about its size: the claim must not be believed.
  return zip([
    zipEntry('[Content_Types].xml', '<Types/>'),
    { name: 'word/document.xml', deflated, size: 4000 },
  ])
}

export type PdfPage = { dictionary: string; stream: Buffer }

/** A content stream that sets lines of text, `[x, y, text]` or `[x, y, text, size]` with y upwards. */
export function textStream(lines: readonly (readonly [number, number, string, number?])[]): PdfPage {
  const quoted = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const content = lines
    .map(([x, y, text, size = 10]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${quoted(text)}) Tj ET`)
    .join('\n')
  return { dictionary: '', stream: Buffer.from(content, 'latin1') }
}

/** A PDF of those pages in Helvetica; `trailer` and `objects` (from number 10 on) add to it. */
export function pdf(pages: readonly PdfPage[], extra: { trailer?: string; objects?: string[] } = {}): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let length = 0
  const add = (data: string | Buffer) => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
    parts.push(bytes)
    length += bytes.length
  }
  const object = (number: number, ...content: (string | Buffer)[]) => {
    offsets[number] = length
    add(`${number} 0 obj\n`)
    for (const data of content) add(data)
    add('\nendobj\n')
  }
  const first = 10 + (extra.objects?.length ?? 0)
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  add('%PDF-1.4\n')
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  object(2, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`)
  object(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  for (const [i, content] of (extra.objects ?? []).entries()) object(10 + i, content)
  for (const [i, { dictionary, stream }] of pages.entries()) {
    const resources = '/Resources<</Font<</F1 3 0 R>>>>'
    const number = first + 2 * i
    object(number, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${resources}/Contents ${number + 1} 0 R>>`)
    object(number + 1, `<</Length ${stream.length}${dictionary}>>\nstream\n`, stream, '\nendstream')
  }
  const table = length
  const size = first + 2 * pages.length
  const lines = Array.from({ length: size }, (_, i) =>
    offsets[i] === undefined ? '0000000000 65535 f \n' : `${String(offsets[i]).padStart(10, '0')} 00000 n \n`,
  )
  add(
    `xref\n0 ${size}\n${lines.join('')}trailer<</Size ${size}/Root 1 0 R${extra.trailer ?? ''}>>\nstartxref\n${table}\n%%EOF`,
  )
  return Buffer.concat(parts)
}

export function pdfBomb(megabytes: number): Buffer {
  const text = `${textStream([[72, 700, 'Een motie die heel klein begint en nooit ophoudt']]).stream.toString('latin1')}\n`
  const stream = Buffer.concat([Buffer.from([0x78, 0x9c]), deflateBomb(megabytes, text, ' ', '')])
  return pdf([{ dictionary: '/Filter/FlateDecode', stream }])
}

/** A PDF that asks for a password (its own values are of no use). */
export function encryptedPdf(): Buffer {
  const hex = (length: number) => `<${'5a'.repeat(length)}>`
  return pdf([textStream([[72, 700, 'Geheim']])], {
    objects: [`<</Filter/Standard/V 2/R 3/Length 128/P -44/O${hex(32)}/U${hex(32)}>>`],
    trailer: `/Encrypt 10 0 R/ID[${hex(16)}${hex(16)}]`,
  })
}
