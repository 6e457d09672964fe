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
    'already-there': () => 'This colleague works with her already.',
    'before-review': () => 'The next time cannot be before the last time.',
  },
}
