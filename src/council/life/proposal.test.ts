import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, roles } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { isRefused } from '../../machine.ts'
import {
  mayDecide,
  mayObject,
  moveProposal,
  objectionUntil,
  type ProposalFacts,
  type ProposalState,
  proposalMoves,
  proposalStates,
} from './proposal.ts'
import { decidingBodies, type LifeSettings } from './settings.ts'

const settings = (changed: Partial<LifeSettings> = {}): LifeSettings => ({
  standardTermWeeks: 13,
  checkTermMonths: 3,
  objectionDays: 14,
  decidingBody: 'council-on-proposal',
  reopenOnMissed: true,
  sources: {},
  ...changed,
})
const person = (role: Extract<Actor, { kind: 'person' }>['role'], personId = 'a'): Actor => ({
  kind: 'person',
  personId,
  name: 'X',
  role,
  municipality: 'testdorp',
})
const facts = (changed: Partial<ProposalFacts> = {}): ProposalFacts => ({
  by: 'b',
  objectionUntil: '2024-03-15',
  ...changed,
})
const program: Actor = { kind: 'system', name: 'test', municipality: 'testdorp' }

test.for([
  ['the clerk enters what the council decides', facts(), person('clerk'), settings(), '2024-03-16', null],
  [
    'with a list, too',
    facts(),
    person('clerk'),
    settings({ decidingBody: 'council-by-list' }),
    '2024-03-16',
    null,
  ],
  [
    'the last day of objecting is still theirs',
    facts(),
    person('clerk'),
    settings(),
    '2024-03-15',
    'objection-window-open',
  ],
  [
    'nobody may object: no need to wait',
    facts({ objectionUntil: null }),
    person('clerk'),
    settings(),
    '2024-03-01',
    null,
  ],
  ['the proposer does not', facts({ by: 'a' }), person('clerk'), settings(), '2024-04-01', 'own-proposal'],
  [
    'a councillor alone is not the council',
    facts(),
    person('councillor'),
    settings(),
    '2024-04-01',
    'not-deciding-body',
  ],
  [
    'the college does not decide for the council',
    facts(),
    person('portfolio-holder'),
    settings(),
    '2024-04-01',
    'not-deciding-body',
  ],
  [
    'the college decides',
    facts(),
    person('portfolio-holder'),
    settings({ decidingBody: 'college' }),
    '2024-04-01',
    null,
  ],
  [
    'the clerk does not decide for the college',
    facts(),
    person('clerk'),
    settings({ decidingBody: 'college' }),
    '2024-04-01',
    'not-deciding-body',
  ],
  [
    'an official never decides',
    facts(),
    person('policy-officer'),
    settings({ decidingBody: 'college' }),
    '2024-04-01',
    'not-deciding-body',
  ],
  ['the program never decides', facts(), program, settings(), '2024-04-01', 'not-deciding-body'],
  [
    'nobody is named',
    facts(),
    person('clerk'),
    settings({ decidingBody: null }),
    '2024-04-01',
    'no-deciding-body',
  ],
] as const)('deciding: %s', ([, proposal, actor, rules, on, refusal]) => {
  expect(mayDecide(proposal, actor, rules, on)).toBe(refusal)
})

test('a proposer never decides, whatever the rules, the role and the day', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2019-01-01', n))
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      fc.constantFrom(...decidingBodies, null),
      fc.nat(400),
      day,
      day,
      fc.boolean(),
      (role, decidingBody, objectionDays, proposedOn, on, hasSubmitters) => {
        const rules = settings({ decidingBody, objectionDays })
        const proposal = facts({
          by: 'a',
          objectionUntil: objectionUntil({ on: proposedOn, hasSubmitters }, rules),
        })
        expect(mayDecide(proposal, person(role, 'a'), rules, on)).not.toBeNull()
        if (mayDecide({ ...proposal, by: 'b' }, person(role, 'a'), rules, on) === null) {
          expect(mayObject(proposal, on)).not.toBeNull()
        }
      },
    ),
    { numRuns: 300 },
  )
})

test.for([
  ['2024-03-01', settings(), true, null],
  ['2024-03-15', settings(), true, null],
  ['2024-03-16', settings(), true, 'objection-window-closed'],
  ['2024-03-01', settings({ objectionDays: 0 }), true, 'nobody-may-object'],
  ['2024-03-01', settings(), false, 'nobody-may-object'],
] as const)('objecting on %s to a proposal of 1 March', ([on, rules, hasSubmitters, refusal]) => {
  const until = objectionUntil({ on: '2024-03-01', hasSubmitters }, rules)
  expect(mayObject({ objectionUntil: until }, on)).toBe(refusal)
})

test('what is decided or withdrawn never moves again; a held proposal that meets an objection stays held', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...proposalMoves), { maxLength: 20 }), (moves) => {
      let state: ProposalState = 'proposed'
      for (const move of moves) {
        const next = moveProposal(state, move)
        const over = state === 'decided' || state === 'withdrawn'
        if (over) expect(isRefused(next)).toBe(true)
        if (state === 'held' && move === 'object') expect(next).toEqual({ state: 'held' })
        if (isRefused(next)) continue
        state = next.state
        expect(proposalStates).toContain(state)
      }
    }),
  )
})
