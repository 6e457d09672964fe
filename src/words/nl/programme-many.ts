import type { ActionLineCode, LineColumn } from '../../programme/index.ts'
import { countOf, figureOf, formatDate, listOf } from '../format.ts'

const count = (n: number) => countOf(n, 'actie', 'acties', 'nl')

/** Setting up much of a programme at once. */
export const programmeManyWords = {
  title: 'Veel acties tegelijk',
  way: 'Veel acties tegelijk',
  lead: 'Maak een lijst in een rekenblad, met één actie op elke regel. Kopieer de regels en plak ze hier. Er verandert pas iets als je hebt gezien hoe ze zijn gelezen.',
  lines: 'De regels',
  linesHint:
    'De kolommen in de volgorde hieronder, of in een andere volgorde als de namen van de kolommen erboven staan. Alleen de eerste kolom is nodig: wat leeg is, blijft onbekend.',
  pillar: 'In welke pijler komen regels zonder pijler?',
  pillarNone: 'Elke regel noemt zijn pijler',
  look: 'Kijk na',
  lookAgain: 'Kijk opnieuw na',
  add: (n: number) => `Zet ${count(n)} in het programma`,
  edit: 'Wijzig de regels',
  columns: 'Welke kolommen?',
  sheet: 'Leeg rekenblad met deze kolommen (CSV)',
  column: (column: LineColumn, year: number) =>
    ({
      title: 'Actie',
      pillar_id: 'Pijler',
      owner: 'Wie doet het',
      portfolio_holder_id: 'Verantwoordelijk',
      partners: 'Samen met',
      starts_on: 'Eerste dag',
      ends_on: 'Laatste dag',
      budget_cents: `Begroting ${year}`,
      milestone: 'Eerste mijlpaal',
      due_on: 'Dag van de mijlpaal',
      served: 'Verzoek',
    })[column],
  about: {
    title: 'wat we gaan doen',
    pillar_id: 'de naam van de pijler, of het nummer',
    owner: 'de naam van een medewerker',
    portfolio_holder_id: 'de naam van iemand van het college',
    partners: 'organisaties, met een komma ertussen',
    starts_on: 'zoals 1-2-2027 of 1 februari 2027',
    ends_on: 'net zo',
    budget_cents: 'in euro’s, zoals 12.500; 0 is niets',
    milestone: 'waaraan is te zien dat het gebeurt',
    due_on: 'een datum',
    served: 'het nummer van het verzoek, of meer nummers met een komma ertussen',
  } satisfies Record<LineColumn, string>,
  pillars: (names: readonly string[]) =>
    `Pijlers: ${names.map((name, index) => `${index + 1} ${name}`).join(', ')}.`,
  people: (names: readonly string[]) =>
    names.length === 0 ? 'Er is nog niemand.' : `${listOf(names, 'nl')}.`,
  requests: 'De verzoeken en hun nummer',
  requestsNone: 'Het programma dient nog niets. Laat de kolom Verzoek leeg.',
  earlier: 'Begin met een eerder programma',
  earlierLead:
    'De acties komen als regels hierboven te staan. Dagen en geld gaan niet mee: daarover is voor dit programma nog niets besloten.',
  earlierFrom: (title: string) => `Neem de acties over van ${title}`,
  read: (n: number) => `Zo ${n === 1 ? 'is de regel' : 'zijn de regels'} gelezen`,
  ready: (n: number) => `${count(n)} ${n === 1 ? 'kan' : 'kunnen'} erin. Er is nog niets veranderd.`,
  known: (n: number) =>
    `${count(n)} ${n === 1 ? 'staat' : 'staan'} al in het programma. Daar verandert niets aan.`,
  knownAs: (number: string) => `staat er al, als ${number}`,
  wrong: (n: number) =>
    `${figureOf(n, 'regel vraagt', 'regels vragen', 'nl')} nog een antwoord. Er is niets veranderd.`,
  line: (line: number, title: string) => (title === '' ? `Regel ${line}` : `Regel ${line}: ${title}`),
  cell: (line: number, column: string) => `Regel ${line}, ${column}`,
  with: (partners: readonly string[]) => `met ${listOf(partners, 'nl')}`,
  budget: (year: number, euro: string) => `${year}: ${euro}`,
  milestone: (title: string, due: string | null) =>
    `mijlpaal: ${title}${due ? ` (${formatDate(due, 'nl')})` : ''}`,
  serves: (title: string) => `voor: ${title}`,
  unknown: (columns: readonly string[]) => `onbekend: ${columns.join(', ')}`,
  done: (n: number) => `${count(n)} ${n === 1 ? 'staat' : 'staan'} erin.`,
  requestAction: 'Actie hiervoor',
  requestActionFor: (title: string) => `Actie voor: ${title}`,
  fromMotion: 'Begin een programma voor deze motie',
  indicatorNext: 'Bewaar en voeg de volgende toe',
  indicatorDone: (name: string) => `${name} staat erin. Hieronder kan de volgende.`,
  problem: {
    twice: 'Deze actie staat twee keer in de regels. Haal er één weg.',
    'nothing-new': 'Alle acties staan al in het programma. Er is niets om toe te voegen.',
    'nothing-typed': 'Plak eerst de regels.',
    'too-many-lines': 'Dit zijn te veel regels. Plak er hoogstens 200 tegelijk.',
    'too-many-cells': 'Deze regel heeft meer kolommen dan er zijn. Kijk of de kolommen kloppen.',
    'unknown-heading': 'Deze naam hoort bij geen kolom.',
    'heading-twice': 'Deze kolom staat er twee keer.',
    'heading-missing': 'Boven een kolom met tekst staat geen naam.',
    'not-a-pillar': 'Dit programma heeft geen pijler met deze naam.',
    'not-an-official': 'Geen medewerker heeft deze naam.',
    'not-a-holder': 'Niemand van het college heeft deze naam.',
    'more-of-name': 'Meer dan één heeft deze naam. Kies op de bladzijde van de actie.',
    'not-a-request': 'Geen verzoek heeft dit nummer. De nummers staan onder de regels.',
  } satisfies Record<ActionLineCode, string>,
}
