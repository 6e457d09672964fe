import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommitmentLife } from './life/facts.ts'
import { commitmentChain } from './public-commitment.ts'

const today = '2025-06-01'
const life = (change: Partial<CommitmentLife>): CommitmentLife => ({
  state: 'open',
  due: null,
  check: null,
  missedOn: null,
  extensions: [],
  relations: [],
  later: [],
  kept: [],
  history: [],
  ...change,
})
const due = (on: string, source: 'check' | 'text' | 'extension' = 'check') => ({ on, source })
const extension = (from: string | null, to: string) => ({
  on: '2025-01-01',
  from,
  to,
  reason: 'x',
  passage: null,
})
const kept = (on: string, how: 'kept' | 'partly-kept' = 'kept') => ({ on, how, reason: null, evidence: [] })
const said = (change: Partial<CommitmentLife>) =>
  commitmentChain({ madeOn: '2024-07-02', life: life(change) }, today).map((ring) =>
    [
      ring.ring,
      'source' in ring ? ring.source : null,
      'how' in ring ? ring.how : null,
      ring.on,
      ring.state,
      'moved' in ring && ring.moved ? 'moved' : null,
    ]
      .filter(Boolean)
      .join(' '),
  )
const check = { on: '2024-12-02', source: 'ours' as const }
const promised = 'promised 2024-07-02 done'

test.for<[string, Partial<CommitmentLife>, string[]]>([
  ['no day', {}, [promised, 'day none waiting', 'kept not-yet future']],
  [
    'a check date to come',
    { due: due('2025-12-02'), check: { on: '2025-12-02', source: 'clerk' } },
    [promised, 'day check 2025-12-02 future', 'kept not-yet future'],
  ],
  [
    'late, whether the night noted it or not',
    { due: due('2024-12-02'), check },
    [promised, 'day check 2024-12-02 broken', 'kept late broken'],
  ],
  [
    'kept in time',
    { state: 'kept', due: due('2025-05-01', 'text'), kept: [kept('2025-05-01')] },
    [promised, 'day text 2025-05-01 done', 'kept kept 2025-05-01 done'],
  ],
  [
    'kept after its day',
    { state: 'kept', due: due('2024-12-02'), check, missedOn: '2024-12-02', kept: [kept('2025-02-01')] },
    [promised, 'day check 2024-12-02 broken', 'kept kept 2025-02-01 done'],
  ],
  [
    'extended in time',
    { due: due('2025-09-01', 'extension'), check, extensions: [extension('2024-12-02', '2025-09-01')] },
    [
      promised,
      'day check 2024-12-02 waiting moved',
      'day extension 2025-09-01 future',
      'kept not-yet future',
    ],
  ],
  [
    'missed, extended twice, then partly kept',
    {
      state: 'partly-kept',
      due: due('2025-04-01', 'extension'),
      check,
      missedOn: '2024-12-02',
      extensions: [extension('2024-12-02', '2025-02-01'), extension('2025-02-01', '2025-04-01')],
      kept: [kept('2025-03-01', 'partly-kept')],
    },
    [
      promised,
      'day check 2024-12-02 broken moved',
      'day extension 2025-04-01 done',
      'kept partly-kept 2025-03-01 waiting',
    ],
  ],
  [
    'a first day only by extension, and late again',
    {
      state: 'late',
      due: due('2025-02-01', 'extension'),
      missedOn: '2025-02-01',
      extensions: [extension(null, '2025-02-01')],
    },
    [promised, 'day extension 2025-02-01 broken', 'kept late broken'],
  ],
])('%s', ([, change, expected]) => {
  expect(said(change)).toEqual(expected)
})

test('a ring is never broken before its day, and only a kept commitment ends done', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((n) => new Date(Date.parse('2024-07-03T00:00:00Z') + n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.constantFrom('open', 'kept', 'lapsed'), (on, keptOn, state) => {
      const rings = commitmentChain(
        {
          madeOn: '2024-07-02',
          life: life({ state, due: due(on, 'text'), kept: state === 'kept' ? [kept(keptOn)] : [] }),
        },
        today,
      )
      const broken = rings.find((ring) => ring.ring === 'day' && ring.state === 'broken')
      if (broken) expect(on < today || keptOn > on).toBe(true)
      expect(rings.at(-1)!.state === 'done').toBe(state === 'kept')
    }),
  )
})
