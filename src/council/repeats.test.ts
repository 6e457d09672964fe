import { expect, test } from 'vitest'
import { editReview } from './form-review.ts'
import { likelyRepeat, type Repeatable, sameDays } from './repeats.ts'
import type { ReviewCommitment } from './review.ts'

const term = (notBefore: string | null, notAfter: string | null) => ({
  text: 'x',
  notBefore,
  notAfter,
  rule: 'exact-date' as const,
})
const known = (change: Partial<Repeatable> = {}): Repeatable => ({
  id: 1,
  text: 'een plan',
  madeOn: '2024-07-02',
  on: '2024-12-02',
  notBefore: '2024-09-02',
  motions: [7],
  ...change,
})
type Said = Pick<ReviewCommitment, 'due' | 'check'>

test.for<[string, Said, Partial<Repeatable>, boolean]>([
  ['the day of the letter', { due: term(null, '2024-12-02') }, {}, true],
  ['another day', { due: term(null, '2024-12-03') }, {}, false],
  ['a day, where the known one has none', { due: term(null, '2024-12-02') }, { on: null }, false],
  ['the day that the clerk looks', { due: null, check: '2024-12-02' }, {}, true],
  ['no day agreed', { due: null, check: 'none-agreed' }, {}, false],
  ['half a typed day', { due: null, check: '2 dec' }, {}, false],
  ['after the same day, without a last one', { due: term('2024-09-02', null) }, {}, true],
  ['after another day', { due: term('2024-09-03', null) }, {}, false],
  ['nothing on either side', { due: null }, { on: null, notBefore: null }, false],
])('%s', ([, said, change, expected]) => {
  expect(sameDays(said, known(change))).toBe(expected)
})

test('only the one commitment of the same motion is proposed; of two nobody knows which', () => {
  const said: Said = { due: term(null, '2024-12-02') }
  expect(likelyRepeat(said, [7], [known()])).toBe(1)
  expect(likelyRepeat(said, [8], [known()])).toBeNull()
  expect(likelyRepeat(said, [7], [known(), known({ id: 2 })])).toBeNull()
  expect(likelyRepeat(said, [7], [known(), known({ id: 2, on: '2025-01-01' })])).toBe(1)
  expect(likelyRepeat(said, [7], [])).toBeNull()
})

test('the form says which, or that it is new', () => {
  const review = {
    commitments: [{ key: 't1', text: 'x', due: null, at: [], motions: [] }],
    motions: [],
  } as unknown as Parameters<typeof editReview>[0]
  const after = (typed: string) => editReview(review, { '/commitments/0/repeats': typed })
  expect(after('12').review.commitments[0]!.repeats).toBe(12)
  expect(after('').review.commitments[0]!.repeats).toBeNull()
  for (const wrong of ['x', '-1', '0', '12345678901'])
    expect(after(wrong).errors).toEqual([{ field: '/commitments/0/repeats', code: 'not-a-choice' }])
  expect('repeats' in review.commitments[0]!).toBe(false)
})
