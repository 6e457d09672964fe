import type { Ctx } from '../../ctx.ts'
import { owedOn, type ProgrammeOwed } from '../../programme/index.ts'
import type { IsoDate } from '../read/reading.ts'

/** What is owed in the action programme, for each account that answers for it: the official, and the portfolio holder's own. */
export async function programmeOwedTo(
  ctx: Ctx,
  until: IsoDate,
): Promise<(ProgrammeOwed & { account: string })[]> {
  const owed = await owedOn(ctx, { until })
  const holders = [...new Set(owed.flatMap(({ portfolioHolder }) => portfolioHolder ?? []))]
  const accounts =
    holders.length === 0
      ? []
      : await ctx.tx
          .selectFrom('council.person_account')
          .select(['person_id', 'account_id'])
          .where('municipality', '=', ctx.actor.municipality)
          .where('person_id', 'in', holders)
          .execute()
  return owed.flatMap((one) => {
    const holding = accounts
      .filter(({ person_id }) => person_id === one.portfolioHolder)
      .map(({ account_id }) => account_id)
    const all = new Set([...(one.account === null ? [] : [one.account]), ...holding])
    return [...all].map((account) => ({ ...one, account }))
  })
}
