/** Making documents: Word and PDF/UA of the same typed blocks. */
export * from './document.ts'
export { closeMaker, makeDocument } from './make-document.ts'
export { type MadeFile, makeFiles, outFileName, outMediaTypes } from './make-files.ts'
export {
  asQuotation,
  asTable,
  blocksOfText,
  plainLine,
  plainLines,
  type TextBlock,
} from './section-text.ts'
