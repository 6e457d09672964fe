import type { Claim, ClauseKind, Outcome, RequestKind } from '../../council/read/reading.ts'
import { capitalise, countOf, figureOf, formatDate, formatSpan } from '../format.ts'
import { motionLifeWords } from './motion-life.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const count = (n: number, one: string, many: string) => countOf(n, one, many, 'nl')
const figure = (n: number, one: string, many: string) => figureOf(n, one, many, 'nl')

/** The page of one motion. */
export const dossierWords = {
  inShort: 'In het kort',
  chain: 'De weg van deze motie',
  asked: 'Wat vroeg de raad?',
  askedNot: 'Wat stond in de motie?',
  promised: 'Wat beloofde het college?',
  course: 'Hoe het ging',
  reasons: 'Waarom deze motie?',
  reasonsSummary: (n: number) => `${capitalise(figure(n, 'overweging', 'overwegingen'))} uit de motie`,
  votes: 'De stemming',
  facts: 'Gegevens',
  documents: 'Stukken',
  noDate: 'datum onbekend',

  life: motionLifeWords,

  summary: {
    it: { motion: 'deze motie', amendment: 'dit amendement' },
    /** Goes on with the parts, when there are any. */
    asked: (on: string | null, requests: number, parts: number) =>
      `De raad vroeg${on ? ` op ${date(on)}` : ''} ${count(requests, 'ding', 'dingen')}${parts > 0 ? `, in ${count(parts, 'deel', 'delen')}` : ''}`,
    /** The same, where it is not known that the council asked it. */
    contains: (it: string, requests: number, parts: number) =>
      `In ${it} ${requests === 1 ? 'staat' : 'staan'} ${count(requests, 'verzoek', 'verzoeken')}${parts > 0 ? `, in ${count(parts, 'deel', 'delen')}` : ''}`,
    declared: (it: string, on: string | null) =>
      `De raad nam ${it}${on ? ` op ${date(on)}` : ''} aan. Er staat geen verzoek in.`,
    outcome: {
      adopted: () => '',
      rejected: (it, on) =>
        `De raad verwierp ${it}${on ? ` op ${date(on)}` : ''}. Het college hoeft er niets mee te doen.`,
      withdrawn: (it, on) => `De indieners trokken ${it}${on ? ` op ${date(on)}` : ''} in.`,
      held: (it, on) => `De stemming over ${it} is${on ? ` op ${date(on)}` : ''} uitgesteld.`,
      'taken-over': (it, on) => `Het college nam ${it}${on ? ` op ${date(on)}` : ''} over, zonder stemming.`,
      lapsed: (it, on) => `Volgens de stukken is ${it}${on ? ` op ${date(on)}` : ''} vervallen.`,
      'not-voted': (it, on) => `Over ${it} is${on ? ` op ${date(on)}` : ''} niet gestemd.`,
      unknown: () => 'De uitslag van de stemming staat niet in de stukken.',
    } as Record<Outcome, (it: string, on: string | null) => string>,
    claim: (claim: Claim, it: string, on: string, days: number | null) => {
      const when =
        days !== null && days > 0 ? `na ${figure(days, 'dag', 'dagen')}, op ${date(on)},` : `op ${date(on)}`
      switch (claim) {
        case 'settled':
          return `Het college meldde ${when} dat ${it} is afgedaan.`
        case 'partly':
          return `Het college meldde ${when} dat ${it} deels is uitgevoerd.`
        case 'not':
          return `Het college meldde ${when} dat het ${it} niet uitvoert.`
        case 'in-progress':
          return `Het college meldde ${when} dat het aan ${it} werkt.`
        case 'none':
          return ''
      }
    },
    basis: {
      'carried-out': 'Volgens de brief is uitgevoerd wat de raad vroeg.',
      announced: 'Dat steunt op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
      absorbed: 'Volgens de brief hoort dit bij beleid dat er al is.',
      transferred: 'Volgens de brief ligt het nu bij een ander.',
      overtaken: 'Volgens de brief is het ingehaald door de tijd.',
      unstated: 'De brief legt niet uit waarop dat steunt.',
    },
    later: (claim: Claim, it: string, on: string) => {
      switch (claim) {
        case 'settled':
          return `Later, op ${date(on)}, meldde het dat ${it} is afgedaan.`
        case 'partly':
          return `Later, op ${date(on)}, meldde het dat ${it} deels is uitgevoerd.`
        case 'not':
          return `Later, op ${date(on)}, meldde het dat het ${it} niet uitvoert.`
        case 'in-progress':
          return `Later, op ${date(on)}, meldde het dat het aan ${it} werkt.`
        case 'none':
          return ''
      }
    },
    open: (from: string, today: string) =>
      `Sindsdien, ${formatSpan(from, today, 'nl')}, staat hier nog geen antwoord van het college.`,
    openUndated: 'Er staat hier nog geen antwoord van het college.',
    promises: (n: number) =>
      n === 1
        ? 'Het college deed één toezegging.'
        : `Het college deed ${count(n, 'toezegging', 'toezeggingen')}.`,
  },

  requestIntro: {
    request: (to: string | null) => `De raad verzoekt ${to ?? 'het college'}:`,
    instruct: (to: string | null) => `De raad draagt ${to ?? 'het college'} op:`,
    'call-upon': (to: string | null) => `De raad roept ${to ?? 'het college'} op:`,
    declare: () => 'De raad spreekt uit:',
    decide: () => 'De raad besluit:',
  } satisfies Record<RequestKind, (to: string | null) => string> as Record<
    RequestKind,
    (to: string | null) => string
  >,
  answer: 'Antwoord',
  answerAt: (claim: string, iso: string) => `${claim}, ${date(iso)}`,
  noAnswer: 'nog geen antwoord',
  deadline: 'Termijn',
  periodic: 'Steeds opnieuw',
  everyMonths: (months: number) => (months === 1 ? 'elke maand' : `elke ${months} maanden`),
  topic: 'Onderwerp',
  source: 'In het stuk',
  readPassage: 'lees de passage',
  inDocument: 'in',
  onPage: (page: number) => `bladzijde ${page}`,
  madeOn: 'Toegezegd',
  term: 'Wanneer',
  termFrom: (iso: string) => `na ${date(iso)}`,
  termUntil: (iso: string) => `uiterlijk ${date(iso)}`,
  termBetween: (from: string, to: string) => `tussen ${date(from)} en ${date(to)}`,
  termNone: 'geen datum genoemd',
  keptIn: 'Gemeld als nagekomen in',
  repeatedIn: 'Herhaald in',

  happened: {
    outcome: {
      adopted: 'Aangenomen door de raad',
      rejected: 'Verworpen door de raad',
      withdrawn: 'Ingetrokken door de indieners',
      held: 'Aangehouden',
      'taken-over': 'Overgenomen door het college',
      lapsed: 'Vervallen',
      'not-voted': 'Niet in stemming gebracht',
      unknown: 'Behandeld in de raad; de uitslag staat niet in de stukken',
    } satisfies Record<Outcome, string> as Record<Outcome, string>,
    atProposal: 'bij het voorstel',
    deadline: 'Tot hier vroeg de raad om een antwoord',
    letterAnswers: 'Brief van het college',
    letterMentions: 'Brief van het college die ernaar verwijst',
    claim: {
      settled: 'Gemeld als afgedaan',
      partly: 'Gemeld als deels uitgevoerd',
      not: 'Gemeld als niet uitgevoerd',
      'in-progress': 'Gemeld als in uitvoering',
      none: 'De brief zegt niet wat ermee is gedaan',
    } satisfies Record<Claim, string> as Record<Claim, string>,
    commitment: 'Toegezegd',
    expectedFrom: 'Vanaf hier te verwachten',
    expectedUntil: 'Tot hier te verwachten',
    nothingSince: 'In dit register staat er nog niets over.',
  },

  clauseHeading: {
    noting: 'De raad stelt vast',
    considering: 'De raad overweegt',
    opinion: 'De raad vindt',
    appreciating: 'De raad waardeert',
    other: 'De raad schrijft verder',
  } satisfies Record<ClauseKind, string> as Record<ClauseKind, string>,

  voteCount: (votesFor: number | null, votesAgainst: number | null) => {
    if (votesFor === null && votesAgainst === null) return 'Het aantal stemmen staat niet in de stukken.'
    if (votesAgainst === null) return `${figure(votesFor ?? 0, 'stem', 'stemmen')} voor.`
    if (votesFor === null) return `${figure(votesAgainst, 'stem', 'stemmen')} tegen.`
    return `${figure(votesFor, 'stem', 'stemmen')} voor en ${votesAgainst} tegen.`
  },
  partiesFor: 'Voor',
  partiesAgainst: 'Tegen',
  partiesDivided: 'Verdeeld',

  number: 'Nummer',
  registryNumber: 'Registernummer',
  atProposal: 'Bij voorstel',
  submittedBy: 'Ingediend door',
  submitter: (name: string, party: string | null) => (party ? `${name} (${party})` : name),
  meeting: 'Vergadering',
  outcome: 'Uitslag',
  openSince: 'Open sinds',
  span: (from: string, to: string) => formatSpan(from, to, 'nl'),
  documentAt: (title: string, iso: string | null) => (iso ? `${title}, ${date(iso)}` : title),
  notVerdict: 'Hier staat wat stukken zeggen. Of het goed is gedaan, is aan de raad.',
}
