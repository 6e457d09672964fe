import type { EventKind, Fallen, MailMotion, NamedTopic, SettlementOutcome } from '../../council/index.ts'
import { figureOf, formatDate } from '../format.ts'
import { lifeWords } from './life.ts'
import { termWords } from './terms.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const outcome = (value: string | null) => lifeWords.outcome[value as SettlementOutcome] ?? 'onbekend'
const motion = ({ kind, number, title }: Pick<MailMotion, 'kind' | 'number' | 'title'>) =>
  `${kind === 'motion' ? 'Motie' : 'Amendement'}${number ? ` ${number}` : ''}: ${title}`
const topic = (one: NamedTopic): string => {
  if (one.kind === 'motion') return motion(one.motion)
  return one.kind === 'party'
    ? `alle moties van ${one.name}`
    : `alle moties over ${termWords.domain[one.domain]}`
}

/** What e-mail says. Plain, without pictures; each mail says why it comes and how to stop it. */
export const mailWords = {
  date,
  motion,
  topic,
  from: (municipality: string) => `Schakel, gemeente ${municipality}`,
  greeting: (name: string | null) => (name ? `Beste ${name},` : 'Goedendag,'),
  readMotion: 'Lees de motie',
  confirm: {
    subject: (municipality: string) => `Klopt het dat je dit wilt volgen? Gemeente ${municipality}`,
    lead: (what: string) => `Iemand vulde dit e-mailadres in om dit te volgen: ${what}.`,
    ask: 'Was jij dat? Bevestig het dan met de knop op deze pagina:',
    button: 'Ja, ik wil dit volgen',
    otherwise: (days: number) =>
      `Was jij het niet? Dan hoef je niets te doen. Na ${figureOf(days, 'dag', 'dagen', 'nl')} wordt je adres gewist en hoor je niets meer.`,
  },
  known: {
    subject: (municipality: string) => `Je volgt dit al. Gemeente ${municipality}`,
    lead: (what: string) => `Iemand vulde dit e-mailadres in om dit te volgen: ${what}. Je volgt het al.`,
    otherwise: 'Was jij het niet? Dan hoef je niets te doen: er is niets veranderd.',
  },
  digest: {
    subject: (n: number, municipality: string) =>
      n === 1
        ? `Dit gebeurde er met een motie die je volgt. Gemeente ${municipality}`
        : `Dit gebeurde er met ${n} moties die je volgt. Gemeente ${municipality}`,
    subjectOwn: (n: number, municipality: string) =>
      n === 1
        ? `Dit gebeurde er met een motie van jou. Gemeente ${municipality}`
        : `Dit gebeurde er met ${n} moties van jou. Gemeente ${municipality}`,
    lead: (from: string, until: string) =>
      from === until
        ? `Dit gebeurde op ${date(from)}.`
        : `Dit gebeurde van ${date(from)} tot en met ${date(until)}.`,
    more: (n: number) => `En nog ${figureOf(n, 'stap', 'stappen', 'nl')}: zie de pagina van de motie.`,
    moreMotions: (n: number) => `En nog ${figureOf(n, 'motie', 'moties', 'nl')}: zie de website.`,
  },
  reopened: {
    subject: (municipality: string) =>
      `Weer open: een toezegging is niet op tijd nagekomen. Gemeente ${municipality}`,
    lead: (due: string | null) =>
      due
        ? `Dit was afgedaan omdat het college iets toezegde. De dag waarop dat er zou zijn, ${date(due)}, is voorbij, en geen stuk laat zien dat het er is. Daarom is het nu weer open.`
        : 'Dit was afgedaan omdat het college iets toezegde. De dag waarop dat er zou zijn is voorbij, en geen stuk laat zien dat het er is. Daarom is het nu weer open.',
    promised: (text: string) => `Wat het college toezegde: “${text}”.`,
    again: 'Weer open:',
  },
  fallen: {
    subject: (municipality: string) => `Bewijs onder een besluit is teruggenomen. Gemeente ${municipality}`,
    lead: (body: 'college' | 'council') =>
      `${body === 'college' ? 'Het college' : 'De gemeenteraad'} besloot dat dit is afgedaan. Waar dat op rust, is daarna teruggenomen.`,
    why: {
      letter: (iso: string) => `De brief die het laat zien, is ingetrokken op ${date(iso)}.`,
      'taken-back': (iso: string) => `Het programma nam de mijlpaal of het bericht terug op ${date(iso)}.`,
      'own-evidence': (iso: string) =>
        `Waar de mijlpaal of het bericht op rust, is teruggenomen op ${date(iso)}.`,
    } as Record<Fallen['cause'], (iso: string) => string>,
    reason: (text: string) => `Reden: ${text}`,
    open: 'Bekijk het onderdeel',
    stays:
      'Er verandert niets vanzelf: het blijft afgedaan, met een melding op de openbare pagina, tot het opnieuw wordt bekeken.',
    keptSubject: (municipality: string) =>
      `Bewijs onder een toezegging is teruggenomen. Gemeente ${municipality}`,
    keptLead:
      'In Schakel staat dat deze toezegging is nagekomen. Waar dat uit bleek, is daarna teruggenomen.',
    keptStays:
      'Er verandert niets vanzelf: de toezegging blijft nagekomen, met een melding op de openbare pagina. Wijs ander bewijs aan, of zet de stap terug.',
    becauseKept:
      'Je krijgt deze mail omdat jij dit in Schakel hebt vastgelegd, of omdat die persoon geen mail meer krijgt en jij bij de griffie werkt.',
    becauseOf:
      'Je krijgt deze mail omdat jij dit besluit in Schakel hebt vastgelegd, of er verantwoordelijk voor bent.',
  },
  reminder: {
    subject: (n: number, passed: boolean, municipality: string) => {
      if (n === 1)
        return `${passed ? 'Een termijn is voorbij' : 'Een termijn komt eraan'}. Gemeente ${municipality}`
      return `${n} termijnen ${passed ? 'waarvan er een of meer voorbij zijn' : 'komen eraan'}. Gemeente ${municipality}`
    },
    lead: 'Jij bent in Schakel verantwoordelijk voor wat hieronder staat.',
    before: (due: string) => `Termijn: ${date(due)}.`,
    passed: (due: string) => `De termijn was ${date(due)} en is voorbij. Er staat nog geen afdoening.`,
    commitmentBefore: (due: string) => `Toezegging van het college. De dag ervan: ${date(due)}.`,
    commitmentPassed: (due: string) =>
      `Toezegging van het college. De dag ervan was ${date(due)}; er staat nog niet bij dat zij is nagekomen.`,
    milestoneBefore: (due: string) => `Mijlpaal van het actieprogramma. De dag ervan: ${date(due)}.`,
    milestonePassed: (due: string) =>
      `Mijlpaal van het actieprogramma. De dag ervan was ${date(due)}; er staat nog niet bij dat zij is gehaald.`,
    actionBefore: (due: string) => `Actie van het actieprogramma. De laatste dag: ${date(due)}.`,
    actionPassed: (due: string) =>
      `Actie van het actieprogramma. De laatste dag was ${date(due)}; er staat nog niet bij dat zij klaar is.`,
    inProgramme: (action: { number: string; title: string } | null, programme: string) =>
      action ? `Actie ${action.number} ${action.title}, ${programme}.` : `${programme}.`,
    open: 'Open het onderdeel',
    openCommitment: 'Open de toezegging',
    openMilestone: 'Open de mijlpaal',
    openAction: 'Open de actie',
    more: (n: number) => `En nog ${figureOf(n, 'termijn', 'termijnen', 'nl')}: zie je bureau.`,
    why: 'Je krijgt dit bericht omdat dit bij je werk hoort. Ben je niet de juiste persoon? Zeg het de griffie.',
  },
  /** What happened, after its day. Goes on without a full stop. */
  event: {
    registered: () => 'nieuw vastgelegd',
    milestone: (text: string | null) => `mijlpaal van het actieprogramma gehaald: “${text}”`,
    answered: (text: string | null) => `brief van het college${text ? `: “${text}”` : ''}`,
    'matter.register': () => 'wordt gevolgd',
    'matter.start': (text: string | null) => `er wordt aan gewerkt: “${text}”`,
    'matter.assign': () => 'iemand is verantwoordelijk',
    'matter.agree-term': (text: string | null) => `er is een termijn afgesproken voor “${text}”`,
    'matter.note-progress': (text: string | null) => `er is een tussenbericht over “${text}”`,
    'matter.propose': (text: string | null, value: string | null) =>
      `er is een voorstel om dit af te doen als “${outcome(value)}”: “${text}”`,
    'matter.withdraw-proposal': (text: string | null) =>
      `het voorstel is ingetrokken om dit af te doen: “${text}”`,
    'matter.object': (text: string | null) => `een indiener is het niet eens met het voorstel voor “${text}”`,
    'matter.hold': (text: string | null) => `het voorstel is aangehouden voor “${text}”`,
    'matter.accept': (text: string | null, value: string | null) =>
      `besloten: afgedaan als “${outcome(value)}”: “${text}”`,
    'matter.reject': (text: string | null) => `besloten: het voorstel is niet aangenomen voor “${text}”`,
    'matter.reopen': (text: string | null) => `weer open: “${text}”`,
    'matter.correct': (text: string | null, value: string | null) =>
      `een besluit is veranderd, het is nu “${outcome(value)}”: “${text}”`,
    'matter.undo': (text: string | null) => `een eerdere stap is teruggedraaid voor “${text}”`,
    'commitment.register': (text: string | null) => `het college zegt toe: “${text}”`,
    'commitment.set-check-date': () => 'er is een controledatum',
    'commitment.keep': (text: string | null) => `nagekomen: “${text}”`,
    'commitment.keep-partly': (text: string | null) => `deels nagekomen: “${text}”`,
    'commitment.miss': (text: string | null) => `de dag is voorbij van de toezegging “${text}”`,
    'commitment.lapse': (text: string | null) => `vervallen: de toezegging “${text}”`,
    'commitment.extend': (text: string | null, _: string | null, until: string | null) =>
      `uitgesteld${until ? ` tot ${date(until)}` : ''}: de toezegging “${text}”`,
    'commitment.relate': () => 'hoort bij een andere toezegging',
    'commitment.undo': (text: string | null) =>
      `een eerdere stap is teruggedraaid voor de toezegging “${text}”`,
  } satisfies Record<EventKind, EventWords> as Record<EventKind, EventWords>,
  why: {
    follower: 'Je krijgt dit bericht omdat je dit volgt.',
    councillor: 'Je krijgt dit bericht elke week als er iets gebeurde met moties die jij indiende.',
    mine: 'Zien wat je volgt, of alles wissen:',
    stop: 'Geen e-mail meer:',
    demo: 'Dit bericht komt uit een demonstratie. Alle namen en gegevens zijn verzonnen.',
  },
}

export type EventWords = (text: string | null, outcome: string | null, until: string | null) => string
