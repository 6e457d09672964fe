import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'
import { digestDay } from './send-digests.ts'

/**
 * Each councillor with whose motions something happened before a day counts as told until just before that: the next weekly mail begins
 * there. Their links have no key yet, which the server gives at its first round. For a municipality that begins with a past, where nobody
 * was told anything yet; safe to repeat.
 */
export async function watchFromLast(
  ctx: Ctx,
  input: { before: IsoDate; digestWeekday: number },
): Promise<void> {
  const { municipality } = ctx.actor
  const { rows } = await sql<{ account: string; on: IsoDate }>`
    select account.account_id as account, max(history.moved_at)::date as on
    from council.person_account account
    join council.motion_submitter submitter
      on submitter.municipality = account.municipality and submitter.person_id = account.person_id
    join council.matter_history history
      on history.municipality = submitter.municipality and history.motion_id = submitter.motion_id
    where account.municipality = ${municipality} and history.step not in ('register', 'assign')
      and history.moved_at < ${input.before}::date
    group by account.account_id`.execute(ctx.tx)
  for (const { account, on } of rows) {
    await ctx.tx
      .insertInto('council.watcher')
      .values({
        municipality,
        account_id: account,
        token_hash: null,
        told_until: digestDay(on, input.digestWeekday),
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'account_id']).doNothing())
      .execute()
  }
}

/** Links in the mail of councillors work no longer; the server gives new keys at its next round. */
export async function forgetWatchKeys(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('council.watcher')
    .set({ token_hash: null })
    .where('municipality', '=', ctx.actor.municipality)
    .execute()
}
