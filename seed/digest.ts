import {
  digestDay,
  followKeys,
  forgetWatchKeys,
  sendDigests,
  watchFromLast,
  watchSettings,
} from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import { dateOf } from '../src/words/format.ts'

/**
 * Puts the weekly mail in the box of each councillor with whose motions something happened, as if they were last told just before that;
 * else the demonstration has none until the first Monday. The key of the links in it is known to the server alone, which gives each
 * councillor theirs at its first round.
 */
export async function tellCouncillors(ctx: Ctx, now: Date): Promise<number> {
  const today = dateOf(now)
  const settings = watchSettings(ctx.actor.municipality, today)
  const { digestWeekday } = settings
  await watchFromLast(ctx, { before: digestDay(today, digestWeekday), digestWeekday })
  const keys = followKeys('of the seed alone')
  const made = await sendDigests((work) => work({ ...ctx, now }), { today, settings }, keys)
  await forgetWatchKeys(ctx)
  return made
}
