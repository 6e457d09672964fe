/**
 * The process in which documents are made, so that neither the libraries nor the work weigh on the one that answers requests. Gets
 * `{ format, document }`, answers `{ bytes }` or `{ code }`; ends with its parent.
 */
import type { OutDocument, OutFormat } from './document.ts'

export type Order = { format: OutFormat; document: OutDocument }
export type Made =
  | { bytes: Uint8Array }
  | { code: 'pdf-not-here' | 'sign-unprintable' }
  /** A mistake of ours, in the library's words. */
  | { bug: string }

process.on('disconnect', () => process.exit(0))
process.on('message', async (order: Order) => {
  process.send!(await make(order).catch((error: unknown): Made => ({ bug: String(error) })))
})

async function make({ format, document }: Order): Promise<Made> {
  if (format === 'docx') {
    const { toDocx } = await import('./docx.ts')
    return { bytes: await toDocx(document) }
  }
  const { NoGlyph, NoPdf, toPdf } = await import('./pdf.ts')
  try {
    return { bytes: toPdf(document) }
  } catch (error) {
    if (error instanceof NoPdf) return { code: 'pdf-not-here' }
    if (error instanceof NoGlyph) return { code: 'sign-unprintable' }
    throw error
  }
}
