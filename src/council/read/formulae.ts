import type { ClauseKind, RequestKind } from './reading.ts'

/**
 * Every formula with which a motion opens a clause or a request. To teach the reader a new one, add a line here.
 *
 * Words are lower case; long ones are also found when a scan or a hand changed a letter or two. `…` stands for the addressee.
 * `anywhere`: the formula is so plain that it counts wherever a line or a sentence part begins; without it, only where a
 * paragraph, line or item begins after a closing mark or a blank line.
 */
export type Formula<Kind> = { kind: Kind; words: string; anywhere?: true; needsDat?: true }

export const clauseFormulae: readonly Formula<ClauseKind>[] = [
  { kind: 'noting', words: 'constaterende', anywhere: true },
  { kind: 'noting', words: 'constaterend', anywhere: true },
  { kind: 'noting', words: 'vaststellende', anywhere: true },
  { kind: 'noting', words: 'vaststellend' },
  { kind: 'noting', words: 'constateert dat' },
  { kind: 'noting', words: 'wij constateren', anywhere: true },
  { kind: 'noting', words: 'we constateren', anywhere: true },
  { kind: 'noting', words: 'wij stellen vast', anywhere: true },
  { kind: 'noting', words: 'we stellen vast', anywhere: true },
  { kind: 'noting', words: 'stelt vast dat' },
  { kind: 'considering', words: 'overwegende', anywhere: true },
  { kind: 'considering', words: 'overwegend', anywhere: true, needsDat: true },
  { kind: 'considering', words: 'overweegt dat' },
  { kind: 'considering', words: 'in overweging nemende' },
  { kind: 'considering', words: 'wij overwegen', needsDat: true },
  { kind: 'considering', words: 'we overwegen', needsDat: true },
  { kind: 'considering', words: 'wij hebben nagedacht over en houden er rekening mee', anywhere: true },
  { kind: 'considering', words: 'we hebben nagedacht over en houden er rekening mee', anywhere: true },
  { kind: 'considering', words: 'wij hebben nagedacht over', anywhere: true },
  { kind: 'considering', words: 'we hebben nagedacht over', anywhere: true },
  { kind: 'considering', words: 'wij houden er rekening mee', anywhere: true },
  { kind: 'considering', words: 'we houden er rekening mee', anywhere: true },
  { kind: 'considering', words: 'we houden rekening met' },
  { kind: 'considering', words: 'wij houden rekening met' },
  { kind: 'opinion', words: 'van mening', anywhere: true, needsDat: true },
  { kind: 'opinion', words: 'van oordeel', anywhere: true, needsDat: true },
  { kind: 'opinion', words: 'van opvatting', needsDat: true },
  { kind: 'opinion', words: 'is van mening', needsDat: true },
  { kind: 'opinion', words: 'is van oordeel', needsDat: true },
  { kind: 'opinion', words: 'de mening toegedaan', needsDat: true },
  { kind: 'opinion', words: 'menende' },
  { kind: 'opinion', words: 'menend', needsDat: true },
  { kind: 'opinion', words: 'oordelende' },
  { kind: 'opinion', words: 'wij vinden' },
  { kind: 'opinion', words: 'we vinden' },
  { kind: 'opinion', words: 'wij zijn van mening', needsDat: true },
  { kind: 'opinion', words: 'we zijn van mening', needsDat: true },
  { kind: 'appreciating', words: 'appreciërende', anywhere: true },
  { kind: 'appreciating', words: 'appreciërend' },
  { kind: 'appreciating', words: 'waarderende' },
  { kind: 'appreciating', words: 'waarderend', needsDat: true },
  { kind: 'appreciating', words: 'we waarderen', needsDat: true },
  { kind: 'appreciating', words: 'wij waarderen', needsDat: true },
  { kind: 'other', words: 'gelet op' },
  { kind: 'other', words: 'gezien' },
  { kind: 'other', words: 'indachtig' },
  { kind: 'other', words: 'in aanmerking nemende' },
  { kind: 'other', words: 'in aanmerking nemend' },
  { kind: 'other', words: 'in acht nemende' },
  { kind: 'other', words: 'herinnerende aan' },
  { kind: 'other', words: 'herinnerend aan' },
  { kind: 'other', words: 'herinnerende' },
  { kind: 'other', words: 'wetende' },
  { kind: 'other', words: 'wetend', needsDat: true },
  { kind: 'other', words: 'concluderende' },
  { kind: 'other', words: 'concluderend', needsDat: true },
  { kind: 'other', words: 'erkennende' },
  { kind: 'other', words: 'erkennend', needsDat: true },
  { kind: 'other', words: 'onderschrijvende' },
  { kind: 'other', words: 'beseffende' },
  { kind: 'other', words: 'signalerende' },
  { kind: 'other', words: 'onderkennende' },
  { kind: 'other', words: 'benadrukkende' },
  { kind: 'other', words: 'verwijzende naar' },
  { kind: 'other', words: 'ervan uitgaande' },
  { kind: 'other', words: 'ervan overtuigd' },
  { kind: 'other', words: 'bezorgd over' },
]

export const requestFormulae: readonly Formula<RequestKind>[] = [
  { kind: 'request', words: 'verzoekt …', anywhere: true },
  { kind: 'request', words: 'verzoeken …' },
  { kind: 'request', words: 'wij verzoeken …', anywhere: true },
  { kind: 'request', words: 'we verzoeken …', anywhere: true },
  { kind: 'request', words: 'vraagt …' },
  { kind: 'request', words: 'wij vragen …' },
  { kind: 'request', words: 'we vragen …' },
  { kind: 'instruct', words: 'draagt … op', anywhere: true },
  { kind: 'instruct', words: 'dragen … op' },
  { kind: 'instruct', words: 'draagt op aan …' },
  { kind: 'instruct', words: 'wij dragen … op' },
  { kind: 'instruct', words: 'we dragen … op' },
  { kind: 'instruct', words: 'geeft … opdracht', anywhere: true },
  { kind: 'instruct', words: 'geeft … de opdracht', anywhere: true },
  { kind: 'instruct', words: 'geeft opdracht aan …', anywhere: true },
  { kind: 'instruct', words: 'geeft de opdracht aan …', anywhere: true },
  { kind: 'instruct', words: 'wij geven … opdracht' },
  { kind: 'instruct', words: 'we geven … opdracht' },
  { kind: 'instruct', words: 'wij geven … de opdracht' },
  { kind: 'instruct', words: 'we geven … de opdracht' },
  { kind: 'call-upon', words: 'roept … op', anywhere: true },
  { kind: 'call-upon', words: 'roepen … op' },
  { kind: 'call-upon', words: 'wij roepen … op' },
  { kind: 'call-upon', words: 'we roepen … op' },
  { kind: 'call-upon', words: 'dringt er bij … op aan' },
  { kind: 'declare', words: 'spreekt uit', anywhere: true },
  { kind: 'declare', words: 'spreekt + uit' }, // `+`: up to six words, such as *zorgen* or *als haar mening*
  { kind: 'declare', words: 'spreken uit' },
  { kind: 'declare', words: 'wij spreken uit' },
  { kind: 'declare', words: 'we spreken uit' },
  { kind: 'declare', words: 'wij spreken + uit' },
  { kind: 'declare', words: 'we spreken + uit' },
  { kind: 'decide', words: 'besluit' },
  { kind: 'decide', words: 'besluiten' },
  { kind: 'decide', words: 'wij besluiten' },
  { kind: 'decide', words: 'we besluiten' },
  { kind: 'decide', words: 'wij stellen voor het volgende besluit te nemen' },
  { kind: 'decide', words: 'we stellen voor het volgende besluit te nemen' },
  { kind: 'decide', words: 'wij stellen voor' },
  { kind: 'decide', words: 'we stellen voor' },
  { kind: 'decide', words: 'stelt voor het volgende besluit te nemen' },
  { kind: 'decide', words: 'stelt voor te besluiten' },
]

/** Good Dutch words that look like the first word of a formula. */
export const lookAlikes: ReadonlySet<string> = new Set(
  (
    'constateren constateert geconstateerd constatering constateringen constateerde constateerden overwegen overweging ' +
    'overwegingen overwogen overweegt vaststellen vaststelling menende mensen waarderen waardering gewaardeerd verzoek ' +
    'verzoeken verzoeker verzocht bezoekt bezoeken onderzoekt erkennen erkenning erkend besluiten besluit bestuit besluite ' +
    'beseffen signaleren signalering concluderen concludeert onderkennen onderschrijven onderschrijft verwijzen verwijzend ' +
    'herinneren herinnering indachtig geheel gezicht gezinnen gezien gezond vragen'
  ).split(' '),
)

/** May stand before a formula, after its verb or after the addressee; no part of what is asked. */
export const adverbs: ReadonlySet<string> = new Set([
  'voorts',
  'tevens',
  'verder',
  'daarnaast',
  'eveneens',
  'bovendien',
])
/** The same, but only before *om*, a comma or a colon: else they belong to what is asked. */
export const looseAdverbs: ReadonlySet<string> = new Set(
  (
    'ook daarom derhalve hierbij hiermee nogmaals dringend nadrukkelijk vervolgens tenslotte alsnog mitsdien dan slotte ' +
    'ten tot slot klem met eerste tweede derde dus'
  ).split(' '),
)

/** Who may speak at the head of a formula: "De raad verzoekt …". */
export const speakers: readonly string[] = [
  'de raad',
  'de gemeenteraad',
  'de kamer',
  'de haagse raad',
  'raad',
  'gemeenteraad',
]

/** Nouns for whom a motion addresses. */
export const addresseeHeads: ReadonlySet<string> = new Set(
  (
    'college regering kabinet minister staatssecretaris presidium burgemeester wethouder wethouders raad gemeenteraad ' +
    'griffie griffier agendacommissie rekenkamer rekenkamercommissie commissie raadscommissie directie bestuur gemeente ' +
    'portefeuillehouder ministerie minister-president premier ministers voorzitter voorzitters bewindspersonen ' +
    'fractievoorzitters fracties seniorenconvent auditcommissie werkgroep raadswerkgroep gemeentesecretaris provincie ' +
    'colleges raadsleden werkgeverscommissie b&w bewindslieden'
  ).split(' '),
)
/** Adjectives between the article and such a noun. */
export const addresseeAdjectives: ReadonlySet<string> = new Set(
  'dagelijks algemeen nieuwe demissionaire verantwoordelijke betrokken voltallige gehele plaatselijke'.split(
    ' ',
  ),
)
export const articles: ReadonlySet<string> = new Set([
  'het',
  'de',
  "'t",
  '’t',
  'haar',
  'zijn',
  'ons',
  'onze',
  'alle',
])
