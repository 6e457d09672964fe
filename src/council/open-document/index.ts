export type { DocumentFormat } from './format.ts'
export { limits as documentLimits } from './limits.ts'
export {
  closeOpeners,
  limitOpeners,
  type OpenedDocument,
  type OpenOptions,
  openDocument,
  openFile,
  warmOpeners,
} from './open-document.ts'
