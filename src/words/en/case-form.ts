import type { caseForm as nl } from '../nl/case-form.ts'

export const caseForm: typeof nl = {
  fields: {
    needed: () => 'Fill this in.',
    unknown: () => 'Choose something from the list.',
    'date-invalid': () => 'Write a date, such as 2 September 2026 or 2-9-2026.',
    'time-invalid': () => 'Write a time, such as 14:00.',
    'no-such-number': () => 'There is no trajectory of this number here.',
    'two-needed': () => 'Fill in at least two details. Searching by one is not possible.',
    'too-often': () => 'You searched often. Try again later.',
    'reason-short': ({ least }) => `Write why this is needed, in at least ${least} characters.`,
    'review-needed': () => 'First look today at whether she is safe.',
    'shares-run': ({ count }) =>
      `Something is still shared with ${count} ${count === 1 ? 'partner' : 'partners'}. Stop that first.`,
    'consent-needed': () => 'This is not possible without her yes.',
    'in-past': () => 'This day is over.',
    'year-at-most': () => 'A year at most.',
    'something-needed': () => 'Fill in at least one thing.',
    'never-word': ({ word }) => `This organisation may not know this: “${word}”.`,
    'address-in-text': ({ word }) => `This looks like an address: “${word}”. Take it out.`,
    'not-for-them': () => 'This organisation may not get this.',
    'already-there': () => 'This colleague works with her already.',
    'before-review': () => 'The next time cannot be before the last time.',
    'in-future': () => 'This day is still to come.',
    'before-start': () => 'This day lies before it began.',
    'not-yet': () => 'The appointment is still to come.',
    'file-type': () => 'This is no PDF, Word file, JPEG or PNG.',
    'file-too-large': () => 'A file is larger than 10 MB.',
    'file-unclean': () =>
      'Place and maker cannot be taken out of this file. Save it as a PDF without password or attachments, or take a photograph.',
    'too-many-files': () => 'Five files at most at one time.',
  },
  theirs: (text) => `A colleague wrote: ${text || 'nothing'}`,
}
