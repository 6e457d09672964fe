/** What may be wrong with one field of a form of this room; each has its sentence in `words/<language>/programme-fields.ts`. */
export const programmeFieldCodes = [
  'needed',
  'reason-needed',
  'too-long',
  'not-a-choice',
  'date-invalid',
  'date-in-future',
  'after-end',
  'evidence-needed',
  'passage-missing',
  'document-missing',
  'decision-missing',
  'file-type',
  'file-too-large',
  'files-too-many',
  'changed-by-other',
] as const
export type ProgrammeFieldCode = (typeof programmeFieldCodes)[number]
