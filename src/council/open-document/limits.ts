import { mostLines } from '../read/reading.ts'

/** How large a document may be, and what opening it may cost. */
export const limits = {
  /** Bytes of a file. */
  bytes: 25_000_000,
  pdfPages: 300,
  /** Bytes of a ZIP (DOCX) once inflated: of one entry, of all together; and the number of entries. */
  zip: { entry: 60_000_000, total: 100_000_000, entries: 10_000 },
  /** UTF-16 units of text that one document may yield. */
  characters: 12_000_000,
  /** Lines of text, empty ones included: as many as the reader reads. */
  lines: mostLines,
  /** Milliseconds for one document in its child process. */
  time: 20_000,
  /** Kilobytes of memory that a child may allocate, buffers included (`ulimit -d`, Linux). */
  dataKilobytes: 900_000,
  /** Megabytes of JavaScript objects in a child. */
  heapMegabytes: 256,
  /** Seconds of processor time in the life of a child, should its parent be gone. */
  cpuSeconds: 120,
} as const

/** Whether an error says that memory ran out, in the words of V8 and of pdf.js, which repeats them. */
export function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    /allocation failed|invalid (?:typed )?array (?:buffer )?length|invalid string length|out of memory/i.test(
      error.message,
    )
  )
}
