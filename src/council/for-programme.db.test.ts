import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { registerSample } from '../../test/life.ts'
import { recentDocuments } from './for-programme.ts'

test.for([
  ['2024-07-07T21:59:00Z', '2024-07-08', false],
  ['2024-07-07T22:01:00Z', '2024-07-08', true],
  ['2024-12-07T22:59:00Z', '2024-12-08', false],
  ['2024-12-07T23:01:00Z', '2024-12-08', true],
] as const)('published at %s: from %s on %s', async ([at, since, expected], { ctx }) => {
  const { document } = await registerSample(ctx)
  await ctx.tx
    .updateTable('council.published_document')
    .set({ published_at: new Date(at) })
    .where('document_id', '=', document)
    .execute()
  const found = await recentDocuments(ctx, { since })
  expect(found.map(({ id }) => id)).toEqual(expected ? [document] : [])
})
