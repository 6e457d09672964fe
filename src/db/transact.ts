import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Actor, Ctx } from '../ctx.ts'
import type { Tables } from './tables.ts'

/**
 * Opens a transaction: the only place that does. Everything `fn` writes, its audit lines included, is kept together or not at all.
 * The municipality of the actor is known to PostgreSQL as `schakel.municipality` until the end of the transaction; outside one
 * the setting may be the empty string, so SQL reads it as `nullif(current_setting('schakel.municipality', true), '')`.
 */
export async function transact<T>(
  db: Kysely<Tables>,
  actor: Actor,
  fn: (ctx: Ctx) => Promise<T>,
  now: Date = new Date(),
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('schakel.municipality', ${actor.municipality}, true)`.execute(tx)
    return fn({ tx, actor, now })
  })
}

/**
 * For tests: the same, but nothing is kept. `end` rolls back.
 * @returns the open transaction as a `Ctx`
 */
export async function transactToRollBack(
  db: Kysely<Tables>,
  actor: Actor,
  now: Date = new Date(),
): Promise<{ ctx: Ctx; end(): Promise<void> }> {
  const tx = await db.startTransaction().execute()
  await sql`select set_config('schakel.municipality', ${actor.municipality}, true)`.execute(tx)
  return {
    ctx: { tx, actor, now },
    end: async () => {
      await tx.rollback().execute()
    },
  }
}
