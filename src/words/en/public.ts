import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import type { Words } from '../index.ts'

const date = (iso: string) => formatDate(iso, 'en')
const count = (n: number, one: string, many: string) => countOf(n, one, many, 'en')
const figure = (n: number, one: string, many: string) => figureOf(n, one, many, 'en')

/** Documents name whom they address in Dutch; nearly always the college. */
const addressee = (to: string | null) => (to === null || /college/i.test(to) ? 'the college' : `“${to}”`)

export const publicWords: Words['public'] = {
  motion: 'motion',
  amendment: 'amendment',
  numbered: (kind, number) => `${kind === 'motion' ? 'Motion' : 'Amendment'}${number ? ` ${number}` : ''}`,
  date,
  on: (iso) => `on ${date(iso)}`,
  of: (iso) => `of ${date(iso)}`,
  by: (names) => `by ${listOf(names, 'en')}`,
  status: {
    open: 'no answer yet',
    'in-progress': 'reported as in progress',
    'claimed-settled': 'reported as settled',
    'claimed-partly': 'reported as partly carried out',
    'claimed-not': 'reported as not carried out',
    held: 'held over',
    'not-adopted': 'not adopted',
    unknown: 'result unknown',
  },
  onlyAnnounced: 'only announced',

  start: {
    title: (name) => `What did the council of ${name} ask?`,
    lead: 'The municipal council asks the college, the mayor and aldermen, to do things. That is called a motion. Here you read what the council asked, what the college promised and what it reported afterwards. Everything says which document it comes from.',
    search: 'Search the motions',
    searchHint: 'In Dutch, for example: woning, scholing, fietspad',
    searchButton: 'Search',
    newest: 'Newest',
    allMotions: (n) => (n === 1 ? 'See the one motion' : `See all ${figure(n, 'motion', 'motions')}`),
    allCommitments: 'See all commitments',
    commitments: 'What the college promised',
    commitmentsLead:
      'A promise to the council is called a commitment. Those whose date has passed come first.',
    explain: 'New here?',
    explainText: 'Read what a motion, a commitment and a settlement are.',
    explainLink: 'How it works',
    none: 'Nothing has been registered yet. As soon as the clerk registers a letter or motion, it is shown here.',
    answered: (iso) => `Answer from the college on ${date(iso)}`,
  },

  register: {
    title: 'Motions',
    lead: 'All motions and amendments that have been registered, newest first.',
    search: 'Words to search for',
    searchHint: 'In Dutch. Other forms are found too: “motie” also finds “moties”.',
    status: 'Status',
    party: 'Party',
    domain: 'Subject',
    year: 'Year',
    any: { status: 'Any status', party: 'All parties', domain: 'All subjects', year: 'All years' },
    button: 'Search',
    apply: 'Apply choices',
    clear: 'Clear all',
    option: (label, n) => `${label} (${n})`,
    found: (n, search) =>
      n === 0
        ? search
          ? `Nothing found for “${search}”.`
          : 'Nothing found.'
        : `${figure(n, 'motion', 'motions')} found${search ? ` for “${search}”` : ''}.`,
    narrowed: (filters) => `Only: ${listOf(filters, 'en')}.`,
    range: (from, to) => `Numbers ${from} to ${to}.`,
    nothing: 'No motion has been registered yet. As soon as the clerk registers one, it is shown here.',
    nothingFound: 'What can you do?',
    tips: [
      'Check the spelling.',
      'Use fewer or other words.',
      'Take away a choice of status, party, subject or year.',
    ],
    pastEnd: 'This page no longer exists. Go to the first.',
    toFirst: 'To the first page',
    asks: (requests, parts) =>
      parts > 0
        ? `${count(requests, 'request', 'requests')} in ${count(parts, 'part', 'parts')}`
        : count(requests, 'request', 'requests'),
    answeredOn: (iso) => `answer ${date(iso)}`,
  },

  dossier: {
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

    rings: {
      asked: 'Asked',
      answer: 'Answer',
      promised: 'Promised',
      expected: 'Expected',
      kept: 'Kept',
    },
    ringDetail: {
      noAnswer: 'nothing reported yet',
      from: (iso) => `after ${date(iso)}`,
      until: (iso) => `by ${date(iso)}`,
      nothingSeen: (term) => `${term}; nothing known about it yet`,
      undated: 'without a date',
      announced: (iso) => `${date(iso)}, only announced`,
    },

    summary: {
      it: { motion: 'this motion', amendment: 'this amendment' },
      asked: (on, requests, parts) =>
        `The council asked ${count(requests, 'thing', 'things')}${on ? ` on ${date(on)}` : ''}${parts > 0 ? `, in ${count(parts, 'part', 'parts')}` : ''}`,
      contains: (it, requests, parts) =>
        `There ${requests === 1 ? 'is' : 'are'} ${count(requests, 'request', 'requests')} in ${it}${parts > 0 ? `, in ${count(parts, 'part', 'parts')}` : ''}`,
      declared: (it, on) =>
        `The council adopted ${it}${on ? ` on ${date(on)}` : ''}. It contains no request.`,
      outcome: {
        adopted: () => '',
        rejected: (it, on) =>
          `The council rejected ${it}${on ? ` on ${date(on)}` : ''}. The college need not do anything with it.`,
        withdrawn: (it, on) => `The submitters withdrew ${it}${on ? ` on ${date(on)}` : ''}.`,
        held: (it, on) => `The vote on ${it} was put off${on ? ` on ${date(on)}` : ''}.`,
        'taken-over': (it, on) =>
          `The college took over ${it}${on ? ` on ${date(on)}` : ''}, without a vote.`,
        lapsed: (it, on) => `According to the documents ${it} lapsed${on ? ` on ${date(on)}` : ''}.`,
        'not-voted': (it, on) => `There was no vote on ${it}${on ? ` on ${date(on)}` : ''}.`,
        unknown: () => 'The result of the vote is not in the documents.',
      },
      claim: (claim, it, on, days) => {
        const when =
          days !== null && days > 0
            ? `after ${figure(days, 'day', 'days')}, on ${date(on)},`
            : `on ${date(on)}`
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
      promiseKept: (iso) => `According to a letter of ${date(iso)} it has been kept.`,
      promisePast: (kind, iso, today) =>
        `It was to come ${kind === 'from' ? 'after' : 'by'} ${date(iso)}. That is ${formatSpan(iso, today, 'en')} ago; this register holds nothing about it yet.`,
      promiseComing: (kind, iso) => `It is to come ${kind === 'from' ? 'after' : 'by'} ${date(iso)}.`,
      promiseUndated: 'No date was given.',
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
  },

  commitments: {
    title: 'Commitments',
    lead: 'A commitment is a promise by the college to the council. Schakel reads them in letters and works out the date when the letter names one.',
    timing: 'Date',
    year: 'Year',
    any: { timing: 'All', year: 'All years' },
    timingOf: { past: 'date passed', coming: 'still to come', undated: 'without a date' },
    button: 'Show',
    found: (n) => (n === 0 ? 'No commitments found.' : `${figure(n, 'commitment', 'commitments')}.`),
    nothing: 'No commitment has been registered yet.',
    past: (from, today) => `date passed ${formatSpan(from, today, 'en')} ago`,
    kept: 'reported as kept',
    forMotion: 'With',
  },

  document: {
    sheet: 'The text of the document',
    page: (n, of) => `Page ${n} of ${of}`,
    next: 'next',
    previous: 'previous',
    emptyPage: 'There is no text on this page.',
    passage: 'passage',
    found: 'What is in it',
    facts: 'Details',
    redacted:
      'Names, telephone numbers and e-mail addresses of civil servants are blacked out. You read the text, not the original file.',
    date: 'Date',
    reference: 'Reference',
    registryNumber: 'Registry number',
    addressee: 'To',
    department: 'Department',
    signedBy: 'Signed by',
    signatory: (name, role, acting) => (role ? `${name}, ${acting ? 'acting ' : ''}${role}` : name),
    motions: 'Is about',
    mark: {
      field: {
        date: 'date',
        subject: 'subject',
        reference: 'reference',
        registryNumber: 'registry number',
        title: 'title of the motion',
        number: 'number of the motion',
        outcome: 'result',
        votes: 'vote',
        addressee: 'addressee',
        place: 'place',
        department: 'department',
        unit: 'unit',
        proposal: 'proposal',
        signatories: 'signature',
      },
      otherField: 'detail',
      clause: 'consideration',
      request: 'request',
      part: 'part of a request',
      commitment: 'commitment',
      claim: 'what the college reports',
      topic: 'subject',
      submitter: 'submitter',
      vote: 'vote of a party',
    },
    noPassages: 'Nothing is marked in this document.',
  },
}
