import type { DaySource, OpenGroup, WishAge, WishDelay, WishGroup, WishStand } from '../../council/index.ts'
import { figureOf, formatDate, formatNumber } from '../format.ts'

const n = (count: number) => formatNumber(count, 'nl')
const parts = (count: number) => figureOf(count, 'onderdeel', 'onderdelen', 'nl')
const promises = (count: number) => figureOf(count, 'toezegging', 'toezeggingen', 'nl')
const days = (count: number) => figureOf(count, 'dag', 'dagen', 'nl')
type Of<K extends string> = Record<K, string>

/** How the council's wishes fare: the page with counts. */
export const wishWords = {
  title: 'Zo vergaat het de wensen van de raad',
  short: 'Wensen van de raad',
  nav: 'Wensen',
  lead: 'Wat de raad vroeg in moties die zijn aangenomen of overgenomen, en wat daarvan is geworden. Dit zijn tellingen, geen oordeel.',
  part: 'Elk verzoek, en elk deel van een verzoek, telt als één onderdeel.',
  nothing: 'Er zijn nog geen aangenomen moties waarvan de verzoeken worden gevolgd.',
  nothingChosen: 'Met deze keuzes is er niets te tellen.',
  answer: (all: number, settled: number, open: number) =>
    `Van ${all === 1 ? 'het ene onderdeel' : `de ${parts(all)}`} ${settled === 1 ? 'is er' : 'zijn er'} ${n(settled)} afgedaan en ${open === 1 ? 'staat er' : 'staan er'} ${n(open)} nog open.`,
  start: (all: number, settled: number, late: number) =>
    `Van ${all === 1 ? 'het ene onderdeel dat de raad vroeg, is' : `de ${parts(all)} die de raad vroeg, ${settled === 1 ? 'is' : 'zijn'}`} er ${n(settled)} afgedaan. Van ${promises(late)} is de dag voorbij.`,
  startLink: 'Zo vergaat het de wensen van de raad',

  filter: {
    label: 'Kies wat je wilt zien',
    year: 'Jaar van de motie',
    party: 'Partij van de indieners',
    domain: 'Onderwerp',
    anyYear: 'alle jaren',
    anyParty: 'alle partijen',
    anyDomain: 'alle onderwerpen',
    button: 'Keuzes toepassen',
    clear: 'Alle keuzes wissen',
    chosen: (what: string) => `Alleen: ${what}.`,
  },

  group: {
    settled: 'afgedaan met bewijs',
    announced: 'afgedaan op een aankondiging',
    'unknown-evidence': 'afgedaan, bewijs onbekend',
    proposed: 'wacht op een besluit',
    reopened: 'weer open',
    open: 'nog open',
  } as Of<WishGroup>,
  stand: {
    'carried-out': 'afgedaan: uitgevoerd',
    partly: 'afgedaan: deels uitgevoerd',
    not: 'afgedaan: niet uitgevoerd',
    absorbed: 'afgedaan: opgegaan in ander beleid',
    transferred: 'afgedaan: overgedragen aan een ander',
    overtaken: 'afgedaan: achterhaald',
    announced: 'afgedaan: alleen aangekondigd',
    'unknown-evidence': 'afgedaan, bewijs onbekend',
    proposed: 'wacht op een besluit',
    reopened: 'weer open: eerder afgedaan',
    open: 'nog open',
  } as Of<WishStand>,
  openGroup: {
    proposed: 'wacht op een besluit',
    reopened: 'weer open',
    open: 'nog open',
  } as Of<OpenGroup>,
  age: {
    '13-weeks': 'tot en met 13 weken',
    '26-weeks': '14 tot en met 26 weken',
    '1-year': 'een half jaar tot een jaar',
    '2-years': 'één tot twee jaar',
    '4-years': 'twee tot vier jaar',
    longer: 'langer dan vier jaar',
    undated: 'dag van de motie onbekend',
  } as Of<WishAge>,
  delay: {
    undated: 'zonder dag',
    coming: 'dag nog niet voorbij',
    '4-weeks': 'tot en met 4 weken voorbij',
    '13-weeks': '5 tot en met 13 weken voorbij',
    '26-weeks': '14 tot en met 26 weken voorbij',
    '1-year': 'een half jaar tot een jaar voorbij',
    longer: 'langer dan een jaar voorbij',
  } as Of<WishDelay>,
  source: {
    letter: 'dag uit de brief',
    extension: 'dag na verlenging',
    check: 'controledatum, van ons',
    none: 'geen dag',
  } as Of<DaySource>,
  noParty: 'partij niet bekend',
  noDomain: 'geen onderwerp bekend',

  column: {
    state: 'Stand',
    matters: 'Onderdelen',
    age: 'Open sinds de motie',
    party: 'Partij',
    domain: 'Onderwerp',
    total: 'Samen',
    time: 'Tijd na de motie',
    days: 'Dagen na de motie',
    atRisk: 'Nog gevolgd en niet afgedaan',
    settledBy: 'Afgedaan tot en met die dag',
    settledOn: 'Afgedaan op die dag',
    share: 'Deel dat nog niet is afgedaan',
    delay: 'Dag van de toezegging',
  },
  unit: { matters: 'onderdelen', commitments: 'toezeggingen' },
  table: 'De cijfers in een tabel',
  download: 'Deze tabel als bestand (csv)',

  stands: {
    title: 'Wat ervan is geworden',
    reading: (settled: number, announced: number, unknown: number, open: number) =>
      `Met bewijs afgedaan: ${n(settled)}; alleen op een aankondiging: ${n(announced)}; afgedaan zonder dat iemand weet waarop: ${n(unknown)}; niet afgedaan: ${n(open)}.`,
  },
  ages: {
    title: 'Hoe lang open wensen al openstaan',
    none: 'Er staat niets open.',
    reading: (open: number, overAYear: number) =>
      `Van ${parts(open)} die openstaan, ${overAYear === 1 ? 'is' : 'zijn'} er ${n(overAYear)} langer dan een jaar geleden gevraagd.`,
  },
  parties: {
    title: 'Naar de partij van de indieners',
    reading: (withOpen: number, all: number) =>
      `Bij ${n(withOpen)} van de ${n(all)} partijen staat nog iets open.`,
    note: 'Dit is geen ranglijst. Een motie wordt gedragen door iedereen die voor stemde, niet alleen door wie haar indiende. Een motie van meer partijen telt bij elk van hen mee.',
  },
  domains: {
    title: 'Naar onderwerp',
    reading: (domain: string, all: number, open: number) =>
      `Over ${domain} vroeg de raad het meest: ${parts(all)}, waarvan er ${n(open)} ${open === 1 ? 'openstaat' : 'openstaan'}.`,
  },
  survival: {
    title: 'Hoe lang het duurt tot iets is afgedaan',
    half: (count: number) => `de helft: ${days(count)}`,
    reading: (median: number) => `Na ${days(median)} was de helft afgedaan.`,
    noMedian: (share: string) =>
      `De helft is nog niet bereikt: ${share} is nog niet afgedaan aan het eind van de lijn.`,
    none: 'Nog niets is afgedaan, dus er is nog geen tijd te tellen.',
    axis: 'Deel dat nog niet is afgedaan, naar tijd na de motie.',
    atRisk: 'Onderdelen die nog worden gevolgd:',
    leftOut: (count: number) =>
      `${parts(count)} ${count === 1 ? 'telt' : 'tellen'} hier niet mee, omdat een dag niet bekend is of niet klopt.`,
    at: (count: number) =>
      count === 0
        ? '0'
        : count < 365
          ? figureOf(Math.round(count / 7), 'week', 'weken', 'nl')
          : `${n(Math.round(count / 365.25))} jaar`,
    share: (share: number) => `${n(Math.round(share * 1000) / 10)} %`,
  },
  commitments: {
    title: 'Toezeggingen die nog lopen',
    none: 'Er loopt geen toezegging.',
    reading: (running: number, late: number, longest: number) =>
      late === 0
        ? `Van ${promises(running)} die ${running === 1 ? 'loopt' : 'lopen'}, is van geen de dag voorbij.`
        : `Van ${promises(running)} die ${running === 1 ? 'loopt' : 'lopen'}, is van ${n(late)} de dag voorbij; de langste ${days(longest)}.`,
    link: 'Bekijk alle toezeggingen',
  },

  method: {
    title: 'Zo is geteld',
    paragraphs: [
      'Geteld zijn de verzoeken van moties die zijn aangenomen of door het college overgenomen. Noemt een verzoek delen, dan telt elk deel apart, want het ene deel kan klaar zijn en het andere niet.',
      'Afgedaan is iets pas als het orgaan dat daarover gaat, dat heeft besloten. Een brief die zegt dat een motie is afgedaan, telt niet als besluit. Bij elke afdoening hoort bewijs: een passage in een stuk. Bij afdoeningen uit oude registers is het bewijs vaak onbekend; die staan apart.',
      'Weer open betekent heropend: het was afgedaan en staat nu weer open, bijvoorbeeld omdat een toezegging niet op tijd kwam. Ook als er al aan gewerkt wordt, telt het als weer open. Ligt er een nieuw voorstel, dan telt het als “wacht op een besluit”.',
      'De tijd tot afdoening loopt van de dag van de motie tot de dag van het besluit dat nu geldt. Is een besluit verbeterd, dan telt de dag van de verbetering. Is iets heropend, dan geldt het oude besluit niet meer en telt het als nog open.',
      'De lijn volgt Kaplan en Meier (1958). Wat nog niet is afgedaan, telt mee zolang het is gevolgd, tot vandaag; daarna valt het uit de telling. Zo lijkt het niet korter te duren doordat nieuwe moties nog niet klaar kunnen zijn. Onder de lijn staat hoeveel onderdelen dan nog worden gevolgd; zijn dat er weinig, dan zegt de lijn minder. Er staat geen marge bij, want dit zijn alle onderdelen en geen steekproef.',
      'Een toezegging loopt zolang zij niet is nagekomen, deels nagekomen of vervallen. De dag is die van de laatste verlenging, anders die uit de brief, anders onze controledatum. Bij een keuze tellen alleen toezeggingen die bij een motie horen die aan die keuze voldoet.',
      'De jaren zijn die in het adres van de motie. De onderwerpen zijn die van het onderdeel zelf.',
    ],
  },
  asOf: (day: string) => `Stand op ${formatDate(day, 'nl')}.`,
}
