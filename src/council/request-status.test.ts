import { describe, expect, test } from 'vitest'
import { matterStates, settlementOutcomes } from './life/matter.ts'
import { type Outcome, outcomes } from './read/reading.ts'
import {
  type ClaimFact,
  combinedStatus,
  isSettled,
  type MatterStanding,
  matterStanding,
  requestStatus,
  requestStatuses,
  type StatusFact,
  standingsOf,
} from './request-status.ts'

const claim = (
  claim: ClaimFact['claim'],
  on = '2024-07-02',
  basis: ClaimFact['basis'] = 'announced',
): ClaimFact => ({ claim, basis, on })
const matter = (
  state: MatterStanding['state'],
  outcome: MatterStanding['outcome'] = null,
  outranks: string | null = null,
): MatterStanding => ({ state, outcome, on: '2024-10-01', outranks })

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

  test.for<[MatterStanding, ClaimFact[], string]>([
    [matter('open'), [], 'open'],
    [matter('open'), [claim('settled')], 'claimed-settled'],
    [matter('in-progress'), [], 'in-progress'],
    [matter('in-progress'), [claim('partly')], 'claimed-partly'],
    [matter('proposed'), [claim('settled')], 'proposed'],
    [matter('settled', 'announced'), [claim('not', '2025-01-01')], 'settled-announced'],
    [matter('reopened', null, '2024-12-03'), [claim('settled')], 'reopened'],
    [matter('reopened', null, '2024-12-03'), [claim('settled', '2025-01-01')], 'reopened'],
    // A rejected proposal outranks the letters before it, and those of its day.
    [matter('in-progress', null, '2024-10-01'), [claim('settled')], 'in-progress'],
    [matter('in-progress', null, '2024-07-02'), [claim('settled')], 'in-progress'],
    [matter('in-progress', null, '2024-07-01'), [claim('settled')], 'claimed-settled'],
  ])('a decision outranks a claim: %j with %j is %s', ([standing, claims, expected]) => {
    expect(requestStatus('adopted', claims, standing).status).toBe(expected)
  })

  test('no claim, of any kind, ever shows as a settlement', () => {
    for (const said of ['settled', 'partly', 'not', 'in-progress', 'none'] as const) {
      for (const state of matterStates.filter((one) => one !== 'settled')) {
        expect(isSettled(requestStatus('adopted', [claim(said)], matter(state)).status)).toBe(false)
      }
      expect(isSettled(requestStatus('adopted', [claim(said)]).status)).toBe(false)
    }
  })

  test('each outcome of a decision has a status of its own', () => {
    const found = settlementOutcomes.map(
      (outcome) => requestStatus('adopted', [], matter('settled', outcome)).status,
    )
    expect(new Set(found).size).toBe(settlementOutcomes.length)
    for (const status of found) {
      expect(requestStatuses).toContain(status)
      expect(isSettled(status)).toBe(true)
    }
  })
})

test('a matter stands since its last step that moved it; a decision or reopening outranks earlier letters', () => {
  const history = [
    { step: 'register', on: '2024-04-11' },
    { step: 'propose', on: '2024-07-08' },
    { step: 'accept', on: '2024-09-12' },
    { step: 'reopen', on: '2024-12-03' },
    { step: 'start', on: '2025-01-10' },
    { step: 'assign', on: '2025-01-11' },
    { step: 'note-progress', on: '2025-03-01' },
  ] as const
  expect(matterStanding({ state: 'in-progress', outcome: null }, history)).toEqual({
    state: 'in-progress',
    outcome: null,
    on: '2025-01-10',
    outranks: '2024-12-03',
  })
  expect(matterStanding({ state: 'open', outcome: null }, history.slice(0, 1))).toMatchObject({
    on: null,
    outranks: null,
  })
})

describe('several matters', () => {
  const of = (
    status: StatusFact['status'],
    on: string | null = null,
    basis: StatusFact['basis'] = null,
  ): StatusFact => ({ status, basis, on })
  test.for<[StatusFact[], StatusFact]>([
    [[of('open'), of('open')], of('open')],
    [[of('claimed-settled', '2024-07-02', 'announced')], of('claimed-settled', '2024-07-02', 'announced')],
    [
      [of('claimed-settled', '2024-07-02', 'announced'), of('claimed-settled', '2024-09-02', 'absorbed')],
      of('claimed-settled', '2024-09-02'),
    ],
    [[of('claimed-settled', '2024-07-02', 'announced'), of('open')], of('claimed-partly', '2024-07-02')],
    [[of('claimed-not', '2024-07-02', 'unstated'), of('open')], of('in-progress', '2024-07-02')],
    [[of('in-progress', '2024-07-02', 'unstated'), of('open')], of('in-progress', '2024-07-02')],
    [
      [of('settled-partly', '2024-07-02'), of('settled-partly', '2024-08-02')],
      of('settled-partly', '2024-08-02'),
    ],
    [
      [of('settled-partly', '2024-07-02'), of('settled-not', '2024-06-02')],
      of('settled-mixed', '2024-07-02'),
    ],
    [[of('settled-partly', '2024-07-02'), of('open', '2024-08-02')], of('partly-settled', '2024-07-02')],
    [[of('settled-partly', '2024-07-02'), of('proposed', '2024-08-02')], of('proposed', '2024-08-02')],
    [
      [of('settled-partly', '2024-09-02'), of('proposed', '2024-08-02'), of('reopened', '2024-07-02')],
      of('reopened', '2024-07-02'),
    ],
    [[of('claimed-settled', '2024-09-02'), of('reopened', '2024-07-02')], of('reopened', '2024-07-02')],
  ])('%j are %j', ([requests, expected]) => {
    expect(combinedStatus(requests)).toEqual(expected)
  })
})

describe('a motion', () => {
  test('without a known request it has the status of the claims about the whole', () => {
    const standings = standingsOf({
      outcome: 'adopted',
      requests: [],
      claims: [{ ...claim('settled'), about: [] }],
      matters: [],
    })
    expect(standings.motion.status).toBe('claimed-settled')
  })

  test('parts and requests stand apart; a claim about one part says nothing of the others', () => {
    const standings = standingsOf({
      outcome: 'adopted',
      requests: [
        { id: 1, parts: [11, 12] },
        { id: 2, parts: [] },
      ],
      claims: [{ ...claim('settled'), about: [{ request: 1, part: 11 }] }],
      matters: [
        { ...matter('open'), request: 1, part: 11 },
        { ...matter('open'), request: 1, part: 12 },
        { ...matter('settled', 'carried-out'), request: 2, part: null },
      ],
    })
    expect([11, 12].map((part) => standings.parts.get(part)!.status)).toEqual(['claimed-settled', 'open'])
    expect([1, 2].map((id) => standings.requests.get(id)!.status)).toEqual([
      'claimed-partly',
      'settled-carried-out',
    ])
    expect(standings.motion.status).toBe('partly-settled')
  })

  test('a claim that names no request is about all', () => {
    const standings = standingsOf({
      outcome: 'adopted',
      requests: [
        { id: 1, parts: [] },
        { id: 2, parts: [] },
      ],
      claims: [{ ...claim('not'), about: [] }],
      matters: [],
    })
    expect([...standings.requests.values()].map(({ status }) => status)).toEqual([
      'claimed-not',
      'claimed-not',
    ])
  })
})
