import type { Ctx } from '../ctx.ts'
import { loadTree } from './load-tree.ts'
import { workable } from './programme.ts'
import { programmeReader } from './reader.ts'
import type { ProgrammeTree } from './tree.ts'

export type CarriedBy = {
  account: string /** Persons of the council's register that this account is. */
  persons: readonly number[]
}
/** A programme that is worked on, with the actions in it that somebody carries. */
export type CarriedWork = { tree: ProgrammeTree; mine: ReadonlySet<number> }

/** Programmes that are worked on, the newest first, each with the actions that an official carries or a portfolio holder answers for. */
export async function carriedBy(ctx: Ctx, { account, persons }: CarriedBy): Promise<CarriedWork[]> {
  const { municipality } = ctx.actor
  const programmes = await ctx.tx
    .selectFrom('programme.programme')
    .select(['id', 'slug'])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .where('state', 'in', [...workable])
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const owned = await ctx.tx
    .selectFrom('programme.action_owner')
    .select('action_id')
    .where('municipality', '=', municipality)
    .where('account_id', '=', account)
    .execute()
  const own = new Set(owned.map(({ action_id }) => action_id))
  const works: CarriedWork[] = []
  for (const { slug } of programmes) {
    const tree = await loadTree(programmeReader(ctx), { municipality, slug })
    const mine = tree.actions.filter(
      ({ id, portfolioHolder }) =>
        own.has(id) || (portfolioHolder !== null && persons.includes(portfolioHolder)),
    )
    works.push({ tree, mine: new Set(mine.map(({ id }) => id)) })
  }
  return works
}
