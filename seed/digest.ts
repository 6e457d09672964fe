import { sql } from 'kysely'
import { digestDay, followKeys, type IsoDate, sendDigests, watchSettings } from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import { dateOf } from '../src/words/format.ts'

/**
 * Puts the weekly mail in the box of each councillor with whose motions something happened, as if they were last told just before that;
 * else the demonstration has none until the first Monday. The key of the links in it is known to the server alone, which gives each
 * councillor theirs at its first round.
 */
export async function tellCouncillors(ctx: Ctx, now: Date): Promise<number> {
  const { municipality } = ctx.actor
  const today = dateOf(now)
  const settings = watchSettings(municipality, today)
  const until = digestDay(today, settings.digestWeekday)
  const { rows } = await sql<{ account: string; on: IsoDate }>`
    select account.account_id as account, max(history.moved_at)::date as on
    from council.person_account account
    join council.motion_submitter submitter
      on submitter.municipality = account.municipality and submitter.person_id = account.person_id
    join council.matter_history history
      on history.municipality = submitter.municipality and history.motion_id = submitter.motion_id
    where account.municipality = ${municipality} and history.step not in ('register', 'assign')
      and history.moved_at < ${until}::date
    group by account.account_id`.execute(ctx.tx)
  for (const { account, on } of rows) {
    await ctx.tx
      .insertInto('council.watcher')
      .values({
        municipality,
        account_id: account,
        token_hash: null,
        told_until: digestDay(on, settings.digestWeekday),
      })
      .execute()
  }
  const keys = followKeys('of the seed alone')
  const made = await sendDigests((work) => work({ ...ctx, now }), { today, settings }, keys)
  await ctx.tx
    .updateTable('council.watcher')
    .set({ token_hash: null })
    .where('municipality', '=', municipality)
    .execute()
  return made
}
