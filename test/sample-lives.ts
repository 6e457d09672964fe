/** The sample motion with a matter in every state and a commitment of every fate, for tests of pages. */
import type {
  DossierCommitment,
  DossierDecision,
  DossierEvidence,
  DossierMatter,
  DossierProposal,
  DossierRequest,
  MatterFact,
  MotionDossier,
  RequestStatus,
} from '../src/council/index.ts'
import { sampleCommitment, sampleDossier, sampleMatter } from './sample-dossier.ts'

const [proposal] = sampleMatter.proposals as [DossierProposal]
const [passage] = proposal.evidence as [DossierEvidence]
const [registered, proposedStep, acceptedStep] = sampleMatter.history as [MatterFact, MatterFact, MatterFact]
const decision = (id: number, on: string, more: Partial<DossierDecision> = {}): DossierDecision => ({
  id,
  proposal: 31,
  verdict: 'accept',
  outcome: 'carried-out',
  body: 'council',
  on,
  reason: null,
  corrects: null,
  ...more,
})
const untouched = {
  state: 'open',
  proposals: [],
  decisions: [],
  evidence: [],
  history: [registered],
} as const satisfies Partial<DossierMatter>
const waiting = (state: DossierProposal['state'], more: Partial<DossierProposal> = {}) => {
  const own: DossierProposal = { ...proposal, state, outcome: 'carried-out', commitments: [], ...more }
  return {
    state: 'proposed',
    proposal: own,
    proposals: [own],
    decisions: [],
    evidence: own.evidence,
    history: [registered, { ...proposedStep, outcome: 'carried-out' }],
  } satisfies Partial<DossierMatter>
}
const settled = (last: DossierDecision, evidence: DossierEvidence[], earlier: DossierDecision[] = []) =>
  ({
    state: 'settled',
    outcome: last.outcome,
    decision: last,
    decisions: [...earlier, last],
    evidence,
    history: [
      registered,
      proposedStep,
      acceptedStep,
      ...earlier.map((_, index) => ({
        ...acceptedStep,
        id: 90 + index,
        step: 'correct' as const,
        on: last.on,
      })),
    ],
  }) satisfies Partial<DossierMatter>

const lives: [string, RequestStatus, Partial<DossierMatter>][] = [
  [
    'zonder termijn',
    'open',
    {
      ...untouched,
      owner: null,
      term: { source: 'none-agreed', text: null, notBefore: null, notAfter: null, basis: null },
    },
  ],
  [
    'termijn in woorden',
    'in-progress',
    {
      ...untouched,
      state: 'in-progress',
      term: { source: 'text', text: 'voor de zomer', notBefore: null, notAfter: null, basis: null },
    },
  ],
  ['voorgesteld', 'proposed', waiting('proposed', { objectionUntil: '2027-01-31' })],
  [
    'bezwaar gemaakt',
    'proposed',
    {
      ...waiting('objected', {
        objectionUntil: '2019-07-22',
        objections: [
          { submitter: 'P. van Rijn', on: '2019-07-15', reason: 'Hierover staat niets in de brief.' },
        ],
      }),
      history: [registered, proposedStep, { ...acceptedStep, step: 'object', on: '2019-07-15' }],
    },
  ],
  [
    'aangehouden',
    'proposed',
    {
      ...waiting('held'),
      held: true,
      history: [registered, proposedStep, { ...acceptedStep, step: 'hold', reason: 'De wethouder is ziek.' }],
    },
  ],
  [
    'niet gevolgd',
    'in-progress',
    {
      ...untouched,
      state: 'in-progress',
      decisions: [
        decision(44, '2019-09-12', {
          verdict: 'reject',
          outcome: null,
          reason: 'Er ontbreekt een antwoord.',
        }),
      ],
      history: [
        registered,
        proposedStep,
        { ...acceptedStep, step: 'reject', reason: 'Er ontbreekt een antwoord.' },
      ],
    },
  ],
  [
    'op een aankondiging',
    'settled-announced',
    settled(decision(45, '2019-09-12', { outcome: 'announced', reason: 'De raad wacht af.' }), [passage]),
  ],
  [
    'veranderd',
    'settled-partly',
    settled(
      decision(47, '2020-02-06', { outcome: 'partly', reason: 'Er was verkeerd geteld.', corrects: 46 }),
      [passage],
      [decision(46, '2019-09-12')],
    ),
  ],
  [
    'oud register',
    'settled-carried-out',
    settled(decision(48, '2019-09-12', { body: 'college' }), [{ kind: 'unknown' }]),
  ],
  ['uitgevoerd', 'settled-carried-out', settled(decision(49, '2019-09-12'), [passage])],
  ['weer open', 'reopened', {}],
]

const [request] = sampleDossier.requests as [DossierRequest]
const fate = (id: number, text: string, life: Partial<DossierCommitment['life']>): DossierCommitment => ({
  ...sampleCommitment,
  id,
  text,
  life: { ...sampleCommitment.life, state: 'open', missedOn: null, ...life },
})

export const livelyDossier: MotionDossier = {
  ...sampleDossier,
  requests: [
    {
      ...request,
      parts: lives.map(([text, status], index) => ({
        id: 11 + index,
        text,
        domain: null,
        passage: null,
        status: { status, basis: null, on: '2019-09-12' },
      })),
    },
  ],
  matters: lives.map(([text, , change], index) => ({
    ...sampleMatter,
    ...change,
    id: 21 + index,
    part: 11 + index,
    text,
  })),
  commitments: [
    { ...sampleCommitment, text: 'dit is te laat' },
    fate(6, 'dit is verlengd', {
      due: { on: '2027-06-01', source: 'extension' },
      missedOn: '2019-12-02',
      extensions: [
        {
          on: '2020-01-10',
          from: '2019-12-02',
          to: '2027-06-01',
          reason: 'Het duurde langer.',
          passage: null,
        },
      ],
      relations: [{ kind: 'replaces', earlier: 5, motion: null }],
    }),
    fate(7, 'dit is nagekomen', {
      state: 'kept',
      kept: [
        { on: '2020-03-01', how: 'partly-kept', reason: 'Het eerste deel.', evidence: [passage] },
        { on: '2020-10-14', how: 'kept', reason: null, evidence: [passage] },
      ],
    }),
    fate(8, 'dit is vervallen', {
      state: 'lapsed',
      history: [
        ...sampleCommitment.life.history,
        {
          ...sampleCommitment.life.history[0]!,
          id: 59,
          step: 'lapse',
          on: '2020-05-05',
          reason: 'De wet veranderde.',
        },
      ],
    }),
    fate(9, 'dit heeft geen dag', { due: null, check: { on: null, source: 'none-agreed' } }),
  ],
  status: { status: 'reopened', basis: null, on: '2019-12-03' },
}
