import type { Fallen } from '../../council/index.ts'
import type { ActionState, DoneFacts } from '../../programme/index.ts'
import { figureOf, formatDate } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** What the action programme does for what the council asked, and what rests on it. */
export const programmeEvidenceWords = {
  /** Before the title of the milestone, or the line of the report. */
  done: {
    milestone: (iso: string) => `Mijlpaal gehaald op ${date(iso)}:`,
    'action-report': (iso: string) => `Bericht over de voortgang van ${date(iso)}:`,
  } as Record<DoneFacts['kind'], (iso: string) => string>,
  action: (number: string, title: string) => `Actie ${number}: ${title}`,
  /** One line, for a list that is printed or exported. */
  line: (kind: DoneFacts['kind'], quotation: string, iso: string, number: string, programme: string) =>
    `${kind === 'milestone' ? 'Mijlpaal gehaald' : 'Bericht over de voortgang'}, ${date(iso)}: “${quotation}” (actie ${number}, ${programme})`,
  decision: (iso: string) => `Besluit van de stuurgroep van ${date(iso)}:`,
  shownBy: 'Dat blijkt uit:',

  fallen: {
    letter: (iso: string) => `De brief waarin dit staat, is ingetrokken op ${date(iso)}.`,
    'taken-back': (iso: string) => `Dit is teruggenomen op ${date(iso)}.`,
    'own-evidence': (iso: string) => `Waar dit op rust, is teruggenomen op ${date(iso)}.`,
  } as Record<Fallen['cause'], (iso: string) => string>,
  fallenReason: 'Reden:',
  /** Above a settlement whose evidence fell away. */
  flag: 'Het bewijs onder deze afdoening staat niet meer. Er verandert niets tot er opnieuw over is besloten.',
  flagProposal: 'Het bewijs onder dit voorstel staat niet meer.',
  flagKept: 'Het bewijs waarmee deze toezegging is nagekomen, staat niet meer.',
  decider: (body: 'college' | 'council', name: string) =>
    `besluit van ${body === 'college' ? 'het college' : 'de raad'}${name ? `, vastgelegd door ${name}` : ''}`,

  works: 'Actieprogramma',
  whole: (title: string) => `${title} als geheel`,
  draft: 'concept, nog niet openbaar',
  programmeState: { succeeded: 'opgevolgd', ended: 'afgelopen' } as Record<string, string>,
  state: {
    planned: 'gepland',
    running: 'loopt',
    done: 'klaar',
    stopped: 'gestopt',
  } as Record<ActionState, string>,
  until: (iso: string) => `tot ${date(iso)}`,
  since: (iso: string) => `sinds ${date(iso)}`,
  milestones: (reached: number, of: number) =>
    of === 0 ? 'nog geen mijlpalen' : `${reached} van ${figureOf(of, 'mijlpaal', 'mijlpalen', 'nl')} gehaald`,
  report: (iso: string) => `Laatste bericht, ${date(iso)}:`,
  nothing: 'Niets werkt hieraan: geen actie noemt dit.',
  nothingPublic: 'Geen actie van het actieprogramma noemt dit.',

  reached: 'Mijlpaal gehaald',

  offered: 'Wat het actieprogramma deed',
  offeredTitle: 'Wat het programma al deed',
  use: 'Gebruik als bewijs',
  gone: 'Dit is intussen teruggenomen. Kies ander bewijs.',

  keep: {
    legend: 'Is hiermee een toezegging nagekomen?',
    hint: 'De toezegging wordt dan meteen nagekomen, met deze mijlpaal als bewijs. Dat is terug te nemen bij de toezegging.',
    hintAdopt:
      'De toezegging wordt dan meteen nagekomen, met een zin uit het stuk waarin het programma staat als bewijs. Dat is terug te nemen bij de toezegging.',
    words: 'Uit welke woorden van het stuk blijkt dat?',
    wordsHint:
      'Alleen nodig als je hierboven een toezegging kiest. Stuur je het formulier, dan stellen wij een zin voor.',
    tick: (text: string) => `Hiermee is de toezegging “${text}” nagekomen`,
    due: (iso: string) => `uiterlijk ${date(iso)}`,
    late: 'te laat',
    of: (motion: string) => `bij motie ${motion}`,
    see: 'bekijk de toezegging',
  },
}
