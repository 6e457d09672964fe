import { figureOf, formatDate, formatSpan } from '../format.ts'
import type { todayWords as nl } from '../nl/today.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const todayWords: typeof nl = {
  weekday: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  day: (weekday, iso) => `${weekday} ${date(iso)}`,
  wants: (n) =>
    n === 0
      ? 'Nothing waits for you today.'
      : n === 1
        ? 'One thing wants attention.'
        : `${figureOf(n, 'thing', 'things', 'en')} want attention.`,
  empty: 'Everything is up to date. What a day or a letter changes comes here by itself.',
  emptyFilter: 'There is nothing with this choice.',
  post: (n) =>
    n === 1
      ? 'One document in the inbox still waits.'
      : `${figureOf(n, 'document', 'documents', 'en')} in the inbox still wait.`,
  toPost: 'To the inbox',

  groups: {
    now: 'Now',
    answer: 'Something can be proposed',
    soon: 'The coming weeks',
    complete: 'Still to be completed',
  },
  late: (since, today) => `${formatSpan(since, today, 'en')} late`,
  over: (today, on) => `in ${formatSpan(today, on, 'en')}`,
  today: 'today',
  since: (iso) => `since ${date(iso)}`,
  letterWords: (text) => `“${text}”`,
  checkOurs: (rule) => `check date of ours, not the letter’s${rule ? `: ${rule}` : ''}`,
  checkClerk: 'check date picked by the clerk, not the letter’s',
  also: (reasons) => `Also: ${reasons}`,
  owner: (name) => `portfolio holder ${name}`,
  official: (name) => `official ${name}`,
  commitment: 'commitment',
  noMotion: 'without a motion',

  reasons: {
    'commitment-late': 'Commitment late',
    reopened: 'Reopened',
    'evidence-withdrawn': 'Evidence taken back',
    objected: 'Objection',
    'decision-due': 'Decision needed',
    'term-passed': 'Term passed',
    'claim-waits': 'Letter says something',
    'evidence-offered': 'Evidence came',
    'milestone-reached': 'Milestone reached',
    'check-date-needed': 'Without check date',
    'commitment-near': 'Commitment coming up',
    'term-near': 'Term coming up',
    'term-undated': 'Term without a date',
    'owner-needed': 'Without portfolio holder',
    'proposal-held': 'Held',
    'text-needed': 'Without text',
  },
  filter: {
    title: 'Show',
    choose: 'Choose what you want to see',
    all: 'Everything',
    holder: 'Portfolio holder',
    anyHolder: 'All of them',
    button: 'Show',
    clear: 'Clear choices',
  },
  done: {
    start: 'Taken up.',
    undone: 'Undone.',
  },
  undo: 'Undo',
  see: 'View',
  changed: 'Somebody else changed this meanwhile. Below is how it stands now.',

  official_: {
    lead: (n) =>
      n === 0
        ? 'No matters are assigned to you yet.'
        : n === 1
          ? 'One matter is assigned to you.'
          : `${figureOf(n, 'matter', 'matters', 'en')} are assigned to you.`,
    none: 'The clerk or your portfolio holder assigns them. Then they stand here, with the next step.',
    calm: 'Nothing wants attention now.',
    rest: 'Goes on',
    settled: 'Settled',
  },
}
