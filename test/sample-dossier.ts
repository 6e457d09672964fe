/** One invented motion with everything that a dossier can hold, for tests of pages. */
import type {
  DocumentRef,
  DossierClaim,
  DossierCommitment,
  DossierMatter,
  LetterRef,
  MotionDossier,
  Passage,
  PublicDocument,
} from '../src/council/index.ts'

export const letterPages = [
  `Aan de gemeenteraad

2 juli 2019
Ons kenmerk ZW/2019.171
RIS302261

Onderwerp: Afdoening motie re-integratie slachtoffers

Geachte raadsleden,

Uw raad nam op 4 april 2019 de motie H.4 aan, ingediend door de heer Van Rijn. De motie verzoekt het college na te gaan of en hoe
slachtoffers geholpen kunnen worden bij huisvesting, (om)scholing en schuldhulpverlening.

Na het zomerreces ontvangt u het actieprogramma, waarin dit onderwerp wordt meegenomen.`,
  `Het college beschouwt de motie hiermee als afgedaan.

Met vriendelijke groet,

het college van burgemeester en wethouders,
de burgemeester, M. Bosman`,
]

function place(page: number, text: string) {
  const start = letterPages[page - 1]?.indexOf(text) ?? -1
  if (start < 0) throw new Error(`the sample letter does not say: ${text}`)
  return [{ page, start, end: start + text.length }]
}

const letterDocument: DocumentRef = {
  id: 7,
  year: 2019,
  slug: 'brief-afdoening-motie-re-integratie-slachtoffers',
  kind: 'settlement-letter',
  title: 'Afdoening motie re-integratie slachtoffers',
  dated: '2019-07-02',
}
const motionDocument: DocumentRef = {
  id: 6,
  year: 2019,
  slug: 'motie-h-4',
  kind: 'motion',
  title: 'Motie H.4 Slachtoffers van mensenhandel beter laten re-integreren',
  dated: '2019-04-04',
}
function passage(page: number, text: string): Passage {
  return { document: letterDocument, at: place(page, text), text }
}

export const sampleLetter: LetterRef = {
  id: 3,
  dated: '2019-07-02',
  subject: 'Afdoening motie re-integratie slachtoffers',
  document: letterDocument,
}
export const sampleClaim: DossierClaim = {
  id: 4,
  claim: 'settled',
  basis: 'announced',
  on: '2019-07-02',
  text: 'Het college beschouwt de motie hiermee als afgedaan',
  passage: passage(2, 'Het college beschouwt de motie hiermee als afgedaan'),
  letter: sampleLetter,
  requests: [1],
  about: [{ request: 1, part: null }],
}
export const sampleCommitment: DossierCommitment = {
  id: 5,
  text: 'ontvangt u het actieprogramma, waarin dit onderwerp wordt meegenomen',
  madeOn: '2019-07-02',
  due: { text: 'Na het zomerreces', notBefore: '2019-09-02', notAfter: null, rule: 'after-recess' },
  passage: passage(1, 'ontvangt u het actieprogramma, waarin dit onderwerp wordt meegenomen'),
  letters: [{ ...sampleLetter, role: 'made' }],
  motions: [],
  life: {
    state: 'late',
    due: { on: '2019-12-02', source: 'check' },
    check: { on: '2019-12-02', source: 'ours' },
    missedOn: '2019-12-02',
    extensions: [],
    relations: [],
    later: [],
    kept: [],
    history: [
      {
        id: 51,
        step: 'register',
        from: 'open',
        to: 'open',
        on: '2019-07-02',
        by: { role: 'clerk', name: null },
        reason: null,
        undone: false,
        undoes: null,
      },
      {
        id: 52,
        step: 'miss',
        from: 'open',
        to: 'late',
        on: '2019-12-03',
        by: { role: 'program', name: null },
        reason: null,
        undone: false,
        undoes: null,
      },
    ],
  },
}
/** One part: settled on the announcement, and reopened when its check date had passed. */
export const sampleMatter: DossierMatter = {
  id: 21,
  request: 1,
  part: 11,
  text: 'huisvesting',
  state: 'reopened',
  outcome: null,
  held: false,
  owner: { id: 9, name: 'Hanna Ostinga' },
  term: {
    source: 'standard',
    text: null,
    notBefore: null,
    notAfter: '2019-07-04',
    basis: 'Reglement van orde, artikel 41',
  },
  proposal: null,
  decision: null,
  evidence: [],
  proposals: [
    {
      id: 31,
      state: 'decided',
      outcome: 'announced',
      explanation: 'Dit onderwerp komt in het actieprogramma.',
      on: '2019-07-08',
      objectionUntil: '2019-07-22',
      origin: 'own',
      evidence: [
        {
          kind: 'passage',
          passage: passage(1, 'ontvangt u het actieprogramma')!,
          quotation: 'ontvangt u het actieprogramma',
        },
      ],
      commitments: [5],
      objections: [],
    },
  ],
  decisions: [
    {
      id: 41,
      proposal: 31,
      verdict: 'accept',
      outcome: 'announced',
      body: 'council',
      on: '2019-09-12',
      reason: 'De raad wacht het programma af.',
      corrects: null,
    },
  ],
  history: (
    [
      ['register', 'open', 'open', '2019-04-04', 'clerk', null],
      [
        'propose',
        'open',
        'proposed',
        '2019-07-08',
        'policy-officer',
        'Dit onderwerp komt in het actieprogramma.',
      ],
      ['accept', 'proposed', 'settled', '2019-09-12', 'clerk', 'De raad wacht het programma af.'],
      ['reopen', 'settled', 'reopened', '2019-12-03', 'program', null],
    ] as const
  ).map(([step, from, to, on, role, reason], index) => ({
    id: 61 + index,
    step,
    from,
    to,
    on,
    by: { role, name: null },
    reason,
    undone: false,
    undoes: null,
    cause: step === 'reopen' ? 'commitment-missed' : null,
    outcome: step === 'register' ? null : 'announced',
    commitment: step === 'reopen' ? 5 : null,
    passage: null,
  })),
}
const status = { status: 'reopened', basis: null, on: '2019-12-03' } as const
const party = { slug: 'stadspartij', name: 'Stadspartij' }

export const sampleDossier: MotionDossier = {
  merges: [],
  partings: [],
  setAside: [],
  municipality: { slug: 'waterstad', name: 'Waterstad' },
  motion: {
    id: 1,
    year: 2019,
    slug: 'h-4-slachtoffers-van-mensenhandel',
    kind: 'motion',
    number: 'H.4',
    title: 'Slachtoffers van mensenhandel beter laten re-integreren',
    dated: '2019-04-04',
    outcome: 'adopted',
    closingFormula: true,
    numbers: ['H.4'],
    registryNumbers: ['RIS302261'],
    passages: {},
  },
  meeting: { body: 'Gemeenteraad', kind: 'council', heldOn: '2019-04-04' },
  proposals: [{ title: 'Integraal veiligheidsbeleid', registryNumber: 'RIS498821', passage: null }],
  submitters: [{ name: 'P. van Rijn', printedName: 'de heer Van Rijn', party, passage: null }],
  votes: {
    for: 38,
    against: 3,
    parties: [
      { party, vote: 'for' },
      { party: { slug: 'groen-waterstad', name: 'Groen Waterstad' }, vote: 'for' },
      { party: { slug: 'ondernemend', name: 'Ondernemend Waterstad' }, vote: 'against' },
    ],
  },
  clauses: [
    {
      kind: 'noting',
      text: 'slachtoffers van mensenhandel na de opvang vaak geen woning vinden',
      passage: null,
    },
    {
      kind: 'considering',
      text: 'een woning, een opleiding en hulp bij schulden elkaar nodig hebben',
      passage: null,
    },
  ],
  requests: [
    {
      id: 1,
      kind: 'request',
      act: 'investigate',
      addressee: 'het college',
      text: 'na te gaan of en hoe slachtoffers geholpen kunnen worden bij huisvesting, (om)scholing en schuldhulpverlening',
      domain: null,
      deadline: null,
      periodic: null,
      passage: passage(1, 'na te gaan of en hoe'),
      parts: [
        { id: 11, text: 'huisvesting', domain: 'housing', passage: passage(1, 'huisvesting'), status },
        { id: 12, text: '(om)scholing', domain: 'training', passage: passage(1, '(om)scholing'), status },
        {
          id: 13,
          text: 'schuldhulpverlening',
          domain: 'debt',
          passage: passage(1, 'schuldhulpverlening'),
          status,
        },
      ],
      status,
    },
  ],
  claims: [sampleClaim],
  matters: [
    sampleMatter,
    { ...sampleMatter, id: 22, part: 12, text: '(om)scholing' },
    { ...sampleMatter, id: 23, part: 13, text: 'schuldhulpverlening' },
  ],
  commitments: [sampleCommitment],
  letters: [{ ...sampleLetter, role: 'answers' }],
  documents: [
    { ...motionDocument, role: 'text' },
    { ...letterDocument, role: 'quoted' },
  ],
  status,
}

export const sampleDocument: PublicDocument = {
  document: letterDocument,
  municipality: sampleDossier.municipality,
  pages: letterPages,
  letter: {
    ...sampleLetter,
    kind: 'settlement-letter',
    reference: 'ZW/2019.171',
    registryNumber: 'RIS302261',
    addressee: 'de gemeenteraad',
    place: null,
    department: null,
    unit: null,
    signatories: [{ name: 'M. Bosman', role: 'burgemeester', acting: false }],
  },
  motions: [{ ...sampleDossier.motion, role: 'quoted' }],
  claims: [],
  commitments: [sampleCommitment],
  topics: [],
  marks: [
    { id: 'a', kind: 'field', name: 'date', at: place(1, '2 juli 2019') },
    { id: 'b', kind: 'field', name: 'reference', at: place(1, 'ZW/2019.171') },
    { id: 'c', kind: 'field', name: 'registryNumber', at: place(1, 'RIS302261') },
    { id: 'd', kind: 'field', name: 'subject', at: place(1, 'Afdoening motie re-integratie slachtoffers') },
    {
      id: 'e',
      kind: 'request',
      name: 'request',
      at: place(
        1,
        'na te gaan of en hoe\nslachtoffers geholpen kunnen worden bij huisvesting, (om)scholing en schuldhulpverlening',
      ),
    },
    { id: 'f', kind: 'part', name: 'housing', at: place(1, 'huisvesting') },
    { id: 'g', kind: 'part', name: 'training', at: place(1, '(om)scholing') },
    { id: 'h', kind: 'part', name: 'debt', at: place(1, 'schuldhulpverlening') },
    { id: 'i', kind: 'commitment', name: 'commitment', at: sampleCommitment.passage?.at ?? [] },
    { id: 'j', kind: 'claim', name: 'settled', at: sampleClaim.passage?.at ?? [] },
  ],
}
