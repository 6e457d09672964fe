import { countOf } from '../format.ts'
import type { caseNetwork as nl } from '../nl/case-network.ts'

const people = (n: number) => countOf(n, 'person', 'people', 'en')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const caseNetwork: typeof nl = {
  title: 'Who stand around her',
  intro: 'Whether somebody is safe, she says herself.',
  none: 'There is nobody in her network yet.',
  legend: 'A circle is somebody of her life, a square a professional. Green she herself calls safe.',
  table: 'As a table',
  edit: 'Change',
  she: 'she',
  unsafe: 'unsafe',
  alt: (safe, unsafe, unknown, helpers) =>
    capital(
      `network: ${people(safe)} she calls safe, ${countOf(unsafe, 'unsafe contact', 'unsafe contacts', 'en')}, ${countOf(unknown, 'contact', 'contacts', 'en')} she did not say it of, ${countOf(helpers, 'professional', 'professionals', 'en')}.`,
    ),
  safeNow: (n) => `${capital(people(n))} she calls safe`,
  more: (n, month) => `${countOf(n, 'more', 'more', 'en')} than in ${month}`,
  fewer: (n, month) => `${countOf(n, 'fewer', 'fewer', 'en')} than in ${month}`,
  same: (month) => `as many as in ${month}`,
  months: 'January February March April May June July August September October November December'.split(' '),
  grows: 'grows',
  shrinks: 'shrinks',
  who: 'Who is it?',
  whoHint: 'What this person is to her, such as neighbour. No name is needed.',
  kind: 'Of her life, or a professional?',
  kinds: { informal: 'of her life', professional: 'professional' },
  verdict: 'What does she say herself?',
  verdicts: { safe: 'safe', unsafe: 'unsafe', unknown: 'she did not say' },
  closeness: 'How near?',
  near: { 1: 'near', 2: 'less near', 3: 'at a distance' },
  since: 'Since',
  until: 'Until',
  add: 'Add somebody',
  save: 'Save',
  change: 'Change',
  end: 'Around her no longer',
  endIntro: 'This person disappears from the map. What stood there is kept.',
  endSubmit: 'Take off the map',
  before: 'Around her before',
  history: 'What stood there before',
  was: (what, name, day) => `${what}, until ${name} changed it on ${day}`,
}
