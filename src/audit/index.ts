export type { Detail, Subject } from './record.ts'
export { record, recordMany } from './record.ts'
