import type { unregisterWords as Dutch } from '../nl/unregister.ts'

/** Taking back that a document was registered. */
export const unregisterWords: typeof Dutch = {
  title: 'Undo registering',
  lead: 'Was this document registered by mistake, or with the wrong motion? Take it back. Then you can check it again.',
  link: 'Undo registering',
  after: 'What happens?',
  motions: 'This leaves the register:',
  commitments: 'And what was promised in it:',
  completed: (n) =>
    n === 1
      ? 'What this document filled in of a motion that was there already is empty again.'
      : `What this document filled in of ${n} motions that were there already is empty again.`,
  effects: [
    'The document is in the inbox again, with everything that you had filled in.',
    'The public pages of this document no longer work. Whoever kept the address finds nothing.',
    'Whoever followed such a motion no longer follows it. E-mail that was sent cannot be taken back.',
  ],
  reason: 'Why?',
  reasonHint: 'This is kept with the document. It does not become public.',
  reasonNeeded: 'Write why registering should be undone.',
  button: 'Take back',
  cancel: 'Back',
  errorTitle: 'This needs another answer',
  blockedTitle: 'This is not possible now',
  blockedLead: 'Work has gone on with this document:',
  block: {
    'no-copy':
      'It was registered before Schakel kept what changes then. Correct the motion, or withdraw the letter.',
    step: 'Work was done on a request or commitment. Undo those steps first. Where there was a proposal or decision, it stays.',
    corrected:
      'What it says was corrected later. Such a correction is kept. Correct the motion further yourself.',
    document: 'Another document is about the same motion or commitment. Take that document back first.',
    evidence: 'Words of this document were chosen as evidence or with a report.',
    letter: 'A letter was written about this motion.',
    merged:
      'This motion was merged with another. Undo that first. If that was done already, the motion stays.',
    withdrawn: 'This letter is withdrawn, or was. That history is kept.',
    changed: 'Something else rests on this document, such as an action of the programme. Detach that first.',
  },
  list: {
    title: 'Undo this import',
    lead: 'Was it the wrong list, or were its columns wrong? Reverse what the list did to the register.',
    goes: (n) => (n === 1 ? 'One motion leaves the register.' : `${n} motions leave the register.`),
    pagesGone: 'Their public pages no longer work. Whoever followed such a motion no longer follows it.',
    restores: (n) =>
      n === 1
        ? 'One detail of a motion that was there already becomes what it was. The motion shows this as a correction.'
        : `${n} details of motions that were there already become what they were. The motions show this as corrections.`,
    changed:
      'Of motions that were there already, what was corrected since stays. So do steps and submitters that the list added.',
    kept: 'The list itself is kept. You can import it again afterwards.',
    stays: (n) => (n === 1 ? 'One motion stays' : `${n} motions stay`),
    staysWhy:
      'Work went on with it after the import: a step was taken, something was corrected, or a document belongs to it.',
    andMore: (n) => `and ${n} more`,
    nothing: 'There is nothing left to take back.',
    reasonNeeded: 'Write why the import should be undone.',
    button: 'Take back',
    done: (n) =>
      n === 1 ? 'One motion was taken out of the register.' : `${n} motions were taken out of the register.`,
    restored: (n) => (n === 1 ? 'One detail was put back.' : `${n} details were put back.`),
  },
  done: 'Registering was undone. The document is here again.',
}
