/** The chain, the course and the summary of a motion whose requests live: proposed, decided, opened again. */
import { describe, expect, test } from 'vitest'
import { sampleCommitment, sampleDossier, sampleMatter } from '../../test/sample-dossier.ts'
import type { DossierCommitment, MotionDossier } from './dossier.ts'
import { chainOf, commitmentStanding, passedTerm } from './dossier-chain.ts'
import { timelineOf } from './dossier-course.ts'
import { summaryOf } from './dossier-summary.ts'
import type { CommitmentFact, DossierEvidence, DossierMatter, MatterFact } from './life/facts.ts'
import type { MatterStep } from './life/undo.ts'
import type { Outcome } from './read/reading.ts'

const today = '2026-11-24'
const passage = (sampleMatter.proposals[0]!.evidence[0] as Extract<DossierEvidence, { kind: 'passage' }>)
  .passage
const proof: DossierEvidence = { kind: 'passage', passage, quotation: 'twaalf woningen' }

let ids = 100
const step = (name: MatterStep, on: string, more: Partial<MatterFact> = {}): MatterFact => ({
  id: ids++,
  step: name,
  from: 'open',
  to: 'open',
  on,
  by: { role: 'clerk', name: null },
  reason: null,
  undone: false,
  undoes: null,
  cause: null,
  outcome: null,
  commitment: null,
  passage: null,
  ...more,
})
const term: DossierMatter['term'] = {
  source: 'none-agreed',
  text: null,
  notBefore: null,
  notAfter: null,
  basis: null,
}
const bare: DossierMatter = {
  ...sampleMatter,
  state: 'open',
  term,
  proposals: [],
  decisions: [],
  history: [step('register', '2019-04-04')],
}
const settled = (
  outcome: NonNullable<DossierMatter['outcome']>,
  evidence: DossierEvidence[] = [proof],
  more: Partial<DossierMatter> = {},
): DossierMatter => ({
  ...bare,
  state: 'settled',
  outcome,
  evidence,
  decisions: [
    {
      id: 9,
      proposal: 8,
      verdict: 'accept',
      outcome,
      body: 'council',
      on: '2020-10-01',
      reason: null,
      corrects: null,
    },
  ],
  history: [
    step('register', '2019-04-04'),
    step('propose', '2020-09-01', { outcome }),
    step('accept', '2020-10-01', { outcome }),
  ],
  ...more,
})
const proposed = (more: Partial<DossierMatter> = {}): DossierMatter => ({
  ...bare,
  state: 'proposed',
  proposal: {
    id: 8,
    state: 'proposed',
    outcome: 'carried-out',
    explanation: null,
    on: '2020-09-01',
    objectionUntil: null,
    origin: 'own',
    evidence: [proof],
    commitments: [],
    objections: [],
  },
  evidence: [proof],
  ...more,
})
const commitmentWith = (life: Partial<DossierCommitment['life']>): DossierCommitment => ({
  ...sampleCommitment,
  life: { ...sampleCommitment.life, missedOn: null, history: [], state: 'open', ...life },
})
const running = commitmentWith({ due: { on: '2027-01-01', source: 'check' } })
const kept = commitmentWith({
  state: 'kept',
  kept: [{ on: '2020-10-14', how: 'kept', reason: null, evidence: [proof] }],
})
const dossier = (some: Partial<MotionDossier> & { outcome?: Outcome } = {}): MotionDossier => {
  const { outcome = 'adopted', ...rest } = some
  return {
    ...sampleDossier,
    motion: { ...sampleDossier.motion, outcome },
    matters: [],
    commitments: [],
    claims: [],
    status: { status: 'open', basis: null, on: null },
    ...rest,
  }
}
const rings = (some: Parameters<typeof dossier>[0]) =>
  chainOf(dossier(some), today).map(({ ring, state, why, on }) => [ring, state, why, on].join(' '))

describe('the chain', () => {
  test.for<[Outcome, string[]]>([
    ['rejected', ['asked done asked 2019-04-04', 'decided done outcome 2019-04-04']],
    ['withdrawn', ['asked done asked 2019-04-04', 'decided done outcome 2019-04-04']],
    ['held', ['asked done asked 2019-04-04', 'decided waiting outcome 2019-04-04']],
    ['unknown', ['asked done asked 2019-04-04', 'decided waiting outcome ']],
    [
      'taken-over',
      [
        'asked done asked 2019-04-04',
        'decided done outcome 2019-04-04',
        'evidence future none ',
        'settled future none ',
      ],
    ],
  ])('of a motion that was %s', ([outcome, expected]) => {
    expect(rings({ outcome })).toEqual(expected)
  })

  test('a motion whose text nobody has seen asks something unknown', () => {
    expect(rings({ outcome: 'rejected', requests: [] })[0]).toBe('asked waiting text-unknown 2019-04-04')
  })

  const { claims } = sampleDossier
  const late = { ...bare, term: { ...term, notAfter: '2019-07-04' } }
  const open = { ...bare, term: { ...term, notAfter: '2027-07-04' } }
  test.for<[string, Parameters<typeof dossier>[0], string, string]>([
    ['nothing yet', { matters: [open] }, 'future none ', 'future none '],
    ['the term passed, no answer', { matters: [late] }, 'broken term-passed 2019-07-04', 'future none '],
    [
      'claimed on an announcement, a commitment runs',
      {
        matters: [open],
        claims,
        commitments: [running],
        status: { status: 'claimed-settled', basis: 'announced', on: '2019-07-02' },
      },
      'waiting announced 2027-01-01',
      'waiting claimed 2019-07-02',
    ],
    [
      'a commitment is late',
      {
        matters: [open],
        claims,
        commitments: [sampleCommitment],
        status: { status: 'claimed-settled', basis: 'announced', on: '2019-07-02' },
      },
      'broken late 2019-12-02',
      'waiting claimed 2019-07-02',
    ],
    [
      'a commitment is past its day and nobody noted it yet',
      { matters: [open], commitments: [commitmentWith({ due: { on: '2026-11-23', source: 'text' } })] },
      'broken late 2026-11-23',
      'future none ',
    ],
    [
      'opened again because the commitment was missed',
      {
        matters: [sampleMatter],
        commitments: [sampleCommitment],
        status: { status: 'reopened', basis: null, on: '2019-12-03' },
      },
      'broken late 2019-12-02',
      'waiting reopened 2019-12-03',
    ],
    [
      'opened again, the commitment kept afterwards',
      { matters: [sampleMatter], commitments: [kept] },
      'waiting kept 2020-10-14',
      'broken reopened 2019-12-03',
    ],
    [
      'proposed with evidence',
      { matters: [proposed(), proposed()] },
      'done found 2019-07-02',
      'waiting proposed 2020-09-01',
    ],
    [
      'some settled',
      {
        matters: [settled('carried-out'), open],
        status: { status: 'partly-settled', basis: null, on: '2020-10-01' },
      },
      'waiting found 2019-07-02',
      'waiting settled 2020-10-01',
    ],
    [
      'all settled',
      {
        matters: [settled('carried-out'), settled('not')],
        status: { status: 'settled-mixed', basis: null, on: '2020-10-01' },
      },
      'done found 2019-07-02',
      'done settled 2020-10-01',
    ],
    [
      'settled on an announcement',
      {
        matters: [settled('announced')],
        commitments: [running],
        status: { status: 'settled-announced', basis: null, on: '2020-10-01' },
      },
      'waiting announced 2027-01-01',
      'done settled 2020-10-01',
    ],
    [
      'from an old register',
      {
        matters: [settled('carried-out', [{ kind: 'unknown' }])],
        status: { status: 'settled-carried-out', basis: null, on: '2020-10-01' },
      },
      'waiting unknown ',
      'done settled 2020-10-01',
    ],
  ])('%s', ([, some, evidence, settledRing]) => {
    expect(rings(some).slice(-2)).toEqual([`evidence ${evidence}`, `settled ${settledRing}`])
  })

  test('breaks at the promise when evidence is there for all, but a commitment is late', () => {
    const late = { ...sampleCommitment, madeOn: '2019-07-02' }
    expect(rings({ matters: [proposed(), settled('not')], commitments: [late] }).slice(2)).toEqual([
      'promised broken late 2019-12-02',
      'evidence done found 2019-07-02',
      'settled waiting proposed 2020-09-01',
    ])
  })

  test('never breaks twice', () => {
    const broken = chainOf(dossier({ matters: [sampleMatter], commitments: [sampleCommitment] }), today)
    expect(broken.filter(({ state }) => state === 'broken')).toHaveLength(1)
  })

  test('a term is passed only where nobody spoke', () => {
    expect(passedTerm(dossier({ matters: [late] }), today)).toBe('2019-07-04')
    expect(passedTerm(dossier({ matters: [late], claims }), today)).toBeNull()
    expect(passedTerm(dossier({ matters: [{ ...proposed(), term: late.term }] }), today)).toBeNull()
    expect(passedTerm(dossier({ matters: [late] }), '2019-07-04')).toBeNull()
  })
})

test.for<[Partial<DossierCommitment['life']>, string]>([
  [{ due: { on: today, source: 'check' } }, 'open'],
  [{ due: { on: '2026-11-23', source: 'check' } }, 'late'],
  [{ due: null }, 'undated'],
  [{ state: 'late', due: { on: '2020-01-01', source: 'text' } }, 'late'],
  [{ state: 'kept', due: { on: '2020-01-01', source: 'text' } }, 'kept'],
  [{ state: 'partly-kept' }, 'partly-kept'],
  [{ state: 'lapsed' }, 'lapsed'],
])('a commitment with %j is %s', ([life, expected]) => {
  expect(commitmentStanding(commitmentWith(life), today)).toBe(expected)
})

describe('the course', () => {
  const kinds = (some: Parameters<typeof dossier>[0]) =>
    timelineOf(dossier({ letters: [], ...some })).map((fact) =>
      [fact.on, fact.kind, 'matters' in fact ? `of ${fact.matters.length}` : ''].join(' ').trim(),
    )

  test('what happens to several matters on one day, in the same words, is one fact; a missed day tells what it opened', () => {
    const matters = [sampleMatter, { ...sampleMatter, id: 22 }, { ...sampleMatter, id: 23 }]
    expect(kinds({ matters, commitments: [sampleCommitment] })).toEqual([
      '2019-04-04 outcome',
      '2019-07-02 commitment',
      '2019-07-08 proposal of 3',
      '2019-09-02 commitment-not-before',
      '2019-09-12 decision of 3',
      '2019-12-03 commitment-missed of 3',
    ])
  })

  test('an undone step is not in it, nor is the undoing', () => {
    const history = [
      step('propose', '2020-01-01', { outcome: 'not', undone: true }),
      step('undo', '2020-01-02', { undoes: 1 }),
      step('note-progress', '2020-01-03', { reason: 'Eraan gewerkt.' }),
      step('assign', '2020-01-04'),
    ]
    expect(kinds({ matters: [{ ...bare, history }] })).toEqual([
      '2019-04-04 outcome',
      '2020-01-03 progress of 1',
    ])
  })

  test('a changed decision says so, and what it replaced', () => {
    const matter = settled('partly', [proof], {
      decisions: [
        {
          id: 1,
          proposal: 8,
          verdict: 'accept',
          outcome: 'carried-out',
          body: 'council',
          on: '2020-10-01',
          reason: null,
          corrects: null,
        },
        {
          id: 2,
          proposal: 8,
          verdict: 'accept',
          outcome: 'partly',
          body: 'council',
          on: '2020-11-05',
          reason: 'Telfout',
          corrects: 1,
        },
      ],
      history: [step('accept', '2020-10-01'), step('correct', '2020-11-05')],
    })
    const facts = timelineOf(dossier({ letters: [], matters: [matter] })).filter(
      (fact) => fact.kind === 'decision',
    )
    expect(facts).toMatchObject([
      { on: '2020-10-01', outcome: 'carried-out', changedOn: '2020-11-05', instead: null },
      { on: '2020-11-05', outcome: 'partly', changedOn: null, instead: 'carried-out', reason: 'Telfout' },
    ])
  })

  test('a commitment that is missed, extended, missed again and kept', () => {
    const at = (name: CommitmentFact['step'], on: string): CommitmentFact => ({
      ...step('register', on),
      step: name,
      from: 'open',
      to: 'open',
    })
    const commitment = commitmentWith({
      state: 'kept',
      due: { on: '2020-06-01', source: 'extension' },
      extensions: [
        { on: '2020-01-10', from: '2019-12-02', to: '2020-06-01', reason: 'Ziekte', passage: null },
      ],
      kept: [{ on: '2020-10-14', how: 'kept', reason: null, evidence: [proof] }],
      history: [
        at('miss', '2019-12-03'),
        at('extend', '2020-01-10'),
        at('miss', '2020-06-02'),
        at('keep', '2020-10-14'),
      ],
    })
    const facts = timelineOf(dossier({ letters: [], matters: [], commitments: [commitment] })).slice(3)
    expect(facts).toMatchObject([
      { on: '2019-12-03', kind: 'commitment-missed', due: '2019-12-02', source: 'check' },
      { on: '2020-01-10', kind: 'commitment-extended', to: '2020-06-01' },
      { on: '2020-06-02', kind: 'commitment-missed', due: '2020-06-01', source: 'extension' },
      { on: '2020-10-14', kind: 'commitment-kept' },
    ])
  })

  test('our check date shows while it counts', () => {
    expect(kinds({ commitments: [running] })).toContain('2027-01-01 commitment-check')
    expect(kinds({ commitments: [kept] }).join()).not.toContain('commitment-check')
  })
})

test('in short: how matters stand and what was decided, counted', () => {
  const again = { ...sampleMatter, id: 24 }
  const facts = summaryOf(
    dossier({ matters: [settled('carried-out'), settled('carried-out'), proposed(), sampleMatter, again] }),
    today,
  )
  expect(facts.standing).toEqual([
    { state: 'settled', outcome: 'carried-out', matters: 2 },
    { state: 'proposed', outcome: 'carried-out', matters: 1 },
    { state: 'reopened', outcome: null, matters: 2 },
  ])
  expect(facts.decided).toMatchObject([
    { on: '2019-09-12', outcome: 'announced', matters: 2, changes: false },
    { on: '2020-10-01', outcome: 'carried-out', matters: 2, changes: false },
  ])
  expect(facts.reopened).toEqual([{ on: '2019-12-03', matters: 2 }])
})
