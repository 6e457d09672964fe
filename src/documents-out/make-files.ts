import { createHash } from 'node:crypto'
import { Refused } from '../errors.ts'
import { type OutDocument, type OutFormat, outFormats } from './document.ts'
import { makeDocument } from './make-document.ts'

export type MadeFile = { format: OutFormat; bytes: Uint8Array; sha256: string }

/**
 * The document in every format that this machine can make: Word, and PDF where the compiler has a build.
 * @throws Refused `sign-unprintable`
 */
export async function makeFiles(document: OutDocument): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const format of outFormats) {
    const bytes = await makeDocument(document, format).catch(unlessNoPdf)
    if (bytes) files.push({ format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return files
}

function unlessNoPdf(error: unknown): null {
  if (error instanceof Refused && error.code === 'pdf-not-here') return null
  throw error
}

/** "2026-03-02 Afdoening motie 7 Banken.pdf": a name that every file system takes. */
export function outFileName(parts: readonly (string | null)[], format: OutFormat): string {
  const name = parts
    .filter(Boolean)
    .join(' ')
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
  return `${name.trim().slice(0, 120).trim()}.${format}`
}

export const outMediaTypes: Readonly<Record<OutFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
