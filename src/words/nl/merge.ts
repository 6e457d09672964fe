import type { MergeField } from '../../council/merge/merge-motions.ts'
import type { PairErrorCode } from '../../council/merge/pairing.ts'

type Of<K extends string> = Record<K, string>

/** Merging a motion that was registered twice. */
export const mergeWords = {
  title: 'Motie samenvoegen',
  lead: 'Is een motie twee keer vastgelegd? Voeg ze hier samen. Alles van de andere motie komt bij deze te staan.',
  choose: 'Welke motie is dezelfde?',
  suggested: 'Deze lijken erop',
  nothingAlike: 'Geen motie lijkt hierop. Zoek hem hieronder.',
  search: 'Zoek op nummer of woorden',
  searchButton: 'Zoek',
  found: 'Gevonden',
  notFound: (search: string) => `Niets gevonden voor “${search}”.`,
  pick: 'Vergelijk',
  pickLong: (title: string) => `Vergelijk met ${title}`,
  beside: 'Naast elkaar',
  stays: 'Deze blijft',
  goes: 'Deze gaat erin op',
  swap: 'Laat de andere blijven',
  other: 'Kies een andere motie',
  submitters: 'Indieners',
  registryNumbers: 'RIS-nummers',
  documents: 'Stukken',
  countDocuments: (n: number) => (n === 1 ? '1 stuk' : `${n} stukken`),
  none: 'geen',
  empty: 'niet bekend',
  fields: 'Wat moet er staan?',
  fieldsLead: 'Alleen wat verschilt. Wat je hier kiest, staat daarna op de openbare pagina.',
  ofKept: 'zo staat het bij de motie die blijft',
  ofGone: 'zo staat het bij de andere',
  allSame: 'Titel, nummer, datum en uitslag zijn bij allebei gelijk.',
  numbersStay: 'Alle nummers blijven bij de motie horen: zij is met elk daarvan te vinden.',
  field: {
    title: 'Titel',
    number: 'Nummer',
    date: 'Datum van de stemming',
    outcome: 'Uitslag',
  } as Of<MergeField>,
  pairs: 'Welke verzoeken zijn dezelfde?',
  pairsLead:
    'Wat dezelfde is, staat er daarna één keer, in de woorden van de motie die blijft. Al het andere komt erbij.',
  noRequests: 'Van de motie die opgaat in de andere zijn geen verzoeken vastgelegd.',
  request: (n: number) => `Verzoek ${n}`,
  part: (letter: string) => `Onderdeel ${letter}`,
  isSame: 'Dit is',
  apart: 'een eigen verzoek: laat het apart staan',
  partApart: 'een eigen onderdeel: laat het apart staan',
  begun: 'Hier is al aan gewerkt.',
  choices: (n: number, text: string) => `${n}. ${text}`,
  pairError: {
    'choice-needed': 'Kies wat dit is.',
    'taken-twice': 'Dit is al gekozen bij een ander. Kies het één keer.',
    'other-request':
      'Dit onderdeel hoort bij een ander verzoek dan je koos. Kies een onderdeel van hetzelfde verzoek.',
    'both-begun':
      'Aan allebei is al gewerkt. Twee keer een verloop kan niet één worden. Laat ze apart staan: dan blijft alles bewaard.',
    'whole-begun':
      'De ene motie volgt dit als geheel, de andere in onderdelen, en aan het geheel is al gewerkt. Laat ze apart staan.',
  } as Of<PairErrorCode>,
  errorTitle: 'Dit moet nog anders',
  changedTitle: 'Iemand anders veranderde intussen een van beide',
  changed: 'Er is niets samengevoegd. Wat je koos, staat er nog. Kijk het na en voeg opnieuw samen.',
  after: 'Wat gebeurt er?',
  effects: [
    'Stukken, brieven, toezeggingen, indieners, verzoeken met hun verloop en volgers van de andere motie gaan naar de motie die blijft.',
    'De andere motie is niet meer openbaar. Haar adres leidt naar de motie die blijft.',
    'Op de openbare pagina staat dat de motie twee keer was vastgelegd en vandaag is samengevoegd.',
  ],
  noWayBack: 'Samenvoegen kun je niet ongedaan maken.',
  sure: 'Ik heb ze naast elkaar gezien: dit is dezelfde motie.',
  sureNeeded: 'Zet hier een vinkje als je zeker weet dat het dezelfde motie is.',
  button: 'Voeg samen',
  cancel: 'Terug zonder samenvoegen',
  done: 'De moties zijn samengevoegd.',
  /** In the course on the public page, after its day. */
  happened: 'Twee keer vastgelegd, en op deze dag samengevoegd',
  was: (number: string | null) => (number ? `ook vastgelegd onder nummer ${number}` : 'ook vastgelegd als'),
}
