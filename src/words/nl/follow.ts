import { figureOf, formatDate, formatTime } from '../format.ts'
import { mailWords } from './mail.ts'

/** The pages of following by e-mail, and of mail at the desk. */
export const followWords = {
  topic: mailWords.topic,
  title: 'Volgen per e-mail',
  lead: 'Je krijgt op maandag een e-mail als er in die week iets gebeurde. Gebeurde er niets, dan krijg je niets. Wordt iets weer geopend omdat een toezegging niet op tijd is nagekomen, dan hoor je dat meteen.',
  about: 'Je volgt',
  email: 'Jouw e-mailadres',
  emailHint: 'Wij sturen een e-mail met een link. Pas als je die bevestigt, volg je dit.',
  addressInvalid: 'Dit is geen e-mailadres dat wij kunnen gebruiken. Bijvoorbeeld: naam@voorbeeld.nl.',
  button: 'Volgen',
  tooOften: 'Er is hiervandaan te vaak iets aangevraagd. Probeer het over een uur opnieuw.',
  privacy: 'Wat wij bewaren',
  privacyText: [
    'Alleen je e-mailadres, versleuteld, en wat je volgt. Niemand anders ziet het, ook de gemeenteraad en het college niet.',
    'In elke e-mail staat een link waarmee je stopt. Dan wissen wij alles meteen. Wij meten niet of je een e-mail opent.',
  ],
  choose: 'Wat wil je volgen?',
  chooseLead: 'Je kunt één motie volgen, alle moties van een fractie, of alle moties over een onderwerp.',
  chooseMotion: 'Eén motie',
  chooseMotionText: 'Open de motie en kies “Volgen per e-mail”.',
  chooseMotionLink: 'Naar de moties',
  parties: 'Alle moties van een fractie',
  domains: 'Alle moties over een onderwerp',
  unknown: 'Dit is er niet, of niet meer. Kies hieronder iets anders.',
  off: 'Volgen per e-mail kan hier niet: deze website verstuurt geen e-mail.',
  offInstead: 'Je kunt wel een feed (Atom) volgen, of de termijnen in je agenda zetten.',
  sent: {
    title: 'Kijk in je mailbox',
    lead: 'Wij hebben een e-mail gestuurd. Klik op de link daarin om te bevestigen. Zonder bevestiging gebeurt er niets en wordt het adres na een week gewist.',
    nothing: 'Niets gekregen? Kijk bij ongewenste e-mail, en of je het adres goed hebt getypt.',
    demo: 'Dit is een demonstratie: er gaat geen e-mail uit. Meld je aan als griffie en open “Uitgaande post” om de e-mail te zien.',
    demoLink: 'Naar de uitgaande post',
  },
  confirm: {
    title: 'Bevestig dat je dit wilt volgen',
    ask: (what: string) => `Wil je dit volgen: ${what}?`,
    button: 'Ja, ik wil dit volgen',
    done: 'Je volgt dit nu.',
    already: 'Je volgt dit al.',
  },
  mine: {
    title: 'Wat ik volg',
    lead: 'Deze pagina is alleen te openen met de link uit jouw e-mail. Geef die link niet door.',
    stop: 'Stoppen',
    stopOf: (what: string) => `Stoppen met volgen: ${what}`,
    all: 'Alles wissen',
    allText: 'Dan volg je niets meer en wissen wij je e-mailadres meteen.',
    stopped: 'Je volgt dit niet meer.',
    none: 'Je volgt niets.',
  },
  stop: {
    title: 'Geen e-mail meer',
    follower: (n: number) =>
      `Je volgt nu ${figureOf(n, 'ding', 'dingen', 'nl')}. Als je stopt, wissen wij je e-mailadres en alles wat je volgt.`,
    councillor:
      'Je krijgt elke week een e-mail als er iets gebeurde met moties die jij indiende. Je kunt die uitzetten. Op je bureau zet je hem weer aan.',
    button: 'Stoppen',
    mine: 'Liever alleen iets weghalen? Bekijk wat je volgt.',
    done: 'Je krijgt geen e-mail meer. Alles wat wij van je hadden, is gewist.',
    doneCouncillor: 'Je krijgt deze e-mail niet meer.',
  },
  gone: {
    title: 'Deze link werkt niet meer',
    text: 'Misschien is hij al gebruikt, of te oud. Wil je iets volgen? Dan kun je het opnieuw aanvragen.',
  },
  again: 'Iets anders volgen',

  outgoing: {
    title: 'Uitgaande post',
    lead: 'De e-mails die Schakel maakt: vragen om te bevestigen, weekberichten, en herinneringen aan termijnen.',
    demo: 'Dit is een demonstratie zonder mailserver. Er gaat niets uit. Hier zie je elke e-mail zoals hij uit zou gaan.',
    off: 'Er is geen mailserver ingesteld. Schakel maakt en verstuurt geen e-mail.',
    none: 'Er is nog geen e-mail gemaakt.',
    trouble: (n: number) =>
      `${figureOf(n, 'e-mail is', 'e-mails zijn', 'nl')} niet aangekomen. Bij een medewerker: kijk of het adres nog klopt.`,
    kind: {
      confirm: 'Vraag om te bevestigen',
      known: 'Antwoord: je volgt dit al',
      digest: 'Weekbericht',
      reopened: 'Bericht: weer open',
      reminder: 'Herinnering aan een termijn',
    },
    to: { follower: 'aan een volger', account: 'aan iemand die hier werkt' },
    state: {
      waiting: 'wacht',
      sending: 'wordt verstuurd',
      sent: 'verstuurd',
      failed: 'geweigerd',
      'given-up': 'niet aangekomen',
    },
    columns: { what: 'E-mail', made: 'Gemaakt', state: 'Stand' },
    at: (moment: Date) =>
      `${formatDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(moment), 'nl')}, ${formatTime(moment, 'nl')} uur`,
    tried: (n: number, code: string | null) =>
      `${figureOf(n, 'keer', 'keer', 'nl')} geprobeerd${code ? `, antwoord ${code}` : ''}`,
    shown: (shown: number, total: number) => `Hier staan de nieuwste ${shown} van ${total}.`,
    view: 'Bekijken',
    subject: 'Onderwerp',
    from: 'Van',
    back: 'Terug naar de lijst',
    unsubscribe: 'Afmelden met één klik',
  },
  settings: {
    title: 'E-mail',
    lead: 'Schakel mailt je als een termijn van jou eraan komt of voorbij is. Raadsleden krijgen ook een weekbericht over hun eigen moties.',
    address: 'Er is een e-mailadres van jou bekend.',
    noAddress:
      'Er is geen e-mailadres van jou bekend. Je krijgt geen e-mail. Vraag de griffie om het toe te voegen.',
    digest: 'Stuur mij elke week een bericht over moties die ik indiende',
    save: 'Opslaan',
    saved: 'Opgeslagen.',
  },
}
