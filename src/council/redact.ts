import type { At, PersonalDataKind } from './read/reading.ts'

export type PersonalData = { kind: PersonalDataKind; text: string; at: At }
export type Redaction = {
  pages: string[] /** Applies the same redaction to a value taken from the document. */
  text: (value: string) => string
}

/** Covers personal data with `█` of equal UTF-16 length, so that all offsets stay valid. `keep`: names that are public (signatories, councillors). */
export function redact(
  _pages: readonly string[],
  _personalData: readonly PersonalData[],
  _keep?: readonly string[],
): Redaction {
  throw new Error('not built')
}
