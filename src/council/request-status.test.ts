import { describe, expect, test } from 'vitest'
import { type Outcome, outcomes } from './read/reading.ts'
import { type ClaimFact, motionStatus, requestStatus, type StatusFact } from './request-status.ts'

const claim = (
  claim: ClaimFact['claim'],
  on = '2024-07-02',
  basis: ClaimFact['basis'] = 'announced',
): ClaimFact => ({ claim, basis, on })

describe('a request', () => {
  test.for<[Outcome, ClaimFact[], string]>([
    ['adopted', [], 'open'],
    ['taken-over', [], 'open'],
    ['adopted', [claim('none')], 'open'],
    ['adopted', [claim('settled')], 'claimed-settled'],
    ['adopted', [claim('partly')], 'claimed-partly'],
    ['adopted', [claim('not')], 'claimed-not'],
    ['adopted', [claim('in-progress')], 'in-progress'],
    ['adopted', [claim('settled', '2024-07-02'), claim('in-progress', '2024-01-01')], 'claimed-settled'],
    ['adopted', [claim('in-progress', '2024-01-01'), claim('settled', '2024-07-02')], 'claimed-settled'],
    ['adopted', [claim('settled', '2024-07-02'), claim('in-progress', '2024-07-02')], 'in-progress'],
    ['held', [], 'held'],
    ['unknown', [], 'unknown'],
    ['unknown', [claim('settled')], 'claimed-settled'],
    ...(['rejected', 'withdrawn', 'lapsed', 'not-voted'] as const).map(
      (o): [Outcome, ClaimFact[], string] => [o, [], 'not-adopted'],
    ),
  ])('%s with %j is %s', ([outcome, claims, expected]) => {
    expect(requestStatus(outcome, claims).status).toBe(expected)
  })

  test('every outcome has a status without claims', () => {
    for (const outcome of outcomes)
      expect(requestStatus(outcome, [])).toMatchObject({ basis: null, on: null })
  })
})

describe('a motion', () => {
  const of = (
    status: StatusFact['status'],
    basis: StatusFact['basis'] = null,
    on: string | null = null,
  ): StatusFact => ({ status, basis, on })
  test.for<[StatusFact[], StatusFact]>([
    [[of('open'), of('open')], of('open')],
    [[of('claimed-settled', 'announced', '2024-07-02')], of('claimed-settled', 'announced', '2024-07-02')],
    [
      [of('claimed-settled', 'announced', '2024-07-02'), of('claimed-settled', 'absorbed', '2024-09-02')],
      of('claimed-settled', null, '2024-09-02'),
    ],
    [
      [of('claimed-settled', 'announced', '2024-07-02'), of('open')],
      of('claimed-partly', null, '2024-07-02'),
    ],
    [[of('claimed-not', 'unstated', '2024-07-02'), of('open')], of('in-progress', null, '2024-07-02')],
    [[of('in-progress', 'unstated', '2024-07-02'), of('open')], of('in-progress', null, '2024-07-02')],
  ])('%j is %j', ([requests, expected]) => {
    expect(motionStatus('adopted', requests, [])).toEqual(expected)
  })

  test('without a known request it has the status of the claims about the whole', () => {
    expect(motionStatus('adopted', [], [claim('settled')]).status).toBe('claimed-settled')
  })
})
