import { expect, test } from 'vitest'
import type { DayOfLooks } from '../../../audit/index.ts'
import { wordsIn } from '../../../words/index.ts'
import { byPerson, sayGoal, sayLook, sayWhen } from './say.ts'

const now = new Date('2026-11-24T09:00:00Z')
const saying = { language: 'nl', words: wordsIn('nl'), now } as const
const look = (more: Partial<DayOfLooks>): DayOfLooks => ({
  day: '2026-11-24',
  firstAt: now,
  lastAt: now,
  accountId: 'a',
  kind: 'staff',
  organisationId: null,
  roles: [],
  purpose: 'care',
  emergency: false,
  deeds: ['read'],
  lines: 1,
  ...more,
})

test.each([
  ['2026-11-24T13:00:00Z', 'vandaag 14.00 uur'],
  ['2026-11-24T23:30:00Z', 'morgen 00.30 uur'],
  ['2026-11-26T13:00:00Z', 'donderdag 14.00 uur'],
  ['2026-12-01T13:00:00Z', 'dinsdag 1 december 2026 14.00 uur'],
])('%s is %s', (at, says) => expect(sayWhen(saying, new Date(at))).toBe(says))

test('a person has one line a day; an emergency and a review have their own', () => {
  const lines = byPerson([
    look({ purpose: 'share', deeds: ['wrote'] }),
    look({}),
    look({ emergency: true, purpose: 'emergency' }),
    look({ purpose: 'review', accountId: 'p' }),
    look({ kind: 'partner', organisationId: 'o', accountId: 'x', purpose: 'share' }),
    look({ kind: 'partner', organisationId: 'o', accountId: 'y', purpose: 'share' }),
  ])
  expect(lines.map(({ purpose, deeds }) => [purpose, deeds])).toEqual([
    ['care', ['read', 'wrote']],
    ['emergency', ['read']],
    ['review', ['read']],
    ['share', ['read']],
  ])
})

test('police and shelter are not named on her screen', () => {
  for (const kind of ['police', 'shelter'] as const) {
    const names = { people: new Map(), kinds: new Map([['o', kind]]) }
    const { who } = sayLook(saying, look({ kind: 'partner', organisationId: 'o' }), names)
    expect(who).toBe('nog een organisatie')
  }
})

const goal = {
  id: 1,
  domain: 'housing',
  words: 'x',
  state: 'active',
  achievement: 'none',
  dueOn: null,
  version: 1,
  waitsFor: [],
} as const
test.each([
  [{ state: 'proposed' }, 'Dit is een voorstel. Wil je dit?'],
  [{}, 'Hier werken we aan.'],
  [{ waitsFor: ['housing-corporation'] }, 'Wij wachten op de woningcorporatie.'],
  [{ achievement: 'full', state: 'ended' }, 'Gelukt.'],
  [{ dueOn: '2026-12-04' }, 'Hier werken we aan. We willen dit vóór 4 december 2026 geregeld hebben.'],
  [{ dueOn: '2026-11-04' }, 'Hier werken we aan.'],
])('%j: %s', (more, says) => expect(sayGoal(saying, { ...goal, ...more } as never)).toBe(says))
