import type { CommitmentRelation, MatterState, SettlementOutcome } from '../../council/index.ts'
import { formatDate, formatSpan } from '../format.ts'
import { lifeWords as life } from './life.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** The public page of one commitment. */
export const commitmentPageWords = {
  name: (id: number) => `Toezegging ${id}`,
  inShort: 'In het kort',
  chain: 'De keten van deze toezegging',
  record: 'Wat is toegezegd',
  words: 'Zo staat het in het stuk',
  wordsUnknown: 'Waar dit staat, is niet bekend.',
  course: 'Hoe het ging',
  serves: 'Waar dit voor is',
  servesMotion: 'Bij',
  servesNone: 'Bij deze toezegging staat geen motie.',
  restsLead: 'Deze onderdelen zijn met deze toezegging afgedaan, of wachten zo op een besluit:',
  restedLead: 'Op deze toezegging rustten eerder:',
  stands: (state: MatterState, outcome: SettlementOutcome | null) =>
    `nu ${life.state[state]}${state === 'settled' && outcome ? `, ${life.outcome[outcome]}` : ''}`,
  related: 'Verband met andere toezeggingen',
  relation: {
    repeats: 'Herhaalt',
    amends: 'Wijzigt',
    replaces: 'Vervangt',
    'replaces-motion': 'Kwam in plaats van een motie die is ingetrokken.',
  } as Record<CommitmentRelation, string>,
  later: {
    repeats: 'Is herhaald in',
    amends: 'Is gewijzigd door',
    replaces: 'Is vervangen door',
  } as Record<Exclude<CommitmentRelation, 'replaces-motion'>, string>,
  toList: 'Alle toezeggingen',
  rings: {
    promised: 'Toegezegd',
    day: { text: 'Laatste dag', check: 'Controledatum', extension: 'Na verlenging', none: 'Dag' },
    kept: 'Nagekomen',
  },
  ring: {
    passed: (iso: string) => `${date(iso)}: nog niets bekend`,
    moved: (iso: string) => `${date(iso)}, verlengd`,
    noDay: 'geen afgesproken',
    late: 'nog niets bekend',
    partly: (iso: string) => `deels, ${date(iso)}`,
    lapsed: (iso: string | null) => (iso ? `vervallen, ${date(iso)}` : 'vervallen'),
    notYet: 'nog niet',
  },
  short: {
    promised: (iso: string) => `Het college zegde dit toe op ${date(iso)}.`,
    textUntil: (iso: string) => `In het stuk staat dat het er uiterlijk op ${date(iso)} is.`,
    textFrom: (iso: string) =>
      `In het stuk staat dat het na ${date(iso)} komt; een laatste dag staat er niet.`,
    textNone: 'In het stuk staat geen laatste dag.',
    check: (iso: string) => `Wij kijken op ${date(iso)} of het er is; die controledatum is van ons.`,
    checked: (iso: string) => `Onze controledatum was ${date(iso)}.`,
    extended: (from: string | null, to: string) =>
      from ? `De dag ging van ${date(from)} naar ${date(to)}.` : `Later is een dag afgesproken: ${date(to)}.`,
    missed: (iso: string, ours: boolean) =>
      `Op ${date(iso)}${ours ? ', onze controledatum,' : ''} stond er in dit register nog niets over.`,
    late: (since: string, today: string) =>
      `Er is nog niets over bekend: dat is ${formatSpan(since, today, 'nl')} te laat.`,
    kept: (iso: string) => `Op ${date(iso)} is het nagekomen.`,
    partlyKept: (iso: string) => `Op ${date(iso)} is het deels nagekomen.`,
    lapsed: (iso: string | null) => (iso ? `Op ${date(iso)} is het vervallen.` : 'Het is vervallen.'),
    open: 'Het loopt nog.',
  },
}
