import { expect, test } from 'vitest'
import {
  type AttentionReason,
  byUrgency,
  type CommitmentToWatch,
  commitmentAttention,
  type MatterToWatch,
  matterAttention,
} from './attention.ts'

const today = '2024-09-12'
const settings = {
  sources: {
    decidingBody: 'artikel 1',
    objectionDays: 'artikel 2',
    reopenOnMissed: 'artikel 3',
    checkTermMonths: 'artikel 4',
  },
}
const none = { outcome: null, reason: 'no-claim', claim: null, settledBy: 'deed' } as const
const claimed = {
  outcome: 'announced',
  reason: 'rests-on-announcement',
  claim: 1,
  settledBy: 'deed',
} as const
const matter: MatterToWatch = {
  state: 'in-progress',
  term: { source: 'standard', text: null, notBefore: null, notAfter: '2025-01-01', basis: 'artikel 5' },
  hasOwner: true,
  proposal: null,
  suggestion: none,
  claimedOn: null,
  offeredOn: null,
  reopened: null,
}
const waiting = { state: 'proposed', on: '2024-08-01', objectionUntil: '2024-08-15' } as const
const proposed: MatterToWatch = { ...matter, state: 'proposed', proposal: waiting }

test.for<[string, MatterToWatch, [AttentionReason, string | null, string | null, string][]]>([
  ['nothing', matter, []],
  ['nobody owns it', { ...matter, hasOwner: false }, [['owner-needed', null, null, 'assign-owner']]],
  [
    'its term is near',
    { ...matter, term: { ...matter.term, notAfter: '2024-10-10' } },
    [['term-near', '2024-10-10', 'artikel 5', 'note-progress']],
  ],
  ['not near yet', { ...matter, term: { ...matter.term, notAfter: '2024-10-11' } }, []],
  [
    'its term is today',
    { ...matter, term: { ...matter.term, notAfter: today } },
    [['term-near', today, 'artikel 5', 'note-progress']],
  ],
  [
    'its term passed',
    { ...matter, term: { ...matter.term, notAfter: '2024-09-11' } },
    [['term-passed', '2024-09-11', 'artikel 5', 'note-progress']],
  ],
  [
    'its term passed, and a letter claims that it is settled',
    {
      ...matter,
      term: { ...matter.term, notAfter: '2024-09-11' },
      suggestion: claimed,
      claimedOn: '2024-07-02',
    },
    [
      ['term-passed', '2024-09-11', 'artikel 5', 'propose'],
      ['claim-waits', '2024-07-02', null, 'propose'],
    ],
  ],
  [
    'words that nobody can date',
    { ...matter, term: { ...matter.term, source: 'text', text: 'spoedig', notAfter: null } },
    [['term-undated', null, 'spoedig', 'agree-term']],
  ],
  [
    'none agreed is an answer',
    { ...matter, term: { ...matter.term, source: 'none-agreed', notAfter: null } },
    [],
  ],
  ['waits for a decision', proposed, [['decision-due', '2024-08-16', 'artikel 1', 'decide']]],
  ['may still be objected to', { ...proposed, proposal: { ...waiting, objectionUntil: today } }, []],
  [
    'nobody may object',
    { ...proposed, proposal: { ...waiting, objectionUntil: null } },
    [['decision-due', '2024-08-01', 'artikel 1', 'decide']],
  ],
  [
    'objected to',
    { ...proposed, proposal: { ...waiting, state: 'objected' } },
    [
      ['objected', '2024-08-01', 'artikel 2', 'answer-objection'],
      ['decision-due', '2024-08-16', 'artikel 1', 'decide'],
    ],
  ],
  [
    'held',
    { ...proposed, proposal: { ...waiting, state: 'held' } },
    [['proposal-held', '2024-08-01', 'artikel 1', 'decide']],
  ],
  [
    'a claim no longer waits once it is proposed',
    { ...proposed, suggestion: claimed, proposal: { ...waiting, objectionUntil: today } },
    [],
  ],
  [
    'reopened by the calendar',
    {
      ...matter,
      state: 'reopened',
      reopened: { cause: 'commitment-missed', on: '2024-09-01', reason: null },
    },
    [['reopened', '2024-09-01', 'artikel 3', 'start']],
  ],
  [
    'reopened by hand',
    { ...matter, state: 'reopened', reopened: { cause: 'by-hand', on: '2024-09-01', reason: 'Vergissing' } },
    [['reopened', '2024-09-01', 'Vergissing', 'start']],
  ],
  [
    'a commitment was kept',
    { ...matter, offeredOn: '2024-09-10' },
    [['evidence-offered', '2024-09-10', null, 'propose']],
  ],
  [
    'settled on an announcement that came true',
    { ...matter, state: 'settled', offeredOn: '2024-09-10' },
    [['evidence-offered', '2024-09-10', null, 'reopen']],
  ],
  [
    'settled',
    { ...matter, state: 'settled', hasOwner: false, term: { ...matter.term, notAfter: '2020-01-01' } },
    [],
  ],
])('a matter: %s', ([, facts, expected]) => {
  expect(
    matterAttention(facts, settings, today).map((one) => [one.reason, one.on, one.source, one.next]),
  ).toEqual(expected)
})

const commitment: CommitmentToWatch = {
  state: 'open',
  notAfter: null,
  checkOn: '2025-01-01',
  checkSource: 'ours',
  extendedTo: null,
  missedOn: null,
  dueText: 'na het zomerreces',
}
test.for<[string, Partial<CommitmentToWatch>, [AttentionReason, string | null, string | null][]]>([
  ['far away', {}, []],
  ['our check date is near', { checkOn: '2024-10-10' }, [['commitment-near', '2024-10-10', 'artikel 4']]],
  [
    'the clerk’s own check date',
    { checkOn: '2024-10-10', checkSource: 'clerk' },
    [['commitment-near', '2024-10-10', 'na het zomerreces']],
  ],
  [
    'its own last day is near',
    { notAfter: '2024-09-30' },
    [['commitment-near', '2024-09-30', 'na het zomerreces']],
  ],
  [
    'its day passed and nobody noted it yet',
    { checkOn: '2024-09-11' },
    [['commitment-late', '2024-09-11', 'artikel 4']],
  ],
  [
    'late',
    { state: 'late', checkOn: '2024-09-01', missedOn: '2024-09-01' },
    [['commitment-late', '2024-09-01', 'artikel 4']],
  ],
  ['no date', { checkOn: null, checkSource: null }, [['check-date-needed', null, 'artikel 4']]],
  ['none agreed', { checkOn: null, checkSource: 'none-agreed' }, []],
  ['kept', { state: 'kept', checkOn: '2024-09-01' }, []],
  ['lapsed', { state: 'lapsed', checkOn: null, checkSource: null }, []],
])('a commitment: %s', ([, facts, expected]) => {
  const found = commitmentAttention({ ...commitment, ...facts }, settings, today)
  expect(found.map((one) => [one.reason, one.on, one.source])).toEqual(expected)
})

test('most urgent first; of one reason the longest ago, without a day last', () => {
  const items = [
    { reason: 'owner-needed', on: null },
    { reason: 'term-passed', on: '2024-09-01' },
    { reason: 'term-passed', on: null },
    { reason: 'term-passed', on: '2023-09-01' },
    { reason: 'commitment-late', on: '2024-09-11' },
  ] as const
  expect(byUrgency([...items]).map((one) => `${one.reason} ${one.on}`)).toEqual([
    'commitment-late 2024-09-11',
    'term-passed 2023-09-01',
    'term-passed 2024-09-01',
    'term-passed null',
    'owner-needed null',
  ])
})
