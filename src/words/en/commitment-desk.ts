import { capitalise, figureOf, formatDate } from '../format.ts'
import type { commitmentDeskWords as nl } from '../nl/commitment-desk.ts'
import { lifeWords } from './life.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const commitmentDeskWords: typeof nl = {
  title: (id) => `Commitment ${id}`,
  madeOn: 'Made on',
  inLetter: 'In the letter',
  motions: 'About',
  ownWords: 'Term in the letter',
  check: 'Check date',
  checkOurs: (iso, rule) => `${date(iso)}: ours, not the letter’s${rule ? ` (${rule})` : ''}`,
  checkClerk: (iso) => `${date(iso)}: picked by the clerk, not the letter’s`,
  checkNone: 'none agreed',
  checkUnset: 'not chosen yet',
  due: 'Counts now',
  missed: 'Passed on',
  extensions: 'Extended',
  extension: (from, to, on) => `${from ? `from ${date(from)} ` : ''}to ${date(to)}, on ${date(on)}`,
  relations: 'Related to',
  kept: 'What shows it',
  keptOn: (how, iso) => `${capitalise(how)} on ${date(iso)}`,
  rests: 'What rests on it',
  restsLead: 'These matters were settled on this commitment, or wait for a decision that way.',
  restsNothing: 'Nothing was settled on this commitment.',
  toPublic: 'To the public page of this commitment',
  history: 'What happened',
  undoneLater: lifeWords.undone,
  steps: 'What do you want to record?',
  stepsNone: 'There is nothing for your role to record here now.',

  check_: {
    title: 'Check date',
    lead: 'On this day we look whether it is there. The day is ours and does not stand in the letter. The public page says so too.',
    offered: (iso, rule) => `By the municipality’s term it is ${date(iso)}${rule ? ` (${rule})` : ''}.`,
    noRule: 'No day follows from the letter and the municipality’s term. Pick one yourself.',
    choice: 'When do we look?',
    onDay: 'On a day',
    none: 'No check date agreed',
    on: 'The day',
    button: 'Record the check date',
  },
  keep: {
    title: 'Kept',
    lead: 'Record what shows that it is there. With this evidence you can then propose to settle the request.',
    how: 'Is all of it there?',
    kept: 'Yes, it was kept',
    partly: 'Partly: something is still missing',
    reason: 'Explanation',
    reasonHint: 'If partly: what is still missing. This becomes public.',
    on: 'On which day did that happen?',
    onHint: 'Empty: today',
    button: 'Record',
  },
  extend: {
    title: 'Extend',
    lead: (iso) =>
      iso
        ? `The day is now ${date(iso)}. It stays to be seen, after an extension too.`
        : 'There is no day now. After an extension there is.',
    to: 'New day',
    reason: 'Why',
    reasonHint: 'This becomes public.',
    button: 'Extend',
  },
  lapse: {
    title: 'Lapsed',
    lead: 'The commitment no longer holds. It stays to be seen, with the reason.',
    reason: 'Why',
    reasonHint: 'This becomes public.',
    button: 'Let it lapse',
  },
  relate: {
    title: 'Relation',
    lead: 'Record that this commitment repeats, amends or replaces an earlier one, or came instead of a motion that was withdrawn.',
    kind: 'This commitment',
    kinds: {
      repeats: 'repeats an earlier commitment',
      amends: 'amends an earlier commitment',
      replaces: 'replaces an earlier commitment, which lapses',
      'replaces-motion': 'came instead of a withdrawn motion',
    },
    search: 'Search for a commitment or a withdrawn motion',
    searchHint: 'Words of the commitment, or number or title of the motion. They are in Dutch.',
    searchButton: 'Search',
    searchNone: (typed) => `Nothing found with “${typed}”.`,
    other: 'Which commitment?',
    noOthers: 'This motion has no other commitment. Search for one.',
    motion: 'Which motion?',
    note: 'Explanation',
    noteHint: 'This becomes public.',
    button: 'Record the relation',
  },
  undo: {
    title: 'Undo the last step',
    lead: (step) => `The last step is: ${step} The step stays in the history.`,
    button: 'Undo',
  },
  errors: 'Something has to change',
  changed: (n) =>
    n === 1
      ? 'Meanwhile something was recorded. What you filled in is still here. See whether it still holds and send it again.'
      : `Meanwhile ${figureOf(n, 'step', 'steps', 'en')} were recorded. What you filled in is still here. See whether it still holds and send it again.`,
  changedGone: 'This step is no longer possible. You had filled in:',
  changedBy: (who, on, step) => `${who}, ${date(on)}: ${step}`,
}
