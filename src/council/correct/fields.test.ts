import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf, checkFields, fieldOf, mergeFields } from './fields.ts'

test('a path names a field, and of what', () => {
  expect(fieldOf('title')).toEqual({ field: 'title', of: null })
  expect(fieldOf('requests/12/termNotAfter')).toEqual({ field: 'requestTermNotAfter', of: 12 })
  for (const path of ['slug', 'requests/12/slug', 'requests/x/text', 'title/1/x', '', 'constructor'])
    expect(fieldOf(path), path).toBeNull()
})

test('what stands in the way', () => {
  const codes = (values: Record<string, string>) =>
    checkFields(values).map((one) => `${one.field} ${one.code}`)
  expect(codes({ title: '', date: '2024-02-30', outcome: 'won', 'requests/1/domain': 'sea' })).toEqual([
    'title needed',
    'date date-invalid',
    'outcome not-a-choice',
    'requests/1/domain not-a-choice',
  ])
  expect(
    codes({ 'requests/1/termNotBefore': '2024-05-02', 'requests/1/termNotAfter': '2024-05-01' }),
  ).toEqual(['requests/1/termNotAfter date-order'])
  expect(codes({ title: 'x', date: '', number: '', outcome: 'unknown' })).toEqual([])
})

describe('merging', () => {
  const values = fc.record({
    title: fc.constantFrom('a', 'b', 'c'),
    number: fc.constantFrom('', '1', '2'),
    'requests/1/text': fc.constantFrom('x', 'y', 'z'),
  })
  test('nothing that anyone changed is lost, and only what both changed differently is a conflict', () =>
    fc.assert(
      fc.property(values, values, values, (base, mine, theirs) => {
        const { merged, conflicts, others } = mergeFields(base, mine, theirs)
        for (const path of Object.keys(theirs) as (keyof typeof theirs)[]) {
          const both = mine[path] !== base[path] && theirs[path] !== base[path] && mine[path] !== theirs[path]
          expect(conflicts.some((one) => one.path === path)).toBe(both)
          expect(merged[path]).toBe(mine[path] !== base[path] ? mine[path] : theirs[path])
          expect(others.includes(path)).toBe(theirs[path] !== base[path])
        }
      }),
    ))
  test('a merge with oneself, or with nobody, is what I typed', () =>
    fc.assert(
      fc.property(values, values, (base, mine) => {
        expect(mergeFields(base, mine, base)).toMatchObject({ merged: mine, conflicts: [], others: [] })
        expect(mergeFields(base, mine, mine).conflicts).toEqual([])
        expect(changesOf(mine, mine)).toEqual({})
      }),
    ))
})
