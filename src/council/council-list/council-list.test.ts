import { expect, test } from 'vitest'
import { isReady, keeperOf, needsReason } from './council-list.ts'

test.for([
  ['proposed', '2026-11-01', null, true],
  ['proposed', '2026-11-01', '2026-11-25', true],
  ['proposed', '2026-11-01', '2026-11-26', false],
  ['objected', '2026-11-01', '2026-11-20', true],
  ['held', '2026-11-01', null, true],
  ['proposed', '2026-11-27', null, false],
  ['decided', '2026-11-01', null, false],
  ['withdrawn', '2026-11-01', null, false],
] as const)(
  '%s on %s, objections until %s: ready for 26 November is %s',
  ([state, on, objectionUntil, ready]) => {
    expect(isReady({ state, on, objectionUntil }, '2026-11-26')).toBe(ready)
  },
)

test.for([
  ['college', 'portfolio-holder'],
  ['council-on-proposal', 'clerk'],
  ['council-by-list', 'clerk'],
  [null, null],
] as const)('where %s decides, %s keeps the list', ([body, role]) => {
  expect(keeperOf(body)).toBe(role)
})

test.for([
  ['accept', 'carried-out', 0, false],
  ['accept', 'announced', 0, true],
  ['accept', 'carried-out', 1, true],
  ['reject', 'carried-out', 0, true],
  ['hold', 'carried-out', 0, true],
] as const)('%s of %s with %i objections needs a reason: %s', ([choice, outcome, objections, needed]) => {
  expect(needsReason(choice, { outcome, objections: Array(objections).fill(0) })).toBe(needed)
})
