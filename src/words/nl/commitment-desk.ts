import { capitalise, figureOf, formatDate } from '../format.ts'
import { lifeWords } from './life.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** One commitment at the desk, with the forms for its steps. */
export const commitmentDeskWords = {
  title: (id: number) => `Toezegging ${id}`,
  madeOn: 'Gedaan op',
  inLetter: 'Uit de brief',
  motions: 'Bij',
  ownWords: 'Termijn in de brief',
  check: 'Controledatum',
  checkOurs: (iso: string, rule: string | null) =>
    `${date(iso)}: van ons, niet uit de brief${rule ? ` (${rule})` : ''}`,
  checkClerk: (iso: string) => `${date(iso)}: gekozen door de griffie, niet uit de brief`,
  checkNone: 'geen afgesproken',
  checkUnset: 'nog niet gekozen',
  due: 'Telt nu',
  missed: 'Voorbijgegaan op',
  extensions: 'Verlengd',
  extension: (from: string | null, to: string, on: string) =>
    `${from ? `van ${date(from)} ` : ''}naar ${date(to)}, op ${date(on)}`,
  relations: 'Verband',
  kept: 'Waaruit dat blijkt',
  keptOn: (how: string, iso: string) => `${capitalise(how)} op ${date(iso)}`,
  rests: 'Wat hierop rust',
  restsLead: 'Deze onderdelen zijn afgedaan met deze toezegging, of wachten zo op een besluit.',
  restsNothing: 'Er is niets afgedaan met deze toezegging.',
  toPublic: 'Naar de openbare pagina van deze toezegging',
  history: 'Wat er gebeurde',
  undoneLater: lifeWords.undone,
  steps: 'Wat wil je vastleggen?',
  stepsNone: 'Voor jouw rol is hier nu niets vast te leggen.',

  check_: {
    title: 'Controledatum',
    lead: 'Op deze dag kijken wij of het er is. De dag is van ons en staat niet in de brief. Zo staat het ook op de openbare pagina.',
    offered: (iso: string, rule: string | null) =>
      `Met de termijn van de gemeente is het ${date(iso)}${rule ? ` (${rule})` : ''}.`,
    noRule: 'Uit de brief en de termijn van de gemeente volgt geen dag. Kies er zelf een.',
    choice: 'Wanneer kijken we?',
    onDay: 'Op een dag',
    none: 'Geen controledatum afgesproken',
    on: 'De dag',
    button: 'Controledatum vastleggen',
  },
  keep: {
    title: 'Nagekomen',
    lead: 'Leg vast waaruit blijkt dat het er is. Daarna kun je met dit bewijs de afdoening van het verzoek voorstellen.',
    how: 'Is alles er?',
    kept: 'Ja, het is nagekomen',
    partly: 'Deels: er ontbreekt nog iets',
    reason: 'Toelichting',
    reasonHint: 'Bij deels: wat er nog ontbreekt. Dit wordt openbaar.',
    on: 'Op welke dag is dat gebeurd?',
    onHint: 'Leeg: vandaag',
    button: 'Vastleggen',
  },
  extend: {
    title: 'Verlengen',
    lead: (iso: string | null) =>
      iso
        ? `De dag is nu ${date(iso)}. Die blijft te zien, ook na verlenging.`
        : 'Er is nu geen dag. Na verlenging is die er wel.',
    to: 'Nieuwe dag',
    reason: 'Waarom',
    reasonHint: 'Dit wordt openbaar.',
    button: 'Verlengen',
  },
  lapse: {
    title: 'Vervallen',
    lead: 'De toezegging geldt niet meer. Zij blijft te zien, met de reden.',
    reason: 'Waarom',
    reasonHint: 'Dit wordt openbaar.',
    button: 'Laten vervallen',
  },
  relate: {
    title: 'Verband',
    lead: 'Leg vast dat deze toezegging een eerdere herhaalt, wijzigt of vervangt, of in plaats kwam van een ingetrokken motie.',
    kind: 'Deze toezegging',
    kinds: {
      repeats: 'herhaalt een eerdere toezegging',
      amends: 'wijzigt een eerdere toezegging',
      replaces: 'vervangt een eerdere toezegging, die daarmee vervalt',
      'replaces-motion': 'kwam in plaats van een ingetrokken motie',
    } as Record<string, string>,
    search: 'Zoek een toezegging of een ingetrokken motie',
    searchHint: 'Woorden uit de toezegging, of het nummer of de titel van de motie',
    searchButton: 'Zoeken',
    searchNone: (typed: string) => `Niets gevonden met “${typed}”.`,
    other: 'Welke toezegging?',
    noOthers: 'Bij deze motie staat geen andere toezegging. Zoek er een.',
    motion: 'Welke motie?',
    note: 'Toelichting',
    noteHint: 'Dit wordt openbaar.',
    button: 'Verband vastleggen',
  },
  undo: {
    title: 'Laatste stap ongedaan maken',
    lead: (step: string) => `De laatste stap is: ${step} De stap blijft in de geschiedenis staan.`,
    button: 'Ongedaan maken',
  },
  errors: 'Dit moet nog anders',
  changed: (n: number) =>
    n === 1
      ? 'Intussen is er iets vastgelegd. Wat jij invulde, staat er nog. Kijk of het nog klopt en verstuur het opnieuw.'
      : `Intussen zijn er ${figureOf(n, 'stap', 'stappen', 'nl')} vastgelegd. Wat jij invulde, staat er nog. Kijk of het nog klopt en verstuur het opnieuw.`,
  changedGone: 'Deze stap kan nu niet meer. Dit had je ingevuld:',
  changedBy: (who: string, on: string, step: string) => `${who}, ${date(on)}: ${step}`,
}
