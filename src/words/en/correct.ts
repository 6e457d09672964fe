import { formatDate } from '../format.ts'
import type { correctWords as nl } from '../nl/correct.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const correctWords: typeof nl = {
  title: 'Correct a motion',
  link: 'Correct',
  lead: 'Correct what was recorded wrongly. The address of the motion stays the same. Its public page says what was corrected, and when.',
  motion: 'The motion',
  submitters: 'Submitters',
  submitter: (n) => `Submitter ${n}`,
  request: (n) => `Request ${n}`,
  part: (letter) => `Part ${letter}`,
  field: {
    title: 'Title',
    number: 'Number',
    registryNumber: 'Registry number',
    date: 'Day of the vote',
    outcome: 'Outcome',
    submitterName: 'Name of a submitter',
    submitterParty: 'Party of a submitter',
    requestText: 'Text of a request',
    requestDomain: 'Subject of a request',
    requestTermText: 'Words of the term',
    requestTermNotBefore: 'Term: not before',
    requestTermNotAfter: 'Term: no later than',
    partText: 'Text of a part',
    partDomain: 'Subject of a part',
  },
  short: {
    name: 'Name',
    party: 'Party',
    text: 'Text',
    domain: 'Subject',
    termText: 'Term, in the words of the motion',
    termNotBefore: 'Not before',
    termNotAfter: 'No later than',
  },
  dateHint: 'For example 4 April 2024. Leave empty when nobody knows.',
  none: 'not filled in',
  why: 'Why',
  reason: 'Reason',
  reasonHint: 'May stay empty. This reason is public.',
  hide: 'Do not show what stood there before',
  hideHint: 'Choose this when it held something that may not be public, such as a telephone number.',
  save: 'Save the correction',
  cancel: 'Back without saving',
  saved: 'The correction is saved.',
  nothing: 'Nothing was changed.',
  errorTitle: 'This needs another answer',
  error: {
    needed: 'This cannot be empty.',
    'date-invalid': 'This day cannot be read. Write it as 4 April 2024.',
    'date-order': 'This day comes before the first day.',
    'not-a-choice': 'Choose from the list.',
  },
  other: {
    title: 'Somebody else was just ahead of you',
    lead: (name, when) =>
      `${name ?? 'Somebody else'} corrected this motion ${when}. What you filled in is still here. Nothing is saved. Check it and save again.`,
    changed: 'This changed meanwhile:',
    conflict: (n) =>
      n === 1
        ? 'In one field you filled in different things. Choose there what should stand.'
        : `In ${n} fields you filled in different things. Choose there what should stand.`,
    theirs: (value) => `Now it says: “${value}”.`,
    empty: 'Now it is empty.',
    take: 'Keep what stands there now',
  },
  history: {
    title: 'Earlier corrections',
    on: (iso) => `Corrected on ${date(iso)}`,
    summary: (iso, fields) => `Corrected on ${date(iso)}: ${fields}.`,
    by: (name) => `by ${name}`,
    wasBecame: (was, became) => `first “${was}”, now “${became}”`,
    added: (became) => `now “${became}”; first it was empty`,
    removed: (was) => `now empty; first “${was}”`,
    hidden: (became) => `now “${became}”; what stood there first is not public`,
    hiddenRemoved: 'now empty; what stood there first is not public',
    import: 'taken from a newer version of the old register',
    show: 'What was corrected?',
  },
}
