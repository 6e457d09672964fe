/** Letters that the college writes: what other files of the council room, and through it other rooms, take from here. */
export * from './compose-letter.ts'
export type * from './facts.ts'
export { letterMotionOf } from './facts.ts'
export * from './letter.ts'
export * from './letter-document.ts'
export * from './letter-life.ts'
export type * from './phrases.ts'
export { blocksOfText, type TextBlock } from './section-text.ts'
