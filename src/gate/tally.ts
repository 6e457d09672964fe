/** Limits on what can be guessed, kept in the database: starting again does not set them back. */
import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { Guessable } from './tables.ts'

/** How many tries one network has in a quarter of an hour. A shelter may have one network for many people. */
export const mostTries = {
  card: 30,
  passkey: 60,
  invitation: 20,
  provider: 60,
} as const satisfies Record<Guessable, number>

/**
 * Counts a try, in the caller's transaction: it must be kept when the try fails. @param network as `visitor` of a request
 * @returns whether it may go on
 */
export async function countTry(ctx: CaseCtx, what: Guessable, network: string): Promise<boolean> {
  const tally = await ctx.tx
    .insertInto('gate.tally')
    .values({
      what,
      who: ctx.vault.blind('network', network),
      span: sql<Date>`date_bin('15 minutes', meta.clock(), '2000-01-01')`,
      count: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['what', 'who', 'span']).doUpdateSet({ count: sql<number>`tally.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (tally.count === 1) {
    await ctx.tx
      .deleteFrom('gate.tally')
      .where('span', '<', sql<Date>`meta.clock() - interval '1 day'`)
      .execute()
  }
  return tally.count <= mostTries[what]
}
