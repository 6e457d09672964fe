import { countOf, figureOf, formatDate, formatSpan } from '../format.ts'
import type { Words } from '../index.ts'
import { motionLifeWords } from './motion-life.ts'

const date = (iso: string) => formatDate(iso, 'en')
const count = (n: number, one: string, many: string) => countOf(n, one, many, 'en')
const figure = (n: number, one: string, many: string) => figureOf(n, one, many, 'en')

/** Documents name whom they address in Dutch; nearly always the college. */
const addressee = (to: string | null) => (to === null || /college/i.test(to) ? 'the college' : `“${to}”`)

export const dossierWords: Words['public']['dossier'] = {
  inShort: 'In short',
  chain: 'The course of this motion',
  asked: 'What did the council ask?',
  askedNot: 'What was in the motion?',
  promised: 'What did the college promise?',
  course: 'How it went',
  reasons: 'Why this motion?',
  reasonsSummary: (n) => `${figure(n, 'consideration', 'considerations')} from the motion`,
  votes: 'The vote',
  facts: 'Details',
  documents: 'Documents',
  noDate: 'date unknown',

  life: motionLifeWords,

  summary: {
    it: { motion: 'this motion', amendment: 'this amendment' },
    asked: (on, requests, parts) =>
      `The council asked ${count(requests, 'thing', 'things')}${on ? ` on ${date(on)}` : ''}${parts > 0 ? `, in ${count(parts, 'part', 'parts')}` : ''}`,
    contains: (it, requests, parts) =>
      `There ${requests === 1 ? 'is' : 'are'} ${count(requests, 'request', 'requests')} in ${it}${parts > 0 ? `, in ${count(parts, 'part', 'parts')}` : ''}`,
    declared: (it, on) => `The council adopted ${it}${on ? ` on ${date(on)}` : ''}. It contains no request.`,
    outcome: {
      adopted: () => '',
      rejected: (it, on) =>
        `The council rejected ${it}${on ? ` on ${date(on)}` : ''}. The college need not do anything with it.`,
      withdrawn: (it, on) => `The submitters withdrew ${it}${on ? ` on ${date(on)}` : ''}.`,
      held: (it, on) => `The vote on ${it} was put off${on ? ` on ${date(on)}` : ''}.`,
      'taken-over': (it, on) => `The college took over ${it}${on ? ` on ${date(on)}` : ''}, without a vote.`,
      lapsed: (it, on) => `According to the documents ${it} lapsed${on ? ` on ${date(on)}` : ''}.`,
      'not-voted': (it, on) => `There was no vote on ${it}${on ? ` on ${date(on)}` : ''}.`,
      unknown: () => 'The result of the vote is not in the documents.',
    },
    claim: (claim, it, on, days) => {
      const when =
        days !== null && days > 0 ? `after ${figure(days, 'day', 'days')}, on ${date(on)},` : `on ${date(on)}`
      switch (claim) {
        case 'settled':
          return `The college reported ${when} that ${it} has been settled.`
        case 'partly':
          return `The college reported ${when} that ${it} has been carried out in part.`
        case 'not':
          return `The college reported ${when} that it will not carry out ${it}.`
        case 'in-progress':
          return `The college reported ${when} that it is working on ${it}.`
        case 'none':
          return ''
      }
    },
    basis: {
      'carried-out': 'According to the letter, what the council asked has been carried out.',
      announced:
        'That rests on an announcement: what the letter names did not exist yet when it was written.',
      absorbed: 'According to the letter this belongs to policy that exists already.',
      transferred: 'According to the letter it now lies with another body.',
      overtaken: 'According to the letter it has been overtaken by events.',
      unstated: 'The letter does not explain what that rests on.',
    },
    later: (claim, it, on) => {
      switch (claim) {
        case 'settled':
          return `Later, on ${date(on)}, it reported that ${it} has been settled.`
        case 'partly':
          return `Later, on ${date(on)}, it reported that ${it} has been carried out in part.`
        case 'not':
          return `Later, on ${date(on)}, it reported that it will not carry out ${it}.`
        case 'in-progress':
          return `Later, on ${date(on)}, it reported that it is working on ${it}.`
        case 'none':
          return ''
      }
    },
    open: (from, today) =>
      `Since then, ${formatSpan(from, today, 'en')}, there is no answer from the college here.`,
    openUndated: 'There is no answer from the college here yet.',
    promises: (n) =>
      n === 1
        ? 'The college made one commitment.'
        : `The college made ${count(n, 'commitment', 'commitments')}.`,
  },

  requestIntro: {
    request: (to) => `The council requests ${addressee(to)}:`,
    instruct: (to) => `The council instructs ${addressee(to)}:`,
    'call-upon': (to) => `The council calls upon ${addressee(to)}:`,
    declare: () => 'The council declares:',
    decide: () => 'The council decides:',
  },
  answer: 'Answer',
  answerAt: (claim, iso) => `${claim}, ${date(iso)}`,
  noAnswer: 'no answer yet',
  deadline: 'Term',
  periodic: 'Again and again',
  everyMonths: (months) => (months === 1 ? 'every month' : `every ${months} months`),
  topic: 'Subject',
  source: 'In the document',
  readPassage: 'read the passage',
  inDocument: 'in',
  onPage: (page) => `page ${page}`,
  madeOn: 'Promised',
  term: 'When',
  termFrom: (iso) => `after ${date(iso)}`,
  termUntil: (iso) => `by ${date(iso)}`,
  termBetween: (from, to) => `between ${date(from)} and ${date(to)}`,
  termNone: 'no date given',
  keptIn: 'Reported as kept in',
  repeatedIn: 'Repeated in',

  happened: {
    outcome: {
      adopted: 'Adopted by the council',
      rejected: 'Rejected by the council',
      withdrawn: 'Withdrawn by the submitters',
      held: 'Held over',
      'taken-over': 'Taken over by the college',
      lapsed: 'Lapsed',
      'not-voted': 'Not put to the vote',
      unknown: 'Before the council; the result is not in the documents',
    },
    atProposal: 'with the proposal',
    deadline: 'Until here the council asked for an answer',
    letterAnswers: 'Letter from the college',
    letterMentions: 'Letter from the college that refers to it',
    claim: {
      settled: 'Reported as settled',
      partly: 'Reported as partly carried out',
      not: 'Reported as not carried out',
      'in-progress': 'Reported as in progress',
      none: 'The letter does not say what was done with it',
    },
    commitment: 'Promised',
    expectedFrom: 'To be expected from here',
    expectedUntil: 'To be expected until here',
    nothingSince: 'This register holds nothing about it yet.',
  },

  clauseHeading: {
    noting: 'The council notes',
    considering: 'The council considers',
    opinion: 'The council is of the opinion',
    appreciating: 'The council appreciates',
    other: 'The council also writes',
  },

  voteCount: (votesFor, votesAgainst) => {
    if (votesFor === null && votesAgainst === null) return 'The number of votes is not in the documents.'
    if (votesAgainst === null) return `${figure(votesFor ?? 0, 'vote', 'votes')} for.`
    if (votesFor === null) return `${figure(votesAgainst, 'vote', 'votes')} against.`
    return `${figure(votesFor, 'vote', 'votes')} for and ${votesAgainst} against.`
  },
  partiesFor: 'For',
  partiesAgainst: 'Against',
  partiesDivided: 'Divided',

  number: 'Number',
  registryNumber: 'Registry number',
  atProposal: 'With proposal',
  submittedBy: 'Submitted by',
  submitter: (name, party) => (party ? `${name} (${party})` : name),
  meeting: 'Meeting',
  outcome: 'Result',
  openSince: 'Open for',
  span: (from, to) => formatSpan(from, to, 'en'),
  documentAt: (title, iso) => (iso ? `${title}, ${date(iso)}` : title),
  notVerdict: 'This page says what documents say. Whether it was done well is for the council to judge.',
}
