export type { Detail, Subject } from './record.ts'
export { record } from './record.ts'
