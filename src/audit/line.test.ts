import { describe, expect, test } from 'vitest'
import type { TrailLine } from './line.ts'
import { purposes, written } from './line.ts'
import { activityFor, activityNamed, allActivities } from './register.ts'

const good: TrailLine = { event: 'note.written', action: 'C', purpose: 'care', trajectory: 7 }
const trace = 'ab'.repeat(16)

describe('a line', () => {
  test('that gives a reason is a refusal', () => {
    expect(written(good, trace, 'x/1')).toMatchObject({ outcome: 'done' })
    expect(written({ ...good, reason: 'no-relation' }, trace, 'x/1')).toMatchObject({ outcome: 'refused' })
  })

  test.each<[string, object]>([
    ['an event without subject', { event: 'written' }],
    ['an event with capitals', { event: 'Note.written' }],
    ['an action that is none', { action: 'X' }],
    ['no purpose', { purpose: undefined }],
    ['a sentence as purpose', { purpose: 'because I wanted to' }],
    ['a sentence as reason', { reason: 'she lives at the harbour' }],
    ['a sentence as identifier', { parts: { note: 'she was afraid' } }],
    ['a sentence among identifiers', { parts: { note: [1, 'she was afraid'] } }],
    ['an object as identifier', { parts: { note: { body: 'x' } } }],
    ['a sentence as field', { fields: ['title: a house'] }],
    ['a number that is none', { trajectory: '7' }],
    ['an account that is none', { account: 'S. Haddad' }],
    ['a ground that is none', { basis: 'curiosity' }],
    ['a key that is none', { note: 'she was afraid' }],
  ])('refuses %s, and does not repeat it', (_, part) => {
    const line = { ...good, ...part } as TrailLine
    expect(() => written(line, trace, 'x/1')).toThrow(/^the trail takes codes[^:]*: [a-z ]+$/)
  })
})

test('every purpose stands in the register, every version once, in order', () => {
  for (const purpose of purposes)
    expect(activityNamed(activityFor(purpose, '2026-03-02'))).toMatchObject({ purpose })
  expect(() => activityFor('care', '2001-01-01')).toThrow('no activity')
  const names = allActivities().map(({ id, version }) => `${id}/${version}`)
  expect(new Set(names).size).toBe(names.length)
})
