import { stripJpeg, stripPng } from '../files/strip-image.ts'

/** What may come with a report: photographs and PDF files, told by their first bytes and never by their name. */
const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type AttachmentType = (typeof attachmentTypes)[number]
/** In bytes. */
export const mostAttachment = 10 * 1024 * 1024
export const mostAttachments = 5

export type Attachment = { fileName: string; mediaType: AttachmentType; bytes: Uint8Array }

/** Pure. */
export function attachmentType(bytes: Uint8Array): AttachmentType | null {
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  return null
}

/**
 * A file as it is kept: pictures without what the camera wrote along (where, when, with which device, a small second picture).
 * Pure. @returns the code of what is wrong otherwise
 */
export function readAttachment(given: {
  fileName: string
  bytes: Uint8Array
}): Attachment | 'file-type' | 'file-too-large' {
  if (given.bytes.length > mostAttachment) return 'file-too-large'
  const mediaType = attachmentType(given.bytes)
  const bytes =
    mediaType === 'image/jpeg'
      ? stripJpeg(given.bytes)
      : mediaType === 'image/png'
        ? stripPng(given.bytes)
        : given.bytes
  if (mediaType === null || bytes === null) return 'file-type'
  return { fileName: plainName(given.fileName, mediaType), mediaType, bytes }
}

const endings: Record<AttachmentType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}
/** A name without folders and without anything that a header or a file system reads as more than a name. */
function plainName(typed: string, type: AttachmentType): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80)
  return `${stem || 'bijlage'}.${endings[type]}`
}
