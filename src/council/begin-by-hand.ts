import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import type { Reading } from './read/reading.ts'
import { toJson } from './save-reading.ts'

/** A reading in which nothing was found, for a document that only people can read. */
export const emptyReading: Reading = {
  kind: 'unknown',
  letter: null,
  motions: [],
  commitments: [],
  pillars: [],
  domains: [],
  settlement: [],
  personalData: [],
  warnings: [],
  passages: {},
}

/**
 * Makes an unreadable document one to fill in by hand: without page texts, with an empty reading.
 * @throws Refused `not-readable-yet` while it is being read, `already-registered`; NotFound
 */
export async function beginByHand(ctx: Ctx, input: { document: number }): Promise<void> {
  const found = await ctx.tx
    .selectFrom('council.document')
    .select('state')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.document)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (found.state === 'registered') throw new Refused('already-registered')
  if (found.state === 'stored') throw new Refused('not-readable-yet')
  if (found.state === 'read') return
  await ctx.tx
    .updateTable('council.document')
    .set({ state: 'read', error_code: null, pages: toJson([]), reading: toJson(emptyReading) })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.document)
    .execute()
  await record(ctx, 'document.begun-by-hand', { document: String(input.document) })
}
