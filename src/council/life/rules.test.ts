import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays, addMonths, addWeeks, dayOf } from '../../days.ts'
import { root } from '../../root.ts'
import { termRulesOf } from '../set-up-municipality.ts'
import { coverageOf } from './coverage.ts'
import { evidenceSuffices } from './evidence.ts'
import { suggestOutcome } from './propose-outcome.ts'
import { lifeSettingsOn, parseTermRules } from './settings.ts'
import { matterTerm } from './term.ts'
import { lastStep, type PastStep } from './undo.ts'

test.for([
  [addDays('2024-02-28', 2), '2024-03-01'],
  [addWeeks('2019-04-04', 13), '2019-07-04'],
  [addMonths('2024-01-31', 1), '2024-02-29'],
  [addMonths('2024-12-15', 2), '2025-02-15'],
  [dayOf(new Date('2024-06-30T22:30:00Z')), '2024-07-01'],
])('%s is %s', ([found, expected]) => expect(found).toBe(expected))

const row = (key: string, validFrom: string, value: unknown) => ({
  key,
  validFrom,
  value,
  source: `${key} ${validFrom}`,
})
const rows = [
  row('standardTermWeeks', '2018-01-01', 13),
  row('standardTermWeeks', '2023-01-01', 26),
  row('reopenOnMissed', '2024-01-01', false),
  row('somethingElse', '2018-01-01', {}),
]

test('a setting holds until the next; before the first the default does', () => {
  expect(lifeSettingsOn(rows, '2017-12-31')).toMatchObject({
    standardTermWeeks: null,
    decidingBody: null,
    reopenOnMissed: true,
    sources: {},
  })
  expect(lifeSettingsOn(rows, '2022-12-31')).toMatchObject({ standardTermWeeks: 13, reopenOnMissed: true })
  expect(lifeSettingsOn([...rows].reverse(), '2024-06-01')).toMatchObject({
    standardTermWeeks: 26,
    reopenOnMissed: false,
    sources: { standardTermWeeks: 'standardTermWeeks 2023-01-01' },
  })
})

const terms = (settings: object, municipality = 'testdorp') => JSON.stringify({ municipality, settings })
test.for([
  ['another municipality', terms({}, 'elders'), /elders/],
  ['an unknown key', terms({ standardTerm: [] }), /standardTerm/],
  [
    'a wrong value',
    terms({ objectionDays: [{ validFrom: '2020-01-01', value: -1, source: 'x' }] }),
    /objectionDays/,
  ],
  ['no source', terms({ objectionDays: [{ validFrom: '2020-01-01', value: 1, source: '' }] }), /source/],
  [
    'a day twice',
    terms({ objectionDays: [1, 2].map((value) => ({ validFrom: '2020-01-01', value, source: 'x' })) }),
    /oldest first/,
  ],
] as const)('terms with %s are refused', ([, text, message]) => {
  expect(() => parseTermRules(text, 'testdorp')).toThrow(message)
})

const settings = { standardTermWeeks: 13, sources: { standardTermWeeks: 'artikel 41' } }
const none = { text: null, notBefore: null, notAfter: null, basis: null }
test.for([
  [
    'the text wins',
    { text: 'voor 1 juli', notBefore: null, notAfter: '2019-06-30', rule: 'before-date' as const },
    '2019-04-04',
    settings,
    { source: 'text', text: 'voor 1 juli', notBefore: null, notAfter: '2019-06-30', basis: null },
  ],
  [
    'even when nobody can date it',
    { text: 'bij de begroting', notBefore: null, notAfter: null, rule: 'named-moment' as const },
    '2019-04-04',
    settings,
    { ...none, source: 'text', text: 'bij de begroting' },
  ],
  [
    'else the standard term',
    null,
    '2019-04-04',
    settings,
    { ...none, source: 'standard', notAfter: '2019-07-04', basis: 'artikel 41' },
  ],
  [
    'not counted from an unknown day',
    null,
    null,
    settings,
    { ...none, source: 'standard', basis: 'artikel 41' },
  ],
  [
    'else none agreed',
    null,
    '2019-04-04',
    { standardTermWeeks: null, sources: {} },
    { ...none, source: 'none-agreed' },
  ],
] as const)('term of a matter: %s', ([, deadline, decidedOn, rules, expected]) => {
  expect(matterTerm({ deadline, decidedOn, settings: rules })).toEqual(expected)
})

const claim = (
  id: number,
  claim: 'settled' | 'partly' | 'not' | 'in-progress' | 'none',
  basis: Parameters<typeof suggestOutcome>[0][number]['basis'],
  on = '2024-07-02',
) => ({ id, claim, basis, on })
test.for([
  ['nothing claimed', [], null, 'no-claim'],
  ['announced', [claim(1, 'settled', 'announced')], 'announced', 'rests-on-announcement'],
  ['partly, on an announcement', [claim(1, 'partly', 'announced')], 'announced', 'rests-on-announcement'],
  ['carried out', [claim(1, 'settled', 'carried-out')], 'carried-out', 'claimed-carried-out'],
  ['partly', [claim(1, 'partly', 'carried-out')], 'partly', 'claimed-partly'],
  ['not', [claim(1, 'not', 'unstated')], 'not', 'claimed-not'],
  ['absorbed', [claim(1, 'settled', 'absorbed')], 'absorbed', 'claimed-absorbed'],
  ['transferred', [claim(1, 'settled', 'transferred')], 'transferred', 'claimed-transferred'],
  ['overtaken', [claim(1, 'settled', 'overtaken')], 'overtaken', 'claimed-overtaken'],
  ['settled, and nobody says on what', [claim(1, 'settled', 'unstated')], null, 'basis-unstated'],
  [
    'the newest counts',
    [claim(2, 'in-progress', 'unstated', '2024-09-01'), claim(1, 'settled', 'announced')],
    null,
    'still-in-progress',
  ],
  [
    'a letter that says nothing does not',
    [claim(1, 'settled', 'announced'), claim(2, 'none', 'unstated', '2024-09-01')],
    'announced',
    'rests-on-announcement',
  ],
  [
    'of one day the last',
    [claim(1, 'settled', 'announced'), claim(2, 'settled', 'carried-out')],
    'carried-out',
    'claimed-carried-out',
  ],
] as const)('suggesting: %s', ([, claims, outcome, reason]) => {
  expect(suggestOutcome(claims, 'investigate')).toMatchObject({ outcome, reason, settledBy: 'answer' })
  expect(suggestOutcome(claims, 'do').settledBy).toBe('deed')
})

test.for([
  ['carried-out', [], 'own', 'evidence-missing'],
  ['carried-out', ['unknown'], 'own', 'evidence-unknown'],
  ['carried-out', ['unknown'], 'imported', null],
  ['announced', ['unknown'], 'imported', 'evidence-missing'],
  ['announced', ['passage'], 'own', null],
  ['not', ['unknown', 'passage'], 'own', null],
] as const)('%s on %j (%s)', ([outcome, kinds, origin, refusal]) => {
  expect(
    evidenceSuffices(
      outcome,
      kinds.map((kind) => ({ kind })),
      origin,
    ),
  ).toBe(refusal)
})

const at = (start: number) => [{ page: 1, start, end: start + 5 }]
const matters = [
  { id: 1, motion: 1, request: 1, part: 11 },
  { id: 2, motion: 1, request: 1, part: 12 },
  { id: 3, motion: 1, request: 2, part: null },
  { id: 4, motion: 2, request: 3, part: null },
  { id: 5, motion: 3, request: 4, part: null },
]
test('coverage of a bundled letter: own passages, shared ones, and what nothing answers', () => {
  const coverage = coverageOf(matters, [
    { id: 1, motion: 1, claim: 'settled', at: at(0), about: [{ request: 1, part: null }] },
    { id: 2, motion: 1, claim: 'partly', at: at(10), about: [{ request: 1, part: 12 }] },
    { id: 3, motion: 2, claim: 'settled', at: at(20), about: [] },
    { id: 4, motion: 3, claim: 'none', at: [], about: [] },
  ])
  expect(coverage).toEqual({
    rows: [
      { matter: 1, kind: 'shared', claims: [1] },
      { matter: 2, kind: 'own', claims: [1, 2] },
      { matter: 3, kind: 'none', claims: [] },
      { matter: 4, kind: 'own', claims: [3] },
      { matter: 5, kind: 'none', claims: [] },
    ],
    own: 2,
    shared: 1,
    unanswered: [3, 5],
  })
})
test('one sentence for two motions is shared, although each claim is of one motion', () => {
  const whole = (id: number, motion: number) => ({
    id,
    motion,
    claim: 'settled' as const,
    at: at(0),
    about: [],
  })
  expect(coverageOf(matters.slice(3), [whole(1, 2), whole(2, 3)]).rows.map((row) => row.kind)).toEqual([
    'shared',
    'shared',
  ])
})

const past = (id: number, step: PastStep['step'], more: Partial<PastStep> = {}): PastStep => ({
  id,
  step,
  cause: null,
  undoes: null,
  ...more,
})
test.for([
  ['nothing was done yet', [past(1, 'register')], 'nothing-to-undo'],
  ['the last step', [past(1, 'register'), past(2, 'start'), past(3, 'assign')], 3],
  [
    'after an undo, the one before',
    [past(1, 'register'), past(2, 'start'), past(3, 'assign'), past(4, 'undo', { undoes: 3 })],
    2,
  ],
  ['all undone', [past(1, 'register'), past(2, 'start'), past(3, 'undo', { undoes: 2 })], 'nothing-to-undo'],
  ['a decision', [past(1, 'register'), past(2, 'propose'), past(3, 'accept')], 'decision-stands'],
  ['reopened by hand', [past(1, 'accept'), past(2, 'reopen', { cause: 'by-hand' })], 2],
  [
    'reopened by the calendar',
    [past(1, 'accept'), past(2, 'reopen', { cause: 'commitment-missed' })],
    'made-by-calendar',
  ],
  ['missed', [past(1, 'register'), past(2, 'miss')], 'made-by-calendar'],
] as const)('undo: %s', ([, history, expected]) => {
  const found = lastStep(history)
  expect('step' in found ? found.step.id : found.refused).toBe(expected)
})

test.for(readdirSync(join(root, 'rules/terms')).map((file) => file.replace('.json', '')))(
  'rules/terms of %s can be loaded, and name a standard term and who decides',
  (municipality) => {
    const loaded = lifeSettingsOn(termRulesOf(municipality), '2026-03-02')
    expect(loaded.standardTermWeeks).toBeGreaterThan(0)
    expect(loaded.decidingBody).not.toBeNull()
    expect(lifeSettingsOn(termRulesOf(municipality), '2017-12-31').sources).toEqual({})
  },
)
test('the terms of the invented towns hold until the next row', () => {
  const waterstad = termRulesOf('waterstad')
  expect(lifeSettingsOn(waterstad, '2019-07-02')).toMatchObject({ decidingBody: 'college', objectionDays: 0 })
  expect(lifeSettingsOn(waterstad, '2021-01-01')).toMatchObject({
    decidingBody: 'council-on-proposal',
    objectionDays: 14,
  })
  expect(termRulesOf('nergens')).toEqual([])
})
