import type { CouncilListLine, LineChoice } from '../../council/index.ts'
import { countOf, formatDate } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** The council list: settlement proposals that one meeting decides on. */
export const councilListWords = {
  title: 'Lijsten',
  lead: 'Een lijst bevat de afdoeningsvoorstellen voor één vergadering. Per regel neemt de vergadering een besluit.',
  make: {
    title: 'Nieuwe lijst',
    meetingOn: 'Dag van de vergadering',
    hint: 'Schakel zet erop wat dan besluitrijp is: de bezwaartermijn is voorbij.',
    button: 'Maak de lijst',
  },
  none: 'Er is nog geen lijst.',
  ofMeeting: (on: string) => `Lijst voor ${date(on)}`,
  state: { open: 'open', closed: 'gesloten' },
  is: { open: 'De lijst is open.', closed: 'De lijst is gesloten.' },
  progress: (done: number, lines: number) =>
    lines === 0
      ? 'geen voorstellen'
      : `${done} van ${countOf(lines, 'voorstel', 'voorstellen', 'nl')} behandeld`,
  empty: 'Op deze dag is geen enkel voorstel besluitrijp.',
  keys: 'Met de pijltjes kies je binnen een regel. J en K gaan naar de volgende en de vorige regel, V volgt het voorstel, N volgt het niet, H houdt het aan. De letters werken alleen als de keuze van een regel is aangewezen.',
  line: (position: number) => `Regel ${position}`,
  proposed: (outcome: string) => `Voorstel: afdoen als ${outcome}`,
  restsOn: 'Bewijs',
  explanation: 'Toelichting',
  objection: (who: string, on: string) => `Bezwaar van ${who}, ${date(on)}`,
  choice: 'Besluit',
  choices: { accept: 'Volgen', reject: 'Niet volgen', hold: 'Aanhouden' } satisfies Record<
    LineChoice,
    string
  >,
  noChoice: 'Nog niet behandeld',
  reason: 'Reden',
  reasonHint: 'Iedereen kan de reden lezen.',
  reasonNeeded: 'Nodig bij niet volgen en aanhouden, bij een bezwaar, en als er alleen iets is aangekondigd.',
  done: {
    accept: 'Gevolgd',
    reject: 'Niet gevolgd',
    hold: 'Aangehouden',
  } satisfies Record<LineChoice, string>,
  gone: 'Dit voorstel wacht niet meer. Het is ergens anders behandeld of ingetrokken.',
  remove: 'Van de lijst halen',
  save: 'Bewaar, nog niets besluiten',
  decide: 'Leg de besluiten vast',
  decideHint: 'Een besluit kan niet ongedaan worden gemaakt. Regels zonder keuze blijven staan.',
  refill: 'Vul aan met wat nu besluitrijp is',
  close: 'Sluit de lijst',
  reopen: 'Open de lijst weer',
  reopenHint: 'Was hij te vroeg gesloten? Wat intussen op een andere lijst staat, blijft daar.',
  closeHint: 'Wat niet behandeld is, kan daarna op een volgende lijst.',
  csv: 'Haal de uitkomst op als CSV',
  docx: 'Als Word-bestand',
  pdf: 'Als PDF',
  toMatter: 'Naar het onderdeel',
  news: {
    saved: 'Bewaard. Er is nog niets besloten.',
    decided: (n: number) => `${countOf(n, 'regel is', 'regels zijn', 'nl')} vastgelegd.`,
    added: (n: number) =>
      n === 0
        ? 'Er is niets bij gekomen.'
        : `${countOf(n, 'voorstel is', 'voorstellen zijn', 'nl')} erbij gekomen.`,
    removed: 'De regel is van de lijst gehaald.',
    closed: 'De lijst is gesloten.',
    reopened: 'De lijst is weer open.',
  },
  problem: {
    title: 'Er is nog niets besloten',
    kept: 'Wat je koos en schreef, staat er nog.',
    toCome: 'De vergadering is nog niet geweest. Besluiten vastleggen kan vanaf die dag.',
    date: 'Vul een dag in, zoals 12-9-2026.',
    reasonNeeded: 'Schrijf een reden. Die kan iedereen lezen.',
    atLine: (position: number, sentence: string) => `Regel ${position}: ${sentence}`,
  },
  changed: {
    title: 'Intussen veranderd',
    lead: 'Iemand anders werkte aan deze lijst. Hieronder staat de lijst van nu, met jouw keuzes erin. Kijk haar na en bewaar opnieuw.',
    line: (position: number, theirs: string) => `Regel ${position} stond intussen op: ${theirs}.`,
  },
  columns: {
    position: 'regel',
    motion: 'motie',
    date: 'datum motie',
    matter: 'onderdeel',
    outcome: 'voorgestelde uitkomst',
    explanation: 'toelichting',
    evidence: 'bewijs',
    objections: 'bezwaren',
    decision: 'besluit',
    reason: 'reden',
  },
  fileName: (on: string) => `lijst-${on}`,
  documentTitle: (on: string) => `Afdoeningsvoorstellen voor de vergadering van ${date(on)}`,
  footer: { page: 'Bladzijde', of: 'van' },
  evidenceUnknown: 'onbekend',
  decisionOf: ({ done, gone }: Pick<CouncilListLine, 'done' | 'gone'>): string =>
    done ? councilListWords.done[done] : gone ? 'wacht niet meer' : councilListWords.noChoice,
}
