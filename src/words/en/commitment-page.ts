import { formatDate, formatSpan } from '../format.ts'
import type { commitmentPageWords as nl } from '../nl/commitment-page.ts'
import { lifeWords as life } from './life.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const commitmentPageWords: typeof nl = {
  name: (id) => `Commitment ${id}`,
  inShort: 'In short',
  chain: 'The chain of this commitment',
  record: 'What was promised',
  words: 'As it stands in the document',
  wordsUnknown: 'Where this stands is not known.',
  course: 'How it went',
  serves: 'What it is for',
  servesMotion: 'With',
  servesNone: 'No motion stands with this commitment.',
  restsLead: 'These parts were settled with this commitment, or wait for a decision so:',
  restedLead: 'These rested on it before:',
  stands: (state, outcome) =>
    `now ${life.state[state]}${state === 'settled' && outcome ? `, ${life.outcome[outcome]}` : ''}`,
  related: 'Other commitments that it relates to',
  relation: {
    repeats: 'Repeats',
    amends: 'Amends',
    replaces: 'Replaces',
    'replaces-motion': 'Took the place of a motion that was withdrawn.',
  },
  later: {
    repeats: 'Was repeated in',
    amends: 'Was amended by',
    replaces: 'Was replaced by',
  },
  toList: 'All commitments',
  rings: {
    promised: 'Promised',
    day: { text: 'Last day', check: 'Check date', extension: 'After extension', none: 'Day' },
    kept: 'Kept',
  },
  ring: {
    passed: (iso) => `${date(iso)}: nothing known yet`,
    moved: (iso) => `${date(iso)}, extended`,
    noDay: 'none agreed',
    late: 'nothing known yet',
    partly: (iso) => `partly, ${date(iso)}`,
    lapsed: (iso) => (iso ? `lapsed, ${date(iso)}` : 'lapsed'),
    notYet: 'not yet',
  },
  short: {
    promised: (iso) => `The college promised this on ${date(iso)}.`,
    textUntil: (iso) => `The document says that it is there by ${date(iso)}.`,
    textFrom: (iso) => `The document says that it comes after ${date(iso)}; it names no last day.`,
    textNone: 'The document names no last day.',
    check: (iso) => `On ${date(iso)} we look whether it is there; that check date is ours.`,
    checked: (iso) => `Our check date was ${date(iso)}.`,
    extended: (from, to) =>
      from ? `The day went from ${date(from)} to ${date(to)}.` : `Later a day was agreed: ${date(to)}.`,
    missed: (iso, ours) =>
      `On ${date(iso)}${ours ? ', our check date,' : ''} this register held nothing about it yet.`,
    late: (since, today) => `Nothing is known about it yet: that is ${formatSpan(since, today, 'en')} late.`,
    kept: (iso) => `On ${date(iso)} it was kept.`,
    partlyKept: (iso) => `On ${date(iso)} it was partly kept.`,
    lapsed: (iso) => (iso ? `On ${date(iso)} it lapsed.` : 'It lapsed.'),
    open: 'It still runs.',
  },
}
