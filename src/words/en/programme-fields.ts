import type { programmeFieldWords as nl } from '../nl/programme-fields.ts'

export const programmeFieldWords: typeof nl = {
  needed: 'Fill this in.',
  'reason-needed': 'Add why. The programme has been adopted.',
  'too-long': 'This is too long. Make it shorter.',
  'not-a-choice': 'Choose one of the possibilities.',
  'date-invalid': 'This is no date. Write for example 2 July 2026 or 2-7-2026.',
  'date-in-future': 'This day is still to come. Choose today or earlier.',
  'after-end':
    'This day is after the end of the action. Choose an earlier day, or extend the action with it.',
  'evidence-needed': 'Choose what shows that it is so.',
  'passage-missing': 'This passage is not in the document. Point it out again.',
  'document-missing': 'This document is not public. Choose another one.',
  'decision-missing': 'This decision does not belong to this programme. Choose another one.',
  'file-type': 'This file is no photograph (JPEG or PNG) and no PDF.',
  'file-too-large': 'This file is too large. It may be 10 MB.',
  'files-too-many': 'These are too many files. Choose five at most.',
  'changed-by-other': 'Somebody else changed this meanwhile too. See what it should be and save again.',
}
