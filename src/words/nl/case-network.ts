import type { ContactKind, SafetyVerdict } from '../../reintegration/index.ts'
import { countOf } from '../format.ts'

const people = (n: number) => countOf(n, 'mens', 'mensen', 'nl')
/** A sentence begins with "Eén". */
const capital = (text: string) =>
  text.startsWith('één') ? `Eén${text.slice(3)}` : text.charAt(0).toUpperCase() + text.slice(1)

export const caseNetwork = {
  title: 'Wie er om haar heen staan',
  intro: 'Of iemand veilig is, zegt zij zelf.',
  none: 'Er staat nog niemand in haar netwerk.',
  legend: 'Rond is iemand uit haar leven, vierkant een hulpverlener. Groen noemt zij zelf veilig.',
  table: 'Als tabel',
  edit: 'Aanpassen',
  she: 'zij',
  unsafe: 'onveilig',
  alt: (safe: number, unsafe: number, unknown: number, helpers: number) =>
    capital(
      `netwerk: ${people(safe)} die zij veilig noemt, ${countOf(unsafe, 'onveilig contact', 'onveilige contacten', 'nl')}, ${countOf(unknown, 'contact', 'contacten', 'nl')} waarvan zij het niet zei, ${countOf(helpers, 'hulpverlener', 'hulpverleners', 'nl')}.`,
    ),
  safeNow: (n: number) => `${capital(people(n))} die zij veilig noemt`,
  more: (n: number, month: string) => `${countOf(n, 'meer', 'meer', 'nl')} dan in ${month}`,
  fewer: (n: number, month: string) => `${countOf(n, 'minder', 'minder', 'nl')} dan in ${month}`,
  same: (month: string) => `evenveel als in ${month}`,
  months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
  grows: 'groeit',
  shrinks: 'krimpt',
  who: 'Wie is het?',
  whoHint: 'Wat deze persoon voor haar is, zoals buurvrouw. Een naam hoeft niet.',
  kind: 'Uit haar leven of hulpverlener?',
  kinds: { informal: 'uit haar leven', professional: 'hulpverlener' } satisfies Record<ContactKind, string>,
  verdict: 'Wat zegt zij zelf?',
  verdicts: {
    safe: 'veilig',
    unsafe: 'onveilig',
    unknown: 'zij heeft het niet gezegd',
  } satisfies Record<SafetyVerdict, string>,
  closeness: 'Hoe dichtbij?',
  near: { 1: 'dichtbij', 2: 'minder dichtbij', 3: 'op afstand' },
  since: 'Sinds',
  until: 'Tot',
  add: 'Iemand toevoegen',
  save: 'Bewaren',
  change: 'Aanpassen',
  end: 'Niet meer om haar heen',
  endIntro: 'Deze persoon verdwijnt van de kaart. Wat er stond blijft bewaard.',
  endSubmit: 'Van de kaart halen',
  before: 'Eerder om haar heen',
  history: 'Wat er eerder stond',
  was: (what: string, name: string, day: string) => `${what}, tot ${name} het op ${day} aanpaste`,
}
