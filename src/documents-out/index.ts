/** Making documents: Word and PDF/UA of the same typed blocks. */
export * from './document.ts'
export { closeMaker, makeDocument } from './make-document.ts'
export { asQuotation, asTable, blocksOfText, type TextBlock } from './section-text.ts'
