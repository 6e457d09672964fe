import type { partingWords as Dutch } from '../nl/parting.ts'

/** Taking back that two motions were merged. */
export const partingWords: typeof Dutch = {
  title: 'Undo merging',
  lead: 'Was it another motion after all? Then they stand apart again.',
  mergedTitle: 'Merged',
  mergedWith: (title, date) => `With “${title}”, on ${date}.`,
  undo: 'Undo',
  undoLong: (title) => `Undo: merged with “${title}”`,
  stays: 'This one stayed',
  comesBack: 'This one comes back',
  mergedBy: (date, name) => `Merged on ${date}, by ${name}.`,
  after: 'What happens?',
  effects: [
    'The other motion is in the register again, at its own address, with its own documents, submitters, requests, course and followers.',
    'This motion is as it was again: its title, number, date and outcome too.',
    'What happened after the merge stays with the request that it is about.',
    'The public page of both says that they were merged, that they are apart again, and why.',
    'E-mail that followers have had was sent. It cannot be taken back.',
  ],
  since: (n) =>
    n === 1
      ? 'One document was registered with this motion after the merge. It stays here. Check afterwards whether that is right.'
      : `${n} documents were registered with this motion after the merge. They stay here. Check afterwards whether that is right.`,
  reason: 'Why?',
  reasonHint: 'This will be on the public page of both.',
  reasonNeeded: 'Write why they should be apart again.',
  button: 'Take apart',
  cancel: 'Back',
  errorTitle: 'This needs another answer',
  changedTitle: 'Somebody else changed the motion meanwhile',
  changed: 'Nothing was taken apart. What you wrote is still here. Check it and try again.',
  blockedTitle: 'This is not possible now',
  blockedLead: 'After the merge something happened that is about both. This is in the way:',
  block: {
    'no-copy': 'These motions were merged before Schakel kept what changed. It cannot be brought back.',
    'merged-on': 'The motion that stayed was merged itself later. Undo that first:',
    'later-merge': 'Another motion was added later. Undo that first:',
    decided:
      'There was a decision on a request that now stands for both. A decision stands. So the motions can no longer be taken apart:',
    proposed: 'There is a proposal about a request that now stands for both. Withdraw that proposal first:',
    begun:
      'This is followed only since the merge, and work on it began. Undo those steps first. If a proposal was made, it is no longer possible:',
    corrected: 'What the merge changed was corrected later. First put this back as it was after the merge:',
    objected:
      'A submitter of the other motion only has objected. That objection would be nobody’s. So the motions can no longer be taken apart.',
    'letter-under-way':
      'A letter is being written about this motion. Finish and register that letter first, or drop it:',
    changed:
      'What the merge added was used or changed later. So the motions can no longer be taken apart without losing something.',
  },
  field: {
    title: 'Title',
    number: 'Number',
    date: 'Date of the vote',
    outcome: 'Outcome',
    submitters: 'Submitters',
  },
  letter: (id) => `Letter ${id}`,
  done: 'The motions stand apart again.',
  doneOther: 'To the other motion',
  merged: (stayed) =>
    stayed ? 'Merged with another motion' : 'Merged with another motion, which stayed then',
  happened: 'Merging was undone: these are two motions',
  because: 'The reason:',
  asideTitle: 'Another course, which no longer counts',
  asideRead: 'Read it on the public page',
  asideWhy: (date) =>
    `This motion was registered twice, and work was done on both. Since they were merged on ${date}, this course no longer counts. It stays here to be read.`,
}
