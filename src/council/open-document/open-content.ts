import { UnreadableDocument } from '../../errors.ts'
import type { DocumentFormat } from './format.ts'
import { limits } from './limits.ts'
import { pagesOfText } from './text.ts'

/**
 * The pages of a document of that format. Runs in the child for everything but text; the readers of PDF, DOCX and HTML are loaded
 * when first needed.
 */
export async function pagesOf(bytes: Uint8Array, format: DocumentFormat): Promise<string[]> {
  const pages = await openAs(bytes, format)
  if (pages.length === 0) throw new UnreadableDocument('file-empty')
  const characters = pages.reduce((sum, page) => sum + page.length, 0)
  if (characters > limits.characters)
    throw new UnreadableDocument(format === 'docx' ? 'zip-too-large' : 'file-too-large')
  if (hasMoreLines(pages, limits.lines)) throw new UnreadableDocument('text-too-long')
  return pages
}

async function openAs(bytes: Uint8Array, format: DocumentFormat): Promise<string[]> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).pagesOfPdf(bytes)
    case 'docx':
      return (await import('./docx.ts')).pagesOfDocx(bytes)
    case 'html':
      return (await import('./html.ts')).pagesOfHtml(bytes)
    case 'text':
      return pagesOfText(bytes)
  }
}

function hasMoreLines(pages: readonly string[], most: number): boolean {
  let lines = pages.length
  for (const page of pages) {
    for (let at = page.indexOf('\n'); at >= 0; at = page.indexOf('\n', at + 1))
      if (++lines > most) return true
  }
  return lines > most
}
