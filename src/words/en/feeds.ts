import { formatDate } from '../format.ts'
import type { feedWords as dutch } from '../nl/feeds.ts'

const date = (iso: string) => formatDate(iso, 'en')

/** Feeds, calendars, and the block on pages that offers them. */
export const feedWords: typeof dutch = {
  about: {
    all: (place) => `Motions and commitments of ${place}`,
    motion: (name) => name,
    party: (party, place) => `Motions of ${party}, ${place}`,
    domain: (domain, place) => `Motions about ${domain}, ${place}`,
    commitment: (text) => `Commitment: ${text}`,
  },
  subtitle: 'What happens to what the council asked: public facts from the register.',
  calendar: (about) => `Days: ${about}`,
  calendarText:
    'Terms of motions and days of commitments. A check date is ours and does not stand in the letter. Days that passed more than a year ago stand here only for a single motion.',

  registered: 'Entered in the register.',
  letter: (subject) => (subject ? `Letter from the college: ${subject}.` : 'Letter from the college.'),
  commitment: 'Commitment of the college.',
  milestone: (text) => `Milestone reached: “${text}”.`,
  extendedTo: (on) => `Extended up to and including ${date(on)}.`,
  on: (on, what) => `${date(on)}: ${what}`,
  matter: (text) => `Matter: “${text}”`,
  promise: (text) => `Commitment: “${text}”`,
  undone: 'This step was taken back later.',
  undoneTitle: (title) => `Taken back: ${title}`,
  titled: (name, what) => `${name}: ${what}`,

  day: {
    term: (what) => `Term: ${what}`,
    due: (what) => `Promised for this day: ${what}`,
    extended: (what) => `Promised for this day, after an extension: ${what}`,
    check: (what) => `Check date, ours: ${what}`,
  },
  dayMeans: {
    term: 'By this day this matter was to be answered.',
    due: 'The letter names this day.',
    extended: 'The first day was extended.',
    check: 'On this day we look whether the commitment was kept. The letter does not name this day.',
  },
  state: (state) => `State: ${state}.`,

  follow: {
    title: 'Follow',
    motion: 'Stay informed about this motion.',
    party: (party) => `Stay informed about the motions of ${party}.`,
    domain: (domain) => `Stay informed about the motions about ${domain}.`,
    all: 'Stay informed about all motions and commitments.',
    commitment: 'Stay informed about this commitment.',
    emailMotion: 'By e-mail, with the motion that it is for',
    email: 'By e-mail, once a week',
    emailChoose: 'By e-mail: choose a motion, party or subject',
    atom: 'In your news reader (Atom)',
    calendar: 'The days in your calendar',
  },
}
