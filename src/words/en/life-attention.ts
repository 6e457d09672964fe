import type { AttentionReason, AttentionStep } from '../../council/index.ts'
import { formatDate } from '../format.ts'
import type { attentionWords as dutch } from '../nl/life-attention.ts'

const date = (iso: string) => formatDate(iso, 'en')

/** What wants attention, and the next step. */
export const attentionWords: typeof dutch = {
  /** Why something wants attention; `on` is the day that it turns on. */
  attention: {
    'commitment-late': (on) => (on ? `the day of the commitment was ${date(on)}` : 'the commitment is late'),
    reopened: (on) => (on ? `reopened on ${date(on)}` : 'reopened'),
    'evidence-withdrawn': (on) =>
      on ? `what this rests on was taken back on ${date(on)}` : 'what this rests on was taken back',
    objected: () => 'a submitter objected',
    'decision-due': (on) => (on ? `waits for a decision, possible from ${date(on)}` : 'waits for a decision'),
    'term-passed': (on) => (on ? `the term was ${date(on)}` : 'the term has passed'),
    'claim-waits': (on) =>
      on ? `a letter of ${date(on)} says something about it` : 'a letter says something about it',
    'evidence-offered': (on) =>
      on
        ? `a commitment was kept on ${date(on)}; that may be evidence`
        : 'a commitment was kept; that may be evidence',
    'milestone-reached': (on) =>
      on
        ? `the programme reached a milestone on ${date(on)}; that may be evidence`
        : 'the programme reached a milestone; that may be evidence',
    'check-date-needed': () => 'the commitment has no check date yet',
    'commitment-near': (on) => (on ? `the commitment is due on ${date(on)}` : 'the commitment is near'),
    'term-near': (on) => (on ? `the term is ${date(on)}` : 'the term is near'),
    'term-undated': () => 'the term in the text has no date',
    'owner-needed': () => 'no portfolio holder yet',
    'proposal-held': (on) => (on ? `the proposal of ${date(on)} is held` : 'the proposal is held'),
    'text-needed': () => 'the text of the motion is missing',
  } as Record<AttentionReason, (on: string | null) => string>,
  /** The next step, as a button says it. */
  next: {
    'ask-how-it-stands': 'Ask how it stands',
    start: 'Take it up',
    'answer-objection': 'Look at the objection',
    decide: 'Enter the decision',
    propose: 'Make a proposal',
    'note-progress': 'Give an interim report',
    reopen: 'See whether to reopen it',
    'set-check-date': 'Pick a check date',
    'agree-term': 'Agree a term',
    'assign-owner': 'Set who does it',
    'add-text': 'Add the text',
  } as Record<AttentionStep, string>,
}
