import type { CommitmentStanding, EvidenceMarkName, RequestStatus } from '../../council/index.ts'
import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import { dossierWords } from './dossier.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const count = (n: number, one: string, many: string) => countOf(n, one, many, 'nl')
const figure = (n: number, one: string, many: string) => figureOf(n, one, many, 'nl')

/** The public pages: start, register, motion, commitments, document. */
export const publicWords = {
  motion: 'motie',
  amendment: 'amendement',
  numbered: (kind: 'motion' | 'amendment', number: string | null) =>
    `${kind === 'motion' ? 'Motie' : 'Amendement'}${number ? ` ${number}` : ''}`,
  date,
  on: (iso: string) => `op ${date(iso)}`,
  of: (iso: string) => `van ${date(iso)}`,
  by: (names: readonly string[]) => `door ${listOf(names, 'nl')}`,
  status: {
    open: 'nog geen antwoord',
    'in-progress': 'er wordt aan gewerkt',
    'claimed-settled': 'gemeld als afgedaan',
    'claimed-partly': 'gemeld als deels uitgevoerd',
    'claimed-not': 'gemeld als niet uitgevoerd',
    proposed: 'afdoening voorgesteld',
    reopened: 'weer open',
    'partly-settled': 'deels afgedaan',
    'settled-carried-out': 'uitgevoerd',
    'settled-partly': 'deels uitgevoerd',
    'settled-not': 'niet uitgevoerd',
    'settled-absorbed': 'opgegaan in ander beleid',
    'settled-transferred': 'overgedragen aan een ander',
    'settled-overtaken': 'achterhaald',
    'settled-announced': 'afgedaan op een aankondiging',
    'settled-mixed': 'afgedaan, met verschillende uitkomsten',
    held: 'aangehouden',
    'not-adopted': 'niet aangenomen',
    unknown: 'uitslag onbekend',
  } satisfies Record<RequestStatus, string> as Record<RequestStatus, string>,
  settledAny: 'afgedaan, met welke uitkomst dan ook',
  evidenceUnknown: 'bewijs onbekend',
  onlyAnnounced: 'alleen aangekondigd',

  start: {
    title: (name: string) => `Wat vroeg de raad van ${name}?`,
    lead: 'De gemeenteraad vraagt het college van burgemeester en wethouders om dingen te doen. Dat heet een motie. Hier staat wat de raad vroeg, wat het college beloofde en wat het daarna meldde. Bij alles staat uit welk stuk het komt.',
    search: 'Zoek in de moties',
    searchHint: 'Bijvoorbeeld: woning, scholing, fietspad',
    searchButton: 'Zoeken',
    newest: 'Het nieuwste',
    allMotions: (n: number) =>
      n === 1 ? 'Bekijk de ene motie' : `Bekijk alle ${figure(n, 'motie', 'moties')}`,
    allCommitments: 'Bekijk alle toezeggingen',
    commitments: 'Wat het college beloofde',
    commitmentsLead:
      'Een belofte aan de raad heet een toezegging. Wat het langst te laat is, staat bovenaan.',
    explain: 'Nieuw hier?',
    explainText: 'Lees wat een motie, een toezegging en een afdoening is.',
    explainLink: 'Zo werkt het',
    none: 'Er is nog niets vastgelegd. Zodra de griffie een brief of motie vastlegt, staat die hier.',
    answered: (iso: string) => `Antwoord van het college op ${date(iso)}`,
  },

  register: {
    title: 'Moties',
    lead: 'Alle moties en amendementen die zijn vastgelegd, de nieuwste eerst.',
    search: 'Zoekwoorden',
    searchHint: 'Ook andere vormen worden gevonden: “motie” vindt ook “moties”.',
    status: 'Stand',
    party: 'Fractie',
    domain: 'Onderwerp',
    year: 'Jaar',
    any: { status: 'Elke stand', party: 'Alle fracties', domain: 'Alle onderwerpen', year: 'Alle jaren' },
    button: 'Zoeken',
    apply: 'Keuzes toepassen',
    clear: 'Alles wissen',
    option: (label: string, n: number) => `${label} (${n})`,
    found: (n: number, search: string | null) =>
      n === 0
        ? search
          ? `Niets gevonden voor “${search}”.`
          : 'Niets gevonden.'
        : `${figure(n, 'motie', 'moties')} gevonden${search ? ` voor “${search}”` : ''}.`,
    narrowed: (filters: readonly string[]) => `Alleen: ${listOf(filters, 'nl')}.`,
    range: (from: number, to: number) => `Nummer ${from} tot en met ${to}.`,
    nothing: 'Er is nog geen motie vastgelegd. Zodra de griffie er een vastlegt, staat die hier.',
    nothingFound: 'Wat kun je doen?',
    tips: [
      'Controleer de spelling.',
      'Gebruik minder of andere woorden.',
      'Haal een keuze bij stand, fractie, onderwerp of jaar weg.',
    ],
    pastEnd: 'Deze bladzijde bestaat niet meer. Ga naar de eerste.',
    toFirst: 'Naar de eerste bladzijde',
    asks: (requests: number, parts: number) =>
      parts > 0
        ? `${count(requests, 'verzoek', 'verzoeken')} in ${count(parts, 'deel', 'delen')}`
        : count(requests, 'verzoek', 'verzoeken'),
    answeredOn: (iso: string) => `antwoord ${date(iso)}`,
    statusOn: {
      settled: (iso: string) => `besluit ${date(iso)}`,
      proposed: (iso: string) => `voorstel ${date(iso)}`,
      reopened: (iso: string) => `weer open sinds ${date(iso)}`,
    },
    settledOf: (settled: number, matters: number) => `${settled} van ${matters} onderdelen afgedaan`,
    termPassed: (iso: string) => `termijn was ${date(iso)}`,
    commitmentLate: (iso: string) => `toezegging te laat sinds ${date(iso)}`,
  },

  dossier: dossierWords,

  commitments: {
    title: 'Toezeggingen',
    lead: 'Een toezegging is een belofte van het college aan de raad. Schakel leest ze in brieven en volgt ze tot ze zijn nagekomen. Noemt de brief geen laatste dag, dan kiezen wij zelf een controledatum.',
    standing: 'Stand',
    year: 'Jaar',
    any: { standing: 'Alle', year: 'Alle jaren' },
    standingOf: {
      late: 'te laat',
      open: 'loopt nog',
      undated: 'loopt nog, zonder datum',
      'partly-kept': 'deels nagekomen',
      kept: 'nagekomen',
      lapsed: 'vervallen',
    } satisfies Record<CommitmentStanding, string> as Record<CommitmentStanding, string>,
    button: 'Tonen',
    found: (n: number) =>
      n === 0 ? 'Geen toezeggingen gevonden.' : `${figure(n, 'toezegging', 'toezeggingen')}.`,
    nothing: 'Er is nog geen toezegging vastgelegd.',
    late: (since: string, today: string) => `${formatSpan(since, today, 'nl')} te laat`,
    saidKept: (iso: string) => `gemeld als nagekomen, ${date(iso)}`,
    forMotion: 'Bij',
  },

  document: {
    sheet: 'De tekst van het stuk',
    page: (n: number, of: number) => `Bladzijde ${n} van ${of}`,
    next: 'volgende',
    previous: 'vorige',
    emptyPage: 'Op deze bladzijde staat geen tekst.',
    passage: 'passage',
    found: 'Wat hierin staat',
    facts: 'Gegevens',
    redacted:
      'Namen, telefoonnummers en e-mailadressen van ambtenaren zijn weggelakt. Je leest de tekst, niet het originele bestand.',
    date: 'Datum',
    reference: 'Kenmerk',
    registryNumber: 'Registernummer',
    addressee: 'Aan',
    department: 'Afdeling',
    signedBy: 'Ondertekend door',
    signatory: (name: string, role: string | null, acting: boolean) =>
      role ? `${name}, ${acting ? 'waarnemend ' : ''}${role}` : name,
    motions: 'Gaat over',
    mark: {
      field: {
        date: 'datum',
        subject: 'onderwerp',
        reference: 'kenmerk',
        registryNumber: 'registernummer',
        title: 'titel van de motie',
        number: 'nummer van de motie',
        outcome: 'uitslag',
        votes: 'stemming',
        addressee: 'aan wie',
        place: 'plaats',
        department: 'dienst',
        unit: 'afdeling',
        proposal: 'voorstel',
        signatories: 'ondertekening',
      } as Record<string, string>,
      otherField: 'gegeven',
      clause: 'overweging',
      request: 'verzoek',
      part: 'deel van een verzoek',
      commitment: 'toezegging',
      claim: 'wat het college meldt',
      topic: 'onderwerp',
      submitter: 'indiener',
      vote: 'stem van een fractie',
      evidence: {
        settlement: 'bewijs bij een afdoening',
        commitment: 'bewijs bij een toezegging',
        extension: 'reden om een toezegging te verlengen',
        message: 'aangehaald in een bericht over een verzoek',
        programme: 'bewijs van wat het actieprogramma deed',
        ambition: 'ambitie',
        figure: 'cijfer bij het actieprogramma',
      } as Record<EvidenceMarkName, string>,
    },
    topicOf: (topic: string) => `onderwerp: ${topic}`,
    noPassages: 'In dit stuk is niets gemarkeerd.',
  },
}
