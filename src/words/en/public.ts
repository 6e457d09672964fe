import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import type { Words } from '../index.ts'
import { dossierWords } from './dossier.ts'

const date = (iso: string) => formatDate(iso, 'en')
const count = (n: number, one: string, many: string) => countOf(n, one, many, 'en')
const figure = (n: number, one: string, many: string) => figureOf(n, one, many, 'en')

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

  dossier: dossierWords,

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
    topicOf: (topic) => `subject: ${topic}`,
    noPassages: 'Nothing is marked in this document.',
  },
}
