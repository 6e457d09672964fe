import type { CalendarKind } from '../../council/index.ts'
import { formatDate } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** Feeds, calendars, and the block on pages that offers them. */
export const feedWords = {
  about: {
    all: (place: string) => `Moties en toezeggingen van ${place}`,
    motion: (name: string) => name,
    party: (party: string, place: string) => `Moties van ${party}, ${place}`,
    domain: (domain: string, place: string) => `Moties over ${domain}, ${place}`,
    commitment: (text: string) => `Toezegging: ${text}`,
  },
  subtitle: 'Wat er gebeurt met wat de raad vroeg: openbare feiten uit het register.',
  calendar: (about: string) => `Dagen: ${about}`,
  calendarText:
    'Termijnen van moties en dagen van toezeggingen. Een controledatum is van ons en staat niet in de brief. Dagen die langer dan een jaar voorbij zijn, staan hier alleen bij één motie.',

  registered: 'Opgenomen in het register.',
  letter: (subject: string | null) =>
    subject ? `Brief van het college: ${subject}.` : 'Brief van het college.',
  commitment: 'Toezegging van het college.',
  milestone: (text: string) => `Mijlpaal gehaald: “${text}”.`,
  extendedTo: (on: string) => `Verlengd tot en met ${date(on)}.`,
  on: (on: string, what: string) => `${date(on)}: ${what}`,
  matter: (text: string) => `Onderdeel: “${text}”`,
  promise: (text: string) => `Toezegging: “${text}”`,
  undone: 'Deze stap is later ongedaan gemaakt.',
  undoneTitle: (title: string) => `Teruggenomen: ${title}`,
  titled: (name: string, what: string) => `${name}: ${what}`,

  day: {
    term: (what: string) => `Termijn: ${what}`,
    due: (what: string) => `Toegezegd voor deze dag: ${what}`,
    extended: (what: string) => `Toegezegd voor deze dag, na verlenging: ${what}`,
    check: (what: string) => `Controledatum, van ons: ${what}`,
  } as Record<CalendarKind, (what: string) => string>,
  dayMeans: {
    term: 'Voor deze dag zou dit onderdeel zijn beantwoord.',
    due: 'De brief noemt deze dag.',
    extended: 'De eerste dag is verlengd.',
    check: 'Op deze dag kijken wij of de toezegging is nagekomen. De brief noemt deze dag niet.',
  } as Record<CalendarKind, string>,
  state: (state: string) => `Stand: ${state}.`,

  follow: {
    title: 'Volg',
    motion: 'Blijf op de hoogte van deze motie.',
    party: (party: string) => `Blijf op de hoogte van de moties van ${party}.`,
    domain: (domain: string) => `Blijf op de hoogte van de moties over ${domain}.`,
    all: 'Blijf op de hoogte van alle moties en toezeggingen.',
    commitment: 'Blijf op de hoogte van deze toezegging.',
    email: 'Per e-mail, één keer per week',
    emailMotion: 'Per e-mail, met de motie waar dit voor is',
    emailChoose: 'Per e-mail: kies een motie, partij of onderwerp',
    atom: 'In je nieuwslezer (Atom)',
    calendar: 'De dagen in je agenda',
  },
}
