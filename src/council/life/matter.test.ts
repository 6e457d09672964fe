import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../../machine.ts'
import {
  canMove,
  type Matter,
  type MatterMove,
  matterArrows,
  matterMoves,
  matterStates,
  moveMatter,
  newMatter,
  settlementOutcomes,
} from './matter.ts'

const outcome = fc.constantFrom(...settlementOutcomes)
const move: fc.Arbitrary<MatterMove> = fc.oneof(
  fc.record({
    move: fc.constantFrom('start', 'withdraw-proposal', 'hold', 'reject', 'reopen'),
  }) as fc.Arbitrary<MatterMove>,
  fc.record({ move: fc.constant('propose' as const), proposal: fc.nat() }),
  fc.record({
    move: fc.constantFrom('accept', 'correct'),
    outcome,
    decision: fc.nat(),
  }) as fc.Arbitrary<MatterMove>,
)

test('no sequence of moves leaves the diagram, and each state holds what belongs to it', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let matter: Matter = newMatter
      for (const one of moves) {
        const next = moveMatter(matter, one)
        const drawn = matterArrows.find(([from, name]) => from === matter.state && name === one.move)
        if (isRefused(next)) {
          expect(drawn === undefined || matter.held).toBe(true)
          continue
        }
        expect(next.state).toBe(drawn![2])
        expect(matterStates).toContain(next.state)
        expect(next.decision !== null).toBe(next.state === 'settled')
        expect(next.outcome !== null).toBe(next.state === 'settled')
        expect(next.proposal !== null).toBe(next.state === 'proposed')
        if (next.held) expect(next.state).toBe('proposed')
        if (next.state === 'settled' && matter.state !== 'settled') expect(matter.state).toBe('proposed')
        seen.add(next.state)
        matter = next
      }
    }),
    { numRuns: 300 },
  )
  expect(seen.size).toBe(4)
})

test.for(matterStates.flatMap((state) => matterMoves.map((name) => [state, name] as const)))(
  'from %s, %s is offered exactly when it is drawn',
  ([state, name]) => {
    expect(canMove(state, name)).toBe(matterArrows.some(([from, m]) => from === state && m === name))
  },
)

test('held stays proposed, is held once, and a new proposal is not held', () => {
  const proposed = moveMatter(newMatter, { move: 'propose', proposal: 7 }) as Matter
  const held = moveMatter(proposed, { move: 'hold' }) as Matter
  expect(held).toEqual({ ...proposed, held: true })
  expect(moveMatter(held, { move: 'hold' })).toEqual({ refused: 'move-not-possible' })
  const back = moveMatter(held, { move: 'withdraw-proposal' }) as Matter
  expect(moveMatter(back, { move: 'propose', proposal: 8 })).toMatchObject({ proposal: 8, held: false })
})

test('reopening forgets outcome and decision; the history keeps them', () => {
  const settled: Matter = { ...newMatter, state: 'settled', outcome: 'announced', decision: 3 }
  expect(moveMatter(settled, { move: 'reopen' })).toEqual({ ...newMatter, state: 'reopened' })
  expect(moveMatter(settled, { move: 'correct', outcome: 'partly', decision: 4 })).toEqual({
    ...settled,
    outcome: 'partly',
    decision: 4,
  })
})
