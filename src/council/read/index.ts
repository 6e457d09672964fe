export { valueAt } from './passages.ts'
export { read } from './read.ts'
export type * from './reading.ts'
