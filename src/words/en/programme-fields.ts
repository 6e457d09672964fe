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
  'file-type': 'This file is no photograph and no PDF.',
  'file-too-large': 'This file is too large. It may be 10 MB.',
  'files-too-many': 'These are too many files. Choose five at most.',
  'end-before-start': 'The end is before the beginning.',
  'after-programme': 'This day is after the end of the programme.',
  'before-actions': 'Some actions end later. Move those first.',
  'before-milestone': 'A milestone after this day is still open. Move that first.',
  'number-taken': 'Another action has this number already.',
  'not-money': 'This is no amount. Write for example 12.500 or 12.500,50.',
  'over-committed': 'More was spent than is committed.',
  'over-budget': 'More is committed than was budgeted. Add why.',
  'year-outside': 'This year does not belong to the programme.',
  'number-invalid': 'This is not a number. Write for example 1250 or 12.5.',
  'number-ambiguous':
    'This number can be read in two ways. Write 1234 for a thousand and more, or 1.2340 for one and a bit.',
  'changed-by-other': 'Somebody else changed this meanwhile too. See what it should be and save again.',
}
