import type {
  CheckSource,
  CommitmentRelation,
  CommitmentState,
  CommitmentStep,
  CoverageKind,
  DecidingBody,
  DossierDecision,
  EvidenceKind,
  LifeFieldCode,
  MatterState,
  MatterStep,
  ProposalState,
  ReopenCause,
  SettlementOutcome,
  SuggestionReason,
  TermSource,
} from '../../council/index.ts'
import type { Role } from '../../ctx.ts'
import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import { attentionWords } from './life-attention.ts'

const date = (iso: string) => formatDate(iso, 'nl')
/** Each key is there, and each value is any string: of the other language too. */
type Of<K extends string> = Record<K, string>

const outcome: Of<SettlementOutcome> = {
  'carried-out': 'uitgevoerd',
  partly: 'deels uitgevoerd',
  not: 'niet uitgevoerd',
  absorbed: 'opgegaan in ander beleid',
  transferred: 'overgedragen aan een ander',
  overtaken: 'achterhaald',
  announced: 'alleen aangekondigd',
}
/** Goes on after "afgedaan". */
const settledAs = (as: SettlementOutcome) =>
  as === 'announced' ? 'op een aankondiging' : `als ${outcome[as]}`
const role: Of<Role | 'program'> = {
  clerk: 'de griffie',
  councillor: 'een raadslid',
  'portfolio-holder': 'de portefeuillehouder',
  'policy-officer': 'een ambtenaar',
  program: 'Schakel, vanzelf',
}
const reopened: Of<ReopenCause> = {
  'commitment-missed': 'omdat de dag van een toezegging voorbijging',
  'new-evidence': 'omdat er nieuw bewijs is',
  'changed-decision': 'omdat een besluit is veranderd',
  'by-hand': 'met een reden',
}
const body: Of<DossierDecision['body']> = { college: 'het college', council: 'de raad' }

/**
 * The life of a request: states, outcomes, steps, evidence, reasons. Words begin small, a sentence capitalises them; what ends with a
 * full stop is a sentence. Days are ISO; `name` is null where nobody's name is shown.
 */
export const lifeWords = {
  matter: 'onderdeel',
  matters: (n: number) => countOf(n, 'onderdeel', 'onderdelen', 'nl'),
  proposal: 'afdoeningsvoorstel',
  decision: 'besluit',
  objection: 'bezwaar',
  evidence: 'bewijs',
  commitment: 'toezegging',
  owner: 'portefeuillehouder',
  official: 'ambtenaar',
  noOwner: 'nog niemand',

  state: {
    open: 'open',
    'in-progress': 'in behandeling',
    proposed: 'afdoening voorgesteld',
    settled: 'afgedaan',
    reopened: 'weer open',
  } as Of<MatterState>,
  proposalState: {
    proposed: 'wacht op een besluit',
    objected: 'een indiener maakte bezwaar',
    held: 'aangehouden',
    decided: 'over besloten',
    withdrawn: 'ingetrokken',
  } as Of<ProposalState>,
  outcome,
  /** What a settlement outcome means, for whoever chooses or reads it. */
  outcomeMeans: {
    'carried-out': 'Wat de raad vroeg, is gedaan.',
    partly: 'Een deel van wat de raad vroeg, is gedaan.',
    not: 'Wat de raad vroeg, wordt niet gedaan.',
    absorbed: 'Het hoort nu bij beleid dat er al is.',
    transferred: 'Een ander dan het college voert het uit.',
    overtaken: 'Het is niet meer nodig door wat er sindsdien is gebeurd.',
    announced: 'Er is alleen gezegd dat het komt. Daarom loopt er een toezegging, met een dag om te kijken.',
  } as Of<SettlementOutcome>,
  commitmentState: {
    open: 'loopt',
    late: 'te laat',
    'partly-kept': 'deels nagekomen',
    kept: 'nagekomen',
    lapsed: 'vervallen',
  } as Of<CommitmentState>,

  body,
  decidingBody: {
    college: 'het college besluit',
    'council-on-proposal': 'de raad besluit, op voorstel van het college',
    'council-by-list': 'de raad besluit, met een lijst per vergadering',
  } as Of<DecidingBody>,
  noDecidingBody: 'nog niet vastgelegd wie besluit',

  /** Why a settled matter is open again: goes on after "heropend". */
  reopened,
  reopenCause: {
    'commitment-missed': 'de dag van een toezegging ging voorbij',
    'new-evidence': 'er is nieuw bewijs',
    'changed-decision': 'een besluit is veranderd',
    'by-hand': 'een andere reden',
  } as Of<ReopenCause>,

  evidenceKind: {
    passage: 'een passage in een stuk',
    milestone: 'een mijlpaal die is gehaald',
    'action-report': 'een voortgangsbericht van een actie',
    unknown: 'onbekend: overgenomen uit een oud register',
  } as Of<EvidenceKind>,
  evidenceUnknown: 'Waarop dit rust, is onbekend. Het is overgenomen uit een oud register.',

  term: {
    label: 'Termijn',
    source: {
      text: 'uit de tekst van de motie',
      standard: 'de vaste termijn van de gemeente',
      agreed: 'later afgesproken',
      'none-agreed': 'geen termijn afgesproken',
    } as Of<TermSource>,
    until: (iso: string) => `uiterlijk ${date(iso)}`,
    from: (iso: string) => `vanaf ${date(iso)}`,
    undated: (text: string) => `“${text}”, zonder datum`,
    /** A standard term of a motion whose decision has no date. */
    noDate: 'geen datum: de dag van de stemming is niet bekend',
    passed: (from: string, today: string) => `${formatSpan(from, today, 'nl')} voorbij`,
  },

  due: {
    extension: (iso: string) => `uiterlijk ${date(iso)}, na verlenging`,
    text: (iso: string) => `uiterlijk ${date(iso)}, volgens de brief`,
    check: (iso: string) => `controledatum ${date(iso)}, van ons, niet uit de brief`,
    none: 'geen datum',
  },
  checkDate: 'controledatum',
  checkSource: {
    ours: 'gerekend met de termijn van de gemeente',
    clerk: 'gekozen door de griffie',
    'none-agreed': 'bewust zonder controledatum',
  } as Of<CheckSource>,
  checkUnset: 'nog geen controledatum gekozen',
  kept: { kept: 'nagekomen', 'partly-kept': 'deels nagekomen' },
  /** Of the later commitment: what it does to the earlier one. */
  relation: {
    repeats: 'herhaalt een eerdere toezegging',
    amends: 'wijzigt een eerdere toezegging',
    replaces: 'vervangt een eerdere toezegging',
    'replaces-motion': 'kwam in plaats van een motie',
  } as Of<CommitmentRelation>,
  /** Of the earlier commitment. */
  relationLater: {
    repeats: 'herhaald door een latere toezegging',
    amends: 'gewijzigd door een latere toezegging',
    replaces: 'vervangen door een latere toezegging',
    'replaces-motion': 'kwam in plaats van een motie',
  } as Of<CommitmentRelation>,

  /** Who took a step, without the name of an official. */
  by: (of: string, name: string | null) =>
    name ?? Object.entries(role).find(([key]) => key === of)?.[1] ?? of,
  role,

  /** One step of a history as a sentence without its day. `by` is what `by` gives; null when the page names nobody. */
  matterStep: {
    register: () => 'Opgenomen in het register.',
    start: () => 'In behandeling genomen.',
    assign: () => 'Vastgelegd wie het doet.',
    'agree-term': () => 'De termijn gewijzigd.',
    'note-progress': () => 'Tussenbericht.',
    propose: (as) => `Voorgesteld om dit af te doen${as ? ` ${settledAs(as)}` : ''}.`,
    'withdraw-proposal': () => 'Het voorstel ingetrokken.',
    object: () => 'Een indiener maakte bezwaar tegen het voorstel.',
    hold: () => 'Het voorstel aangehouden.',
    accept: (as) => `Besloten: afgedaan${as ? ` ${settledAs(as)}` : ''}.`,
    reject: () => 'Besloten: het voorstel niet gevolgd.',
    reopen: (_, cause) => `Heropend${cause && cause !== 'by-hand' ? ` ${reopened[cause]}` : ''}.`,
    correct: (as) => `Het besluit veranderd${as ? `: afgedaan ${settledAs(as)}` : ''}.`,
    undo: () => 'De vorige stap ongedaan gemaakt.',
  } as Record<MatterStep, (as: SettlementOutcome | null, cause: ReopenCause | null) => string>,
  commitmentStep: {
    register: 'Opgenomen in het register.',
    'set-check-date': 'Een controledatum gekozen.',
    keep: 'Vastgelegd als nagekomen.',
    'keep-partly': 'Vastgelegd als deels nagekomen.',
    miss: 'De dag ging voorbij.',
    lapse: 'Vervallen.',
    extend: 'Verlengd.',
    relate: 'In verband gebracht met een andere toezegging of motie.',
    undo: 'De vorige stap ongedaan gemaakt.',
  } as Of<CommitmentStep>,
  undone: 'later ongedaan gemaakt',
  /** Names of steps, for buttons and headings. */
  move: {
    start: 'In behandeling nemen',
    assign: 'Vastleggen wie het doet',
    'agree-term': 'Een termijn afspreken',
    'note-progress': 'Een tussenbericht geven',
    propose: 'Afdoening voorstellen',
    'withdraw-proposal': 'Het voorstel intrekken',
    object: 'Bezwaar vastleggen',
    hold: 'Het voorstel aanhouden',
    accept: 'Het voorstel volgen',
    reject: 'Het voorstel niet volgen',
    decide: 'Het besluit vastleggen',
    correct: 'Het besluit veranderen',
    reopen: 'Heropenen',
    undo: 'De laatste stap ongedaan maken',
    'set-check-date': 'Een controledatum kiezen',
    extend: 'Verlengen',
    keep: 'Nagekomen',
    'keep-partly': 'Deels nagekomen',
    lapse: 'Laten vervallen',
    relate: 'Verband leggen',
  },

  ...attentionWords,
  /** Why Schakel suggests an outcome, or none. */
  suggestion: {
    'rests-on-announcement':
      'De brief rust op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
    'claimed-carried-out': 'De brief zegt dat het is uitgevoerd.',
    'claimed-partly': 'De brief zegt dat het deels is uitgevoerd.',
    'claimed-not': 'De brief zegt dat het niet wordt uitgevoerd.',
    'claimed-absorbed': 'De brief zegt dat het bij bestaand beleid hoort.',
    'claimed-transferred': 'De brief zegt dat een ander het doet.',
    'claimed-overtaken': 'De brief zegt dat het achterhaald is.',
    'basis-unstated': 'De brief zegt niet waarop de afdoening rust.',
    'still-in-progress': 'De brief zegt dat eraan wordt gewerkt.',
    'no-claim': 'Geen brief zegt hier iets over.',
  } as Of<SuggestionReason>,
  settledBy: {
    answer: 'Dit vraagt om een antwoord. Cijfers over het effect zijn dat niet.',
    deed: 'Dit vraagt om een daad.',
  },
  coverage: {
    own: 'een eigen passage',
    shared: 'alleen een passage die over meer onderdelen gaat',
    none: 'niets',
  } as Of<CoverageKind>,

  fieldError: {
    needed: 'Vul dit in.',
    'not-a-choice': 'Kies een van de mogelijkheden.',
    'date-invalid': 'Dit is geen datum. Schrijf bijvoorbeeld 2 juli 2019 of 2-7-2019.',
    'date-in-future': 'Deze dag moet nog komen. Kies vandaag of eerder.',
    'date-too-early': 'Deze dag is te vroeg. Kies een latere dag.',
    'passage-missing': 'Deze passage staat niet in het stuk. Wijs haar opnieuw aan.',
    'milestone-not-reached': 'Deze mijlpaal is niet (meer) gehaald. Kies ander bewijs.',
    'report-taken-back': 'Dit bericht is teruggenomen. Kies ander bewijs.',
    'programme-not-adopted': 'Dit programma is nog niet vastgesteld. Daarom kan het nog geen bewijs zijn.',
    'evidence-fallen': 'Waar dit zelf op rust, is teruggenomen. Kies ander bewijs.',
    'motion-not-withdrawn':
      'Deze motie is niet ingetrokken. Alleen een ingetrokken motie kan zijn vervangen.',
    'linked-already': 'Deze persoon hoort al bij een ander account. Maak dat eerst los.',
    'goes-in-a-circle': 'Zo vervangen toezeggingen elkaar in een kring. Kies een andere.',
  } as Of<LifeFieldCode>,

  late: (since: string, today: string) => `${formatSpan(since, today, 'nl')} te laat`,
  days: (n: number) => figureOf(n, 'dag', 'dagen', 'nl'),
  list: (items: readonly string[]) => listOf(items, 'nl'),
}
