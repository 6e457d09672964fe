import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CaseActor, CaseCtx } from '../case-ctx.ts'
import type { Tables } from './tables.ts'

export type CaseOpening = {
  actor: CaseActor
  /** Of the session that acts, as in its cookie; null for the program itself. */
  token: string | null
  vault: CaseCtx['vault']
  now?: Date
  trace?: string
}

/**
 * Opens a transaction of the confidential side. PostgreSQL gets the token of the session and finds in it who acts; whoever could
 * write that setting would still need a token that is not theirs. Without one no row of a case is seen.
 */
export async function transactCase<T>(
  db: Kysely<Tables>,
  opening: CaseOpening,
  fn: (ctx: CaseCtx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('schakel.token', ${opening.token ?? ''}, true)`.execute(tx)
    return fn(ctxOf(tx, opening))
  })
}

/** For tests: the same, but nothing is kept. */
export async function transactCaseToRollBack(
  db: Kysely<Tables>,
  opening: CaseOpening,
): Promise<{ ctx: CaseCtx; end(): Promise<void> }> {
  const tx = await db.startTransaction().execute()
  await sql`select set_config('schakel.token', ${opening.token ?? ''}, true)`.execute(tx)
  return {
    ctx: ctxOf(tx, opening),
    end: async () => {
      await tx.rollback().execute()
    },
  }
}

function ctxOf(tx: CaseCtx['tx'], { actor, vault, now, trace }: CaseOpening): CaseCtx {
  return { tx, actor, vault, now: now ?? new Date(), trace: trace ?? randomBytes(16).toString('hex') }
}

/**
 * For verifying the trail: one snapshot as the role that owns the functions of the confidential side. It may read the whole trail, and
 * nothing may be written.
 */
export async function readAsGuard<T>(db: Kysely<Tables>, fn: (tx: CaseCtx['tx']) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local role schakel_guard`.execute(tx)
      return fn(tx)
    })
}
