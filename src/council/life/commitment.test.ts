import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../../machine.ts'
import { checkDateOf } from './check-date.ts'
import {
  type CommitmentFacts,
  type CommitmentMove,
  commitmentArrows,
  commitmentStates,
  dueOn,
  missed,
  moveCommitment,
} from './commitment.ts'

const open: CommitmentFacts = {
  state: 'open',
  notAfter: null,
  checkOn: null,
  extendedTo: null,
  missedOn: null,
}

test.for([
  ['no date at all', open, null, '2099-01-01', false],
  ['our check date, on the day', { ...open, checkOn: '2024-12-02' }, 'check', '2024-12-02', false],
  ['our check date, the day after', { ...open, checkOn: '2024-12-02' }, 'check', '2024-12-03', true],
  [
    'the letter’s last day wins over ours',
    { ...open, checkOn: '2024-01-01', notAfter: '2024-06-30' },
    'text',
    '2024-06-30',
    false,
  ],
  [
    'an extension wins over both',
    { ...open, notAfter: '2024-06-30', extendedTo: '2024-09-30' },
    'extension',
    '2024-07-01',
    false,
  ],
  [
    'kept in time is not missed',
    { ...open, state: 'kept', notAfter: '2024-06-30' },
    'text',
    '2024-07-01',
    false,
  ],
  ['late is noted once', { ...open, state: 'late', notAfter: '2024-06-30' }, 'text', '2024-07-01', false],
] as const)('%s', ([, commitment, source, today, expected]) => {
  expect(dueOn(commitment)?.source ?? null).toBe(source)
  expect(missed(commitment, today)).toBe(expected)
})

test('no sequence of moves leaves the diagram; what was missed once stays known', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
  const move: fc.Arbitrary<CommitmentMove> = fc.oneof(
    fc.constantFrom<CommitmentMove>({ move: 'keep' }, { move: 'keep-partly' }, { move: 'lapse' }),
    day.map((today) => ({ move: 'miss' as const, today })),
    day.map((to) => ({ move: 'extend' as const, to })),
  )
  const seen = new Set<string>()
  fc.assert(
    fc.property(day, fc.array(move, { maxLength: 20 }), (notAfter, moves) => {
      let commitment: CommitmentFacts = { ...open, notAfter }
      for (const one of moves) {
        const next = moveCommitment(commitment, one)
        if (isRefused(next)) continue
        const drawn = commitmentArrows.find(([from, name]) => from === commitment.state && name === one.move)
        expect(next.state).toBe(drawn![2])
        expect(commitmentStates).toContain(next.state)
        expect(next.notAfter).toBe(notAfter)
        expect(dueOn(next)!.on >= dueOn(commitment)!.on).toBe(true)
        if (next.state === 'late') expect(next.missedOn).not.toBeNull()
        if (commitment.missedOn) expect(next.missedOn).toBe(commitment.missedOn)
        seen.add(next.state)
        commitment = next
      }
    }),
    { numRuns: 300 },
  )
  expect(seen.size).toBe(5)
})

test('an extension must be later than the day that holds', () => {
  const dated: CommitmentFacts = { ...open, state: 'late', notAfter: '2024-06-30', missedOn: '2024-06-30' }
  expect(moveCommitment(dated, { move: 'extend', to: '2024-06-30' })).toEqual({
    refused: 'move-not-possible',
  })
  expect(moveCommitment(dated, { move: 'extend', to: '2024-07-31' })).toMatchObject({
    state: 'open',
    notAfter: '2024-06-30',
    extendedTo: '2024-07-31',
    missedOn: '2024-06-30',
  })
})

test.for([
  [{ notBefore: '2024-09-02', notAfter: null }, 3, { kind: 'ours', on: '2024-12-02' }],
  [{ notBefore: '2024-11-30', notAfter: null }, 3, { kind: 'ours', on: '2025-02-28' }],
  [{ notBefore: '2024-09-02', notAfter: null }, null, { kind: 'ask' }],
  [{ notBefore: null, notAfter: null }, 3, { kind: 'ask' }],
  [null, 3, { kind: 'ask' }],
  [{ notBefore: '2024-09-02', notAfter: '2024-09-30' }, 3, { kind: 'in-text' }],
] as const)('check date of %j with %s months', ([due, checkTermMonths, expected]) => {
  expect(checkDateOf(due, { checkTermMonths })).toEqual(expected)
})
