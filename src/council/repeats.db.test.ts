/** A second letter that promises the same: one commitment, or one that repeats the other. */
import { expect } from 'vitest'
import { letterPages, letterReading, readDocument } from '../../test/council.ts'
import { test } from '../../test/database.ts'
import { as, registerSample } from '../../test/life.ts'
import type { Ctx } from '../ctx.ts'
import { deskDocument } from './desk-documents.ts'
import { readerOf } from './life/index.ts'
import { motionDossier } from './public-motion.ts'
import { registerDocument } from './register-document.ts'
import { repeatsFor } from './repeats.ts'
import { saveReview } from './save-review.ts'

/** A later letter with the same words, for another day when one is given. */
async function secondLetter(ctx: Ctx, notAfter: string | null) {
  const sample = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-10-02')
  const pages = letterPages.map((page) => `${page}\n`)
  const reading = letterReading(pages)
  reading.letter!.date = '2024-10-01'
  const [promised] = reading.commitments
  if (notAfter) promised!.due = { text: 'x', notBefore: null, notAfter, rule: 'exact-date' }
  const document = await readDocument(clerk, { pages, reading })
  const { review } = await deskDocument(clerk, { document })
  const register = async (repeats: number | null) => {
    review!.commitments[0]!.repeats = repeats
    const { version } = await saveReview(clerk, { document, version: 0, review: review! })
    return registerDocument(clerk, { document, version })
  }
  const commitments = async () =>
    (
      await motionDossier(readerOf(clerk), {
        municipality: 'testdorp',
        year: 2024,
        slug: 'h-4-banken-in-het-park',
      })
    ).commitments
  return { ...sample, clerk, review: review!, document, register, commitments }
}

test('the same words after the same day: proposed, and one commitment when the clerk says so', async ({
  ctx,
}) => {
  const { clerk, review, commitment, document, register, commitments } = await secondLetter(ctx, null)
  const key = review.commitments[0]!.key
  expect(review.commitments[0]!.repeats).toBeUndefined()
  expect(await repeatsFor(clerk, review)).toMatchObject({
    [key]: { of: [{ id: commitment }], likely: commitment },
  })
  await register(commitment)
  const found = await commitments()
  expect(found).toHaveLength(1)
  expect(found[0]!.letters.map(({ role, document: { id } }) => [role, id === document])).toEqual([
    ['made', false],
    ['repeated', true],
  ])
  expect(found[0]!.letters[1]!.passage?.text).toContain('na het zomerreces')
})

test('another day: nothing is proposed; chosen by hand it is a commitment of its own that repeats the first', async ({
  ctx,
}) => {
  const { clerk, review, commitment, register, commitments } = await secondLetter(ctx, '2025-03-01')
  const key = review.commitments[0]!.key
  expect(await repeatsFor(clerk, review)).toMatchObject({ [key]: { likely: null } })
  await register(commitment)
  const found = await commitments()
  expect(found).toHaveLength(2)
  expect(found[1]!.life.relations).toEqual([{ kind: 'repeats', earlier: commitment, motion: null }])
  expect(found[0]!.life.later).toEqual([{ kind: 'repeats', commitment: found[1]!.id }])
})

test('new, when the clerk says so or nobody looked', async ({ ctx }) => {
  const { register, commitments } = await secondLetter(ctx, null)
  await register(null)
  expect((await commitments()).map(({ life }) => life.relations)).toEqual([[], []])
})

test('a commitment that is not there stands in the way', async ({ ctx }) => {
  const { register } = await secondLetter(ctx, null)
  await expect(register(999_999)).rejects.toMatchObject({
    fields: [{ field: '/commitments/0/repeats', code: 'not-a-choice' }],
  })
})

test('nor does one that was kept since the draft was saved take a new promise in', async ({ ctx }) => {
  const { commitment, register } = await secondLetter(ctx, null)
  await ctx.tx.updateTable('council.commitment').set({ state: 'kept' }).where('id', '=', commitment).execute()
  await expect(register(commitment)).rejects.toMatchObject({
    fields: [{ field: '/commitments/0/repeats', code: 'not-a-choice' }],
  })
})
