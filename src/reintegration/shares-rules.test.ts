import { expect, test } from 'vitest'
import { firstName } from './her-page.ts'
import { readShareReference, shareReference } from './shares-queries.ts'
import { objectionTo, shareCategory, shareRuleOn } from './shares-rules.ts'

const day = '2026-11-24'
const kinds = [
  'shelter',
  'housing-corporation',
  'school',
  'employer',
  'debt-counsellor',
  'police',
  'care',
  'legal',
  'other',
] as const

test('each kind of partner has its categories, what it never gets and a ground', () => {
  for (const kind of kinds) {
    const rule = shareRuleOn(day, kind)
    expect(rule?.may.length, kind).toBeGreaterThan(0)
    expect(rule?.never.length, kind).toBeGreaterThan(0)
    expect(rule?.grounds, kind).toContain('avg-6-1-a-share')
  }
  expect(shareRuleOn('2025-12-31', 'school')).toBeNull()
})

test.each([
  ['housing-corporation', 'household', 'Zij is slachtoffer.', 'never-word'],
  ['housing-corporation', 'area-to-avoid', 'Waterstad-Noord', null],
  ['school', 'availability', 'na haar aangifte', 'never-word'],
  ['school', 'availability', 'na tienen', null],
  ['police', 'safety-need', 'Zij deed aangifte.', null],
  ['debt-counsellor', 'post-address', 'Postbus 9, 1234 AB Waterstad', null],
  ['debt-counsellor', 'debts', 'Kade 9, 1234 AB Waterstad', 'address-in-text'],
] as const)('%s, %s: “%s” → %s', (kind, category, text, code) => {
  const rule = shareRuleOn(day, kind)
  if (!rule) throw new Error('no rule')
  expect(objectionTo(rule, category, text)?.code ?? null).toBe(code)
})

test('whoever gets housing never gets why, and only debt counselling gets debts', () => {
  const may = (kind: (typeof kinds)[number]) => shareRuleOn(day, kind)?.may.map(({ id }) => id) ?? []
  expect(may('housing-corporation').sort()).toEqual(
    ['area-to-avoid', 'household', 'name', 'safe-contact', 'urgency'].sort(),
  )
  expect(kinds.filter((kind) => may(kind).includes('debts'))).toEqual(['debt-counsellor'])
  expect(shareCategory('stay')).toBeNull()
})

test.each([
  ['Sara Haddad', 'Sara'],
  ['S. Haddad', 'S. Haddad'],
  ['J.P. de Wit', 'J.P. de Wit'],
])('%s is called %s', (name, called) => expect(firstName(name)).toBe(called))

test.each(['V-0', 'V-', 'T-12', 'V-12x', 'v-12', ''])('“%s” is no reference', (text) =>
  expect(readShareReference(text)).toBeNull(),
)
test('a reference reads back', () => expect(readShareReference(shareReference(12))).toBe(12))
