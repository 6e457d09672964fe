import { stripDocx } from './strip-docx.ts'
import { stripJpeg, stripPng } from './strip-image.ts'
import { stripPdf } from './strip-pdf.ts'

/** What may be kept with a case, told by its content and never by its name. */
export type FileKind = 'pdf' | 'docx' | 'jpeg' | 'png'
export type CleanFile = { name: string; kind: FileKind; bytes: Uint8Array }
/** `file-unclean`: of a right kind, but what its maker left in it cannot be taken out. */
export type FileProblem = 'file-type' | 'file-too-large' | 'file-unclean'

/** In bytes, before and after cleaning. */
export const mostFile = 10 * 1024 * 1024

/** Pure. Null for all else. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  // A ZIP; whether it is a Word file, its parts say.
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'docx'
  return null
}

/**
 * A file as it is kept: without where, when, by whom and with what it was made, and without anything that acts when it is opened.
 * Pure, and the same for the same file.
 */
export async function cleanFile(given: {
  name: string
  bytes: Uint8Array
}): Promise<CleanFile | FileProblem> {
  if (given.bytes.length > mostFile) return 'file-too-large'
  const kind = kindOf(given.bytes)
  if (!kind) return 'file-type'
  const clean = {
    jpeg: (whole: Uint8Array) => stripJpeg(whole, { profile: false }),
    png: (whole: Uint8Array) => stripPng(whole, { profile: false }),
    pdf: stripPdf,
    docx: stripDocx,
  }[kind]
  const bytes = await clean(given.bytes)
  if (bytes === null) return 'file-unclean'
  if (bytes === 'file-type') return bytes
  if (bytes.length > mostFile) return 'file-too-large'
  return { name: plainName(given.name, kind), kind, bytes }
}

export const endings: Readonly<Record<FileKind, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  jpeg: 'jpg',
  png: 'png',
}

/** A name without folders and without anything that a header or a file system reads as more than a name. */
function plainName(typed: string, kind: FileKind): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80)
  return `${stem || 'bijlage'}.${endings[kind]}`
}
