import type { SettlementOutcome } from '../../council/index.ts'
import type { Role } from '../../ctx.ts'
import { countOf, figureOf, formatDate, listOf } from '../format.ts'
import { errorWords } from './errors.ts'
import { lifeWords } from './life.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const settledAs = (as: SettlementOutcome) =>
  as === 'announced' ? 'op een aankondiging' : `als ${lifeWords.outcome[as]}`
const who: Record<Role, string> = lifeWords.role

/** The desk of a motion and of one matter: its forms, its course, and what happened meanwhile. */
export const matterDeskWords = {
  motion: {
    title: (number: string | null) => (number ? `Motie ${number} aan het bureau` : 'Motie aan het bureau'),
    matters: 'Onderdelen',
    none: 'Van deze motie wordt niets gevolgd. Alleen een aangenomen of overgenomen motie met een verzoek heeft onderdelen.',
    lead: (n: number, waiting: number) => {
      const all = countOf(n, 'onderdeel', 'onderdelen', 'nl')
      if (waiting === 0) return `${all}. Er wacht nu niets.`
      if (waiting === n)
        return n === 1 ? `${all}. Het vraagt nu aandacht.` : `${all}. Ze vragen alle nu aandacht.`
      return `${all}, waarvan ${countOf(waiting, 'nu aandacht vraagt', 'nu aandacht vragen', 'nl')}.`
    },
    commitments: 'Toezeggingen bij deze motie',
    documents: 'Stukken',
    noDocuments: 'Bij deze motie staan nog geen openbare stukken.',
    publicPage: 'Openbare pagina van deze motie',
    merge: 'Samenvoegen met een andere motie',
    look: 'Bekijk',
    latest: 'Laatste stap',
    stepOf: (when: string, by: string, what: string) => `${when}, ${by}: ${what}`,
  },
  page: {
    kicker: (number: string | null) => (number ? `Motie ${number}` : 'Motie'),
    partOf: (n: number) => `een van ${countOf(n, 'onderdeel', 'onderdelen', 'nl')}`,
    stands: 'Hoe het ervoor staat',
    steps: 'Wat je nu kunt doen',
    nothing: 'Op dit moment is hier geen stap voor jou.',
    notYet: 'Wat nu niet kan, en waarom',
    course: 'Hoe het ging',
    others: 'Andere onderdelen van deze motie',
    read: (role: Role): string =>
      role === 'councillor'
        ? 'Je leest mee. Een bezwaar maak je bij een voorstel over een motie die je zelf indiende.'
        : 'Dit onderdeel is niet aan jou toegewezen. Je kunt het lezen.',
    toMotion: 'Naar de motie',
    undoLast: 'Ongedaan maken',
  },
  facts: {
    owner: lifeWords.owner,
    official: lifeWords.official,
    term: 'termijn',
    proposal: 'voorstel',
    decision: lifeWords.decision,
    works: 'wat eraan werkt',
    held: 'aangehouden',
    nobody: lifeWords.noOwner,
    proposedOn: (outcome: string, on: string) => `${outcome}, voorgesteld op ${date(on)}`,
    objectUntil: (on: string) => `Indieners kunnen bezwaar maken tot en met ${date(on)}.`,
    objectUntilPassed: (on: string) => `De termijn om bezwaar te maken liep tot en met ${date(on)}.`,
    objectNobody: 'Tegen dit voorstel staat geen termijn voor bezwaar open.',
    objections: 'bezwaren',
    objectionOf: (name: string, on: string) => `${name}, ${date(on)}`,
    decidedOn: (verdict: string, body: string, on: string) => `${verdict}, door ${body} op ${date(on)}`,
    nothingWorks: 'geen toezegging, geen brief',
    letter: (on: string) => `Brief van ${date(on)}`,
    interim: (on: string) => `Tussenbericht van ${date(on)}`,
    corrected: 'Dit besluit kwam in de plaats van een eerder besluit.',
  },
  fresh: {
    title: 'Er is iets bijgekomen na het besluit',
    kept: (text: string) => `Een toezegging is nagekomen: ${text}`,
    letter: (on: string) => `Een brief van ${date(on)} zegt hier iets over.`,
    what: 'Schakel verandert niets vanzelf. Vind je dat het besluit hierdoor niet meer past, heropen het onderdeel dan.',
    link: 'Heropenen met dit bewijs',
  },
  done: {
    start: 'In behandeling genomen.',
    owner: 'Vastgelegd wie het doet.',
    term: 'De termijn is vastgelegd.',
    progress: 'Het tussenbericht is vastgelegd.',
    propose: 'Het voorstel is gedaan.',
    withdraw: 'Het voorstel is ingetrokken.',
    object: 'Het bezwaar is vastgelegd.',
    hold: 'Het voorstel is aangehouden.',
    decide: 'Het besluit is vastgelegd.',
    reopen: 'Het onderdeel is heropend.',
    correct: 'Het besluit is veranderd. Het eerdere besluit blijft zichtbaar.',
    undo: 'De laatste stap is ongedaan gemaakt.',
  },
  problem: {
    prefix: 'Nog niet bewaard',
    title: 'Nog niet bewaard',
    kept: 'Wat je invulde, staat er nog.',
  },
  changed: {
    title: 'Intussen veranderd',
    lead: 'Iemand anders werkte aan dit onderdeel terwijl jij schreef. Wat je invulde, staat er nog.',
    again: 'Past het nog? Verstuur het dan opnieuw.',
    notAgain: 'Jouw stap kan nu niet meer. Neem over wat je nog nodig hebt.',
    unknown: 'Er is iets veranderd dat niet in het verloop staat.',
    row: (when: string, by: string) => `${when}, ${by}: `,
    of: (text: string) => `Bij “${text}”:`,
  },
  why: {
    ...errorWords,
    'move-not-possible': 'Dit kan niet in deze stand.',
    'settled-first-reopen': 'Dit onderdeel is afgedaan. Heropen het eerst.',
    'proposal-waits': 'Er wacht al een voorstel. Trek dat eerst in als er een ander moet komen.',
    'no-proposal': 'Er wacht geen voorstel.',
    'held-already': 'Het voorstel is al aangehouden.',
    'not-settled': 'Dit kan pas als het onderdeel is afgedaan.',
    'not-submitter': 'Alleen een indiener van de motie maakt bezwaar. Jij staat niet bij de indieners.',
    'not-assigned': 'Dit onderdeel is niet aan jou toegewezen.',
    'undo-of-other': 'De laatste stap is van iemand anders. De griffie kan die ongedaan maken.',
  },
  whoDecides: {
    by: (rule: string, role: Role) => `${rule}. Het besluit wordt vastgelegd door ${who[role]}.`,
    source: (source: string) => `Bron: ${source}.`,
    earlier: (on: string, rule: string, role: Role) =>
      `Op ${date(on)}, de dag van het voorstel, gold een andere regel: ${rule}. Een besluit van die tijd wordt vastgelegd door ${who[role]}.`,
    never: 'Wie het voorstel deed, legt het besluit niet vast.',
    until: (on: string) => `Indieners kunnen tot en met ${date(on)} bezwaar maken. Daarna kan het besluit.`,
    noWindow: 'Indieners hebben geen termijn voor bezwaar.',
  },
  form: {
    on: 'Dag',
    onHint: 'Leeg is vandaag. Een eerdere dag mag.',
    onMeeting: 'Dag van het besluit',
    onMeetingHint: 'Leeg is vandaag. Bij een besluit van de raad: de dag van de vergadering.',
    reason: 'Reden',
    public: 'Dit wordt openbaar. E-mailadressen en mobiele nummers haalt Schakel eruit.',
    optional: '(hoeft niet)',
    start: { note: 'Toelichting', lead: 'Zeg dat iemand eraan werkt.' },
    owner: {
      lead: 'Wie in het college staat ervoor, en welke ambtenaar doet het werk?',
      portfolioHolder: 'Portefeuillehouder',
      portfolioHint: 'De naam is openbaar.',
      nobody: 'nog niemand',
      official: 'Ambtenaar',
      officialHint: 'De naam van een ambtenaar wordt nooit openbaar.',
      officialName: 'Of typ een naam',
      officialNameHint: 'Voor wie niet inlogt bij Schakel.',
    },
    term: {
      lead: (now: string) => `Nu geldt: ${now}.`,
      kind: 'Wat is afgesproken?',
      day: 'Een dag',
      none: 'Geen termijn',
      notAfter: 'Uiterlijk',
      notAfterHint: 'Schrijf bijvoorbeeld 2 juli 2026.',
      reason: 'Waar blijkt dat uit?',
    },
    progress: {
      lead: 'Meld hoe het staat. Een tussenbericht doet niets af.',
      text: 'Hoe staat het ervoor?',
      place: 'Waar staat dat? (hoeft niet)',
    },
    propose: {
      lead: 'Stel voor wat de uitkomst is, met het bewijs. Pas het besluit doet het onderdeel af.',
      outcome: 'Uitkomst',
      suggested: (outcome: string) => `Schakel stelt voor: ${outcome}.`,
      suggestedNone: 'Schakel stelt geen uitkomst voor.',
      explanation: 'Uitleg aan de raad',
      commitments: 'Toezegging die verder loopt',
      commitmentsHint:
        'Alleen bij “alleen aangekondigd”. Kies je niets, dan neemt Schakel de toezegging uit het stuk, of maakt er een van de gekozen zin.',
      also: 'Ook voor deze onderdelen',
      alsoHint: 'Kies ze alleen als dezelfde uitkomst, uitleg en passages gelden.',
    },
    withdraw: { lead: 'Het onderdeel gaat terug naar “in behandeling”.' },
    object: {
      lead: (until: string) => `Een indiener kan bezwaar maken tot en met ${date(until)}.`,
      submitter: 'Indiener',
      choose: 'kies een indiener',
      as: (name: string) => `Je maakt bezwaar als ${name}.`,
      reason: 'Wat is het bezwaar?',
    },
    hold: { lead: 'Het voorstel blijft staan. Er kan later over besloten worden.' },
    decide: {
      verdict: 'Besluit',
      accept: (as: SettlementOutcome) => `Voorstel gevolgd: afgedaan ${settledAs(as)}`,
      reject: 'Voorstel niet gevolgd: het onderdeel blijft in behandeling',
      reasonNeeded: 'Openbare reden',
      reasonAnnounced: 'Nodig, omdat het voorstel alleen op een aankondiging rust.',
      reasonObjection: 'Nodig, omdat een indiener bezwaar maakte.',
      reasonReject: 'Nodig als het voorstel niet wordt gevolgd.',
      final: 'Een besluit kan niet ongedaan worden gemaakt. Heropenen en verbeteren kan wel.',
    },
    reopen: {
      lead: 'Het onderdeel gaat weer open. Het besluit blijft in het verloop staan.',
      cause: 'Waarom?',
      place: 'Waar staat dat? (hoeft niet)',
    },
    correct: {
      lead: (as: SettlementOutcome) =>
        `Nu staat er: afgedaan ${settledAs(as)}. Het eerdere besluit blijft zichtbaar.`,
      outcome: 'Nieuwe uitkomst',
    },
    undo: {
      lead: (step: string, on: string, by: string) => `Dit neemt terug: ${step} (${date(on)}, ${by})`,
      stays: 'De stap en het terugnemen blijven allebei in het verloop staan.',
    },
    button: {
      start: 'In behandeling nemen',
      owner: 'Vastleggen',
      term: 'Termijn vastleggen',
      progress: 'Tussenbericht vastleggen',
      propose: 'Voorstel doen',
      withdraw: 'Voorstel intrekken',
      object: 'Bezwaar vastleggen',
      hold: 'Voorstel aanhouden',
      decide: 'Besluit vastleggen',
      reopen: 'Heropenen',
      correct: 'Besluit veranderen',
      undo: 'Ongedaan maken',
    },
    title: {
      start: lifeWords.move.start,
      owner: lifeWords.move.assign,
      term: lifeWords.move['agree-term'],
      progress: lifeWords.move['note-progress'],
      propose: lifeWords.move.propose,
      withdraw: lifeWords.move['withdraw-proposal'],
      object: 'Bezwaar maken',
      hold: lifeWords.move.hold,
      decide: lifeWords.move.decide,
      reopen: lifeWords.move.reopen,
      correct: lifeWords.move.correct,
      undo: lifeWords.move.undo,
    },
  },
  councillor: {
    lead: (name: string, n: number) =>
      n === 0
        ? `Van ${name} staat nog geen motie in het register.`
        : `${figureOf(n, 'motie', 'moties', 'nl')} van ${name}.`,
    leadParty: (parties: readonly string[], n: number) =>
      `Van jou staat nog geen motie in het register. Daarom zie je hier ${figureOf(n, 'motie', 'moties', 'nl')} van ${listOf(parties, 'nl')}.`,
    notLinked:
      'Schakel weet nog niet welk raadslid je bent. Vraag de griffie om je account te koppelen. Alle moties staan in het register.',
    waits: 'Wat op jou wacht',
    waitsNone: 'Er wacht nu niets op jou.',
    mayObject: (outcome: string, until: string) =>
      `Voorstel: ${outcome}. Je kunt bezwaar maken tot en met ${date(until)}.`,
    object: 'Bekijk het voorstel',
    motions: 'Moties',
    due: 'Toezeggingen bij deze moties',
    dueNone: 'Er lopen geen toezeggingen bij deze moties.',
    notFollowed: 'Niet aangenomen',
    register: 'Naar het register',
    more: (n: number) => `Nog ${figureOf(n, 'motie', 'moties', 'nl')}.`,
    publicPage: 'Openbare pagina',
    counted: (n: number, state: string) => `${n} ${state}`,
    noRequests: 'wat de motie vraagt, staat nog niet vast',
  },
  portfolio: {
    lead: (n: number) =>
      n === 0
        ? 'Er staan geen open onderdelen op jouw naam.'
        : `${figureOf(n, 'open onderdeel', 'open onderdelen', 'nl')} op jouw naam.`,
    notLinked:
      'Schakel weet nog niet welk lid van het college je bent. Vraag de griffie om je account te koppelen.',
    group: {
      late: 'Over de termijn',
      near: 'Binnen vier weken',
      later: 'Later',
      none: 'Zonder termijn',
    },
    proposals: 'Voorstellen waarover het college besluit',
    proposalsNone: 'Er wacht nu geen voorstel op een besluit van het college.',
    notCollege: (rule: string) =>
      `In deze gemeente besluit het college niet over een afdoening: ${rule}. De griffie legt het besluit vast.`,
    decideFrom: (until: string) => `Besluiten kan na ${date(until)}.`,
    commitments: 'Toezeggingen',
    commitmentsNone: 'Er lopen geen toezeggingen bij jouw onderdelen.',
  },
}
